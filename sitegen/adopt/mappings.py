"""Front matter in TOML and in JSON, as Hugo and Eleventy take it."""

import json
import re
import tomllib
from typing import Any

from sitegen.adopt.pair import HeadProblem, Pair, pairs_of

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_HINT = 'write “"key": "value"” in curly brackets, with a comma between two'


class _TwiceError(Exception):
    """A key that stands twice in one mapping."""


def read_toml(text: str, *, first_line: int) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    """Return the pairs of ``text``, and its comments; ``text`` begins on line ``first_line`` of its file.

    Raises ``HeadProblem``.
    """
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        at = int(place[1] or text.count("\n") + 1) if place else 1
        problem = _PLACE.sub("", str(error)) if isinstance(error, tomllib.TOMLDecodeError) else "it is too large"
        message = f"the front matter is not valid TOML: {problem}"
        raise HeadProblem(message, "write “key = value”, text in quotation marks", first_line + at - 1) from None
    return pairs_of(values, first_line), tuple(line for line in text.split("\n") if line.startswith("#"))


def read_json(text: str, *, first_line: int) -> tuple[tuple[Pair, ...], int]:
    """Return the pairs of the mapping that ``text`` begins with, and the offset behind it.

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
    return pairs_of(values, first_line), end


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key, value in pairs:
        if key in mapping:
            raise _TwiceError(key[:100].encode("utf-8", "replace").decode())
        mapping[key] = value
    return mapping
