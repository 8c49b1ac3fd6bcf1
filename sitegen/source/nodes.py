"""YAML text to plain nodes with lines and columns; scalars stay text until a field says what they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent
from ruamel.yaml.events import SequenceStartEvent as SequenceStart
from ruamel.yaml.reader import ReaderError

_DEEPEST = 6
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUOTE = "put the value in quotation marks if it contains any of : # & * ! | > ' \" % @ ` [ ] { }"
_TAB = re.compile(r"^ *(\t)[ \t]*\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written; ``plain`` where no quotation marks or block signs set it off."""

    text: str
    line: int
    column: int
    plain: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not self.text.strip() or (self.plain and self.text == "~")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    members: "tuple[Node, ...]"
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; no key comes twice."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class YamlProblem(Exception):  # noqa: N818 - a user's mistake, no bug
    """What is wrong with a piece of YAML; ``line`` and ``column`` count from 1 in the file.

    ``reason`` is what the library says, "" where it is not the library that found it.
    """

    def __init__(
        self, code: str, message: str, hint: str, line: int, column: int | None = None, reason: str = ""
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line
        self.column = column
        self.reason = reason


def read_yaml(text: str, *, first_line: int, holder: str = "the front matter") -> Node | None:
    """Return the one document in ``text``, which begins on line ``first_line`` of its file; None where it is empty.

    ``holder`` is what problems call the text. Raises ``YamlProblem``. Anchors, aliases, tags and deep nesting are
    refused: a few lines of them can grow into gigabytes, and articles need none. We build from events, not from
    ruamel's own recursive composer, so that hostile nesting is met at once.
    """
    if tab := _TAB.search(text):
        line = first_line + text.count("\n", 0, tab.start(1))
        message, hint = "a tab indents the line; YAML wants spaces", "replace the tab with two spaces"
        raise YamlProblem("front-matter-tab", message, hint, line, tab.start(1) - text.rfind("\n", 0, tab.start(1)))
    events = YAML(typ="safe", pure=True).parse(text)
    try:
        return _Builder(events, first_line, holder).document()
    except ReaderError as error:
        # For text the position is an index into what was read, up to which the lines can be counted.
        line = first_line + text.count("\n", 0, int(error.position))
        sign = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
        message = f"{holder} contains the character U+{sign:04X}, which YAML forbids"
        raise YamlProblem("front-matter-yaml", message, "delete the character", line) from None
    except MarkedYAMLError as error:
        # What is never closed is best shown where it opens.
        flow = "flow" in str(error.context or "")
        unclosed = (flow or "end of stream" in str(error.problem)) and error.context_mark is not None
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, None)
        problem = " ".join(str(error.problem or error.context or "it cannot be read").split())
        message = f"{holder} is not valid YAML: {problem}"
        raise YamlProblem("front-matter-yaml", message, _QUOTE, line, column, problem) from None
    except (YAMLError, ValueError, OverflowError, IndexError, AttributeError, TypeError, AssertionError) as error:
        # The library stumbles over some odd escapes and directives instead of reporting them.
        message = f"{holder} is not valid YAML ({type(error).__name__})"
        raise YamlProblem("front-matter-yaml", message, _QUOTE, first_line) from None


class _Builder:
    """Turns a stream of YAML events into nodes."""

    def __init__(self, events: Iterator[Any], first_line: int, holder: str) -> None:
        self._events = events
        self._first_line = first_line
        self._holder = holder

    def document(self) -> Node | None:
        for event in self._events:
            if isinstance(event, ScalarEvent | SequenceStart | MappingStartEvent | AliasEvent):
                node = self._node(event, 0)
                for _rest in self._events:  # what follows must be valid as well
                    pass
                return node
        return None

    def _place(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + self._first_line, event.start_mark.column + 1

    def _refuse(self, event: Any, depth: int) -> None:
        place = self._place(event)
        if isinstance(event, AliasEvent) or event.anchor is not None:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            message = f"“{sign}” makes this a YAML alias or anchor, which {self._holder} may not contain"
            raise YamlProblem("front-matter-alias", message, "put the value in quotation marks", *place)
        if event.tag is not None:
            message = f"“{event.tag}” is a YAML tag, which {self._holder} may not contain"
            raise YamlProblem(
                "front-matter-tag", message, "remove the tag, or put the value in quotation marks", *place
            )
        if isinstance(event, ScalarEvent) and _SURROGATE.search(str(event.value)):
            message = "an escape like “\\ud800” is half a character"
            raise YamlProblem("front-matter-character", message, "write the character itself", *place)
        if depth > _DEEPEST:
            message = f"{self._holder} is nested too deeply"
            raise YamlProblem("front-matter-depth", message, "write plain lists", *place)

    def _node(self, event: Any, depth: int) -> Node:
        self._refuse(event, depth)
        line, column = self._place(event)
        if isinstance(event, ScalarEvent):
            return Scalar(str(event.value), line, column, plain=not event.style)
        if isinstance(event, SequenceStart):
            return Sequence(tuple(self._members(depth)), line, column)
        return Mapping(tuple(self._entries(depth)), line, column)

    def _members(self, depth: int) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                return
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        lines: dict[str, int] = {}
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                return
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                message = "a list or mapping stands where a key should"
                raise YamlProblem("front-matter-yaml", message, "write “key: value”", key.line, key.column)
            if key.text in lines:
                message = f"the key “{key.text}” stands on line {lines[key.text]} already"
                raise YamlProblem("front-matter-duplicate", message, "keep one of the two", key.line, key.column)
            lines[key.text] = key.line
            value = self._node(next(self._events), depth + 1)
            if isinstance(value, Scalar) and value.plain and not value.text:
                # The library places a missing value on the line after its key.
                value = Scalar("", key.line, key.column)
            yield key, value
