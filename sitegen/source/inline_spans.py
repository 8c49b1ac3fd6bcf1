"""Words in square brackets with attributes behind them, ``[words]{.class key=value}``, found in the source of a block.

The form is that of Djot and of the attrs plugin of mdit-py-plugins, whose parser reads the attributes. We look for the
brackets ourselves, once for a whole block and from left to right: the plugin would take every class, and its search
begins anew at each bracket.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from mdit_py_plugins.attrs.parse import ParseError, parse

from sitegen.source.nearest import nearest

# Each class, and the attributes that it has besides those of all.
CLASSES: Mapping[str, frozenset[str]] = {
    "person": frozenset({"ref"}),
    "organisation": frozenset({"ref"}),
    "place": frozenset({"ref"}),
    "quote": frozenset({"speaker", "via", "kind"}),
    "no-quote": frozenset(),
    "no-mention": frozenset(),
}
COMMON = frozenset({"by", "date", "why"})
_FORM = (
    'write [words]{.person ref=ann-lee}, values with blanks or other signs in straight quotation marks: by="Ann Lee"'
)
_MOST_CLASSES = 10
_SPECIAL = re.compile(r"[\\`<\[\]{]")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_KNOWN_CLASS = re.compile(rf"\.(?:{'|'.join(CLASSES)})(?![\w-])")
_ANY_CLASS = re.compile(r"\.([\w-]+)")
_KNOWN_KEY = re.compile(r"[{\s](?:ref|speaker|via)=")
_WORD = re.compile(r"\S")
_BACKTICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]*>")
# Address and title of a link, in which brackets mean nothing.
_TARGET = re.compile(
    r"\(\s*+(?:<[^<>\n]*>|[^\s<()]++(?:\([^\s()]*\)[^\s()]*)*)?+(?:\s++(?:\"[^\"]*\"|'[^']*'))?+\s*+\)"
)
# An end of attributes that may have been forgotten.
_UNCLOSED = re.compile(r"\{[^{}\n]*")


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Words in brackets: offsets of the brackets and of what follows the attributes, in the source of the block.

    ``name`` is the known class; ``attributes`` are the others, and classes that are unknown stand in ``classes``.
    """

    start: int
    close: int
    end: int
    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """What looks like an annotation at ``offset`` and is none; ``hint`` says what may have been meant."""

    offset: int
    written: str
    hint: str


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the source of one block: words in brackets by the offset at which they begin."""

    spans: Mapping[int, Bracketed]
    attempts: tuple[Attempt, ...] = ()


def find_spans(source: str) -> Found:
    """Return all words in brackets with a known class behind them; linear in the length of ``source``.

    Code, addresses and escaped signs are passed over. Outer and inner brackets may both have a class.
    """
    spans: dict[int, Bracketed] = {}
    attempts: list[Attempt] = []
    opened: list[int] = []
    escaped = 0
    runs = _Runs(source)
    position = 0
    while special := _SPECIAL.search(source, position):
        start = special.start()
        sign = special[0]
        position = start + 1
        if sign == "\\":
            escaped += source.startswith("[", position)
            position += 1
        elif sign == "`":
            position = runs.behind(start)
        elif sign == "<":
            link = _AUTOLINK.match(source, start)
            position = link.end() if link else position
        elif sign == "[":
            opened.append(start)
        elif sign == "{":
            if attempt := _astray(source, start):
                attempts.append(attempt)
        elif opened:
            opening = opened.pop()
            found = _behind(source, opening, start)
            if isinstance(found, Bracketed):
                spans[opening] = found
                position = found.end
            elif found is not None:
                attempts.append(found)
                # What is wrong with the attributes has been said.
                position += 1
            elif target := _TARGET.match(source, position):
                position = target.end()
        elif escaped:
            # Who escapes the one bracket means all of it to be text.
            escaped -= 1
            position += source.startswith("{", position)
    return Found(spans, tuple(attempts))


class _Runs:
    """Runs of backticks, by their length: a code span ends at the next one that is as long as its first."""

    def __init__(self, source: str) -> None:
        self._ends: dict[int, int] = {}
        self._starts: dict[int, list[int]] = {}
        for run in _BACKTICKS.finditer(source):
            self._ends[run.start()] = run.end()
            self._starts.setdefault(len(run[0]), []).append(run.start())
        self._source = source

    def behind(self, start: int) -> int:
        """Return where the code span that begins at ``start`` ends; behind the run where it is none."""
        end = self._ends.get(start)
        if end is None:
            # The first of them is escaped.
            end = self._ends.get(start - 1, start + 1)
        length = end - start
        alike = self._starts.get(length, [])
        following = bisect_right(alike, start)
        return alike[following] + length if following < len(alike) else end


def _behind(source: str, opening: int, close: int) -> Bracketed | Attempt | None:
    """Return what the attributes behind the bracket at ``close`` make of the words; None where there are none."""
    if not source.startswith("{", close + 1):
        return None
    block = _ATTRIBUTES.match(source, close + 1)
    if block is None:
        unclosed = _UNCLOSED.match(source, close + 1)
        if unclosed is None or not _KNOWN_CLASS.search(unclosed[0]):
            return None
        return Attempt(opening, unclosed[0], "write “}” behind the attributes, and no { or } within them")
    try:
        # The parser ends a value at the end of a line.
        _, read = parse(block[0].replace("\n", " "))
    except ParseError:
        return Attempt(opening, block[0], _FORM) if _is_attempt(block[0]) else None
    classes = read.pop("class", "").split()
    known = [name for name in classes if name in CLASSES]
    if len(known) == 1 and _WORD.search(source, opening + 1, close):
        others = tuple(name for name in classes if name not in CLASSES)
        attributes = tuple((key, _unescaped(value)) for key, value in read.items())
        return Bracketed(opening, close, block.end(), known[0], attributes, others)
    if known:
        hint = "write one class alone" if len(known) > 1 else "write the words between the brackets"
        return Attempt(opening, block[0], hint)
    if not _is_attempt(block[0]):
        return None
    near = next((hint for name in classes[:_MOST_CLASSES] if (hint := _nearest_class(name))), "")
    return Attempt(opening, block[0], near or f"write one of the classes {', '.join(f'.{name}' for name in CLASSES)}")


def _is_attempt(block: str) -> bool:
    if _KNOWN_CLASS.search(block) or _KNOWN_KEY.search(block):
        return True
    return any(_nearest_class(name) for name in islice(_ANY_CLASS.findall(block), _MOST_CLASSES))


@lru_cache(maxsize=256)
def _nearest_class(name: str) -> str:
    return nearest(f".{name}", [f".{known}" for known in CLASSES], "")


def _astray(source: str, start: int) -> Attempt | None:
    """Return attributes with a known class at ``start`` that stand behind no bracket."""
    block = _ATTRIBUTES.match(source, start)
    if block is None or not _KNOWN_CLASS.search(block[0]):
        return None
    before = source[max(0, start - 3) : start]
    if before.rstrip() != before and before.rstrip().endswith("]"):
        return Attempt(start, block[0], "write it right behind the bracket, without a blank")
    return Attempt(start, block[0], "put square brackets round the words: [words]{.person}")


def _unescaped(value: str) -> str:
    """Return a value without the backslashes that keep marks from ending it, and with single blanks."""
    return " ".join(re.sub(r"\\(.)", r"\1", value).split())
