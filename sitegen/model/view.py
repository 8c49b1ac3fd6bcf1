"""What pages show: one frozen value per template, with every link and every figure in words already."""

from dataclasses import dataclass

from sitegen.model.differences import Differences
from sitegen.model.view_cast import Presence
from sitegen.model.view_chronicle import Chronicle
from sitegen.model.view_data import DataView
from sitegen.model.view_feeds import FeedView, SitemapView
from sitegen.model.view_former import Correction, CorrectionsView, DepartedView, RedirectView
from sitegen.model.view_lists import ArticlesView, CompareView, DirectoryView, QuotesView
from sitegen.model.view_network import NetworkView
from sitegen.model.view_notes import NoteView
from sitegen.model.view_parts import (
    ArticleGroup,
    ArticleLine,
    BacklinkLine,
    Day,
    Explained,
    Fact,
    Frame,
    Link,
    Listing,
    Pager,
    QuoteLine,
    RoleLine,
    Share,
)
from sitegen.model.view_quotations import PairView, QuoteView, VersionsView
from sitegen.model.view_text import BlockView, Image, MarkedText
from sitegen.model.view_timeline import TimelineView


@dataclass(frozen=True, slots=True)
class HomeView:
    """Template ``home.html``; ``explore`` leads to what the site holds, with how much that is."""

    frame: Frame
    lede: str
    lead: QuoteLine | None
    others: tuple[QuoteLine, ...]
    latest: tuple[ArticleLine, ...]
    all_articles: Link
    people: tuple[Share, ...]
    all_people: Link
    facts: tuple[Fact, ...]
    explore: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Template ``article.html``; ``unpublished`` says why the article is not published yet, "" where it is.

    ``statuses`` are those of its quotations, each with the word for it and what that means. ``linked_from`` are the
    passages of other articles that lead here, ``more_links`` says how many are left out. ``heading_notes`` are those of
    editors on the headline, ``corrections`` what was decided otherwise. ``updated`` is the day of its last change, None
    if nobody tells of one.
    """

    frame: Frame
    heading: MarkedText
    heading_id: str
    language: str
    direction: str
    day: Day
    updated: Day | None
    source: Link
    archived: str
    authors: tuple[Link, ...]
    gist: str
    blocks: tuple[BlockView, ...]
    speakers: tuple[Presence, ...]
    named: tuple[Presence, ...]
    organisations: tuple[Link, ...]
    places: tuple[Link, ...]
    listed: tuple[Link, ...]
    statuses: tuple[Explained, ...]
    has_told: bool
    tags: tuple[Link, ...]
    unpublished: str = ""
    linked_from: tuple[BacklinkLine, ...] = ()
    more_links: str = ""
    heading_notes: tuple[NoteView, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityView:
    """Templates ``person.html``, ``organisation.html`` and ``place.html``.

    ``life``, ``roles``, ``portrait`` and ``note``, which is Markdown, are what the authority record says;
    ``facts`` what the articles do. ``speaks_about`` and ``spoken_about_by`` say of whom and by whom, and how often;
    ``related`` are people who are named beside this one. ``about`` is what others said about it.
    ``topics`` are the tags of the articles in which it speaks, ``chronicle`` when that was, as a picture; ``years``
    lead to the first quotation of each year, with how many there are. ``sections`` lead to the parts of the page, or of
    the pages on which it goes on. ``stretch`` tells which of its ``total`` quotations stand on this page, "" where all
    do; ``feed`` is the address of its feed, and ``network`` leads to its ties as a picture.
    """

    frame: Frame
    heading: str
    name: str
    trail: tuple[Link, ...]
    life: tuple[Fact, ...]
    roles: tuple[RoleLine, ...]
    portrait: Image | None
    facts: tuple[Fact, ...]
    note: str
    quotes: tuple[ArticleGroup, ...]
    quotes_empty: str
    mentions: tuple[ArticleGroup, ...]
    pager: Pager
    speaks_about: tuple[Share, ...] = ()
    spoken_about_by: tuple[Share, ...] = ()
    related: tuple[Link, ...] = ()
    network: Link | None = None
    about: tuple[QuoteLine, ...] = ()
    topics: tuple[Link, ...] = ()
    chronicle: Chronicle | None = None
    years: tuple[Link, ...] = ()
    sections: tuple[Link, ...] = ()
    stretch: str = ""
    total: int = 0
    feed: str = ""


@dataclass(frozen=True, slots=True)
class PlainView:
    """Template ``page.html``: a page that the author wrote."""

    frame: Frame
    heading: MarkedText
    heading_id: str
    language: str
    direction: str
    blocks: tuple[BlockView, ...]
    trail: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class AboutView:
    """Template ``about.html``."""

    frame: Frame
    heading: str
    lede: str
    made: tuple[Fact, ...]
    counts: tuple[Fact, ...]
    rules: tuple[Explained, ...]
    statuses: tuple[Explained, ...]
    corrections: Link


@dataclass(frozen=True, slots=True)
class SearchView:
    """Template ``search.html``: ``listings`` are what can be looked up without a search.

    ``alone`` says how quotations are found: "each quotation by itself".
    """

    frame: Frame
    heading: str
    alone: str
    listings: tuple[Listing, ...]
    quotations: Link


@dataclass(frozen=True, slots=True)
class MissingView:
    """Template ``404.html``."""

    frame: Frame
    heading: str


@dataclass(frozen=True, slots=True)
class RobotsView:
    """Template ``robots.txt``; ``sitemap`` is the address of the map of the site, "" for none."""

    site_title: str
    sitemap: str = ""


@dataclass(frozen=True, slots=True)
class LinesView:
    """Template ``lines.txt``, a file for machines: each of ``lines`` is a line or more, without the last line feed."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DifferencesView:
    """Template ``differences.html``, a report that needs no other file.

    ``model`` names what read the articles before and now, where that is not the same; ``waiting`` counts the
    quotations whose new speaker nobody has accepted.
    """

    site_title: str
    since: str
    differences: Differences
    model: tuple[str, str] | None
    notes: tuple[str, ...]
    waiting: int


View = (
    HomeView
    | ArticlesView
    | ArticleView
    | DirectoryView
    | EntityView
    | RedirectView
    | DepartedView
    | CorrectionsView
    | FeedView
    | SitemapView
    | QuotesView
    | SearchView
    | QuoteView
    | VersionsView
    | PairView
    | TimelineView
    | NetworkView
    | CompareView
    | PlainView
    | AboutView
    | MissingView
    | RobotsView
    | LinesView
    | DataView
    | DifferencesView
)


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: where it lies under the output folder, and what ``template`` makes it from."""

    path: str
    template: str
    view: View
