"""What a user is told about a mistake or a doubt: one value, rendered by terminal, ``--json`` and preview alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One remark about the user's files.

    ``path`` is relative to the site folder (or as the user named it), ``line`` and ``column`` count from 1
    and are None where the remark is about the whole file. ``hint`` says what to do about it.
    """

    code: str
    severity: Severity
    path: str
    line: int | None
    column: int | None
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}: {self.severity}: {self.message} [{self.code}]{hint}"


class InputError(Exception):
    """A user's mistake that ends the work; carries the diagnostics that say why.

    ``exit_code`` is 1 where the content is at fault and 2 where the command line or the configuration is.
    """

    def __init__(self, *diagnostics: Diagnostic, exit_code: int = 1) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics
        self.exit_code = exit_code


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that forbid a build."""
    return tuple(d for d in diagnostics if d.severity == "error")


def stop_at_errors(diagnostics: Iterable[Diagnostic]) -> None:
    """Raise InputError with all of ``diagnostics`` where one of them is an error."""
    remarks = tuple(diagnostics)
    if errors(remarks):
        raise InputError(*remarks)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column (in code points) of ``offset`` in ``text``."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
