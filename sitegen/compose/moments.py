"""Moments with their zone, as feeds and structured data have them: ISO 8601, to the second."""

import datetime
from zoneinfo import ZoneInfo


def start_of(day: datetime.date, timezone: str) -> str:
    """Return when ``day`` begins in the zone of that name, one of the IANA database."""
    zone = datetime.UTC if timezone.upper() == "UTC" else ZoneInfo(timezone)
    return _written(datetime.datetime.combine(day, datetime.time(), zone))


def with_zone(moment: str) -> str:
    """Return a moment of ISO 8601 that has a zone, to the second."""
    return _written(datetime.datetime.fromisoformat(moment))


def _written(moment: datetime.datetime) -> str:
    # Before there were time zones, places differed by seconds, for which ISO 8601 has no form.
    offset = moment.utcoffset() or datetime.timedelta()
    minutes = datetime.timedelta(minutes=offset // datetime.timedelta(minutes=1))
    return moment.replace(tzinfo=datetime.timezone(minutes)).isoformat(timespec="seconds")
