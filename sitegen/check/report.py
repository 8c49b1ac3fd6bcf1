"""What a check found: one line for each thing that was looked at, and what is wrong."""

from dataclasses import dataclass

from sitegen.check.page import Words
from sitegen.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at: ``checked`` of it, ``what`` in words, and how many problems that showed."""

    name: str
    checked: int
    what: str
    problems: int


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check. The paths of ``diagnostics`` are relative to the folder that was looked at."""

    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]


def problem(code: str, path: str, message: str, hint: str, words: Words | None = None) -> Diagnostic:
    """Return a problem of the file ``path``, at the place of ``words`` where they are known."""
    line, column = (words.line or None, words.column) if words is not None else (None, None)
    return Diagnostic(code, "error", path, line, column if line else None, message, hint)
