"""A pad for remarks about one file while it is being read."""

from dataclasses import dataclass, field

from sitegen.diagnostics import Diagnostic


@dataclass(slots=True)
class Notes:
    """Collects the diagnostics of one file; ``path`` is as users see it. Lines and columns count from 1."""

    path: str
    _diagnostics: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, hint: str, line: int | None = None, column: int | None = None) -> None:
        """Note a mistake that forbids a build."""
        self._diagnostics.append(Diagnostic(code, "error", self.path, line, column, message, hint))

    def warn(self, code: str, message: str, hint: str, line: int | None = None, column: int | None = None) -> None:
        """Note a doubt; the file is read all the same."""
        self._diagnostics.append(Diagnostic(code, "warning", self.path, line, column, message, hint))

    @property
    def failed(self) -> bool:
        """Whether an error has been noted."""
        return any(note.severity == "error" for note in self._diagnostics)

    def all(self) -> tuple[Diagnostic, ...]:
        """Return everything noted, in the order in which it was found."""
        return tuple(self._diagnostics)
