"""Across articles: whom each cluster stands for. Names are compared inside blocks only, each block solved alone."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.slug import slugify
from sitegen.resolve.claims import Claim, block_key, blocks, claims_of
from sitegen.resolve.solve import Doubt, Group, Solution, solve


@dataclass(frozen=True, slots=True)
class Resolution:
    """``entities`` sorted by id; ``assigned`` runs parallel to the articles and, inside, to their clusters."""

    entities: tuple[Entity, ...]
    assigned: tuple[tuple[str | None, ...], ...]
    diagnostics: tuple[Diagnostic, ...] = ()


Solver = Callable[[Sequence[Claim], Sequence[AuthorityRecord]], Solution]


def resolve(
    analyses: Sequence[tuple[Article, Analysis]],
    records: Sequence[AuthorityRecord] = (),
    *,
    solver: Solver = solve,
) -> Resolution:
    """Resolve the clusters of all articles against each other and the authority records.

    Same full name, same entity, unless records or ids in the front matter tell two apart; a name that fits
    several is left unresolved, with a diagnostic. The outcome does not depend on the order of articles or records.
    ``solver`` solves one block, from its claims and records alone; a caller may remember what it said.
    """
    by_block: dict[tuple[str, str], list[AuthorityRecord]] = defaultdict(list)
    for record in sorted(records, key=lambda record: record.id):
        for key in sorted({block_key(record.kind, name) for name in record.names}):
            by_block[key].append(record)
    by_id = {article.id: (article, analysis) for article, analysis in analyses}
    all_claims = [claim for article, analysis in sorted(analyses, key=_by_id) for claim in claims_of(article, analysis)]
    groups: list[tuple[tuple[str, str], Group]] = []
    diagnostics = []
    for key, claims in sorted(blocks(all_claims).items()):
        solution = solver(claims, by_block.get(key, ()))
        groups.extend((key, group) for group in solution.groups)
        for doubt in solution.doubts:
            diagnostics.append(_doubtful(*by_id[doubt.claim.article], doubt))
    known = {record.id: record for record in records}
    entities, owner = _number(groups, known)
    lone = [claim for claim in all_claims if claim.cluster.lone]
    owner.update({(claim.article, claim.number): _local_id(claim) for claim in lone})
    assigned = tuple(
        tuple(owner.get((article.id, number)) for number in range(len(analysis.clusters)))
        for article, analysis in analyses
    )
    everything = {entity.id: entity for entity in (*map(_local, lone), *entities)}
    return Resolution(tuple(everything[id_] for id_ in sorted(everything)), assigned, tuple(diagnostics))


def _local_id(claim: Claim) -> str:
    return f"{claim.article}~{slugify(claim.cluster.name)}"


def _local(claim: Claim) -> Entity:
    cluster = claim.cluster
    return Entity(_local_id(claim), cluster.kind, cluster.name, cluster.forms, local=True)


def _by_id(pair: tuple[Article, Analysis]) -> str:
    return pair[0].id


def _number(
    groups: Sequence[tuple[tuple[str, str], Group]], records: dict[str, AuthorityRecord]
) -> tuple[list[Entity], dict[tuple[str, int], str]]:
    """Give every group an id: the fixed one, else its slug, numbered where two names share one."""
    merged: dict[str, list[Claim]] = {}
    names: dict[str, str] = {}
    for _, group in groups:
        if group.id:
            # A record with variants of several surnames is one entity spread over several blocks.
            merged.setdefault(group.id, []).extend(group.claims)
            names.setdefault(group.id, group.name)
    taken = set(merged) | set(records)
    for _, group in sorted((g for g in groups if not g[1].id), key=lambda g: (g[1].name, g[0])):
        base = slugify(group.name)
        id_, count = base, 1
        while id_ in taken:
            count += 1
            id_ = f"{base}-{count}"
        taken.add(id_)
        merged[id_] = list(group.claims)
        names[id_] = group.name
    owner = {(claim.article, claim.number): id_ for id_, claims in merged.items() for claim in claims}
    entities = [
        Entity(
            id_,
            claims[0].cluster.kind,
            names[id_],
            tuple(sorted({form for claim in claims for form in claim.cluster.forms})),
            records.get(id_),
        )
        for id_, claims in merged.items()
    ]
    return entities, owner


def _doubtful(article: Article, analysis: Analysis, doubt: Doubt) -> Diagnostic:
    spans = (mention.span for mention in analysis.mentions if mention.cluster == doubt.claim.number)
    first = next(spans, None)
    line, column = article.place(first.start) if first is not None else (None, None)
    return Diagnostic(
        "ambiguous-person",
        "warning",
        article.path,
        line,
        column,
        f"“{doubt.claim.cluster.name}” could be {' or '.join(doubt.names)}; it is not linked",
        "say who is meant under people: in the front matter, with the id",
    )
