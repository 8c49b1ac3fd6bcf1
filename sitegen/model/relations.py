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
class Version:
    """One of the quotations that carry an utterance: ``start`` and ``end`` are its words in the one that stands for it.

    They count the words of that one from 0; ``share``, between 0 and 1, is how much of the shorter of the two is there.
    """

    quote: str
    start: int
    end: int
    share: float = 1.0

    def overlaps(self, other: "Version") -> bool:
        """Tell whether the two have words in common, half of those of the shorter at least."""
        common = min(self.end, other.end) - max(self.start, other.start)
        return 2 * common >= min(self.end - self.start, other.end - other.start) and common > 0


@dataclass(frozen=True, slots=True)
class Family:
    """The versions of one utterance: the one that stands for it, then the others by the day of their article."""

    versions: tuple[Version, ...]

    @property
    def lead(self) -> str:
        """The id of the quotation that stands for the utterance: the fullest."""
        return self.versions[0].quote

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all versions."""
        return tuple(version.quote for version in self.versions)

    def near(self, quote: str) -> tuple[str, ...]:
        """Return the other versions that have words in common with ``quote``, which is one of them itself."""
        own = next(version for version in self.versions if version.quote == quote)
        return tuple(v.quote for v in self.versions if v is not own and v.overlaps(own))


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations among the quotations of a site, by their ids, and among its people.

    ``families`` leads from each version of an utterance that has several to all of them, ``echoes`` from a quotation
    to all that have the same words, itself among them, of which two at least are given to different speakers: ordered
    by the day of their article. ``answers`` is keyed by the quotation that answers; ``denials`` say that something is
    not so. ``companions`` are, by the id of a person, those who are named in the most articles beside them, with
    the number of these.
    """

    families: Mapping[str, Family] = field(default_factory=dict)
    echoes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    denials: frozenset[str] = frozenset()
    companions: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
