"""JSON, and lines of JSON: what a file holds, or the place at which it stops being JSON."""

import json
from typing import Any

from sitegen.diagnostics import Diagnostic, InputError

_HINT = "export the annotations again, as JSON; a mail or an issue is saved as .eml, .txt or .md"


def read_json(path: str, text: str) -> Any:
    """Return the value in ``text``, or a list of those on its lines; raises InputError where there is none."""
    try:
        return _value(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and (lines := _lines(text)) is not None:
            return lines
        place, message = (error.lineno, error.colno), f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise InputError(Diagnostic("import-json", "error", path, *place, message, _HINT)) from None
    except (RecursionError, ValueError):
        message = "this is no JSON that annotations are written in: it is nested too deeply, or a figure is too long"
        raise InputError(Diagnostic("import-json", "error", path, None, None, message, _HINT)) from None


def _lines(text: str) -> list[Any] | None:
    """Return the values on the lines, None where one is broken."""
    try:
        return [_value(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError):
        return None


def _value(text: str) -> Any:
    return json.loads(text)
