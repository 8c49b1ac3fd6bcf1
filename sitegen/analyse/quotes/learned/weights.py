"""The weights of the choices that reported speech takes: a part of the code, read once and never written."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sitegen.analyse.quotes.learned.choice import Choice


@dataclass(frozen=True, slots=True)
class Weights:
    """``sides`` has a bias and a choice for each side but "none", which weighs nothing. What each choice looks at
    stands in the module of its name in ``reports`` (``lefts`` in ``begins``)."""

    sides: tuple[tuple[float, Choice], ...]
    begins: Choice
    lefts: Choice
    ends: Choice
    sources: Choice


@cache
def weights() -> Weights:
    """Return the weights; read from the package at the first text that is analysed."""
    tables = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))
    sides = tuple((side["bias"], Choice(tuple(side["tables"]))) for side in tables["sides"])
    begins, lefts, ends, sources = (Choice(tuple(tables[name])) for name in ("begins", "lefts", "ends", "sources"))
    return Weights(sides, begins, lefts, ends, sources)
