"""One block of claims, solved alone: which of them are one entity."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Kind
from sitegen.model.person_name import PersonName, compatible, fold
from sitegen.model.slug import slugify
from sitegen.model.spelling import spellings
from sitegen.resolve.claims import Alike, Claim, name_of
from sitegen.resolve.traits import Evidence, day_of, fits

# Given name, surname and generation, folded.
Core = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that are one entity; ``id`` is the one a record or the front matter fixes, or empty.

    ``slug`` is the name as a part of an address, ``forms`` are all surface forms, sorted.
    """

    name: str
    kind: Kind
    members: tuple[Alike, ...]
    id: str
    slug: str
    forms: tuple[str, ...]

    @classmethod
    def of(cls, members: Sequence[Alike], name: str = "", id_: str = "") -> "Group":
        """Make a group of claims, by default under the name that most articles use."""
        name = name or usual_name(members)
        forms = tuple(sorted({form for each in members for form in each.cluster.forms}))
        return cls(name, members[0].cluster.kind, tuple(members), id_, slugify(name), forms)


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


def solve(claims: Iterable[Alike], records: Sequence[AuthorityRecord]) -> Solution:
    """Group the claims of one block; where it has records, those that are alike are of one day.

    Ids that an author fixed come first and are never merged with each other. A claim without id joins the one
    fixed entity, or the one group of claims, whose full name it shares. Middle names that differ keep groups
    apart, so do ages and forms of address together with callings; a name that fits several is a doubt. Where several
    records bear a name, births, offices and dates may tell whom an article means.
    """
    anchors = _Anchors(records)
    free = [each for each in sorted(claims, key=lambda each: each.key) if not anchors.fixed(each)]
    doubts: list[Doubt] = []
    rest = []
    for each in free:
        owners = anchors.owners(each)
        if len(owners) == 1:
            anchors.join(owners[0], each)
        elif owners:
            doubts.extend(_doubts([each], tuple(owners)))
        else:
            rest.append(each)
    groups: list[Group] = []
    suspicions: list[Suspicion] = []
    for members in _spelled_alike(rest):
        kinds = _Kinds(anchors, members)
        groups.extend(kinds.groups)
        doubts.extend(kinds.doubts)
        suspicions.extend(kinds.suspicions)
    return Solution((*anchors.groups(), *groups), tuple(doubts), tuple(suspicions))


def _doubts(members: Iterable[Alike], names: tuple[str, ...]) -> Iterator[Doubt]:
    return (Doubt(claim, names) for each in members for claim in each.claims)


class _Anchors:
    """The entities whose ids are fixed, by records or in front matter; lives only while a block is solved."""

    def __init__(self, records: Sequence[AuthorityRecord]) -> None:
        self.records = {record.id: record for record in records}
        self.members: dict[str, list[Alike]] = {record.id: [] for record in records}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_core: dict[Core, dict[str, list[PersonName]]] = defaultdict(dict)
        for record in records:
            for name in record.names:
                self._know(record.id, name, name_of(name))

    def _know(self, id_: str, name: str, parts: PersonName | None) -> None:
        self._by_name[fold(name)].add(id_)
        if parts is not None and parts.full:
            self._by_core[_core(parts)].setdefault(id_, []).append(parts)

    def fixed(self, claims: Alike) -> bool:
        """Take in claims whose id is fixed; tells whether it is."""
        given = claims.cluster.given
        if given:
            self.join(given, claims)
            if given not in self.records:
                self._know(given, claims.cluster.name, claims.name)
        return bool(given)

    def join(self, id_: str, claims: Alike) -> None:
        """Give claims to a fixed entity."""
        self.members.setdefault(id_, []).append(claims)

    def owners(self, claims: Alike) -> list[str]:
        """Return the ids of those whose name claims have; one of them where traits tell which."""
        owners = sorted(self._by_name.get(fold(claims.cluster.name), ()))
        if not owners and self._by_name:
            longer = (key for key in map(fold, claims.cluster.forms) if " " in key)
            owners = sorted({id_ for key in longer for id_ in self._by_name.get(key, ())})
        if not owners:
            return owners
        verdicts = {id_: fits(self.records[id_], claims) if id_ in self.records else None for id_ in owners}
        possible = [id_ for id_ in owners if verdicts[id_] is not False]
        likely = [id_ for id_ in possible if verdicts[id_]]
        return likely if len(possible) > 1 and len(likely) == 1 else possible

    def of_core(self, core: Core) -> dict[str, list[PersonName]]:
        """Return the fixed entities with a full name of this core, and those names."""
        return self._by_core.get(core, {})

    def groups(self) -> list[Group]:
        """Return the fixed entities that somebody claims."""
        preferred = {record.id: record.name for record in self.records.values()}
        return [Group.of(found, preferred.get(id_, ""), id_) for id_, found in self.members.items() if found]


def _core(name: PersonName) -> Core:
    return fold(name.names[0]), fold(name.surname), name.generation


def _spelled_alike(members: Sequence[Alike]) -> list[list[Alike]]:
    """Put the claims together whose given name and surname are spellings of one name: "José" and "Jose".

    A name that has two spellings joins those of both. Linear: each spelling is looked up once.
    """
    home: dict[tuple[str, ...], int] = {}
    homes: list[list[Alike]] = []
    for each in members:
        keys = list(_spellings(each))
        known = sorted({home[key] for key in keys if key in home})
        number = known[0] if known else len(homes)
        if not known:
            homes.append([])
        homes[number].append(each)
        for other in known[1:]:
            homes[number].extend(homes[other])
            homes[other] = []
        if len(known) > 1:
            home = {key: number if at in known else at for key, at in home.items()}
        home.update(dict.fromkeys(keys, number))
    return [found for found in homes if found]


def _spellings(claims: Alike) -> Iterator[tuple[str, ...]]:
    name = claims.name
    if name is None or not name.full:
        yield (fold(claims.cluster.name),)
        return
    yield _core(name)
    for given in spellings(name.names[0]):
        for surname in spellings(name.surname):
            yield given, surname, name.generation


@dataclass(slots=True)
class _Kind:
    """Claims whose middle names agree."""

    names: list[PersonName] = field(default_factory=list)
    members: list[Alike] = field(default_factory=list)


class _Kinds:
    """The people of one given name and surname, told apart by middle names, then by traits."""

    def __init__(self, anchors: _Anchors, members: Sequence[Alike]) -> None:
        self.anchors = anchors
        self.groups: list[Group] = []
        self.doubts: list[Doubt] = []
        self.suspicions: list[Suspicion] = []
        name = next((each.name for each in members if each.name is not None and each.name.full), None)
        known = anchors.of_core(_core(name)) if name is not None else {}
        kinds, plain = self._by_middle_name(members, known)
        if len(kinds) + len(known) > 1:
            # A name without a middle name joins only where one middle name is known.
            named = tuple(sorted([*known, *(usual_name(kind) for kind in kinds)]))
            self.doubts.extend(_doubts(plain, named))
            for kind in kinds:
                self._divide(kind)
        elif known:
            ((id_, _),) = known.items()
            for each in plain:
                anchors.join(id_, each)
            for kind in kinds:
                self._divide(kind)
        else:
            self._divide([*plain, *(each for kind in kinds for each in kind)])

    def _by_middle_name(
        self, members: Sequence[Alike], known: dict[str, list[PersonName]]
    ) -> tuple[list[list[Alike]], list[Alike]]:
        """Return the claims with middle names that agree, and those without; those of a fixed entity join it."""
        kinds: list[_Kind] = []
        plain = []
        for each in members:
            name = each.name
            if name is None or len(name.names) < 2:
                plain.append(each)
                continue
            owners = [
                id_ for id_, names in known.items() if any(len(n.names) > 1 and compatible(n, name) for n in names)
            ]
            if len(owners) == 1:
                self.anchors.join(owners[0], each)
                continue
            home = next((kind for kind in kinds if all(compatible(other, name) for other in kind.names)), None)
            if home is None:
                home = _Kind()
                kinds.append(home)
            if name not in home.names:
                home.names.append(name)
            home.members.append(each)
        return [kind.members for kind in kinds], plain

    def _divide(self, members: Sequence[Alike]) -> None:
        """Make one group of the claims, or several where traits surely part them; report what only hints at it."""
        telling = [each for each in members if each.tells]
        silent = [each for each in members if not each.tells]
        if _agree(telling):
            self.groups.append(Group.of([*telling, *silent]))
            return
        parts: list[tuple[list[Alike], Evidence]] = []
        for each in sorted(telling, key=lambda each: (day_of(each.first), each.key)):
            evidence = Evidence.of(each.cluster)
            homes = [number for number, (_, other) in enumerate(parts) if not evidence.is_surely_other(other)]
            if not homes:
                parts.append(([each], evidence))
                continue
            number = min(homes, key=lambda number: len(evidence.against(parts[number][1])))
            found, other = parts[number]
            reasons = evidence.against(other)
            if reasons:
                self.suspicions.append(Suspicion(each.first, found[0].first, reasons))
            parts[number] = ([*found, each], other.joined(evidence))
        if len(parts) < 2:
            self.groups.append(Group.of([*(each for found, _ in parts for each in found), *silent]))
            return
        self.groups.extend(Group.of(found) for found, _ in parts)
        described = tuple(_described(found, evidence) for found, evidence in parts)
        self.doubts.extend(_doubts(silent, described))


def _agree(members: Sequence[Alike]) -> bool:
    """Tell whether nothing that is told speaks against one person."""
    genders = {each.cluster.traits.gender for each in members} - {""}
    born = [each.cluster.traits.born for each in members if each.cluster.traits.born is not None]
    return len(genders) < 2 and (not born or max(one for one, _ in born) <= min(other for _, other in born))


def _described(members: Sequence[Alike], evidence: Evidence) -> str:
    callings = sorted(evidence.callings)[:1]
    born = [f"born about {evidence.born_in_words}"] if evidence.born else []
    return f"{usual_name(members)} ({', '.join([*callings, *born]) or members[0].first.article})"


def usual_name(members: Iterable[Alike]) -> str:
    """Return the form most articles use; among equals the longest, then the first in the alphabet."""
    counts: Counter[str] = Counter()
    for each in members:
        counts[each.cluster.name] += len(each.claims)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))
