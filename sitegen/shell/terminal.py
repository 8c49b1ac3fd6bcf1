"""What the user sees on the terminal: data on standard output, remarks on standard error."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from sitegen.diagnostics import Diagnostic
from sitegen.shell.snippet import Snippets

_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def report(diagnostics: Iterable[Diagnostic], *, root: Path = Path(), as_json: bool = False) -> None:
    """Print diagnostics to standard error: each with its line of the file and a caret, or as one JSON object a line.

    Their paths are relative to ``root``.
    """
    snippets = Snippets(root)
    for diagnostic in snippets.located(diagnostics):
        if as_json:
            print(json.dumps(asdict(diagnostic), ensure_ascii=False), file=sys.stderr)
        else:
            print(_readable(diagnostic, snippets.of(diagnostic)), file=sys.stderr)


def harmless(text: str) -> str:
    """Return ``text`` without what would control a terminal: words of articles, and of other machines, are shown."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)


def refused(error: OSError | RuntimeError) -> Diagnostic:
    """Return what the system refuses as a remark."""
    path = str(getattr(error, "filename", None) or ".")
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    hint = "check the path and its permissions, and that there is room on the disk"
    return Diagnostic("system", "error", path, None, None, reason, hint)


def say(message: str, *, as_json: bool = False) -> None:
    """Print one line of progress to standard error."""
    print(json.dumps({"message": message}, ensure_ascii=False) if as_json else harmless(message), file=sys.stderr)


def _readable(diagnostic: Diagnostic, snippet: str) -> str:
    first, *rest = harmless(str(diagnostic)).split("\n", 1)
    if sys.stderr.isatty():
        word = f" {diagnostic.severity}:"
        first = first.replace(word, f" \x1b[{_COLOURS[diagnostic.severity]}m{word.strip()}\x1b[0m", 1)
    return "\n".join(part for part in (first, snippet, *rest) if part)
