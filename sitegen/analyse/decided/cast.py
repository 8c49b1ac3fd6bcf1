"""Whom a decision means: an entity of the article, of a record, or of another article."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from sitegen.model.annotation import Applied
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster, Kind, Mention
from sitegen.model.person_name import fold
from sitegen.model.quote import Voice
from sitegen.model.slug import slugify


class Cast:
    """The clusters of one article, and those that decisions add to them; it grows while decisions are applied.

    A cluster that was there keeps its number.
    """

    def __init__(
        self,
        article: Article,
        clusters: Sequence[Cluster],
        records: Sequence[AuthorityRecord],
        elsewhere: Sequence[Cluster] = (),
    ) -> None:
        self._article = article
        self._clusters = list(clusters)
        self._found = len(clusters)
        self._records = records
        self._elsewhere = elsewhere

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """All clusters as they are now."""
        return tuple(self._clusters)

    def name(self, number: int | None) -> str:
        """Return the name of a cluster, "" of none."""
        return "" if number is None else self._clusters[number].name

    def kind(self, number: int) -> Kind:
        """Return the kind of a cluster."""
        return self._clusters[number].kind

    def find(self, value: str, kind: Kind | None = None) -> int | None:
        """Return the number of the cluster that ``value`` means, an id or a full name, None where there is none.

        Ids come before names, records before names that only stand in texts. Of several of one name those of ``kind``
        are meant. Nothing is added, and nobody is taken for a record's who might be another's of that name.
        """
        record = self._record(value)
        given = record.id if record is not None else value
        number = next((n for n, found in enumerate(self._clusters) if found.given == given), None)
        if number is None and record is not None:
            return self._sole_of(record)
        return self._called(value, kind) if number is None else number

    def whom(self, value: str, kind: Kind | None = None) -> int | None:
        """Return the number of the cluster that ``value`` means, as ``find`` does, and make one where it is needed.

        Who has a record, and then who is named in another article, need not stand in this one. None where nobody is
        known.
        """
        number, record = self.find(value, kind), self._record(value)
        if number is not None:
            found = self._clusters[number]
            if record is not None and not found.given:
                self._clusters[number] = replace(found, given=record.id)
            return number
        if record is not None:
            return self._add(Cluster(record.name, record.kind, given=record.id))
        return next((self._add(found) for found in self._elsewhere if is_called(found, value)), None)

    def known_as(self, value: str) -> str:
        """Return the name of whoever ``value`` means, ``value`` itself where nobody is called so."""
        record, number = self._record(value), self.find(value)
        if record is not None:
            return record.name
        if number is not None:
            return self.name(number)
        return next((found.name for found in self._elsewhere if is_called(found, value)), value)

    def one_named(self, surface: str, kind: Kind) -> int:
        """Return the number of the cluster for a name that a person added, a new one where nobody is called so."""
        number = self._called(surface, kind)
        if number is not None and self._clusters[number].kind == kind:
            return number
        return self._add(Cluster(surface, kind, lone=kind == "person" and " " not in surface))

    def with_form(self, number: int, surface: str) -> None:
        """Note a surface form under which a cluster stands in the text."""
        found = self._clusters[number]
        if surface not in found.forms:
            self._clusters[number] = replace(found, forms=(*found.forms, surface))

    def nearest(self, value: str) -> str:
        """Return the id of whoever has nearly the name or the id ``value``, "" for nobody."""
        known = {slugify(name): record.id for record in self._records for name in (*record.names, record.id)}
        known |= {slugify(found.name): found.given or slugify(found.name) for found in self._clusters}
        near = get_close_matches(slugify(value), sorted(known), 1, 0.7)
        return known[near[0]] if near else ""

    def emptied(
        self, mentions: Iterable[Mention], voices: Iterable[Voice], applied: Iterable[Applied]
    ) -> frozenset[int]:
        """Return the clusters that decisions left without a place in the text; those that the author lists stay."""
        used = {number for each in mentions for number in (each.cluster, *each.candidates)}
        used |= {voice.cluster for voice in voices} | {each.cluster for each in applied}
        listed = {person.id or person.name for person in self._article.people}
        listed |= {record.id for record in self._records if self._article.id in record.articles}
        return frozenset(
            number
            for number, found in enumerate(self._clusters)
            if number not in used and (found.given or found.name) not in listed
        )

    def _record(self, value: str) -> AuthorityRecord | None:
        by_id = (record for record in self._records if value == record.id or value in record.former_ids)
        by_name = [record for record in self._records if fold(value) in map(fold, record.names)]
        return next(by_id, by_name[0] if len(by_name) == 1 else None)

    def _sole_of(self, record: AuthorityRecord) -> int | None:
        """Return the cluster that bears a name of a record which is no other record's, None where there is none."""
        own = {fold(name) for name in record.names}
        shared = {fold(name) for other in self._records if other is not record for name in other.names}
        for number, found in enumerate(self._clusters):
            if not found.given and not found.lone and found.kind == record.kind and fold(found.name) in own - shared:
                return number
        return None

    def _called(self, value: str, kind: Kind | None) -> int | None:
        found = [number for number, each in enumerate(self._clusters) if is_called(each, value)]
        of_kind = [number for number in found if self._clusters[number].kind == kind]
        chosen = of_kind or found
        return chosen[0] if len(chosen) == 1 else None

    def _add(self, cluster: Cluster) -> int:
        self._clusters.append(replace(cluster, forms=()))
        return len(self._clusters) - 1


def is_called(cluster: Cluster, value: str) -> bool:
    """Tell whether ``value`` is the name of a cluster, the id made from that, or the id that it was given."""
    return cluster.given == value or fold(cluster.name) == fold(value) or slugify(cluster.name) == value
