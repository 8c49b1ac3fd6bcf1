"""The keys of an authority record as they are written: where each stands, and where the members of its value do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from sitegen.model.yaml_text import quoted

Shape = Literal["empty", "scalar", "list", "other"]


class EditProblem(Exception):  # noqa: N818 - a user's way of writing, no bug
    """A record is written in a way in which no edit is safe; ``line`` counts from 1 in the file."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class Leaf:
    """A member of a list, or a single value: ``value`` with white space collapsed, as readers take it.

    ``start`` and ``stop`` are offsets into the file's text. ``style`` is a quotation mark, ``|``, ``>`` or empty;
    ``plain`` tells that it is one word or line, and no list or mapping.
    """

    value: str
    start: int
    stop: int
    style: str = ""
    plain: bool = True


def in_its_marks(leaf: Leaf, value: str) -> str:
    """Return ``value`` in the marks of quotation of a former one, "" where that has none or they do not fit."""
    if leaf.style == '"':
        return quoted(value)
    if leaf.style == "'" and quoted(value).replace('\\"', '"') == f'"{value}"':
        return "'" + value.replace("'", "''") + "'"
    return ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value. ``colon`` is the offset behind the colon, ``stop`` that of the end of the value.

    ``flow`` tells that the value is written in brackets; ``leaves`` are the members of a list, or the one value.
    """

    key: str
    start: int
    colon: int
    stop: int
    column: int
    shape: Shape
    flow: bool
    leaves: tuple[Leaf, ...]


def read_entries(text: str, start: int, stop: int) -> tuple[Entry, ...]:
    """Return the keys in ``text[start:stop]``, which is YAML, in the order of the file. Line ends are LF.

    Raises EditProblem where it is no block of ``key: value`` lines.
    """
    line = text.count("\n", 0, start) + 1
    try:
        events = iter(list(YAML(typ="safe", pure=True).parse(text[start:stop])))
    except (YAMLError, ValueError, OverflowError, IndexError, AttributeError, TypeError, AssertionError):
        raise EditProblem("the front matter is not valid YAML", line) from None
    for event in events:
        if isinstance(event, MappingStartEvent):
            if event.flow_style:
                raise EditProblem("the keys stand in curly brackets", line)
            return tuple(mapping_entries(text, start, events))
    return ()


def mapping_entries(text: str, base: int, events: Iterator[Any]) -> Iterator[Entry]:
    """Yield the keys of a mapping in block style whose beginning was the last event; offsets of events count from base.

    Raises EditProblem where a key is not written as ``key: value``.
    """
    for key in events:
        if isinstance(key, MappingEndEvent):
            return
        begins, ends = base + key.start_mark.index, base + key.end_mark.index
        at = text.find(":", ends)
        gap = text[ends : at if at >= 0 else len(text)]
        if not isinstance(key, ScalarEvent) or gap.strip(" "):
            raise EditProblem("a key is not written as “key: value”", text.count("\n", 0, begins) + 1)
        colon = ends + len(gap) + 1
        shape, flow, leaves, stop = _value(next(events), base, events, text)
        if shape == "empty" and stop < 0:
            stop = colon
        yield Entry(str(key.value), begins, colon, stop, int(key.start_mark.column), shape, flow, leaves)


def _value(event: Any, base: int, events: Iterator[Any], text: str) -> tuple[Shape, bool, tuple[Leaf, ...], int]:
    """Return shape, whether in brackets, leaves and end of the value that begins with ``event``; -1 for no end."""
    if isinstance(event, ScalarEvent):
        leaf = _leaf(event, base, text)
        if not event.style and not str(event.value):
            # The library places a missing value on the line behind its key.
            return "empty", False, (), -1
        if not leaf.value or (not event.style and event.value == "~"):
            return "empty", False, (leaf,), leaf.stop
        return "scalar", False, (leaf,), leaf.stop
    flow = bool(event.flow_style)
    if isinstance(event, SequenceStartEvent):
        leaves: list[Leaf] = []
        for member in events:
            if isinstance(member, SequenceEndEvent):
                end = base + member.end_mark.index if flow or not leaves else leaves[-1].stop
                return "list", flow, tuple(leaves), end
            leaves.append(_leaf(member, base, text) if isinstance(member, ScalarEvent) else _nest(member, base, events))
    nest = _nest(event, base, events)
    return "other", flow, (), nest.stop


def _leaf(event: Any, base: int, text: str) -> Leaf:
    start, stop = base + event.start_mark.index, base + event.end_mark.index
    while stop > start and text[stop - 1] == "\n":
        stop -= 1
    return Leaf(" ".join(str(event.value).split()), start, stop, str(event.style or ""))


def _nest(opening: Any, base: int, events: Iterator[Any]) -> Leaf:
    """Pass over a list or a mapping."""
    start = base + opening.start_mark.index
    stop, depth = base + opening.end_mark.index, 1
    flows = [bool(opening.flow_style)]
    while depth:
        event = next(events)
        if isinstance(event, SequenceStartEvent | MappingStartEvent):
            depth += 1
            flows.append(bool(event.flow_style))
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            depth -= 1
            if flows.pop():
                stop = base + event.end_mark.index
        elif isinstance(event, ScalarEvent) and event.end_mark.index > event.start_mark.index:
            stop = base + event.end_mark.index
    return Leaf("", start, stop, plain=False)
