"""A remark as an open page shows it: with its line of the file."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.diagnostics import Diagnostic
from sitegen.shell.snippet import Snippets


@dataclass(frozen=True, slots=True)
class Problem:
    """A remark with its line of the file and a caret below it, for the page."""

    diagnostic: Diagnostic
    snippet: str = ""


def problems_of(diagnostics: Iterable[Diagnostic], site: Path) -> tuple[Problem, ...]:
    """Return remarks with their lines; their paths are relative to ``site``."""
    snippets = Snippets(site)
    return tuple(Problem(found, snippets.of(found)) for found in snippets.located(diagnostics))
