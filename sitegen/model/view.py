"""What pages show: one frozen value per template, with every link and every figure in words already."""

from dataclasses import dataclass

from sitegen.model.view_text import BlockView, Disc, MarkedText


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead; an empty ``href`` means that there is no page to lead to."""

    text: str
    href: str = ""
    note: str = ""
    current: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A date in words ("6 August 2018", "undated") and, where it is known, as ISO 8601."""

    text: str
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page. ``root`` leads from the page to the site's root; it is empty or ends in "/".

    ``title`` is the document's, unique in the site like ``description``; ``canonical`` is absolute or empty.
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
    """A line of a list of facts: a label, words or links, and a technical note."""

    label: str
    text: str
    href: str = ""
    note: str = ""
    percent: int = -1
    disc: Disc | None = None


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

    ``style`` is "said" for direct words and "told" for those with reported words among them.
    """

    quote: str
    style: str
    parts: tuple[MarkedText, ...]
    between: tuple[str, ...]
    short: bool = False


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quotation in a list, with its words; ``page`` leads to its evidence, ``place`` into the article."""

    words: Words
    speaker: Link
    disc: Disc
    kind: str
    day: Day
    article: Link
    place: Link


@dataclass(frozen=True, slots=True)
class QuotePassage:
    """A quotation in the passage around it."""

    passage: MarkedText
    disc: Disc
    kind: str
    place: Link


@dataclass(frozen=True, slots=True)
class MentionPassage:
    """A paragraph in which a person is named."""

    passage: MarkedText
    place: Link
    note: str = ""


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """What one article holds of a person: quotations or passages."""

    article: Link
    day: Day
    source: str
    language: str
    quotes: tuple[QuotePassage, ...] = ()
    mentions: tuple[MentionPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeView:
    """Template ``home.html``."""

    frame: Frame
    lede: str
    lead: QuoteLine | None
    others: tuple[QuoteLine, ...]
    latest: tuple[ArticleLine, ...]
    all_articles: Link
    people: tuple[Share, ...]
    all_people: Link
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """Templates ``articles.html`` and ``tag.html``: articles, newest first."""

    frame: Frame
    heading: str
    lede: str
    trail: tuple[Link, ...]
    articles: tuple[ArticleLine, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Template ``article.html``."""

    frame: Frame
    heading: MarkedText
    heading_id: str
    language: str
    direction: str
    day: Day
    source: Link
    archived: str
    authors: tuple[str, ...]
    gist: str
    blocks: tuple[BlockView, ...]
    speakers: tuple[Share, ...]
    named: tuple[Link, ...]
    listed: tuple[Link, ...]
    statuses: tuple[tuple[str, str], ...]
    has_told: bool
    tags: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """The people under one letter."""

    letter: str
    people: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Template ``people.html``."""

    frame: Frame
    heading: str
    lede: str
    groups: tuple[PeopleGroup, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class PersonView:
    """Template ``person.html``; ``note`` is Markdown."""

    frame: Frame
    heading: str
    name: str
    trail: tuple[Link, ...]
    facts: tuple[Fact, ...]
    note: str
    quotes: tuple[ArticleGroup, ...]
    quotes_empty: str
    mentions: tuple[ArticleGroup, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class QuotesView:
    """Template ``quotes.html``."""

    frame: Frame
    heading: str
    lede: str
    quotes: tuple[QuoteLine, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Template ``quote.html``; ``elsewhere`` is the passage that names the speaker, where it is another one."""

    frame: Frame
    heading: str
    trail: tuple[Link, ...]
    line: QuoteLine
    day: Day
    source: str
    language: str
    why: str
    passage: MarkedText
    elsewhere: MarkedText | None
    elsewhere_place: Link
    facts: tuple[Fact, ...]
    people: tuple[Link, ...]
    cite: str
    address: str
    others: tuple[Link, ...]
    all_others: Link


@dataclass(frozen=True, slots=True)
class TagsView:
    """Template ``tags.html``."""

    frame: Frame
    heading: str
    lede: str
    tags: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlainView:
    """Template ``page.html``: a page that the author wrote."""

    frame: Frame
    heading: MarkedText
    heading_id: str
    language: str
    direction: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A term and what it means."""

    term: str
    meaning: str


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


@dataclass(frozen=True, slots=True)
class MissingView:
    """Template ``404.html``."""

    frame: Frame
    heading: str


@dataclass(frozen=True, slots=True)
class RobotsView:
    """Template ``robots.txt``."""

    site_title: str


View = (
    HomeView
    | ArticlesView
    | ArticleView
    | PeopleView
    | PersonView
    | QuotesView
    | QuoteView
    | TagsView
    | PlainView
    | AboutView
    | MissingView
    | RobotsView
)


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: where it lies under the output folder, and what ``template`` makes it from."""

    path: str
    template: str
    view: View
