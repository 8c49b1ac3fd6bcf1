"""What feeds and the map of the site show: files for programs, in which all addresses are absolute."""

from dataclasses import dataclass

from sitegen.model.view_parts import Link


@dataclass(frozen=True, slots=True)
class FeedPart:
    """A part of a quotation's ``words``, and what stands round it: marks, an ellipsis, what leads into reports."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class FeedQuote:
    """A quotation whole, part by part; ``address`` is where it lives, ``credit`` says whose it is and where it stands.

    ``language`` is "" for that of the entry.
    """

    address: str
    parts: tuple[FeedPart, ...]
    credit: str
    language: str = ""
    direction: str = "ltr"


@dataclass(frozen=True, slots=True)
class FeedCategory:
    """A tag: its slug, the address under which tags lie, and its name."""

    term: str
    scheme: str
    label: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed: ``updated`` and ``published`` are times of ISO 8601 with their zone.

    ``related`` leads to the article that a quotation stands in, and is None for an article itself; ``language`` is ""
    for that of the feed. Without ``authors`` the entry has the feed's, without ``quotes`` no content but its summary.
    """

    id: str
    title: str
    summary: str
    updated: str
    link: str
    published: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[FeedCategory, ...] = ()
    related: Link | None = None
    language: str = ""
    quotes: tuple[FeedQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedView:
    """Template ``feed.xml``: an Atom feed (RFC 4287), what changed last first."""

    id: str
    title: str
    author: str
    language: str
    generator: str
    updated: str
    own: str
    page: str
    entries: tuple[FeedEntry, ...]
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class MapLine:
    """An address, and the day or time of its last change as far as the content tells it, "" for nothing known."""

    address: str
    modified: str = ""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Templates ``sitemap.xml``, which lists pages, and ``sitemap-index.xml``, which lists such files."""

    lines: tuple[MapLine, ...]
