"""What the indexes show: names from A to Z, articles by date, quotations by filters, speakers side by side."""

from dataclasses import dataclass

from sitegen.model.view_parts import ArticleLine, Frame, Link, Pager, QuoteLine, Share


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a row of numbers, and what it counts: "12", "quotations"."""

    number: str
    noun: str


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A name in an index, and how much there is of it."""

    name: Link
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The names under one letter; ``id`` is the anchor, "" where the letter goes on from the page before."""

    letter: str
    names: tuple[IndexLine, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """Names from A to Z.

    Templates ``people.html``, ``organisations.html``, ``places.html``, ``tags.html``, ``authors.html`` and
    ``speakers.html``. ``jumps`` lead to the letters, on whichever page of the list they are, and ``beyond`` to what has
    no name.
    """

    frame: Frame
    heading: str
    lede: str
    groups: tuple[LetterGroup, ...]
    pager: Pager
    jumps: tuple[Link, ...] = ()
    trail: tuple[Link, ...] = ()
    beyond: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleMonth:
    """The articles of a month; ``heading`` is "" for those of which the month is not told."""

    heading: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class ArticleYear:
    """The articles of a year, "" for those of which the year is not told; ``id`` as with ``LetterGroup``."""

    heading: str
    months: tuple[ArticleMonth, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """Templates ``articles.html``, ``tag.html`` and ``author.html``: articles, newest first.

    ``jumps`` lead to the years, on whichever page of the list they are. ``speakers`` are those who are quoted most in
    these articles, and ``beyond`` leads to other pages on the same topic, or on the same person.
    """

    frame: Frame
    heading: str
    lede: str
    trail: tuple[Link, ...]
    years: tuple[ArticleYear, ...]
    pager: Pager
    jumps: tuple[Link, ...] = ()
    speakers: tuple[Share, ...] = ()
    beyond: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FilterRow:
    """What a list can be narrowed to; the ``note`` of each choice is how many quotations it leaves."""

    label: str
    choices: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuotesView:
    """Template ``quotes.html``: quotations, those of the newest article first.

    ``filters`` stand on the first page of a list alone.
    """

    frame: Frame
    heading: str
    lede: str
    quotes: tuple[QuoteLine, ...]
    pager: Pager
    trail: tuple[Link, ...] = ()
    filters: tuple[FilterRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said on a topic; ``by`` is whoever said it for them, "" for themselves."""

    line: QuoteLine
    by: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """What one speaker said on a topic, newest first; ``id`` is that of the speaker's page.

    ``total`` is how many statements there are; ``figure`` says so in words, and how many of them are here. ``more``
    leads to the rest, where there is any.
    """

    id: str
    name: Link
    total: int
    figure: str
    statements: tuple[Statement, ...]
    more: Link

    @property
    def anchor(self) -> str:
        """The anchor of the group."""
        return f"by-{self.id}"


@dataclass(frozen=True, slots=True)
class CompareView:
    """Template ``compare.html``: what people say on a topic, side by side.

    ``topics`` are all topics, on the page that leads to them; ``subject`` is what the statements are on, in words.
    ``left_out`` says how many speakers the page has no room for, and ``others`` leads to what these said; ``beyond``
    leads to the articles.
    """

    frame: Frame
    heading: str
    lede: str
    trail: tuple[Link, ...]
    subject: str
    speakers: tuple[SpeakerGroup, ...]
    topics: tuple[IndexLine, ...] = ()
    beyond: tuple[Link, ...] = ()
    left_out: str = ""
    others: tuple[Link, ...] = ()
