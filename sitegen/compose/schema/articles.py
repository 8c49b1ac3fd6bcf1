"""Articles in the terms of schema.org."""

from collections.abc import Iterable, Iterator

from sitegen.compose.corrected import correction_text, decided_in
from sitegen.compose.entry import Entry
from sitegen.compose.frames import LONGEST_DESCRIPTION, Sheet
from sitegen.compose.iris import iris_of
from sitegen.compose.moments import modified_at, published_at
from sitegen.compose.schema.nodes import identity, known_node, organisation, script, site_node
from sitegen.compose.schema.quotations import quotation_node
from sitegen.compose.surroundings import Known
from sitegen.compose.wording import shorten
from sitegen.model.article import Article
from sitegen.model.settings import Settings


def article_schema(sheet: Sheet, entry: Entry, description: str, named: Iterable[Known]) -> str:
    """Return what the page of an article says; ``named`` are those who are named in it and have a page."""
    iris, settings = iris_of(sheet), sheet.framer.settings
    article, social = entry.record.reading.article, sheet.frame.social
    source, address = article.source, iris.article(article.id)
    return script(
        {
            "@type": "NewsArticle",
            **identity(iris, address),
            "mainEntityOfPage": address if iris.absolute else "",
            "isPartOf": site_node(sheet.framer),
            "headline": article.title,
            "image": social.image if social is not None and social.own_card else "",
            "description": shorten(description, LONGEST_DESCRIPTION),
            "datePublished": published_at(article, settings.timezone),
            "dateModified": modified_at(article, entry.record.reading.analysis.annotations, settings.timezone),
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


def _publisher(article: Article, settings: Settings) -> dict[str, str]:
    """Return where the article appeared first, else who answers for this site."""
    if article.source is not None:
        return organisation(article.source.name)
    return organisation(settings.author or settings.title, settings.base_url)
