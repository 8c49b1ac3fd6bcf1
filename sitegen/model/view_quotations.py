"""What the pages of quotations show: each one with its evidence, lists of them, versions, and pairs of speakers."""

from dataclasses import dataclass

from sitegen.model.view_notes import DecisionLine, Remark
from sitegen.model.view_parts import (
    Day,
    Fact,
    Frame,
    Link,
    NestedLine,
    Pager,
    PairSide,
    QuoteLine,
    VersionLine,
)
from sitegen.model.view_text import Disc, MarkedText


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another quotation of the same article: its first words, its speaker, its status."""

    quotation: Link
    speaker: str
    disc: Disc


@dataclass(frozen=True, slots=True)
class Citation:
    """How to cite the quotation ``quote``: ``sentence`` for a text, ``bibtex`` for a bibliography, the rest elsewhere.

    ``address`` is absolute, "" where the site has none. ``speaker`` is ``how`` in ``article`` ("quoted", "reported"),
    ``where`` its publication and day; ``parts`` are the words with the quotation marks inside reported ones, ``lead``
    what leads into them.
    """

    quote: str
    sentence: str
    bibtex: str
    address: str
    speaker: str
    how: str
    lead: str
    parts: tuple[str, ...]
    article: Link
    where: tuple[str, ...]
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Template ``quote.html``; ``status`` is its own, with the day.

    ``elsewhere`` is the passage that names the speaker, where it is another one.
    ``versions`` are others that carry the utterance, ``has_changes`` tells that some read otherwise, and
    ``all_versions`` leads to the list of all where these are many; ``echoes`` are the same words of others. ``context``
    is what was said before and this one answers, under ``context_title``, and ``context_why`` says why it is taken for
    that; ``answered`` are those that answer this one, under ``answered_title``.
    ``decisions`` is what people decided about it, ``remarks`` what editors noted beside it; ``report`` is where readers
    say that something is wrong with it, "" for nowhere.
    """

    frame: Frame
    heading: str
    trail: tuple[Link, ...]
    line: QuoteLine
    status: Disc
    day: Day
    source: str
    language: str
    direction: str
    why: str
    passage: MarkedText
    elsewhere: MarkedText | None
    elsewhere_place: Link
    facts: tuple[Fact, ...]
    nested: tuple[NestedLine, ...]
    people: tuple[Link, ...]
    citation: Citation
    others: tuple[Neighbour, ...]
    all_others: Link
    versions: tuple[VersionLine, ...]
    has_changes: bool
    all_versions: Link
    echoes: tuple[QuoteLine, ...]
    all_echoes: Link
    context: QuoteLine | None
    context_title: str
    context_why: str
    answered_title: str
    answered: tuple[QuoteLine, ...]
    decisions: tuple[DecisionLine, ...] = ()
    remarks: tuple[Remark, ...] = ()
    report: str = ""


@dataclass(frozen=True, slots=True)
class VersionsView:
    """Template ``versions.html``: many versions of an utterance, or many quotations of the same words."""

    frame: Frame
    heading: str
    lede: str
    trail: tuple[Link, ...]
    versions: tuple[VersionLine, ...]
    has_changes: bool
    pager: Pager


@dataclass(frozen=True, slots=True)
class PairView:
    """Template ``pair.html``: what two say about each other.

    ``sides`` holds what the first says, then the second; ``topics`` lead to what both say on a topic.
    """

    frame: Frame
    heading: str
    lede: str
    trail: tuple[Link, ...]
    sides: tuple[PairSide, ...]
    pager: Pager
    topics: tuple[Link, ...] = ()
