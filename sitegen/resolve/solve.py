"""One block of claims, solved alone: which of them are one entity."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import PersonName, compatible, fold
from sitegen.model.spelling import spellings
from sitegen.resolve.claims import Claim, name_of
from sitegen.resolve.traits import Evidence, day_of, fits

# Given name, surname and generation, folded.
Core = tuple[str, str, str]


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
class Suspicion:
    """A claim that was put to others of its name though something speaks against it; ``reasons`` say what, in words."""

    claim: Claim
    other: Claim
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    """The outcome for one block."""

    groups: tuple[Group, ...]
    doubts: tuple[Doubt, ...]
    suspicions: tuple[Suspicion, ...] = ()


def solve(claims: Sequence[Claim], records: Sequence[AuthorityRecord]) -> Solution:
    """Group the claims of one block.

    Ids that an author fixed come first and are never merged with each other. A claim without id joins the one
    fixed entity, or the one group of claims, whose full name it shares. Middle names that differ keep groups
    apart, so do ages and forms of address together with callings; a name that fits several is a doubt. Where several
    records bear a name, births, offices and dates may tell whom an article means.
    """
    anchors = _Anchors(records)
    free = [claim for claim in claims if not anchors.fixed(claim)]
    doubts: list[Doubt] = []
    rest = []
    for claim in free:
        owners = anchors.owners(claim)
        if len(owners) == 1:
            anchors.join(owners[0], claim)
        elif owners:
            doubts.append(Doubt(claim, tuple(owners)))
        else:
            rest.append(claim)
    grouped, more, suspicions = _by_name(rest, anchors)
    return Solution((*anchors.groups(), *grouped), (*doubts, *more), tuple(suspicions))


class _Anchors:
    """The entities whose ids are fixed, by records or in front matter; lives only while a block is solved."""

    def __init__(self, records: Sequence[AuthorityRecord]) -> None:
        self.records = {record.id: record for record in records}
        self.claims: dict[str, list[Claim]] = {record.id: [] for record in records}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_core: dict[Core, dict[str, list[PersonName]]] = defaultdict(dict)
        for record in records:
            for name in record.names:
                self._know(record.id, name, name_of(name))

    def _know(self, id_: str, name: str, parts: PersonName | None) -> None:
        self._by_name[fold(name)].add(id_)
        if parts is not None and parts.full:
            self._by_core[_core(parts)].setdefault(id_, []).append(parts)

    def fixed(self, claim: Claim) -> bool:
        """Take in a claim whose id is fixed; tells whether it is one."""
        given = claim.cluster.given
        if given:
            self.join(given, claim)
            if given not in self.records:
                self._know(given, claim.cluster.name, claim.name)
        return bool(given)

    def join(self, id_: str, claim: Claim) -> None:
        """Give a claim to a fixed entity."""
        self.claims.setdefault(id_, []).append(claim)

    def owners(self, claim: Claim) -> list[str]:
        """Return the ids of those whose name a claim has; one of them where traits tell which."""
        own = fold(claim.cluster.name)
        owners = sorted(self._by_name.get(own, ()))
        if not owners:
            longer = (key for key in map(fold, claim.cluster.forms) if " " in key)
            owners = sorted({id_ for key in longer for id_ in self._by_name.get(key, ())})
        verdicts = {id_: fits(self.records[id_], claim) if id_ in self.records else None for id_ in owners}
        possible = [id_ for id_ in owners if verdicts[id_] is not False]
        likely = [id_ for id_ in possible if verdicts[id_]]
        return likely if len(possible) > 1 and len(likely) == 1 else possible

    def of_core(self, core: Core) -> dict[str, list[PersonName]]:
        """Return the fixed entities with a full name of this core, and those names."""
        return self._by_core.get(core, {})

    def groups(self) -> list[Group]:
        preferred = {record.id: record.name for record in self.records.values()}
        return [
            Group(preferred.get(id_) or usual_name(found), tuple(found), id_)
            for id_, found in self.claims.items()
            if found
        ]


def _by_name(claims: Sequence[Claim], anchors: _Anchors) -> tuple[list[Group], list[Doubt], list[Suspicion]]:
    """Put claims of one full name together."""
    groups: list[Group] = []
    doubts: list[Doubt] = []
    suspicions: list[Suspicion] = []
    for members in _spelled_alike(claims):
        kinds = _Kinds(anchors, members)
        groups.extend(kinds.groups)
        doubts.extend(kinds.doubts)
        suspicions.extend(kinds.suspicions)
    return groups, doubts, suspicions


def _core(name: PersonName) -> Core:
    return fold(name.names[0]), fold(name.surname), name.generation


def _spelled_alike(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Put the claims together whose given name and surname are spellings of one name: "José" and "Jose".

    A name that has two spellings joins those of both. Linear: each spelling is looked up once.
    """
    home: dict[tuple[str, ...], int] = {}
    homes: list[list[Claim]] = []
    for claim in claims:
        keys = list(_spellings(claim))
        known = sorted({home[key] for key in keys if key in home})
        number = known[0] if known else len(homes)
        if not known:
            homes.append([])
        homes[number].append(claim)
        for other in known[1:]:
            homes[number].extend(homes[other])
            homes[other] = []
        if len(known) > 1:
            home = {key: number if at in known else at for key, at in home.items()}
        home.update(dict.fromkeys(keys, number))
    return [members for members in homes if members]


def _spellings(claim: Claim) -> Iterator[tuple[str, ...]]:
    name = claim.name
    if name is None or not name.full:
        yield (fold(claim.cluster.name),)
        return
    yield _core(name)
    for given in spellings(name.names[0]):
        for surname in spellings(name.surname):
            yield given, surname, name.generation


class _Kinds:
    """The people of one given name and surname, told apart by middle names, then by traits."""

    def __init__(self, anchors: _Anchors, members: Sequence[Claim]) -> None:
        self.anchors = anchors
        self.groups: list[Group] = []
        self.doubts: list[Doubt] = []
        self.suspicions: list[Suspicion] = []
        name = next((claim.name for claim in members if claim.name is not None and claim.name.full), None)
        known = anchors.of_core(_core(name)) if name is not None else {}
        kinds, plain = self._by_middle_name(members, known)
        if len(kinds) + len(known) > 1:
            # A name without a middle name joins only where one middle name is known.
            named = tuple(sorted([*known, *(kind[0].cluster.name for kind in kinds)]))
            self.doubts.extend(Doubt(claim, named) for claim in plain)
            for kind in kinds:
                self._divide(kind)
        elif known:
            ((id_, _),) = known.items()
            for claim in plain:
                anchors.join(id_, claim)
        else:
            self._divide([*plain, *(claim for kind in kinds for claim in kind)])

    def _by_middle_name(
        self, members: Sequence[Claim], known: dict[str, list[PersonName]]
    ) -> tuple[list[list[Claim]], list[Claim]]:
        """Return the claims with middle names that agree, and those without; those of a fixed entity join it."""
        kinds: list[list[Claim]] = []
        plain = []
        for claim in members:
            name = claim.name
            if name is None or len(name.names) < 2:
                plain.append(claim)
                continue
            owners = [
                id_ for id_, names in known.items() if any(len(n.names) > 1 and compatible(n, name) for n in names)
            ]
            if len(owners) == 1:
                self.anchors.join(owners[0], claim)
                continue
            home = next((kind for kind in kinds if all(_agree(other, name) for other in kind)), None)
            if home is None:
                kinds.append([claim])
            else:
                home.append(claim)
        return kinds, plain

    def _divide(self, claims: Sequence[Claim]) -> None:
        """Make one group of the claims, or several where traits surely part them; report what only hints at it."""
        parts: list[tuple[list[Claim], Evidence]] = []
        silent = []
        for claim in sorted(claims, key=lambda claim: (day_of(claim), claim.article, claim.number)):
            evidence = Evidence.of(claim)
            if evidence == Evidence():
                silent.append(claim)
                continue
            homes = [number for number, (_, other) in enumerate(parts) if not evidence.is_surely_other(other)]
            if not homes:
                parts.append(([claim], evidence))
                continue
            number = min(homes, key=lambda number: len(evidence.against(parts[number][1])))
            members, other = parts[number]
            reasons = evidence.against(other)
            if reasons:
                self.suspicions.append(Suspicion(claim, members[0], reasons))
            parts[number] = ([*members, claim], other.joined(evidence))
        if len(parts) < 2:
            self.groups.append(_group([*(claim for members, _ in parts for claim in members), *silent]))
            return
        self.groups.extend(_group(members) for members, _ in parts)
        described = tuple(_described(members, evidence) for members, evidence in parts)
        self.doubts.extend(Doubt(claim, described) for claim in silent)


def _described(claims: Sequence[Claim], evidence: Evidence) -> str:
    callings = sorted(evidence.callings)[:1]
    born = [f"born about {evidence.born_in_words}"] if evidence.born else []
    return f"{usual_name(claims)} ({', '.join([*callings, *born]) or claims[0].article})"


def _agree(claim: Claim, name: PersonName) -> bool:
    return claim.name is not None and compatible(claim.name, name)


def _group(claims: Sequence[Claim]) -> Group:
    return Group(usual_name(claims), tuple(sorted(claims, key=lambda claim: (claim.article, claim.number))))


def usual_name(claims: Sequence[Claim]) -> str:
    """Return the form most articles use; among equals the longest, then the first in the alphabet."""
    counts = Counter(claim.cluster.name for claim in claims)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))
