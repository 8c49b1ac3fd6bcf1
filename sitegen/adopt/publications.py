"""Where a text was first published: the key ``source``, and those that give an address alone."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.adopt.fields import UNPUBLISHED, Outcome, empty, kept, taken
from sitegen.adopt.pair import Pair, Value
from sitegen.adopt.values import as_text, is_empty
from sitegen.model.article import Publication
from sitegen.model.web_address import is_web_address

_NO_ADDRESS = "it is no web address"
_SECOND = "another key was taken as `source`"


def read_source(pairs: Sequence[Pair]) -> tuple[Publication, list[Outcome]]:
    """Return the place of publication that ``pairs`` name, the key ``source`` coming first."""
    source = UNPUBLISHED
    outcomes = []
    for pair in pairs:
        text = as_text(pair.value)
        if is_empty(pair.value):
            outcomes.append(empty(pair))
        elif pair.key.lower() == "source":
            found = _named(pair.value)
            if found is None or source != UNPUBLISHED:
                outcomes.append(kept(pair, "it is neither a name nor name, url and archived"))
            else:
                source = found
                outcomes.append(taken(pair, "source"))
        elif not text or not is_web_address(text):
            outcomes.append(kept(pair, _NO_ADDRESS))
        elif source.url:
            outcomes.append(kept(pair, _SECOND))
        else:
            source = replace(source, url=text)
            outcomes.append(taken(pair, "source.url"))
    return source, outcomes


def _named(value: Value) -> Publication | None:
    if not isinstance(value, dict):
        text = as_text(value)
        if not text:
            return None
        return Publication("", text) if is_web_address(text) else Publication(text)
    parts = {key: as_text(part) for key, part in value.items()}
    if not parts.keys() <= {"name", "url", "archived"} or None in parts.values():
        return None
    name, url, archived = (parts.get(key) or "" for key in ("name", "url", "archived"))
    if not all(is_web_address(address) for address in (url, archived) if address) or not (name or url or archived):
        return None
    return Publication(name, url, archived)
