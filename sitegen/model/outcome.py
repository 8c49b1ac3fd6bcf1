"""What a build came to."""

import datetime
from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a site came to: figures, remarks, and name and digest of every file.

    It is the same on all days from ``since`` to ``until``, which are None where there is no such bound.
    """

    articles: int
    people: int
    quotes: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[tuple[str, str], ...]
    since: datetime.date | None = None
    until: datetime.date | None = None

    @property
    def figures(self) -> dict[str, int]:
        """How much there is of what, by the names of the fields."""
        return {"articles": self.articles, "people": self.people, "quotes": self.quotes, "pages": self.pages}

    def holds_on(self, day: datetime.date) -> bool:
        """Tell whether a build on ``day`` makes the same site."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
