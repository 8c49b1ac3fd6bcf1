"""Everybody in a site: where each is named, and the names that stand for nobody known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.mention import Kind, Mention
from sitegen.model.person_name import PersonName, compatible, fold, split_name
from sitegen.model.site import Reading


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity in one article.

    ``line`` and ``column`` are those of the first mention, None where the text never names it; ``mentions`` counts
    pronouns too. ``names`` are the fullest forms there, or the name of the record that vouches for them; ``forms`` all
    that stand in the text, ``titles`` what stands before them. ``stated`` is the line on which the front matter says
    that this one is meant, 0 where it does not; ``by_id`` tells that it gives the id.
    """

    article: str
    path: str
    line: int | None
    column: int | None
    mentions: int
    quotations: int
    names: tuple[str, ...]
    forms: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    stated: int = 0
    by_id: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the roster; ``forms`` are all that texts use, sorted; appearances in the order of their article ids."""

    id: str
    kind: Kind
    name: str
    forms: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    record: AuthorityRecord | None

    @property
    def mentions(self) -> int:
        """How often it is meant, by pronouns too."""
        return sum(found.mentions for found in self.appearances)

    @property
    def quotations(self) -> int:
        """How many quotations it is the speaker of."""
        return sum(found.quotations for found in self.appearances)

    @property
    def names(self) -> tuple[str, ...]:
        """The name, those of the record, and the fullest form of each article."""
        recorded = self.record.names if self.record is not None else ()
        used = (name for found in self.appearances for name in found.names)
        return tuple(dict.fromkeys((self.name, *recorded, *used)))

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that name it."""
        return tuple(found.article for found in self.appearances)


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name of one article that is linked to nobody: ``candidates`` are the ids of those who compete.

    ``lone`` marks a single name in an article that names nobody in full whom it could mean; then ``candidates`` are
    those of that surname elsewhere. ``line`` and ``column`` are those of the first of ``times`` places.
    """

    text: str
    article: str
    path: str
    line: int | None
    column: int | None
    times: int
    candidates: tuple[str, ...]
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """All entities that have a page or a record, sorted by surname, and all names that are linked to nobody."""

    entries: tuple[Listed, ...]
    unresolved: tuple[Unresolved, ...]

    @property
    def people(self) -> tuple[Listed, ...]:
        """The persons among them."""
        return tuple(entry for entry in self.entries if entry.kind == "person")


def by_surname(name: str) -> tuple[str, str]:
    """Return what names are sorted by."""
    parts = split_name(tuple(name.split()))
    return (fold(name), "") if parts is None else (fold(parts.surname), fold(" ".join(parts.given)))


def written_out(forms: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``forms`` that write a given name out: an initial could be many people's."""
    parts = {form: split_name(tuple(form.split())) for form in forms}
    return tuple(
        form for form, name in parts.items() if name is not None and name.full and len(fold(name.given[0])) > 1
    )


def roster(readings: Sequence[Reading], entities: Sequence[Entity], records: Sequence[AuthorityRecord]) -> Roster:
    """Gather everybody whom ``readings`` name or of whom there is a record. Entities of one article are left out."""
    kept = [entity for entity in entities if not entity.local]
    appearances: dict[str, list[Appearance]] = defaultdict(list)
    for reading in sorted(readings, key=lambda reading: reading.article.id):
        for id_, appearance in _appearances(reading):
            appearances[id_].append(appearance)
    known = {entity.id for entity in kept}
    entries = [Listed(e.id, e.kind, e.name, tuple(sorted(e.forms)), tuple(appearances[e.id]), e.record) for e in kept]
    entries += [Listed(r.id, r.kind, r.name, (), (), r) for r in records if r.id not in known]
    entries.sort(key=lambda entry: (by_surname(entry.name), entry.id))
    index = _Index(entries)
    local = {entity.id for entity in entities if entity.local}
    unresolved = (found for reading in readings for found in _unresolved(reading, index, local))
    return Roster(tuple(entries), tuple(sorted(unresolved, key=lambda found: (found.article, found.line or 0))))


@dataclass(slots=True)
class _Tally:
    """An appearance while it is counted."""

    first: Mention | None = None
    mentions: int = 0
    quotations: int = 0
    names: dict[str, None] = field(default_factory=dict)
    forms: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)


def _appearances(reading: Reading) -> Iterator[tuple[str, Appearance]]:
    analysis, article = reading.analysis, reading.article
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for number, cluster in enumerate(analysis.clusters):
        id_ = reading.entities[number]
        if id_ is not None and not cluster.lone:
            tallies[id_].names.setdefault(cluster.name)
            tallies[id_].forms.update(dict.fromkeys(cluster.forms))
            tallies[id_].titles.update(dict.fromkeys(cluster.titles))
    for mention in analysis.mentions:
        id_ = None if mention.cluster is None else reading.entities[mention.cluster]
        if id_ in tallies:
            tally = tallies[id_]
            tally.first = tally.first or mention
            tally.mentions += 1
    for quote in analysis.quotes:
        speaker = quote.attribution.voice
        id_ = None if speaker is None or speaker.cluster is None else reading.entities[speaker.cluster]
        if id_ in tallies:
            tallies[id_].quotations += 1
    for id_, tally in tallies.items():
        line, column = _place(article, tally.first)
        names = tuple(tally.names)
        stated, by_id = _stated(article, id_, (*names, *tally.forms))
        if not tally.mentions and not stated:
            # Somebody who only competes for a surname there.
            continue
        yield (
            id_,
            Appearance(
                article.id,
                article.path,
                line,
                column,
                tally.mentions,
                tally.quotations,
                names,
                tuple(tally.forms),
                tuple(tally.titles),
                stated,
                by_id,
            ),
        )


def _place(article: Article, mention: Mention | None) -> tuple[int | None, int | None]:
    return (None, None) if mention is None else article.place(mention.span.start)


def _stated(article: Article, id_: str, names: Iterable[str]) -> tuple[int, bool]:
    """Return the line of the front matter that names this one, 0 for none, and whether by its id."""
    folded = set(map(fold, names))
    for person in article.people:
        if person.id == id_ or (not person.id and fold(person.name) in folded):
            return person.line or 1, bool(person.id)
    return 0, False


class _Index:
    """Finds whom a name can mean, by its folded surname."""

    def __init__(self, entries: Iterable[Listed]) -> None:
        self._by_key: dict[str, list[tuple[PersonName, str]]] = defaultdict(list)
        for entry in entries:
            for name in entry.names if entry.kind == "person" else ():
                parts = split_name(tuple(name.split()))
                if parts is not None:
                    self._by_key[parts.key].append((parts, entry.id))

    def of(self, name: str) -> tuple[str, ...]:
        """Return the ids of those whom ``name`` can be a form of; a surname alone is everybody's who bears it."""
        parts = split_name(tuple(name.split()))
        if parts is None:
            return ()
        known = self._by_key.get(parts.key, ())
        return tuple(sorted({id_ for other, id_ in known if not parts.full or _agree(parts, other)}))


def _agree(one: PersonName, other: PersonName) -> bool:
    return fold(str(one)) == fold(str(other)) or compatible(one, other)


def _unresolved(reading: Reading, index: _Index, local: set[str]) -> Iterator[Unresolved]:
    analysis, article = reading.analysis, reading.article
    groups: dict[tuple[str, tuple[str, ...], bool], list[Mention]] = {}
    for mention in analysis.mentions:
        if mention.cluster is None:
            ids = {reading.entities[number] for number in mention.candidates}
            found = tuple(sorted(id_ for id_ in ids if id_ is not None and id_ not in local))
            if found:
                text = " ".join(mention.span.of(article.text).split())
                groups.setdefault((text, found, False), []).append(mention)
            continue
        cluster, id_ = analysis.clusters[mention.cluster], reading.entities[mention.cluster]
        lone = id_ in local
        if cluster.kind == "person" and mention.form == "name" and (id_ is None or lone):
            found = index.of(cluster.name)
            if found:
                groups.setdefault((cluster.name, found, lone), []).append(mention)
    for (text, candidates, lone), mentions in groups.items():
        line, column = _place(article, mentions[0])
        yield Unresolved(text, article.id, article.path, line, column, len(mentions), candidates, lone)
