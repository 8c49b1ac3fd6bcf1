"""A file of annotations taken apart: where each member stands, and what it says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sitegen.curate.own_text import OwnText, own_text
from sitegen.curate.record_yaml import EditProblem, Entry, mapping_entries

_DASH = re.compile(r"([ ]*)-[ ]*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the list: its lines go from the offset ``start`` to ``stop``, the line end left out.

    ``column`` is that of its hyphen; ``entries`` are its keys, none where it stands in brackets or is no mapping;
    ``said`` all that it says: texts, lists of them, and keys with their values. ``position`` is what it says of that.
    """

    start: int
    stop: int
    column: int
    entries: tuple[Entry, ...]
    said: Any

    @property
    def position(self) -> int | None:
        """Where its words stood, None where it does not say so."""
        found = dict(self.said).get("position") if self.entries else None
        return int(found) if isinstance(found, str) and re.fullmatch(r"[0-9]{1,9}", found) else None


@dataclass(frozen=True, slots=True)
class AnnotationPage(OwnText):
    """A file taken apart."""

    members: tuple[Member, ...]


def read_annotation_page(raw: str) -> AnnotationPage:
    """Take a file apart; raises EditProblem where it is no block of members that each begin with a hyphen."""
    own = own_text(raw)
    try:
        events = list(YAML(typ="safe", pure=True).parse(own.text))
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = own.line(mark.index) if mark is not None else 1
        raise EditProblem("the file is not valid YAML", line) from None
    except (ValueError, OverflowError, IndexError, AttributeError, TypeError, AssertionError, RecursionError):
        raise EditProblem("the file is not valid YAML", 1) from None
    for event in events:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise EditProblem("an anchor (&) or an alias (*) ties members together", own.line(event.start_mark.index))
    starts = [event for event in events if isinstance(event, DocumentStartEvent)]
    if len(starts) > 1:
        raise EditProblem("a second YAML document follows", own.line(starts[1].start_mark.index))
    return AnnotationPage(own.raw, own.text, own.offsets, _members(own, events))


def _members(own: OwnText, events: Sequence[Any]) -> tuple[Member, ...]:
    at = next((number for number, event in enumerate(events) if _is_value(event)), None)
    if at is None or (isinstance(events[at], ScalarEvent) and not events[at].style and not events[at].value):
        return ()
    root = events[at]
    line = own.line(root.start_mark.index)
    if not isinstance(root, SequenceStartEvent):
        raise EditProblem("the file is no list: each annotation begins with “- ”", line)
    if root.flow_style:
        raise EditProblem("the list stands in square brackets", line)
    members: list[Member] = []
    at += 1
    while not isinstance(events[at], SequenceEndEvent):
        end = _behind(events, at)
        member = _member(own, events[at:end], members[-1].stop if members else 0)
        if members and member.column != members[0].column:
            raise EditProblem("the hyphens stand in different columns", own.line(member.start))
        members.append(member)
        at = end
    return tuple(members)


def _is_value(event: Any) -> bool:
    return isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent)


def _behind(events: Sequence[Any], at: int) -> int:
    """Return the number of the event behind the value that begins at ``at``."""
    depth = 0
    while True:
        event = events[at]
        at += 1
        depth += isinstance(event, SequenceStartEvent | MappingStartEvent)
        depth -= isinstance(event, SequenceEndEvent | MappingEndEvent)
        if not depth:
            return at


def _member(own: OwnText, events: Sequence[Any], above: int) -> Member:
    first = events[0]
    begins = first.start_mark.index
    if isinstance(first, ScalarEvent) and not first.style and not first.value:
        raise EditProblem("a member is empty", own.line(max(above, begins - 1)))
    start, column = _dash(own, begins, above)
    entries: tuple[Entry, ...] = ()
    if isinstance(first, MappingStartEvent) and not first.flow_style:
        entries = tuple(mapping_entries(own.text, 0, iter(events[1:])))
        ends = max((max(entry.stop, entry.colon) for entry in entries), default=begins)
    else:
        ends = max(event.end_mark.index for event in events)
    # A block of lines ends behind the blank ones that follow it.
    ends = len(own.text[:ends].rstrip(" \n"))
    return Member(start, own.line_end(ends), column, entries, _value(iter(events)))


def _dash(own: OwnText, begins: int, above: int) -> tuple[int, int]:
    """Return where the line with the hyphen of a member begins, and how far the hyphen is indented."""
    start = own.line_start(begins)
    before = own.text[start:begins]
    found = _DASH.fullmatch(before)
    while found is None:
        if before.strip(" ") and not before.lstrip(" ").startswith("#"):
            raise EditProblem("a member is written in an unusual way", own.line(begins))
        if start <= above:
            raise EditProblem("a member is written in an unusual way", own.line(begins))
        stop = start - 1
        start = own.line_start(stop)
        before = own.text[start:stop]
        found = _DASH.fullmatch(before)
    return start, len(found[1])


def _value(events: Any) -> Any:
    """Return a value: a text, a tuple of values, or a tuple of pairs of a key and its value."""
    event = next(events)
    if isinstance(event, SequenceStartEvent):
        members = []
        while (member := _value(events)) is not None:
            members.append(member)
        return tuple(members)
    if isinstance(event, MappingStartEvent):
        pairs = []
        while (key := _value(events)) is not None:
            pairs.append((key, _value(events)))
        return tuple(pairs)
    return str(event.value) if isinstance(event, ScalarEvent) else None
