"""Plain text to blocks: every line is a paragraph, unless the file is hard-wrapped."""

import itertools
from dataclasses import dataclass

from sitegen.model.article import Block
from sitegen.model.span import Span
from sitegen.source.body import Body
from sitegen.source.bylines import read_byline
from sitegen.source.datelines import dateline_length
from sitegen.source.headlines import is_headline
from sitegen.source.spans import trim

_NARROW, _WIDE = 45, 100
_SLACK = 12
_ENDS = (".", "!", "?", '."', ".”", '!"', '?"', "!”", "?”", ":")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something on it: its trimmed span, its width as written, and its number in the text."""

    span: Span
    width: int
    number: int


def read_plain(text: str) -> Body:
    """Return the body that ``text`` is: unchanged, its paragraphs trimmed of white space, a headline as heading.

    In a hard-wrapped file blocks are separated by blank lines and keep their line feeds.
    """
    lines = _lines(text)
    groups = _paragraphs(text, lines) if _wrapped(text, lines) else [[line] for line in lines]
    spans = [Span(group[0].span.start, group[-1].span.end) for group in groups]
    # The first words of what follows decide; ten blocks are enough to look past subheads and bylines.
    following = [span.of(text) for span in spans[1:10]]
    headline = bool(spans) and is_headline(spans[0].of(text), following)
    blocks = [Block("paragraph", span) for span in spans]
    if headline:
        blocks[0] = Block("heading", spans[0], level=1)
    return Body(text, tuple(blocks))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    offset = 0
    for number, line in enumerate(text.split("\n")):
        span = trim(line, Span(0, len(line)))
        if span.start < span.end:
            lines.append(_Line(span.shift(offset), len(line.rstrip()), number))
        offset += len(line) + 1
    return lines


def _wrapped(text: str, lines: list[_Line]) -> bool:
    """Tell whether lines end because they are full: narrow, not at the end of a sentence, no room for another word."""
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if two.number == one.number + 1]
    if len(pairs) < 2 or len(pairs) * 2 < len(lines) or sum(line.width > _WIDE for line in lines) * 10 > len(lines):
        return False
    narrow = [(one, two) for one, two in pairs if _NARROW <= one.width <= _WIDE]
    if len(narrow) * 10 < len(pairs) * 6:
        return False
    limit = max(one.width for one, _two in narrow)
    full = sum(one.width + 1 + _first_word(text, two) > limit - _SLACK for one, two in narrow)
    unfinished = sum(not one.span.of(text).endswith(_ENDS) for one, _two in pairs)
    return full * 10 >= len(narrow) * 7 and unfinished * 10 >= len(pairs) * 6


def _first_word(text: str, line: _Line) -> int:
    """Return the length of the first word of ``line``."""
    gap = text.find(" ", line.span.start, line.span.end)
    return (gap if gap >= 0 else line.span.end) - line.span.start


def _paragraphs(text: str, lines: list[_Line]) -> list[list[_Line]]:
    """Group lines between blank ones; headline, bylines and the dateline's paragraph at the head stand apart."""
    groups: list[list[_Line]] = []
    for line in lines:
        words = line.span.of(text)
        joins = bool(groups) and groups[-1][-1].number == line.number - 1
        if joins and (_apart(text, groups[-1], first=len(groups) == 1) or read_byline(words)):
            joins = False
        if joins and len(groups) < 4 and dateline_length(words):
            joins = False
        if joins:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _apart(text: str, group: list[_Line], *, first: bool) -> bool:
    """Tell whether the group is a byline, or a short first line: neither goes on in the next line."""
    line = group[-1]
    if len(group) == 1 and read_byline(line.span.of(text)):
        return True
    return first and len(group) == 1 and line.width < _NARROW and line.span.of(text)[-1].isalnum()
