"""What pages are made of: links, days, lists, passages, with every figure in words already."""

from dataclasses import dataclass
from typing import Literal

from sitegen.model.view_social import Social
from sitegen.model.view_text import Disc, MarkedText


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead; an empty ``href`` means that there is no page to lead to.

    ``title_of`` is the id of the article whose title the words are, ``excerpt_of`` that of the quotation whose
    first words they are, "" for other words: by these a page can be checked against the articles. ``state`` says that
    the article is not published yet, "" where it is.
    """

    text: str
    href: str = ""
    note: str = ""
    current: str = ""
    title_of: str = ""
    excerpt_of: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A date in words ("6 August 2018", "undated") and, where it is known, as ISO 8601."""

    text: str
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page. ``root`` leads from the page to the site's root; it is empty or ends in "/".

    ``title`` is the document's, unique in the site like ``description``; ``canonical`` is absolute or empty.
    ``article`` or ``quote`` is the id of what title and description are taken from, "" where they are the site's own.
    ``noindex`` keeps search engines from the page; ``schema`` is its structured data, schema.org's terms as JSON-LD,
    and ``breadcrumbs`` the way to it from the home page in those terms. ``feeds`` are those that belong to it.
    ``social`` is None for a page that nobody is invited to share.
    ``search`` leads to the search, "" on its own page.
    """

    title: str
    description: str
    site_title: str
    language: str
    direction: str
    root: str
    home: str
    canonical: str
    nav: tuple[Link, ...]
    foot: tuple[Link, ...]
    generator: str
    article: str = ""
    quote: str = ""
    noindex: bool = False
    schema: str = ""
    breadcrumbs: str = ""
    feeds: tuple[Link, ...] = ()
    social: Social | None = None
    search: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A numbered page of a long list; ``gap`` tells that numbers are left out before it."""

    text: str
    href: str
    current: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one stands in a list of several pages; a list of one page has no steps."""

    steps: tuple[Step, ...] = ()
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A line of a bar list: ``percent`` of the longest bar, 0 for none; ``figure`` in words."""

    name: Link
    figure: str
    percent: int = 0
    detail: Link = Link("")


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a list of facts: a label, words or links, and a technical note; ``far`` for a link out of the site."""

    label: str
    text: str
    href: str = ""
    note: str = ""
    percent: int = -1
    disc: Disc | None = None
    far: bool = False


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office or a calling: where it is held, and from when to when, in words."""

    title: str
    organisation: Link = Link("")
    period: str = ""


@dataclass(frozen=True, slots=True)
class NestedLine:
    """Words that a speaker quotes: ``parts`` are slices of the quotation ``quote``; ``note`` says who is meant."""

    quote: str
    parts: tuple[str, ...]
    speaker: Link
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to look something up in: ``parts`` are its names or, where they are many, where to find them."""

    title: str
    everything: Link
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list."""

    title: Link
    day: Day
    source: str
    summary: str
    speakers: str


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation's own words, part by part; ``between`` is what interrupts them before each part.

    Before the first part it is what leads into reported words: "denied that".

    ``style`` is "said" for direct words and "told" for those with reported words among them.
    """

    quote: str
    style: str
    parts: tuple[MarkedText, ...]
    between: tuple[str, ...]
    short: bool = False


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quotation in a list, with its words; ``page`` leads to its evidence, ``place`` into the article.

    ``versions`` says how many quotations carry the utterance, and leads to them; empty for a single one.
    """

    words: Words
    speaker: Link
    disc: Disc
    kind: str
    day: Day
    article: Link
    place: Link
    versions: Link = Link("")


# Words of one version beside another: the same in both, new in it, gone from the other, or whole and not compared. Many
# that are gone are only counted: left. A cut stands where a part begins or ends, a gap between two parts.
PieceKind = Literal["same", "new", "gone", "whole", "left", "cut", "gap"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of the quotation ``quote``, "" for ``left``, ``cut`` and ``gap``, which are of none."""

    kind: PieceKind
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version of an utterance, its words compared with those of the page: ``alike`` says in words how they differ.

    ``lead`` is how its article leads into reported words, "" for none.
    """

    pieces: tuple[Piece, ...]
    style: str
    speaker: Link
    disc: Disc
    kind: str
    day: Day
    source: str
    article: Link
    place: Link
    language: str
    alike: str
    lead: str


@dataclass(frozen=True, slots=True)
class PairSide:
    """What one of two says about the other, in words for a heading, and the quotations."""

    heading: str
    quotes: tuple[QuoteLine, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class QuotePassage:
    """A quotation in the passage around it; ``speaker`` is who said it for whom the page is about, else "".

    ``also`` leads to the places of its other versions, where these are few. ``quote`` is its id, ``filed`` the kind
    that it is filed under, in one word for scripts.
    """

    passage: MarkedText
    speaker: str
    disc: Disc
    kind: str
    place: Link
    versions: Link = Link("")
    also: tuple[Link, ...] = ()
    quote: str = ""
    filed: str = ""


@dataclass(frozen=True, slots=True)
class MentionPassage:
    """A paragraph in which somebody is named, or meant by another word; ``note`` says how often."""

    passage: MarkedText
    place: Link
    note: str = ""


@dataclass(frozen=True, slots=True)
class BacklinkLine:
    """A link seen from its target: the passage around it, the article and the paragraph that it stands in."""

    article: Link
    day: Day
    passage: MarkedText
    place: Link
    language: str


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """What one article holds of a person, an organisation or a place: quotations or passages.

    ``topics`` are the article's tags, as pairs of slug and name.
    """

    article: Link
    day: Day
    source: str
    language: str
    quotes: tuple[QuotePassage, ...] = ()
    mentions: tuple[MentionPassage, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """A term and what it means; ``style`` is its class, "" for none."""

    term: str
    meaning: str
    style: str = ""
