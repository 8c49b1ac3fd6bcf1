"""The weights of the evidence that a name is a person's: a part of the code, read once and never written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.analyse.stored import stored


@dataclass(frozen=True, slots=True)
class Weights:
    """``one`` weighs the evidence of a single word, ``several`` that of a longer name; "" is the bias."""

    one: Mapping[str, float]
    several: Mapping[str, float]


@cache
def weights() -> Weights:
    """Return the weights that ``benchmarks/learn_names.py`` learned."""
    learned = json.loads(stored("persons/weights.json"))
    return Weights(learned["one"], learned["several"])
