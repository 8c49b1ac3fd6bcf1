"""Who is named beside whom: in how many articles two people stand together."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from heapq import nsmallest

from sitegen.model.site import Reading

# An article that names more people is a list of names, and says nothing of who belongs together.
_MOST_NAMED = 40
_MOST_KEPT = 12


def named_in(reading: Reading) -> frozenset[str]:
    """Return the ids of the people whom an article names by name, none where it is a mere list of names."""
    found = set()
    for mention in reading.analysis.mentions:
        if mention.kind == "person" and mention.form == "name" and mention.cluster is not None:
            id_ = reading.entities[mention.cluster]
            if id_ is not None and not reading.analysis.clusters[mention.cluster].lone:
                found.add(id_)
    return frozenset(found) if len(found) <= _MOST_NAMED else frozenset()


@dataclass(slots=True)
class Companions:
    """How many articles name two people, kept up as articles come and go."""

    _counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _nearest: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)

    def add(self, people: Collection[str]) -> None:
        """Take in an article that names ``people``."""
        for one in people:
            self._counts[one].update(people)
            self._nearest.pop(one, None)

    def remove(self, people: Collection[str]) -> None:
        """Take an article out again."""
        for one in people:
            self._counts[one].subtract(people)
            self._nearest.pop(one, None)

    def nearest(self) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
        """Yield each person with those who stand in the most articles beside them, and how many that are."""
        for one, counts in self._counts.items():
            if one not in self._nearest:
                others = ((-articles, other) for other, articles in counts.items() if articles > 0 and other != one)
                self._nearest[one] = tuple((other, -articles) for articles, other in nsmallest(_MOST_KEPT, others))
            if self._nearest[one]:
                yield one, self._nearest[one]
