"""Entities that may be two people: what texts say of them does not go together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from sitegen.curate.roster import Appearance, Listed
from sitegen.model.person_name import GENERATIONS, bare, compatible, fold, split_name

_WOMEN = frozenset("mrs ms miss dame lady madam mme".split())
_MEN = frozenset("mr sir lord".split())


@dataclass(frozen=True, slots=True)
class Doubt:
    """``person`` may be two: ``one`` and ``other`` say in words what does not go together.

    ``articles`` are the ids of those in which the rarer of the two stands.
    """

    person: Listed
    one: str
    other: str
    articles: tuple[str, ...]


def doubts(people: Iterable[Listed]) -> tuple[Doubt, ...]:
    """Return those among ``people`` who may be two, each once.

    Told by "Mr" and "Mrs", "Jr." and "Sr.", and middle names that differ. Where the record says in which articles its
    name means this one, the editor has decided.
    """
    return tuple(doubt for person in people if (doubt := _doubt(person)) is not None)


def _doubt(person: Listed) -> Doubt | None:
    if person.record is not None and person.record.articles:
        return None
    for sayings in (_titles, _generations, _middles):
        found: dict[str, list[str]] = defaultdict(list)
        for appearance in person.appearances:
            for saying in set(sayings(appearance)):
                found[saying].append(appearance.article)
        for one, other in combinations(sorted(found, key=lambda word: (-len(found[word]), word)), 2):
            rest = tuple(article for article in found[other] if article not in found[one])
            if rest and sayings is _middles and compatible_forms(one, other):
                continue
            if rest and len(rest) < len(person.appearances):
                return Doubt(person, one, other, rest)
    return None


def _titles(appearance: Appearance) -> Iterator[str]:
    for title in appearance.titles:
        words = set(map(bare, title.split()))
        if words & _WOMEN:
            yield "a woman's title"
        elif words & _MEN:
            yield "a man's title"


def _generations(appearance: Appearance) -> Iterator[str]:
    for name in appearance.names:
        parts = split_name(tuple(name.split()))
        if parts is not None and bare(parts.suffix) in GENERATIONS:
            yield parts.suffix


def _middles(appearance: Appearance) -> Iterator[str]:
    for name in appearance.names:
        parts = split_name(tuple(name.split()))
        if parts is not None and len(parts.given) > 1:
            yield name


def compatible_forms(one: str, other: str) -> bool:
    """Tell whether two forms of a name, with middle names, can be one person's; other surnames say nothing."""
    first, second = (split_name(tuple(name.split())) for name in (one, other))
    if first is None or second is None or fold(first.surname) != fold(second.surname):
        return True
    return fold(first.given[0]) != fold(second.given[0]) or compatible(first, second)
