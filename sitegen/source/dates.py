"""Dates as authors write them: ISO 8601, and nothing that two readers could read in two ways."""

import datetime
import re
from zoneinfo import ZoneInfo

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:[Tt ]\s{0,3}(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s{0,3}([Zz]|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)
_SLASHED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
FORM = "write YYYY-MM-DD, for example 2024-05-31, or 2024-05-31T09:30+02:00"


class DateProblem(ValueError):  # noqa: N818 - a user's mistake, no bug
    """A date that cannot be read; ``hint`` shows the right form."""

    def __init__(self, message: str, hint: str = FORM) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def read_date(text: str, *, timezone: str) -> tuple[datetime.date, datetime.datetime | None]:
    """Return the calendar day as written, and the exact moment where a time is given.

    A time without a zone is read in ``timezone`` (an IANA name). Raises ``DateProblem``.
    """
    text = text.strip()
    if slashed := _SLASHED.fullmatch(text):
        raise DateProblem("can be read in more than one way", _readings(*map(int, slashed.groups())))
    match = _ISO.fullmatch(text)
    if not match:
        raise DateProblem("is not a date of the form YYYY-MM-DD")
    year, month, day, hour, minute, second = (int(group or 0) for group in match.groups()[:6])
    try:
        date = datetime.date(year, month, day)
        if match[4] is None:
            return date, None
        micro = int((match[7] or "").ljust(6, "0")[:6])
        local = datetime.datetime(year, month, day, hour, minute, second, micro)
        return date, _moment(local, match[8], timezone)
    except (ValueError, OverflowError) as error:
        if isinstance(error, DateProblem):
            raise
        raise DateProblem("is no day or time of the calendar") from None


def _readings(first: int, second: int, year: int) -> str:
    days = {(first, second), (second, first)}
    forms = [f"{year:04}-{month:02}-{day:02}" for month, day in sorted(days) if 1 <= month <= 12 and 1 <= day <= 31]
    return f"write the year first: {' or '.join(forms)}" if forms else FORM


def _moment(local: datetime.datetime, zone: str | None, timezone: str) -> datetime.datetime:
    """Put ``local`` into its zone, with a fixed offset: the value no longer depends on a time zone database."""
    if zone:
        sign = -1 if zone[0] == "-" else 1
        digits = zone[1:].replace(":", "").ljust(4, "0") if zone not in "Zz" else "0000"
        if int(digits[2:]) > 59:
            raise DateProblem("has a time zone that does not exist")
        offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * sign
        return local.replace(tzinfo=datetime.timezone(offset))
    if timezone.upper() == "UTC":
        return local.replace(tzinfo=datetime.UTC)
    aware = local.replace(tzinfo=ZoneInfo(timezone))
    there_and_back = aware.astimezone(datetime.UTC).astimezone(aware.tzinfo)
    if there_and_back.replace(tzinfo=None) != local:
        raise DateProblem(f"falls into the hour that {timezone} skipped when the clocks went forward")
    return local.replace(tzinfo=datetime.timezone(aware.utcoffset() or datetime.timedelta()))
