"""Who made an annotation, when, and at what address."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from sitegen.intake.proposal import words
from sitegen.model.web_address import is_web_address

_LONGEST = 100
_ACCOUNT = re.compile(r"acct:([^@]+)@.*")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ])", re.ASCII)


def name_of(maker: Any) -> str:
    """Return the name of a user or creator, "" where there is none; of a mail's address what stands before the @."""
    if isinstance(maker, list):
        return next(filter(None, map(name_of, maker)), "")
    if isinstance(maker, Mapping):
        given = (words(maker.get(key)) for key in ("name", "nickname", "schema:name", "login"))
        return next(filter(None, given), "")[:_LONGEST] or name_of(maker.get("id"))
    name = words(maker)
    if account := _ACCOUNT.fullmatch(name):
        return account[1][:_LONGEST]
    if is_web_address(name):
        parts = [part for part in urlsplit(name).path.split("/") if part]
        return unquote(parts[-1] if parts else urlsplit(name).netloc)[:_LONGEST]
    return name.removeprefix("mailto:").split("@")[0][:_LONGEST].strip()


def day_of(texts: Iterable[Any]) -> datetime.date | None:
    """Return the day of the first of several times that is one, in ISO 8601."""
    for text in texts:
        found = _DAY.match(text) if isinstance(text, str) else None
        if found:
            try:
                return datetime.date(*map(int, found.groups()))
            except ValueError:
                continue
    return None


def address_of(texts: Iterable[Any]) -> str:
    """Return the first web address among ``texts``, "" for none."""
    return next((text for text in texts if isinstance(text, str) and is_web_address(text)), "")
