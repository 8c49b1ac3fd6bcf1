"""One block of claims, solved alone: which of them are one entity."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import PersonName, compatible, fold, split_name
from sitegen.resolve.claims import Claim


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that are one entity; ``id`` is the one a record or the front matter fixes, or empty."""

    name: str
    claims: tuple[Claim, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A claim that several groups compete for; ``names`` describes them."""

    claim: Claim
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    """The outcome for one block."""

    groups: tuple[Group, ...]
    doubts: tuple[Doubt, ...]


def solve(claims: Sequence[Claim], records: Sequence[AuthorityRecord]) -> Solution:
    """Group the claims of one block.

    Ids that an author fixed come first and are never merged with each other. A claim without id joins the one
    fixed entity, or the one group of claims, whose full name it shares; middle names that differ keep groups
    apart, and a name that fits several is a doubt.
    """
    fixed: dict[str, list[Claim]] = {}
    names: dict[str, set[str]] = {}
    for record in records:
        fixed.setdefault(record.id, [])
        names.setdefault(record.id, set()).update(fold(name) for name in record.names)
    free: list[Claim] = []
    for claim in claims:
        given = claim.cluster.given
        if given:
            fixed.setdefault(given, []).append(claim)
            names.setdefault(given, set()).add(fold(claim.cluster.name))
        else:
            free.append(claim)
    doubts: list[Doubt] = []
    rest: list[Claim] = []
    for claim in free:
        keys = {fold(claim.cluster.name), *map(fold, claim.cluster.forms)}
        owners = sorted(id_ for id_, forms in names.items() if fold(claim.cluster.name) in forms)
        owners = owners or sorted(id_ for id_, forms in names.items() if _spoken_for(keys, forms))
        if len(owners) == 1:
            fixed[owners[0]].append(claim)
        elif owners:
            doubts.append(Doubt(claim, tuple(owners)))
        else:
            rest.append(claim)
    preferred = {record.id: record.name for record in records}
    groups = [
        Group(preferred.get(id_) or _usual_name(found), tuple(found), id_) for id_, found in fixed.items() if found
    ]
    grouped, more = _by_name(rest)
    return Solution((*groups, *grouped), (*doubts, *more))


def _spoken_for(keys: set[str], forms: set[str]) -> bool:
    return any(" " in key and key in forms for key in keys)


def _by_name(claims: Sequence[Claim]) -> tuple[list[Group], list[Doubt]]:
    """Put claims of one full name together; a name without a middle name joins only where one middle name is known."""
    by_core: dict[tuple[str, ...], list[tuple[PersonName | None, Claim]]] = {}
    for claim in claims:
        parts = split_name(tuple(claim.cluster.name.split())) if claim.cluster.kind == "person" else None
        by_core.setdefault(_core(parts, claim), []).append((parts, claim))
    groups: list[Group] = []
    doubts: list[Doubt] = []
    for members in by_core.values():
        kinds: list[list[tuple[PersonName | None, Claim]]] = []
        plain = []
        for parts, claim in members:
            if parts is None or len(parts.given) < 2:
                plain.append(claim)
                continue
            home = next((kind for kind in kinds if all(p is not None and compatible(p, parts) for p, _ in kind)), None)
            if home is None:
                kinds.append([(parts, claim)])
            else:
                home.append((parts, claim))
        if len(kinds) > 1:
            named = tuple(sorted(kind[0][1].cluster.name for kind in kinds))
            doubts.extend(Doubt(claim, named) for claim in plain)
            groups.extend(_group([claim for _, claim in kind]) for kind in kinds)
        else:
            groups.append(_group([*plain, *(claim for kind in kinds for _, claim in kind)]))
    return groups, doubts


def _core(parts: PersonName | None, claim: Claim) -> tuple[str, ...]:
    if parts is None or not parts.full:
        return (fold(claim.cluster.name),)
    return (fold(parts.given[0]), fold(parts.surname), parts.generation)


def _group(claims: Sequence[Claim]) -> Group:
    return Group(_usual_name(claims), tuple(claims))


def _usual_name(claims: Sequence[Claim]) -> str:
    """Return the form most articles use; among equals the longest, then the first in the alphabet."""
    counts = Counter(claim.cluster.name for claim in claims)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))
