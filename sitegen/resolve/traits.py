"""What tells two people of one name apart besides the name: years of birth, forms of address, callings."""

import datetime
from dataclasses import dataclass

from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster
from sitegen.resolve.claims import Alike, Claim

# Ages of one person come out a year or two apart: a slip, a birthday, an old text. Further apart they are two people's.
_SLIP, _APART = 2, 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of one person so far; ``born`` are the first and the last year of birth that are allowed."""

    genders: frozenset[str] = frozenset()
    born: tuple[int, int] | None = None
    callings: frozenset[str] = frozenset()

    @classmethod
    def of(cls, cluster: Cluster) -> "Evidence":
        """Return what an article tells of somebody."""
        traits = cluster.traits
        return cls(frozenset({traits.gender} - {""}), traits.born, frozenset(traits.callings))

    def joined(self, other: "Evidence") -> "Evidence":
        """Return what both say of one person; of two ages the first is kept."""
        return Evidence(self.genders | other.genders, self.born or other.born, self.callings | other.callings)

    def against(self, other: "Evidence") -> tuple[str, ...]:
        """Return what speaks against both being one person, in words."""
        found = []
        years = _years_apart(self.born, other.born)
        if years > _SLIP:
            found.append(f"born about {self.born_in_words} or about {other.born_in_words}")
        if self.genders and other.genders and self.genders.isdisjoint(other.genders):
            found.append("a man or a woman")
        if found and self.callings and other.callings and self.callings.isdisjoint(other.callings):
            found.append(f"{_in_words(self.callings)} or {_in_words(other.callings)}")
        return tuple(found)

    def is_surely_other(self, other: "Evidence") -> bool:
        """Tell whether both are two people: where two things speak against one, each of its own kind."""
        return len(self.against(other)) > 1 and (
            _years_apart(self.born, other.born) >= _APART or self.genders.isdisjoint(other.genders)
        )

    @property
    def born_in_words(self) -> str:
        """The middle of the years of birth."""
        return "" if self.born is None else str(self.born[1])


def _in_words(callings: frozenset[str]) -> str:
    return sorted(callings)[0]


def _years_apart(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    if one is None or other is None:
        return 0
    return max(0, one[0] - other[1], other[0] - one[1])


def fits(record: AuthorityRecord, claims: Alike) -> bool | None:
    """Tell whether claims can be the person of a record: True where something speaks for it, False where they can't.

    None where nothing is known either way. The year of birth, callings and the offices that were held on the day of
    the article count; nobody is named before their birth.
    """
    traits, day = claims.cluster.traits, claims.day
    if record.born is not None:
        if day is not None and day < record.born.earliest:
            return False
        if traits.born is not None:
            born = record.born.year
            return traits.born[0] - _SLIP <= born <= traits.born[1] + _SLIP
    held = {word for role in record.roles if role.held_on(day) for word in role.title.lower().split()}
    if held & set(traits.callings):
        return True
    return None


def day_of(claim: Claim) -> datetime.date:
    """Return the day of a claim's article, for sorting; undated ones come last."""
    return claim.day or datetime.date.max
