"""Articles in the terms of schema.org."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.compose.corrected import correction_text, decided_in
from sitegen.compose.entry import Entry
from sitegen.compose.frames import LONGEST_DESCRIPTION, Sheet
from sitegen.compose.moments import start_of, with_zone
from sitegen.compose.schema.nodes import identity, iris_of, known_node, script
from sitegen.compose.schema.quotations import quotation_node
from sitegen.compose.surroundings import Known
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
            "dateModified": _updated(article, settings.timezone),
            "author": [_author(name, article, settings) for name in article.authors],
            "publisher": _publisher(article, settings),
            "inLanguage": article.language,
            "isBasedOn": source.url if source is not None else "",
            "archivedAt": source.archived if source is not None else "",
            "keywords": list(article.tags),
            "mentions": [known_node(iris, entity) for entity in named],
            "hasPart": [quotation_node(iris, utterance) for utterance in entry.utterances],
            "correction": list(_corrections(entry)),
        }
    )


def _published(article: Article, timezone: str) -> str:
    """Return when the article appeared, with its zone; a day alone begins at midnight where the site is at home."""
    if article.date is None:
        return ""
    return with_zone(article.moment) if article.moment else start_of(article.date, timezone)


def _updated(article: Article, timezone: str) -> str:
    """Return when its author last changed the article, with its zone; "" where that is not told."""
    if not article.updated or "T" in article.updated:
        return with_zone(article.updated) if article.updated else ""
    day = datetime.date.fromisoformat(article.updated)
    # A change on the day of publication came after it, though that day began before.
    return _published(article, timezone) if day == article.date else start_of(day, timezone)


def _corrections(entry: Entry) -> Iterator[dict[str, str]]:
    """Yield what was corrected on a known day, the newest first: the words and the reason, as the page shows them."""
    dated = [(date, decided) for decided in decided_in(entry) if (date := decided.day)]
    for date, decided in sorted(dated, key=lambda pair: -pair[0].toordinal()):
        yield {
            "@type": "CorrectionComment",
            "datePublished": date.isoformat(),
            "text": correction_text(decided),
        }


def _author(name: str, article: Article, settings: Settings) -> dict[str, str]:
    """Return an author: a person, but for a publication or a desk that signs for itself."""
    organisations = {settings.title, settings.author, article.source.name if article.source is not None else ""}
    return {"@type": "Organization" if name in organisations else "Person", "name": name}


def _publisher(article: Article, settings: Settings) -> dict[str, Any]:
    """Return where the article appeared first, else who answers for this site."""
    if article.source is not None:
        return {"@type": "Organization", "name": article.source.name}
    return {"@type": "Organization", "name": settings.author or settings.title, "url": settings.base_url}
