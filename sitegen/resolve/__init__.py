"""Across articles: whom each cluster stands for. Names are compared inside blocks only, each block solved alone."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.reuse import Reuse, afresh
from sitegen.model.slug import slugify
from sitegen.resolve.claims import Claim, Claims, Part, block_key, claims_of
from sitegen.resolve.solve import Doubt, Group, Solution, Suspicion, solve


@dataclass(frozen=True, slots=True)
class Resolution:
    """``entities`` sorted by id; ``assigned`` runs parallel to the articles and, inside, to their clusters."""

    entities: tuple[Entity, ...]
    assigned: tuple[tuple[str | None, ...], ...]
    diagnostics: tuple[Diagnostic, ...] = ()


# Given a digest of all that a block's solution depends on, and what makes it.
Solver = Callable[[str, Callable[[], Solution]], Solution]


def afresh_solved(key: str, make: Callable[[], Solution]) -> Solution:  # noqa: ARG001
    """Solve every block."""
    return make()


def resolve(
    analyses: Sequence[tuple[Article, Analysis]],
    records: Sequence[AuthorityRecord] = (),
    *,
    solver: Solver = afresh_solved,
    reuse: Reuse = afresh,
) -> Resolution:
    """Resolve the clusters of all articles against each other and the authority records.

    Same full name, same entity, unless records or ids in the front matter tell two apart; a name that fits
    several is left unresolved, with a diagnostic. The outcome does not depend on the order of articles or records.
    ``solver`` solves one block, from its claims and records alone; a caller may remember what it said.
    """
    known_in: dict[tuple[str, str], list[AuthorityRecord]] = defaultdict(list)
    for record in sorted(records, key=lambda record: record.id):
        for key in sorted({block_key(record.kind, name) for name in record.names}):
            known_in[key].append(record)
    by_id = {article.id: (article, analysis) for article, analysis in analyses}
    claims = [_claims(*pair, reuse) for _, pair in sorted(by_id.items())]
    blocks: dict[tuple[str, str], list[Part]] = {}
    for part in (part for found in claims for part in found.parts):
        blocks.setdefault(part.block, []).append(part)
    groups: list[tuple[tuple[str, str], Group]] = []
    diagnostics = []
    for key, parts in sorted(blocks.items()):
        solution = _solution(parts, known_in.get(key, ()), solver)
        groups.extend((key, group) for group in solution.groups)
        for doubt in solution.doubts:
            diagnostics.append(_doubtful(*by_id[doubt.claim.article], doubt))
        for suspicion in solution.suspicions:
            diagnostics.append(_suspected(*by_id[suspicion.claim.article], suspicion))
    known = {record.id: record for record in records}
    entities, owner = _number(groups, known)
    lone = [claim for found in claims for claim in found.lone]
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


def _claims(article: Article, analysis: Analysis, reuse: Reuse) -> Claims:
    key = digest((article.id, article.date, reuse.digest_of(analysis)))
    return reuse.value_of("claims", key, lambda: claims_of(article.id, article.date, analysis))


def _solution(parts: Sequence[Part], records: Sequence[AuthorityRecord], solver: Solver) -> Solution:
    key = digest((tuple(part.digest for part in parts), tuple(records)))
    return solver(key, lambda: solve([claim for part in parts for claim in part.claims], records))


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


def _suspected(article: Article, analysis: Analysis, suspicion: Suspicion) -> Diagnostic:
    name, other = suspicion.claim.cluster.name, suspicion.other.article
    line, column = _place(article, analysis, suspicion.claim)
    message = f"“{name}” here and in {other} may be two people: {'; '.join(suspicion.reasons)}"
    hint = "if so, write a record for each, or say who is meant under people: with the id; sitegen people split helps"
    return Diagnostic("possible-namesakes", "warning", article.path, line, column, message, hint)


def _doubtful(article: Article, analysis: Analysis, doubt: Doubt) -> Diagnostic:
    line, column = _place(article, analysis, doubt.claim)
    return Diagnostic(
        "ambiguous-person",
        "warning",
        article.path,
        line,
        column,
        f"“{doubt.claim.cluster.name}” could be {' or '.join(doubt.names)}; it is not linked",
        "say who is meant under people: in the front matter, with the id",
    )


def _place(article: Article, analysis: Analysis, claim: Claim) -> tuple[int | None, int | None]:
    spans = (mention.span for mention in analysis.mentions if mention.cluster == claim.number)
    first = next(spans, None)
    return article.place(first.start) if first is not None else (None, None)
