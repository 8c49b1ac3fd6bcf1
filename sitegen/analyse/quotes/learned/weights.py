"""The weights of the choices that reported speech takes: a part of the code, read once and never written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sitegen.analyse.quotes.learned.choice import Choice, Classes
from sitegen.analyse.stored import stored


@dataclass(frozen=True, slots=True)
class Weights:
    """What each choice looks at stands in the module of its name in ``reports`` (``lefts`` in ``begins``).

    ``silent`` holds the verbs and nouns with their tag, "give|VB", that report so seldom that none is looked at.
    """

    silent: frozenset[str]
    sides: Classes
    begins: Choice
    lefts: Choice
    ends: Choice
    speakers: Choice


def as_weights(stored: Mapping[str, Any]) -> Weights:
    """Return weights as they are stored: for each choice its tables, of the sides the bias as well."""
    sides = stored["sides"]
    tables = tuple({value: tuple(weights) for value, weights in table.items()} for table in sides["tables"])
    begins, lefts, ends, speakers = (Choice(tuple(stored[name])) for name in ("begins", "lefts", "ends", "speakers"))
    return Weights(frozenset(stored["silent"]), Classes(tuple(sides["bias"]), tables), begins, lefts, ends, speakers)


@cache
def weights() -> Weights:
    """Return the weights; read from the package at the first text that is analysed."""
    return as_weights(json.loads(stored("quotes/learned/weights.json")))
