"""A day, a month or a year: as much of a date as is known."""

import calendar
import datetime
import re
from dataclasses import dataclass

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """``month`` and ``day`` are 0 where they are not known; no day without its month."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def earliest(self) -> datetime.date:
        """The first day that can be meant."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last day that can be meant."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def partial_date(text: str) -> PartialDate | None:
    """Read "1948", "1948-11" or "1948-11-03"; None for anything else, and for what no calendar has."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    if year < 1 or (match[2] and not 1 <= month <= 12):
        return None
    if match[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return PartialDate(year, month, day)
