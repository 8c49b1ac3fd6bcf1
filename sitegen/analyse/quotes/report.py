"""What a cue reports: the words, where they stand, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Side = Literal["none", "right", "left", "around"]

# In the order of the weights: where the words stand, seen from the cue.
SIDES: tuple[Side, ...] = ("none", "right", "left", "around")


@dataclass(frozen=True, slots=True)
class Report:
    """``parts`` are the runs of tokens that say what was said, in the order of the text: one, or one on each side of
    the cue. ``probability`` says how likely just these words are what the token ``cue`` reports; ``stops`` are the
    tokens before which the last part may end, each with its own probability, where there is a choice."""

    cue: int
    side: Side
    parts: tuple[range, ...]
    probability: float
    stops: tuple[tuple[int, float], ...] = ()

    def before(self, limit: int) -> "Report | None":
        """Return the likeliest of the same words that end before token ``limit``; None where none do."""
        begin = self.parts[-1].start
        left = [choice for choice in self.stops if choice[0] <= limit]
        if not left:
            return None
        stop, likely = max(left, key=lambda choice: choice[1])
        known = dict(self.stops)[self.parts[-1].stop]
        parts = (*self.parts[:-1], range(begin, stop))
        share = likely / sum(probability for _, probability in left)
        return replace(self, parts=parts, probability=self.probability / known * share)


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of one block, the surest first. ``sides`` holds, for each token that may be a cue, the probability
    of each of ``SIDES``; they add up to one."""

    found: tuple[Report, ...] = ()
    sides: Mapping[int, tuple[float, ...]] = field(default_factory=dict)

    def right(self, cue: int) -> float:
        """Return the probability that the words stand behind ``cue``, or on both sides; 1 for a word unknown here."""
        sides = self.sides.get(cue)
        return 1.0 if sides is None else sides[1] + sides[3]

    def left(self, cue: int) -> float:
        """Return the probability that the words stand before ``cue``, or on both sides; 1 for a word unknown here."""
        sides = self.sides.get(cue)
        return 1.0 if sides is None else sides[2] + sides[3]
