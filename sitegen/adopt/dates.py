"""Dates as other generators take them, to the one form that a site reads: ISO 8601."""

import datetime
import re

from sitegen.adopt.entry import Value

_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[Tt ]\s*(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d{1,9})?)?\s*([Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)
_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_TIME = r"(?:(?:,?\s+|T)(\d{1,2}:\d{2}(?::\d{2})?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
_MONTH_FIRST = re.compile(rf"([A-Za-z]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}", re.ASCII)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|\.)?[ -]([A-Za-z]+)\.?,?[ -](\d{{4}}){_TIME}", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
# A clock or zone that nobody can be sure of: the day before it is certain all the same.
_DAY_AND_MORE = re.compile(r"(.*\d)(?:,?\s+|T)\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?\s*[A-Z]{0,5}", re.ASCII)
_LONGEST = 60


def read_date(value: Value) -> str:
    """Return a date, with time and zone where they are said, as the front matter of a site takes it; "" where none.

    What can be read as two days is none.
    """
    if isinstance(value, datetime.datetime):
        # A year before 1000 is written with four digits by isoformat as well.
        return value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if not isinstance(value, str) or len(value) > _LONGEST:
        return ""
    text = " ".join(value.split())
    if match := _ISO.fullmatch(text):
        return _iso(match)
    text = _WEEKDAY.sub("", text, count=1)
    if match := _MONTH_FIRST.fullmatch(text):
        return _named(match[3], match[1], match[2], match[4], match[5])
    if match := _DAY_FIRST.fullmatch(text):
        return _named(match[3], match[2], match[1], match[4], match[5])
    if match := _SLASHED.fullmatch(text):
        return _only(int(match[1]), int(match[2]), int(match[3]))
    return ""


def read_day(value: Value) -> str:
    """Return the day of a date whose time cannot be read ("10:00 PM EST"); "" where there is no such day."""
    if isinstance(value, str) and len(value) <= _LONGEST and (match := _DAY_AND_MORE.fullmatch(value.strip())):
        return read_date(match[1])[:10]
    return ""


def day_of(date: str) -> datetime.date:
    """Return the day of what ``read_date`` returned."""
    return datetime.date.fromisoformat(date[:10])


def _iso(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    time = f"{int(hour):02}:{minute}" if hour else ""
    if second:
        time += f":{second}{(fraction or '').replace(',', '.')}"
    return _checked(int(year), int(month), int(day), time, zone or "")


def _named(year: str, month: str, day: str, time: str | None, zone: str | None) -> str:
    name = "sep" if month.lower() == "sept" else month.lower()
    for names in _MONTHS:
        if name in names:
            hour = time.zfill(len(time) + (time.find(":") == 1)) if time else ""
            return _checked(int(year), names.index(name) + 1, int(day), hour, zone or "")
    return ""


def _only(first: int, second: int, year: int) -> str:
    days = {_checked(year, month, day, "", "") for month, day in ((first, second), (second, first))} - {""}
    return days.pop() if len(days) == 1 else ""


def _checked(year: int, month: int, day: int, time: str, zone: str) -> str:
    """Return the date written out, or "" where the calendar, the clock or the globe does not know it."""
    zone = "Z" if zone.upper() in {"Z", "UTC", "GMT"} else zone
    try:
        written = datetime.date(year, month, day).isoformat()
        if not time:
            return written
        hour, minute, *rest = time.split(":")
        datetime.time(int(hour), int(minute), int(rest[0][:2]) if rest else 0)
    except ValueError:
        return ""
    if zone[:1] in {"+", "-"}:
        digits = zone[1:].replace(":", "").ljust(4, "0")
        if int(digits[:2]) > 23 or int(digits[2:]) > 59:
            return ""
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    return f"{written}T{time}{zone}"
