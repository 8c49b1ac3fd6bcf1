"""What quotations have to do with each other, by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# Why a quotation is taken for an answer: its cue says so, it names whom it answers, or both speak of one matter.
Reason = Literal["cue", "named", "matter"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The quotation ``quote`` follows ``to``, another person's of the same article, and answers it."""

    quote: str
    to: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations among the quotations of a site.

    ``families`` leads from each version of an utterance that has several to all of them, the one that stands for them
    first, then the others by the day of their article; ``echoes`` from a quotation to the same words of others.
    ``answers`` is keyed by the quotation that answers; ``denials`` are the quotations that say something is not so.
    """

    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    echoes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    denials: frozenset[str] = frozenset()
