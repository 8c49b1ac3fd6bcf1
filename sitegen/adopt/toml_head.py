"""TOML front matter, as Hugo writes it."""

import re
import tomllib

from sitegen.adopt.entry import Entry, entries_of
from sitegen.adopt.problem import HeadProblem

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


def read_toml(text: str, *, first_line: int) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Return the entries of ``text``, and its comments; ``text`` begins on line ``first_line`` of its file.

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
    return entries_of(values, first_line), tuple(line for line in text.split("\n") if line.startswith("#"))
