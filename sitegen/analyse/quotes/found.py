"""A quotation as a rule found it, before its speaker is resolved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice
from sitegen.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """``spans`` is the content, ``passages`` the numbers of the scene's passages that it takes up.

    ``cue`` is the token of the reporting word, or None. ``spans`` are in the order of the text.
    """

    spans: tuple[Span, ...]
    passages: tuple[int, ...]
    rule: str
    confidence: float
    voice: Voice | None = None
    cue: Span | None = None
    via: Voice | None = None


# The rule of passages that a cue takes back ("I am sorry," Lee never said): nobody's words, and no later rule's.
UNSAID = "unsaid"

# A rule reads one block and what earlier rules found in it, and returns the findings as they stand after it.
Rule = Callable[[Scene, Speakers, tuple[Found, ...]], tuple[Found, ...]]


def claimed(found: Iterable[Found]) -> set[int]:
    """Return the numbers of the passages that are taken up already."""
    return {number for quotation in found for number in quotation.passages}


def cues(found: Iterable[Found]) -> set[int]:
    """Return the offsets of the cues that are used already."""
    return {quotation.cue.start for quotation in found if quotation.cue is not None}
