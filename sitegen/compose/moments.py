"""Moments with their zone, as feeds and structured data have them: ISO 8601, to the second."""

import datetime
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from sitegen.compose.decisions import is_correction
from sitegen.model.annotation import Applied
from sitegen.model.article import Article


def start_of(day: datetime.date, timezone: str) -> str:
    """Return when ``day`` begins in the zone of that name, one of the IANA database."""
    zone = datetime.UTC if timezone.upper() == "UTC" else ZoneInfo(timezone)
    return _written(datetime.datetime.combine(day, datetime.time(), zone))


def with_zone(moment: str) -> str:
    """Return a moment of ISO 8601 that has a zone, to the second."""
    return _written(datetime.datetime.fromisoformat(moment))


def published_at(article: Article, timezone: str) -> str:
    """Return when an article appeared, "" for an undated one; a day alone begins where the site is at home."""
    if article.date is None:
        return ""
    return with_zone(article.moment) if article.moment else start_of(article.date, timezone)


def modified_at(article: Article, decided: Iterable[Applied], timezone: str) -> str:
    """Return when an article last changed for its readers since it appeared, "" for never.

    That is when its author says, or when one of the decisions ``decided`` corrected something in it.
    """
    return latest((_updated_at(article, timezone), *_corrected(decided, timezone)))


def changed_at(article: Article, decided: Iterable[Applied], timezone: str) -> str:
    """Return when an article appeared or last changed, "" where nothing tells."""
    return latest((published_at(article, timezone), modified_at(article, decided, timezone)))


def quoted_at(article: Article, decided: Iterable[Applied], timezone: str) -> str:
    """Return when a quotation appeared with its ``article``, or was last corrected by one of the decisions on it."""
    return latest((published_at(article, timezone), *_corrected(decided, timezone)))


def _corrected(decided: Iterable[Applied], timezone: str) -> Iterator[str]:
    days = {applied.placed.annotation.date for applied in decided if is_correction(applied)}
    return (start_of(day, timezone) for day in days if day is not None)


def _updated_at(article: Article, timezone: str) -> str:
    if not article.updated or "T" in article.updated:
        return with_zone(article.updated) if article.updated else ""
    day = datetime.date.fromisoformat(article.updated)
    # A change on the day of publication came after it, though that day began before.
    return published_at(article, timezone) if day == article.date else start_of(day, timezone)


def latest(moments: Iterable[str]) -> str:
    """Return the latest of ``moments``, "" for none; of those that are one in several zones always the same."""
    return max(filter(None, moments), key=lambda moment: (datetime.datetime.fromisoformat(moment), moment), default="")


def _written(moment: datetime.datetime) -> str:
    # Before there were time zones, places differed by seconds, for which ISO 8601 has no form.
    offset = moment.utcoffset() or datetime.timedelta()
    minutes = datetime.timedelta(minutes=offset // datetime.timedelta(minutes=1))
    return moment.replace(tzinfo=datetime.timezone(minutes)).isoformat(timespec="seconds")
