"""Pelican's headers: lines such as “Title: …” before the first blank line, without fences."""

import re

from sitegen.adopt.lines import Line
from sitegen.adopt.pair import HeadProblem, Pair

# As Python-Markdown's extension "meta" reads them.
_HEADER = re.compile(r" {0,3}([A-Za-z0-9_-]+):[ \t]*(.*)")
_MORE = re.compile(r"(?: {4,}|\t)[ \t]*(.*)")
_KNOWN = frozenset(
    "title date modified tags keywords category slug author authors summary lang translation status template save_as "
    "url".split()
)
_NEEDED = frozenset({"title", "date"})


def begins_with_headers(lines: tuple[Line, ...]) -> bool:
    """Tell whether a text begins with headers: a known key comes first, and a title or a date is among them.

    So a plain text that begins with “Paris: it rained” is none.
    """
    keys = []
    for line in lines:
        if header := _HEADER.fullmatch(line.text):
            keys.append(header[1].lower())
        elif not (keys and _MORE.fullmatch(line.text)):
            break
    return bool(keys) and keys[0] in _KNOWN and not _NEEDED.isdisjoint(keys)


def read_headers(lines: tuple[Line, ...]) -> tuple[tuple[Pair, ...], int]:
    """Return the pairs of the headers, and how many lines they take, with the blank line behind them.

    Raises ``HeadProblem`` where a key stands twice.
    """
    found: dict[str, list[str]] = {}
    count, key = 0, ""
    for line in lines:
        if header := _HEADER.fullmatch(line.text):
            key = header[1]
            if key.lower() in map(str.lower, found):
                raise HeadProblem(f"the key “{key}” stands twice", "keep one of the two", count + 1)
            found[key] = [header[2].strip()]
        elif more := _MORE.fullmatch(line.text):
            found[key].append(more[1].strip())
        else:
            count += not line.text.strip()
            break
        count += 1
    pairs = (
        Pair(key, "\n".join(values).strip(), "\n    ".join((f"{key}: {values[0]}", *values[1:])))
        for key, values in found.items()
    )
    return tuple(pairs), count
