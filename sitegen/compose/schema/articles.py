"""Articles in the terms of schema.org."""

import datetime
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from sitegen.compose.entry import Entry, Known
from sitegen.compose.frames import LONGEST_DESCRIPTION, Sheet
from sitegen.compose.schema.nodes import identity, iris_of, known_node, script
from sitegen.compose.schema.quotations import quotation_node
from sitegen.compose.wording import shorten
from sitegen.model.article import Article
from sitegen.model.settings import Settings


def article_schema(sheet: Sheet, entry: Entry, description: str, named: Iterable[Known]) -> str:
    """Return what the page of an article says; ``named`` are those who are named in it and have a page."""
    iris, settings = iris_of(sheet), sheet.framer.settings
    article = entry.record.reading.article
    source = article.source
    return script(
        {
            "@type": "NewsArticle",
            **identity(iris, iris.article(article.id)),
            "headline": article.title,
            "description": shorten(description, LONGEST_DESCRIPTION),
            "datePublished": _published(article, settings.timezone),
            "author": [_author(name, article, settings) for name in article.authors],
            "publisher": _publisher(article, settings),
            "inLanguage": article.language,
            "isBasedOn": source.url if source is not None else "",
            "archivedAt": source.archived if source is not None else "",
            "keywords": list(article.tags),
            "mentions": [known_node(iris, entity) for entity in named],
            "hasPart": [quotation_node(iris, utterance) for utterance in entry.utterances],
        }
    )


def _published(article: Article, timezone: str) -> str:
    """Return when the article appeared, with its zone; a day alone begins at midnight where the site is at home."""
    if article.date is None:
        return ""
    if article.moment:
        moment = datetime.datetime.fromisoformat(article.moment)
    else:
        zone = datetime.UTC if timezone.upper() == "UTC" else ZoneInfo(timezone)
        moment = datetime.datetime.combine(article.date, datetime.time(), zone)
    # Before there were time zones, places differed by seconds, for which ISO 8601 has no form.
    offset = moment.utcoffset() or datetime.timedelta()
    minutes = datetime.timedelta(minutes=offset // datetime.timedelta(minutes=1))
    return moment.replace(tzinfo=datetime.timezone(minutes)).isoformat(timespec="seconds")


def _author(name: str, article: Article, settings: Settings) -> dict[str, str]:
    """Return an author: a person, but for a publication or a desk that signs for itself."""
    organisations = {settings.title, settings.author, article.source.name if article.source is not None else ""}
    return {"@type": "Organization" if name in organisations else "Person", "name": name}


def _publisher(article: Article, settings: Settings) -> dict[str, Any]:
    """Return where the article appeared first, else who answers for this site."""
    if article.source is not None:
        return {"@type": "Organization", "name": article.source.name}
    return {"@type": "Organization", "name": settings.author or settings.title, "url": settings.base_url}
