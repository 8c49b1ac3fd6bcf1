"""What all feeds of a site have in common: who may stand in them, their head, the order of their entries."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from sitegen.compose.entry import Record, Utterance
from sitegen.compose.frames import Framer, Framing, Sheet
from sitegen.compose.iris import iris_of
from sitegen.compose.permalinks import Place, feed_file
from sitegen.compose.recipe import Recipe, recipe
from sitegen.model.view_feeds import FeedEntry, FeedView

# A reader that looks in once a month has missed nothing, and the file stays small.
MOST_ENTRIES = 50


def feed_recipe(framer: Framer, folder: str, make: Callable[..., FeedView], *inputs: Any) -> Recipe:
    """Return the recipe of the feed that belongs to the page in ``folder``."""
    made = recipe(framer, "feed.xml", Framing(Place(folder)), make, *inputs)
    return replace(made, path=feed_file(folder))


def may_be_told(record: Record) -> bool:
    """Tell whether an article can stand in a feed: it is published, and on a known day."""
    return not record.reading.state and record.reading.article.date is not None


def may_be_quoted(utterance: Utterance) -> bool:
    """Tell whether a quotation can stand in a feed: its article can, and its speaker does not hide from engines."""
    return may_be_told(utterance.record) and not utterance.noindex


def last_changed_first(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Return entries in the order of a feed; those of one moment keep theirs."""
    return tuple(sorted(entries, key=lambda entry: datetime.datetime.fromisoformat(entry.updated), reverse=True))


def feed_view(sheet: Sheet, title: str, entries: tuple[FeedEntry, ...], subtitle: str = "") -> FeedView:
    """Return the feed of the page at ``sheet``, whose ``entries``, one at least, are in their order."""
    iris, folder, settings = iris_of(sheet), sheet.place.folder, sheet.framer.settings
    page = iris.of(folder)
    return FeedView(
        id=page,
        title=title,
        subtitle=subtitle,
        author=settings.author or settings.title,
        language=settings.language,
        generator=sheet.framer.generator,
        # A build knows no clock: the feed is as new as its newest entry.
        updated=entries[0].updated,
        own=iris.of(feed_file(folder)),
        page=page,
        entries=entries,
    )
