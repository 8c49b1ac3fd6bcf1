"""The head of a former text, whatever its format, and where its body begins."""

import itertools
import re
from dataclasses import dataclass

from sitegen.adopt.lines import Line, lines_of, unified
from sitegen.adopt.mappings import read_json, read_toml
from sitegen.adopt.pair import HeadProblem, Pair
from sitegen.adopt.pelican_headers import begins_with_headers, read_headers
from sitegen.adopt.yaml_head import read_yaml
from sitegen.model.front_matter import LARGEST, begins_with_key

_FENCE = re.compile(r"---[ \t]*([A-Za-z0-9]*)[ \t]*")
_YAML_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_END = re.compile(r"---[ \t]*")
_TOML = re.compile(r"\+\+\+[ \t]*")
_BARE_JSON = re.compile(r"\{\s*[\"}]")
_SCRIPTS = frozenset({"js", "javascript", "cjs", "mjs", "coffee"})
_MOST_HEADERS = 200


@dataclass(frozen=True, slots=True)
class FormerHead:
    """Pairs and comments of a head; ``body`` is the offset in the text at which the body begins.

    ``present`` tells an empty head from none at all.
    """

    pairs: tuple[Pair, ...] = ()
    comments: tuple[str, ...] = ()
    body: int = 0
    present: bool = False


def read_head(text: str, *, markdown: bool, headers: bool) -> FormerHead:
    """Return the head of ``text``.

    Plain text (not ``markdown``) may have YAML only, and what cannot be read as such is text. ``headers`` tells that
    Pelican's are looked for. Raises ``HeadProblem``.
    """
    first = next(lines_of(text), None)
    if first is None:
        return FormerHead()
    fence = _FENCE.fullmatch(first.text)
    if not markdown:
        return _of_plain_text(text, first) if fence and not fence[1] else FormerHead()
    if fence:
        return _fenced(text, first, fence[1].lower())
    if _TOML.fullmatch(first.text):
        inner, end = _inner(text, first, _TOML)
        return FormerHead(*read_toml(inner, first_line=2), body=end, present=True)
    if _BARE_JSON.match(text):
        pairs, end = read_json(text[:LARGEST], first_line=1)
        rest = next(lines_of(text, end), None)
        if rest and rest.text.strip():
            line = 1 + unified(text[:end]).count("\n")
            raise HeadProblem("text stands on the line on which the JSON ends", "begin the body on the next", line)
        return FormerHead(pairs, (), rest.end if rest else end, True)
    top = tuple(itertools.islice(lines_of(text), _MOST_HEADERS)) if headers else ()
    if begins_with_headers(top):
        pairs, count = read_headers(top)
        return FormerHead(pairs, (), top[count - 1].end, True)
    return FormerHead()


def _of_plain_text(text: str, first: Line) -> FormerHead:
    if not begins_with_key(unified(text[first.end : first.end + LARGEST])):
        return FormerHead()
    if not any(_YAML_END.fullmatch(line.text) for line in lines_of(text, first.end)):
        return FormerHead()
    return _fenced(text, first, "")


def _fenced(text: str, first: Line, form: str) -> FormerHead:
    if form in _SCRIPTS:
        message = "the front matter is a program in JavaScript, which is never run"
        raise HeadProblem(message, "write it as YAML, between lines “---”")
    if form not in {"", "yaml", "yml", "toml", "json"}:
        raise HeadProblem(f"front matter of the form “{form[:40]}” is not known", "write it as YAML")
    inner, end = _inner(text, first, _YAML_END if form in {"", "yaml", "yml"} else _END)
    if form == "toml":
        return FormerHead(*read_toml(inner, first_line=2), body=end, present=True)
    if form == "json":
        pairs, stop = read_json(inner, first_line=2)
        if inner[stop:].strip():
            line = 2 + inner.count("\n", 0, stop)
            raise HeadProblem("something stands behind the closing bracket of the JSON", "close it with “---”", line)
        return FormerHead(pairs, (), end, True)
    return FormerHead(*read_yaml(inner, first_line=2), body=end, present=True)


def _inner(text: str, first: Line, closing: re.Pattern[str]) -> tuple[str, int]:
    """Return what stands between the fences, with LF as line ends, and the offset behind the closing one."""
    start = first.end
    for line in lines_of(text, first.end):
        if closing.fullmatch(line.text):
            return unified(text[first.end : start]), line.end
        start = line.end
        if start - first.end > LARGEST:
            message = f"the front matter is longer than {LARGEST // 1000} kB, or is not closed"
            raise HeadProblem(message, "move text into the body")
    raise HeadProblem("the front matter is not closed", f"end it with a line “{first.text[:3]}”")
