"""The body of a text: excerpt separators go, everything else stays, and what is left to do is noted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.adopt.lines import Line, lines_of

_SEPARATOR = re.compile(
    r" {0,3}<!--[ \t]*(?:more|excerpt|end[ _-]?excerpt|excerpt[ _-]?end)[ \t]*-->[ \t]*", re.IGNORECASE
)
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})(.*)")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
# Of a longer line the rest is not looked at: the first sign is enough for a remark.
_LOOKED_AT = 10_000
_KINDS = {
    "shortcode": re.compile(r"\{\{[<%].*?(?:[>%]\}\}|$)"),
    "template": re.compile(
        r"(?<!\{)\{%.*?(?:%\}|$)|(?<!\{)\{#.*?#\}|\{\{(?![<%]).*?(?:\}\}|$)|\{:[^{}]*\}|\{(?:filename|static|attach|author|category|tag|index)\}"
    ),
    "html": re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?(?:>|$)|<!--.*?(?:-->|$)"),
}


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something that the site does not read: its ``kind``, how often it stands in a body, and the first of it.

    ``line`` counts from 1 in the body as it is written.
    """

    kind: str
    count: int
    line: int
    first: str


@dataclass(frozen=True, slots=True)
class FormerBody:
    """A body as it is written; ``separators`` counts the lines that were dropped from it."""

    text: str
    separators: int
    foreign: tuple[Foreign, ...]


def read_body(text: str) -> FormerBody:
    """Return the body that ``text``, in Markdown, becomes; its other characters are as they were."""
    kept: list[str] = []
    found: dict[str, Foreign] = {}
    dropped, blank, waiting = 0, True, ""
    number = 0
    for line, code in _with_code(text):
        if not code and _SEPARATOR.fullmatch(line.text):
            dropped += 1
            # It also parted the paragraph before from the one behind: an empty line goes on doing so.
            waiting = "" if blank else line.ending
            continue
        blank = not line.text.strip()
        if waiting and not blank:
            kept.append(waiting)
            number += 1
        waiting = ""
        kept.append(line.text + line.ending)
        number += 1
        if not code:
            _note(line.text, number, found)
    return FormerBody("".join(kept), dropped, tuple(found.values()))


def _with_code(text: str) -> Iterator[tuple[Line, bool]]:
    """Yield each line, and whether it stands in a fenced block of code."""
    fence = ""
    for line in lines_of(text):
        mark = _FENCE.fullmatch(line.text)
        if fence:
            yield line, True
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
        else:
            opens = mark is not None and not (mark[1][0] == "`" and "`" in mark[2])
            yield line, opens
            fence = mark[1] if mark is not None and opens else ""


def _note(line: str, number: int, found: dict[str, Foreign]) -> None:
    if "{" not in line and "<" not in line:
        return
    words = _CODE.sub("", line[:_LOOKED_AT])
    for kind, sign in _KINDS.items():
        signs = [match.group() for match in sign.finditer(words)]
        if signs:
            before = found.get(kind)
            count = len(signs) + (before.count if before else 0)
            found[kind] = Foreign(kind, count, before.line if before else number, before.first if before else signs[0])
