"""What the user sees on the terminal: data on standard output, remarks on standard error."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict

from sitegen.diagnostics import Diagnostic

_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def report(diagnostics: Iterable[Diagnostic], *, as_json: bool = False) -> None:
    """Print diagnostics to standard error, one JSON object a line with ``as_json``."""
    for diagnostic in diagnostics:
        if as_json:
            print(json.dumps(asdict(diagnostic), ensure_ascii=False), file=sys.stderr)
        else:
            print(_coloured(diagnostic), file=sys.stderr)


def say(message: str, *, as_json: bool = False) -> None:
    """Print one line of progress to standard error."""
    print(json.dumps({"message": message}, ensure_ascii=False) if as_json else message, file=sys.stderr)


def _coloured(diagnostic: Diagnostic) -> str:
    text = str(diagnostic)
    if not sys.stderr.isatty():
        return text
    word = f" {diagnostic.severity}:"
    return text.replace(word, f" \x1b[{_COLOURS[diagnostic.severity]}m{word.strip()}\x1b[0m", 1)
