"""JSON front matter, as Hugo and Eleventy take it."""

import json
from typing import Any

from sitegen.adopt.entry import Entry, entries_of
from sitegen.adopt.problem import HeadProblem

_HINT = 'write “"key": "value"” in curly brackets, with a comma between two'


class _TwiceError(Exception):
    """A key that stands twice in one mapping."""


def read_json(text: str, *, first_line: int) -> tuple[tuple[Entry, ...], int]:
    """Return the entries of the mapping that ``text`` begins with, and the offset behind it.

    ``text`` begins on line ``first_line`` of its file. Raises ``HeadProblem``.
    """
    start = len(text) - len(text.lstrip())
    try:
        values, end = json.JSONDecoder(object_pairs_hook=_mapping).raw_decode(text, start)
    except json.JSONDecodeError as error:
        message = f"the front matter is not valid JSON: {error.msg}"
        raise HeadProblem(message, _HINT, first_line + error.lineno - 1) from None
    except _TwiceError as error:
        raise HeadProblem(f"the key “{error}” stands twice", "keep one of the two", first_line) from None
    except (ValueError, RecursionError):
        raise HeadProblem("the front matter is not valid JSON: it is too large", _HINT, first_line) from None
    if not isinstance(values, dict):
        raise HeadProblem("the front matter is no mapping in curly brackets", _HINT, first_line)
    return entries_of(values, first_line), end


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key, value in pairs:
        if key in mapping:
            raise _TwiceError(key[:100].encode("utf-8", "replace").decode())
        mapping[key] = value
    return mapping
