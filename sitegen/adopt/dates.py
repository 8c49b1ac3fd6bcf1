"""Dates as other generators take them, to the one form that a site reads: ISO 8601."""

import datetime
import re

from sitegen.adopt.pair import Value

_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([A-Za-z]+)\.?,?[ -](\d{4})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_BEFORE_CLOCK = re.compile(r",?\s+(?=\d{1,2}:)|(?<=\d)[Tt]\s*(?=\d{1,2}:)")
_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d{1,9})?)?\s*(?:(Z|UTC|GMT)|([+-])(\d{2})(?::?(\d{2}))?)?",
    re.ASCII | re.IGNORECASE,
)
_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
)
_LONGEST = 60


def read_date(value: Value) -> str:
    """Return a date, with time and zone where they are said, as the front matter of a site takes it; "" where none.

    What can be read as two days is none.
    """
    day, clock = _parts(value)
    date, time = _day(day), _time(clock) if clock else ""
    return date + time if date and time is not None else ""


def read_day(value: Value) -> str:
    """Return the day alone, which is certain also where nobody can be sure of the clock ("10:00 PM EST")."""
    return _day(_parts(value)[0])


def day_of(date: str) -> datetime.date:
    """Return the day of what ``read_date`` returned."""
    return datetime.date.fromisoformat(date[:10])


def _parts(value: Value) -> tuple[str, str]:
    """Return what stands before the clock, and the clock with all behind it."""
    text = value.isoformat() if isinstance(value, datetime.date) else value
    if not isinstance(text, str) or len(text) > _LONGEST:
        return "", ""
    day, *clock = _BEFORE_CLOCK.split(_WEEKDAY.sub("", " ".join(text.split()), count=1), maxsplit=1)
    return day, "".join(clock)


def _day(text: str) -> str:
    """Return a day written out, or "" where the calendar does not know it."""
    if match := _YEAR_FIRST.fullmatch(text):
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH_FIRST.fullmatch(text):
        return _checked(int(match[3]), _month(match[1]), int(match[2]))
    if match := _DAY_FIRST.fullmatch(text):
        return _checked(int(match[3]), _month(match[2]), int(match[1]))
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = map(int, match.groups())
        days = {_checked(year, first, second), _checked(year, second, first)} - {""}
        return days.pop() if len(days) == 1 else ""
    return ""


def _month(name: str) -> int:
    name = "sep" if name.lower() == "sept" else name.lower()
    return next((names.index(name) + 1 for names in _MONTHS if name in names), 0)


def _checked(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _time(text: str) -> str | None:
    """Return a time as it stands behind a day; None where the clock or the globe does not know it."""
    match = _CLOCK.fullmatch(text)
    if not match:
        return None
    hour, minute, second, fraction, zulu, sign, hours, minutes = match.groups()
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59 or int(hours or 0) > 23 or int(minutes or 0) > 59:
        return None
    seconds = f":{second}{(fraction or '').replace(',', '.')}" if second else ""
    zone = "Z" if zulu else f"{sign}{hours}:{minutes or '00'}" if sign else ""
    return f"T{int(hour):02}:{minute}{seconds}{zone}"
