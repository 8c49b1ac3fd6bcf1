"""YAML front matter, as Jekyll, Eleventy and most others write it."""

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent
from ruamel.yaml.events import SequenceStartEvent as SequenceStart
from ruamel.yaml.reader import ReaderError

from sitegen.adopt.pair import DEEPEST, HeadProblem, Pair, Value, checked, said

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_QUOTE = "put the value in quotation marks if it contains any of : # & * ! | > ' \" % @ ` [ ] { }"
_REMARK = re.compile(r"\s+(#.*)")


def read_yaml(text: str, *, first_line: int) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    """Return the pairs of the mapping in ``text``, and the comments that stand beside or between them.

    ``text`` begins on line ``first_line`` of its file. Raises ``HeadProblem``; anchors and aliases are refused, since a
    few lines of them can grow into gigabytes.
    """
    try:
        return _Builder(text, first_line).document()
    except ReaderError as error:
        line = first_line + text.count("\n", 0, int(error.position))
        raise HeadProblem("the front matter holds a character that YAML forbids", "delete it", line) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        problem = " ".join(str(error.problem or error.context or "it cannot be read").split())
        raise HeadProblem(f"the front matter is not valid YAML: {problem}", _QUOTE, line) from None
    except (YAMLError, ValueError, OverflowError, IndexError, AttributeError, TypeError, AssertionError) as error:
        # The library stumbles over some odd escapes and directives instead of reporting them.
        raise HeadProblem(f"the front matter is not valid YAML ({type(error).__name__})", _QUOTE, first_line) from None


class _Builder:
    """Turns YAML events into pairs; from events, so that hostile nesting is met at once."""

    def __init__(self, text: str, first_line: int) -> None:
        self._lines = text.split("\n")
        self._events: Iterator[Any] = YAML(typ="safe", pure=True).parse(text)
        self._first_line = first_line

    def document(self) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
        whole = tuple(line for line in self._lines if line.startswith("#"))
        for event in self._events:
            if isinstance(event, MappingStartEvent):
                pairs, beside = self._top(event)
                for rest in self._events:
                    if isinstance(rest, ScalarEvent | SequenceStart | MappingStartEvent | AliasEvent):
                        raise HeadProblem("the front matter holds two documents", "join them", self._line(rest))
                return pairs, (*whole, *beside)
            if isinstance(event, ScalarEvent | SequenceStart | AliasEvent):
                message = "the front matter is not a list of “key: value” lines"
                hint = "if the “---” is meant as a rule, put a blank line before it"
                raise HeadProblem(message, hint, self._line(event))
        return (), whole

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self._first_line

    def _top(self, opening: Any) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
        found = [(key, value, start, end) for key, value, start, end in self._pairs(0)]
        ends = [start.line for _key, _value, start, _end in found[1:]] + [len(self._lines)]
        pairs, beside = [], []
        for (key, value, start, end), following in zip(found, ends, strict=True):
            block = not opening.flow_style and start.column == 0
            pairs.append(Pair(key, value, self._slice(start.line, following) if block else said(key, value)))
            # A remark at the end of a line would be lost with a value that is taken.
            if block and (remark := _REMARK.fullmatch(self._lines[end.line][end.column :])):
                beside.append(f"# {key}: {remark[1]}")
        return tuple(pairs), tuple(beside)

    def _slice(self, start: int, stop: int) -> str:
        lines = [line for line in self._lines[start:stop] if not line.startswith("#")]
        return "\n".join(lines).rstrip()

    def _pairs(self, depth: int) -> Iterator[tuple[str, Value, Any, Any]]:
        lines: dict[str, int] = {}
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                return
            if not isinstance(event, ScalarEvent):
                raise HeadProblem(
                    "a list or mapping stands where a key should", "write “key: value”", self._line(event)
                )
            self._refuse(event, depth)
            key, line = checked(str(event.value), self._line(event)), self._line(event)
            if key in lines:
                message = f"the key “{key[:100]}” stands on line {lines[key]} already"
                raise HeadProblem(message, "keep one of the two", line)
            lines[key] = line
            value, end = self._value(next(self._events), depth + 1)
            yield key, value, event.start_mark, end

    def _value(self, event: Any, depth: int) -> tuple[Value, Any]:
        self._refuse(event, depth)
        if isinstance(event, ScalarEvent):
            text = str(event.value)
            if not event.style and event.tag is None and text in _CONSTANTS:
                return _CONSTANTS[text], event.end_mark
            return checked(text, self._line(event)), event.end_mark
        if isinstance(event, SequenceStart):
            return self._members(depth)
        pairs = list(self._pairs(depth))
        return {key: value for key, value, _start, _end in pairs}, pairs[-1][3] if pairs else event.end_mark

    def _members(self, depth: int) -> tuple[Value, Any]:
        members: list[Value] = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                return members, event.end_mark
            members.append(self._value(event, depth + 1)[0])
        return members, None

    def _refuse(self, event: Any, depth: int) -> None:
        if isinstance(event, AliasEvent) or event.anchor is not None:
            message = "the front matter holds a YAML alias or anchor (“*” or “&”)"
            raise HeadProblem(message, "write the value out, or put it in quotation marks", self._line(event))
        if depth > DEEPEST:
            raise HeadProblem("the front matter is nested too deeply", "write plain lists", self._line(event))
