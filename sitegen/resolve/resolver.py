"""Resolves the same articles again and again, and looks only at what changed since the last time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.diagnostics import Diagnostic
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.reuse import Reuse, afresh
from sitegen.model.slug import slugify
from sitegen.resolve.claims import Alike, Block, Claim, Claims, Key, block_key, claims_of, key_of
from sitegen.resolve.remarks import doubtful, suspected
from sitegen.resolve.solve import Group, Solution, solve

Pair = tuple[Article, Analysis]


@dataclass(frozen=True, slots=True)
class Resolution:
    """``entities`` sorted by id; ``assigned`` runs parallel to the articles and, inside, to their clusters."""

    entities: tuple[Entity, ...]
    assigned: tuple[tuple[str | None, ...], ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class _Known:
    """What is known of one article: ``digest`` stands for its analysis, ``ids`` for whom its clusters are."""

    digest: tuple[str, object]
    claims: Claims
    size: int
    ids: tuple[str | None, ...] = ()


@dataclass(slots=True)
class Resolver:
    """Remembers the claims, blocks and solutions of its last call. What it returns depends on the arguments alone.

    Only blocks are solved again in which a claim or a record changed, so that one article in ten thousand costs little.
    """

    _records: tuple[AuthorityRecord, ...] = ()
    _record_blocks: dict[Block, list[AuthorityRecord]] = field(default_factory=dict)
    _known: dict[str, _Known] = field(default_factory=dict)
    _blocks: dict[Block, dict[Key, dict[tuple[str, int], Claim]]] = field(default_factory=dict)
    _solutions: dict[Block, Solution] = field(default_factory=dict)
    _owners: dict[Block, dict[Key, str]] = field(default_factory=dict)
    _ids: dict[tuple[Block, int], str] = field(default_factory=dict)
    _lone: dict[str, tuple[Entity, ...]] = field(default_factory=dict)

    def resolve(self, pairs: Sequence[Pair], records: Sequence[AuthorityRecord], reuse: Reuse = afresh) -> Resolution:
        """Resolve the clusters of all articles against each other and the authority records; see ``resolve``."""
        touched = self._take_records(records)
        articles = {article.id: (article, analysis) for article, analysis in pairs}
        stale = self._take_articles(articles, reuse, touched)
        for block in touched:
            self._solve(block)
        entities, renumbered = self._number()
        for block in touched | renumbered:
            stale.update(self._own(block))
        self._assign(stale)
        return Resolution(
            tuple(sorted((*entities, *self._local()), key=lambda entity: entity.id)),
            tuple(self._known[article.id].ids for article, _ in pairs),
            tuple(sorted(self._remarks(articles), key=lambda each: (each.path, each.line or 0, each.message))),
        )

    def _take_records(self, records: Sequence[AuthorityRecord]) -> set[Block]:
        """Take the records in; returns the blocks in which they changed."""
        ordered = tuple(sorted(records, key=lambda record: record.id))
        if ordered == self._records:
            return set()
        blocks: dict[Block, list[AuthorityRecord]] = defaultdict(list)
        for record in ordered:
            for block in sorted({block_key(record.kind, name) for name in record.names}):
                blocks[block].append(record)
        changed = {
            block
            for block in blocks.keys() | self._record_blocks
            if blocks.get(block) != self._record_blocks.get(block)
        }
        self._records, self._record_blocks = ordered, dict(blocks)
        for block in changed & self._blocks.keys():
            claims = [claim for found in self._blocks[block].values() for claim in found.values()]
            self._blocks[block] = {}
            self._add(block, claims)
        return changed

    def _add(self, block: Block, claims: Iterable[Claim]) -> None:
        """Put claims with those that say the same; where records bear the name, with those of the same day."""
        home, dated = self._blocks.setdefault(block, {}), block in self._record_blocks
        for claim in claims:
            home.setdefault(key_of(claim, dated=dated), {})[claim.article, claim.number] = claim

    def _take_articles(self, articles: dict[str, Pair], reuse: Reuse, touched: set[Block]) -> set[str]:
        """Take the articles in, and add the blocks in which claims changed; returns the articles that are other."""
        stale = set()
        for gone in self._known.keys() - articles.keys():
            self._forget(gone, touched)
        for id_, (article, analysis) in articles.items():
            digest = (reuse.digest_of(analysis), article.date)
            known = self._known.get(id_)
            if known is not None and known.digest == digest:
                continue
            if known is not None:
                self._forget(id_, touched)
            claims = claims_of(id_, article.date, analysis)
            self._known[id_] = _Known(digest, claims, len(analysis.clusters))
            self._lone[id_] = tuple(map(_local, claims.lone))
            for block, found in claims.parts:
                self._add(block, found)
                touched.add(block)
            stale.add(id_)
        return stale

    def _forget(self, id_: str, touched: set[Block]) -> None:
        known = self._known.pop(id_)
        self._lone.pop(id_)
        for block, claims in known.claims.parts:
            home, dated = self._blocks[block], block in self._record_blocks
            for claim in claims:
                key = key_of(claim, dated=dated)
                del home[key][claim.article, claim.number]
                if not home[key]:
                    del home[key]
            touched.add(block)

    def _solve(self, block: Block) -> None:
        if not self._blocks.get(block):
            self._blocks.pop(block, None)
            self._solutions.pop(block, None)
            return
        claims = (Alike(key, tuple(found.values())) for key, found in self._blocks[block].items())
        self._solutions[block] = solve(claims, self._record_blocks.get(block, ()))

    def _number(self) -> tuple[list[Entity], set[Block]]:
        """Give every group an id: the fixed one, else its slug, numbered where two names share one.

        Returns the entities, and the blocks in which a group has another id than before.
        """
        ids: dict[tuple[Block, int], str] = {}
        fixed: dict[str, list[Group]] = {}
        free: list[tuple[str, Block, int, Group]] = []
        for block, solution in sorted(self._solutions.items(), key=lambda each: each[0]):
            for number, group in enumerate(solution.groups):
                if group.id:
                    # A record with variants of several surnames is one entity spread over several blocks.
                    fixed.setdefault(group.id, []).append(group)
                    ids[block, number] = group.id
                else:
                    free.append((group.name, block, number, group))
        records = {record.id: record for record in self._records}
        taken = fixed.keys() | records.keys()
        entities = [_entity(id_, groups, records.get(id_)) for id_, groups in fixed.items()]
        for _, block, number, group in sorted(free, key=lambda each: each[:3]):
            id_, count = group.slug, 1
            while id_ in taken:
                count += 1
                id_ = f"{group.slug}-{count}"
            taken.add(id_)
            ids[block, number] = id_
            entities.append(_entity(id_, [group], None))
        changed = {place[0] for place, id_ in ids.items() if self._ids.get(place) != id_}
        self._ids = ids
        return entities, changed

    def _own(self, block: Block) -> set[str]:
        """Say anew whose the claims of a block are; returns the articles for which that is other than before."""
        solution = self._solutions.get(block)
        owners = {}
        for number, group in enumerate(solution.groups if solution is not None else ()):
            owners.update(dict.fromkeys((each.key for each in group.members), self._ids[block, number]))
        before = self._owners.get(block, {})
        self._owners[block] = owners
        home = self._blocks.get(block, {})
        return {article for key, _ in owners.items() ^ before.items() for article, _ in home.get(key, ())}

    def _assign(self, stale: Iterable[str]) -> None:
        """Say anew whom the clusters of some articles are."""
        for article in stale:
            known = self._known.get(article)
            if known is None:
                continue
            ids: dict[int, str | None] = {claim.number: _local_id(claim) for claim in known.claims.lone}
            for block, claims in known.claims.parts:
                owners, dated = self._owners[block], block in self._record_blocks
                ids.update({claim.number: owners.get(key_of(claim, dated=dated)) for claim in claims})
            known.ids = tuple(map(ids.get, range(known.size)))

    def _local(self) -> Iterator[Entity]:
        for entities in self._lone.values():
            yield from entities

    def _remarks(self, articles: dict[str, Pair]) -> Iterator[Diagnostic]:
        for solution in self._solutions.values():
            for doubt in solution.doubts:
                yield doubtful(*articles[doubt.claim.article], doubt)
            for suspicion in solution.suspicions:
                yield suspected(*articles[suspicion.claim.article], suspicion)


def _local_id(claim: Claim) -> str:
    return f"{claim.article}~{slugify(claim.cluster.name)}"


def _local(claim: Claim) -> Entity:
    cluster = claim.cluster
    return Entity(_local_id(claim), cluster.kind, cluster.name, cluster.forms, local=True)


def _entity(id_: str, groups: Sequence[Group], record: AuthorityRecord | None) -> Entity:
    forms = groups[0].forms if len(groups) == 1 else tuple(sorted({form for group in groups for form in group.forms}))
    return Entity(id_, groups[0].kind, groups[0].name, forms, record)
