"""What a person decided about a place in an article, or noted beside it."""

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from sitegen.model.partial_date import PartialDate
from sitegen.model.span import Span

# What a person does with a proposal of the machine; "add" is for what the machine missed.
Decision = Literal["confirm", "correct", "reject", "add"]
# What a decision is about.
Facet = Literal["mention", "entity", "quote", "kind", "extent", "speaker", "via"]
# What a person puts beside the text without deciding anything.
Remark = Literal["note", "said", "translation", "recording"]
Origin = Literal["inline", "sidecar"]

# The value of a speaker or of ``via`` that a person has found to be nobody known.
NOBODY = "unknown"


@dataclass(frozen=True, slots=True)
class Selector:
    """Where an annotation sits: the words themselves and those round them, as a TextQuoteSelector has them.

    ``position`` is the offset at which the words stood once, in code points, None where nobody noted it: a hint alone.
    Source: Web Annotation Data Model (W3C Recommendation, 23 February 2017), 4.2.4 and 4.2.5.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """One thing that a person says about one place.

    A decision has a ``facet`` and the ``value`` that it confirms, sets, rejects or adds: the id or the full name of an
    entity, or words of the text that name a nameless source, for entity, speaker and via; a kind for mention, quote and
    kind; for extent, ``parts`` are the words of each part. ``speaker``, ``via`` and ``entity`` go with what is added.
    Without a ``decision`` it is a remark: the ``value`` is a note in Markdown, a translation into ``language``, or the
    address of a recording; ``said`` is the day on which the words were said, with its ``evidence``.

    ``was`` is whom the site named before a correction. ``by``, ``date`` and ``why`` tell who decided, when and for what
    reason; ``source`` is the address of what it was imported from. One that is only ``proposed`` changes nothing.
    ``path``, ``line`` and ``column`` say where it is written, the latter two counted from 1.
    """

    selector: Selector
    decision: Decision | Literal[""]
    facet: Facet | Remark
    value: str = ""
    parts: tuple[str, ...] = ()
    speaker: str = ""
    via: str = ""
    entity: str = ""
    was: str = ""
    said: PartialDate | None = None
    evidence: str = ""
    language: str = ""
    by: str = ""
    date: datetime.date | None = None
    why: str = ""
    source: str = ""
    proposed: bool = False
    origin: Origin = "sidecar"
    path: str = ""
    line: int = 1
    column: int | None = None

    @property
    def bare(self) -> "Annotation":
        """What it says alone, wherever it is written."""
        return replace(self, path="", line=1, column=None)


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where it sits in the text as it is now; ``parts`` are those of an extent.

    ``reworded`` tells that its words are no longer those that it quotes.
    """

    annotation: Annotation
    span: Span
    parts: tuple[Span, ...] = ()
    reworded: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """An annotation that holds, and what it came to.

    ``quote`` is the id of the quotation that it is about, "" where it is about none; ``cluster`` the index, in the
    article's analysis, of the entity that it names as speaker, as relay or as the one who is meant, None for none.
    ``former`` is the name of whoever was named before, as the annotation has it or else as the machine does, "" where
    that is nobody or the same.
    """

    placed: Placed
    quote: str = ""
    cluster: int | None = None
    former: str = ""
