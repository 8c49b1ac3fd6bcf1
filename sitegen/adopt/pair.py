"""A key of a former head, whatever its format, with its value; and what is wrong with a head."""

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Lists and mappings as parsers return them; nothing changes them.
Value = str | bool | int | float | datetime.date | datetime.time | list[Any] | dict[str, Any] | None

DEEPEST = 12
_SIMPLE = re.compile(r"[\w][\w .-]*")
_SURROGATE = re.compile("[\ud800-\udfff]")


class HeadProblem(Exception):  # noqa: N818 - a user's mistake, no bug
    """What forbids to take a text; ``line`` counts from 1 in the file."""

    def __init__(self, message: str, hint: str, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line


@dataclass(frozen=True, slots=True)
class Pair:
    """A key as written and its value; ``written`` are the lines that say both, fit for a comment.

    The text of a value is as written: YAML's plain numbers and dates are text, only its true, false and null are not.
    """

    key: str
    value: Value
    written: str


def pairs_of(values: Mapping[str, Any], line: int = 1) -> tuple[Pair, ...]:
    """Return the pairs of a mapping that came from TOML or JSON.

    Raises ``HeadProblem`` for half characters and deep nesting, which nobody writes by hand.
    """
    return tuple(Pair(key, checked(value, line), said(checked(key, line), value)) for key, value in values.items())


def said(key: str, value: object) -> str:
    """Return ``key: value`` as one line of YAML."""
    name = key if _SIMPLE.fullmatch(key) else json.dumps(key, ensure_ascii=False)
    return f"{name}: {json.dumps(value, ensure_ascii=False, default=str)}"


def checked(value: Any, line: int) -> Any:
    """Return ``value``; raises ``HeadProblem`` where it is nested too deeply or holds half a character."""
    pending = [(value, 0)]
    while pending:
        each, depth = pending.pop()
        if depth > DEEPEST:
            raise HeadProblem("the front matter is nested too deeply", "write plain lists", line)
        if isinstance(each, str) and _SURROGATE.search(each):
            message, hint = "an escape like “\\ud800” is half a character", "write the character itself"
            raise HeadProblem(message, hint, line)
        if isinstance(each, dict):
            pending.extend((part, depth + 1) for pair in each.items() for part in pair)
        elif isinstance(each, list):
            pending.extend((part, depth + 1) for part in each)
    return value
