"""A choice between alternatives by weighted features, and how likely each is.

Source: the conditional logit model (McFadden 1974), in computational linguistics a log-linear or maximum-entropy model
(Berger et al. 1996). The weights are learned by ``benchmarks/learn_reports.py``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

# One value for each kind of features; the empty string says nothing.
Features = tuple[str, ...]

# Scoring is half of what choices cost, so it runs without a loop of Python's.
_weight = dict.get
_NOTHING = repeat(0.0)


@dataclass(frozen=True, slots=True)
class Choice:
    """``tables`` holds one table of weights for each kind of features, in their order."""

    tables: tuple[dict[str, float], ...]

    def score(self, features: Features) -> float:
        """Return the sum of the weights of ``features``; what was never seen weighs nothing."""
        return sum(map(_weight, self.tables, features, _NOTHING))

    def best(self, alternatives: Sequence[Features]) -> tuple[int, float]:
        """Return the number of the likeliest of the ``alternatives``, the first of equals, and its probability."""
        probabilities = self.probabilities(alternatives)
        highest = max(probabilities)
        return probabilities.index(highest), highest

    def probabilities(self, alternatives: Sequence[Features]) -> list[float]:
        """Return the probability of each of the ``alternatives``; they add up to one."""
        if len(alternatives) == 1:
            return [1.0]
        return softmax([self.score(features) for features in alternatives])


@dataclass(frozen=True, slots=True)
class Classes:
    """A choice between fixed classes by one features: each table holds one weight a class for a value.

    ``bias`` has the same length; the first class is the reference, at zero.
    """

    bias: tuple[float, ...]
    tables: tuple[dict[str, tuple[float, ...]], ...]

    def probabilities(self, features: Features) -> tuple[float, ...]:
        """Return the probability of each class; they add up to one."""
        known = filter(None, map(_weight, self.tables, features))
        return tuple(softmax([sum(column) for column in zip(self.bias, *known, strict=True)]))


def softmax(scores: Sequence[float]) -> list[float]:
    """Return probabilities in proportion to the exponentials of ``scores``; they add up to one."""
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
