"""The feeds of people and organisations: what each of them said."""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Utterance
from sitegen.compose.feeds.channel import (
    MOST_ENTRIES,
    feed_recipe,
    feed_view,
    last_changed_first,
    may_be_quoted,
)
from sitegen.compose.feeds.quoted import article_of, feed_quote, where_and_by_whom
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.iris import Iris, iris_of
from sitegen.compose.lines import excerpt, lead_in
from sitegen.compose.moments import published_at, quoted_at
from sitegen.compose.permalinks import entity_folder, feed_file, quote_folder
from sitegen.compose.recipe import Recipe
from sitegen.model.entity import Entity
from sitegen.model.view_feeds import FeedEntry, FeedView

_TITLE_WORDS = 100


def speaker_feeds(index: Catalogue, framer: Framer, entities: Iterable[Entity]) -> Iterator[Recipe]:
    """Yield the feed of each of ``entities`` that has one."""
    for entity in entities:
        if speaker_feed(index, entity):
            folder = entity_folder(entity.kind, entity.id)
            yield feed_recipe(framer, folder, _feed, entity.name, _told(index, entity)[:MOST_ENTRIES])


def speaker_feed(index: Catalogue, entity: Entity) -> str:
    """Return the path of the feed of what somebody said, "" where there is none.

    There is one where the site knows its address and a quotation has a day; places say nothing.
    """
    if not index.site.settings.base_url or entity.kind == "place" or not _told(index, entity):
        return ""
    return feed_file(entity_folder(entity.kind, entity.id))


def _told(index: Catalogue, entity: Entity) -> tuple[Utterance, ...]:
    """Return what can be told of what somebody said, the newest first; of the versions of an utterance one."""
    return tuple(u for u in index.said.get(entity.id, ()) if u.stands_for_all and may_be_quoted(u))


def _feed(sheet: Sheet, name: str, said: Sequence[Utterance]) -> FeedView:
    iris, site_title = iris_of(sheet), sheet.framer.settings.title
    entries = last_changed_first(_entry(iris, utterance) for utterance in said)
    return feed_view(sheet, f"{name}: quotations | {site_title}", entries)


def _entry(iris: Iris, utterance: Utterance) -> FeedEntry:
    article, timezone = utterance.record.reading.article, iris.framer.settings.timezone
    who = " ".join(filter(None, (utterance.speaker.name, lead_in(utterance))))
    where = where_and_by_whom(utterance)
    return FeedEntry(
        # Whether it has a page of its own may change with the size of the site, what it is known by may not.
        id=iris.of(quote_folder(utterance.quote.id)),
        title=f"{who}: {excerpt(utterance, _TITLE_WORDS)}",
        summary=where,
        updated=quoted_at(article, utterance.annotations, timezone),
        published=published_at(article, timezone),
        link=iris.quotation(utterance),
        related=article_of(iris, utterance),
        quotes=(feed_quote(iris, utterance, f"{utterance.speaker.name}. {where}"),),
    )
