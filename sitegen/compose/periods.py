"""Dates of which only a part may be known, and the times between two of them, in words."""

from sitegen.compose.wording import MONTHS
from sitegen.model.partial_date import PartialDate


def partial_day(date: PartialDate) -> str:
    """Return "1948", "November 1948" or "3 November 1948"."""
    parts = (str(date.day) if date.day else "", MONTHS[date.month - 1] if date.month else "", str(date.year))
    return " ".join(filter(None, parts))


def from_to(start: PartialDate, end: PartialDate) -> str:
    """Return "2016–2024", or "April 2016 – May 2024": the dash of dates in several words has room round it."""
    one, two = partial_day(start), partial_day(end)
    if one == two:
        return one
    return f"{one} – {two}" if " " in one + two else f"{one}–{two}"


def period(since: PartialDate | None, until: PartialDate | None) -> str:
    """Return "2016–2024", "since April 2016", "until 2024", or "" where neither bound is known."""
    if since is not None and until is not None:
        return from_to(since, until)
    if since is not None:
        return f"since {partial_day(since)}"
    return f"until {partial_day(until)}" if until is not None else ""
