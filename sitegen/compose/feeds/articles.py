"""The feed of the site: its articles, each with what is said in it."""

from collections.abc import Sequence

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Entry, Utterance
from sitegen.compose.feeds.channel import (
    MOST_ENTRIES,
    feed_recipe,
    feed_view,
    last_changed_first,
    may_be_quoted,
    may_be_told,
)
from sitegen.compose.feeds.quoted import feed_quote
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.iris import Iris, iris_of
from sitegen.compose.lines import relay_of, source_of
from sitegen.compose.moments import changed_at, published_at
from sitegen.compose.permalinks import HOME, TAGS
from sitegen.compose.recipe import Recipe
from sitegen.compose.wording import shorten
from sitegen.model.article import Article
from sitegen.model.view_feeds import FeedCategory, FeedEntry, FeedView

_LONGEST_SUMMARY = 400
_CHIEF = 3
_FEWEST_WORDS, _MOST_WORDS = 6, 60


def feed_entries(index: Catalogue) -> tuple[Entry, ...]:
    """Return the newest articles that can stand in the feed of the site; none where that does not know its address."""
    if not index.site.settings.base_url:
        return ()
    return tuple(entry for entry in index.entries if may_be_told(entry.record))[:MOST_ENTRIES]


def articles_feed(framer: Framer, entries: Sequence[Entry]) -> Recipe:
    """Return the feed of the site: ``entries``, one at least."""
    return feed_recipe(framer, HOME, _feed, tuple(entries))


def _feed(sheet: Sheet, entries: Sequence[Entry]) -> FeedView:
    iris, settings = iris_of(sheet), sheet.framer.settings
    made = last_changed_first(_entry(iris, entry) for entry in entries)
    return feed_view(sheet, settings.title, made, settings.description)


def _entry(iris: Iris, entry: Entry) -> FeedEntry:
    record, settings = entry.record, iris.framer.settings
    article = record.reading.article
    address, source = iris.article(article.id), source_of(record)
    language = article.language if article.language != settings.language else ""
    return FeedEntry(
        id=address,
        title=article.title,
        summary=_summary(article),
        updated=changed_at(article, record.reading.analysis.annotations, settings.timezone),
        published=published_at(article, settings.timezone),
        link=address,
        authors=article.authors or ((source,) if source else ()),
        categories=tuple(FeedCategory(slug, iris.of(TAGS), name) for slug, name in record.surroundings.tags),
        language=language,
        quotes=tuple(feed_quote(iris, utterance, _credit(utterance), language) for utterance in _chief(entry)),
    )


def _summary(article: Article) -> str:
    text = article.text[article.after_headline :].strip()
    return shorten(article.summary or text or article.title, _LONGEST_SUMMARY)


def _chief(entry: Entry) -> list[Utterance]:
    """Return a few quotations in the order of the text: very words of people who are known, the surest ones."""
    found = [
        utterance
        for utterance in entry.utterances
        if utterance.quote.kind == "direct"
        and utterance.speaker.known
        and _FEWEST_WORDS <= utterance.words <= _MOST_WORDS
        and may_be_quoted(utterance)
    ]
    surest = sorted(found, key=lambda utterance: (-utterance.quote.attribution.confidence, utterance.number))
    return sorted(surest[:_CHIEF], key=lambda utterance: utterance.number)


def _credit(utterance: Utterance) -> str:
    return ", ".join(filter(None, (utterance.speaker.name, relay_of(utterance))))
