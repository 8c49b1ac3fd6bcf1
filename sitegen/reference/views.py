"""The page of docs/ that says what templates are given: every view and every part of one, with its fields."""

import dataclasses
import inspect
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from sitegen.model.view import View

# A module's path before the name of a type.
_PATH = re.compile(r"\b(?:\w+\.)+(?=\w)")


def views() -> Iterator[type[Any]]:
    """Yield the views, in the order of the templates that the code names first."""
    yield from get_args(View)


def parts() -> list[type[Any]]:
    """Return what views are made of, sorted by name."""
    found: dict[str, type[Any]] = {}
    waiting = list(views())
    while waiting:
        for kind in _dataclasses_in(waiting.pop()):
            if kind.__name__ not in found:
                found[kind.__name__] = kind
                waiting.append(kind)
    return [found[name] for name in sorted(found)]


def explanation(kind: type[Any]) -> str:
    """Return the docstring of ``kind`` as a paragraph or several, its code in single backticks."""
    paragraphs = (inspect.getdoc(kind) or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()).replace("``", "`") for paragraph in paragraphs)


def fields(kind: type[Any]) -> Iterator[tuple[str, str]]:
    """Yield name and type of each field of ``kind``."""
    for field in dataclasses.fields(kind):
        hint = get_type_hints(kind)[field.name]
        yield field.name, _PATH.sub("", hint.__name__ if isinstance(hint, type) and not get_args(hint) else str(hint))


def _dataclasses_in(kind: type[Any]) -> Iterator[type[Any]]:
    """Yield the dataclasses that the fields of ``kind`` hold, however deep in tuples and unions."""
    waiting = list(get_type_hints(kind).values())
    while waiting:
        hint = waiting.pop()
        if dataclasses.is_dataclass(hint) and isinstance(hint, type):
            yield hint
        waiting.extend(arg for arg in get_args(hint) if not isinstance(arg, str))
