"""Where a text was first published: the key ``source``, and those that give an address alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.adopt.entry import Entry, Value
from sitegen.adopt.fields import Outcome, empty, kept, taken
from sitegen.adopt.values import as_text, is_empty
from sitegen.model.web_address import is_web_address

_NO_ADDRESS = "kept as a comment: it is no web address"
_SECOND = "kept as a comment: another key was taken as `source`"


@dataclass(frozen=True, slots=True)
class Source:
    """A place of publication; parts that are not known are ""."""

    name: str = ""
    url: str = ""
    archived: str = ""


def read_source(entries: Sequence[Entry]) -> tuple[Source, list[Outcome]]:
    """Return the place of publication that ``entries`` name, the key ``source`` coming first."""
    source = Source()
    outcomes = []
    for entry in entries:
        text = as_text(entry.value)
        if is_empty(entry.value):
            outcomes.append(empty(entry))
        elif entry.key.lower() == "source":
            found = _named(entry.value)
            if found is None or source != Source():
                outcomes.append(kept(entry, "kept as a comment: it is neither a name nor name, url and archived"))
            else:
                source = found
                outcomes.append(taken(entry, "source"))
        elif not text or not is_web_address(text):
            outcomes.append(kept(entry, _NO_ADDRESS))
        elif source.url:
            outcomes.append(kept(entry, _SECOND))
        else:
            source = replace(source, url=text)
            outcomes.append(taken(entry, "source.url"))
    return source, outcomes


def _named(value: Value) -> Source | None:
    if not isinstance(value, dict):
        text = as_text(value)
        if not text:
            return None
        return Source(url=text) if is_web_address(text) else Source(text)
    parts = {key: as_text(part) for key, part in value.items()}
    if not parts.keys() <= {"name", "url", "archived"} or None in parts.values():
        return None
    name, url, archived = (parts.get(key) or "" for key in ("name", "url", "archived"))
    if not all(is_web_address(address) for address in (url, archived) if address) or not (name or url or archived):
        return None
    return Source(name, url, archived)
