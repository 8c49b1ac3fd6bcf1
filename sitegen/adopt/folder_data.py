"""Eleventy's JSON with keys for all texts of a folder."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.adopt.entry import Entry
from sitegen.adopt.found import Found
from sitegen.adopt.json_head import read_json
from sitegen.adopt.lines import unified
from sitegen.adopt.place import split
from sitegen.adopt.problem import HeadProblem

_SIMPLE = frozenset({"tags", "author", "authors", "lang", "language", "draft"})
_MERGED = "tags"


@dataclass(frozen=True, slots=True)
class FolderData:
    """Keys for the texts of a folder: ``scope`` is what their paths begin with; ``others`` are keys not taken."""

    path: str
    scope: str
    entries: tuple[Entry, ...]
    others: tuple[str, ...]


def read_folder_data(file: Found) -> FolderData:
    """Return what a JSON file says for all texts of its folder, or for the one text of its name.

    Raises ``HeadProblem``.
    """
    try:
        text = unified((file.content or b"").decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise HeadProblem("the file is not UTF-8", "save it as UTF-8") from None
    entries, _end = read_json(text, first_line=1)
    folder, stem, _suffix = split(file.path)
    name = stem.removesuffix(".11tydata")
    whole = name == folder.rstrip("/").rpartition("/")[2]
    taken = tuple(entry for entry in entries if entry.key in _SIMPLE)
    others = tuple(entry.key for entry in entries if entry.key not in _SIMPLE)
    return FolderData(file.path, folder if whole else f"{folder}{name}.", taken, others)


def with_folder_data(entries: Sequence[Entry], path: str, every: Iterable[FolderData]) -> tuple[Entry, ...]:
    """Return the entries of a head with those of its folders: a text's own come first, tags are put together."""
    found = {entry.key: entry for entry in entries}
    for given in sorted(every, key=lambda one: len(one.scope), reverse=True):
        for entry in given.entries if path.startswith(given.scope) else ():
            own = found.get(entry.key)
            if own is None:
                found[entry.key] = entry
            elif entry.key == _MERGED:
                found[entry.key] = Entry(own.key, [*_listed(own), *_listed(entry)], own.written)
    return tuple(found.values())


def _listed(entry: Entry) -> list[object]:
    return entry.value if isinstance(entry.value, list) else [entry.value]


def account_of(given: FolderData, texts: int) -> str:
    """Say what was done with a file of keys for a folder."""
    parts = []
    if given.entries:
        names = ", ".join(f"`{entry.key}`" for entry in given.entries)
        parts.append(f"{names} written into {texts} text{'' if texts == 1 else 's'} that it speaks for")
    if given.others:
        parts.append(f"not taken: {', '.join(f'`{json.dumps(key)[1:-1]}`' for key in given.others)}")
    return "keys for a whole folder; " + ("; ".join(parts) or "there are none in it")
