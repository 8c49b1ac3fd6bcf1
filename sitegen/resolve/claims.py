"""What each article claims: somebody of this name is meant here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.mention import Cluster
from sitegen.model.person_name import fold, split_name


@dataclass(frozen=True, slots=True)
class Claim:
    """Cluster number ``number`` of an article, as a party to resolution across articles."""

    article: str
    number: int
    cluster: Cluster


def claims_of(article: Article, analysis: Analysis) -> Iterator[Claim]:
    """Yield one claim for each coreference cluster of the article."""
    for number, cluster in enumerate(analysis.clusters):
        yield Claim(article.id, number, cluster)


# The same few thousand names come again in article after article.
@lru_cache(maxsize=100_000)
def block_key(kind: str, name: str) -> tuple[str, str]:
    """Return the block that a name belongs to: kind and folded surname, or the whole folded name for non-persons.

    Only names of one block are ever compared, so a changed article touches the blocks of its own names alone.
    """
    if kind == "person":
        parts = split_name(tuple(name.split()))
        if parts is not None:
            return kind, parts.key
    return kind, fold(name)


def blocks(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Group claims by block, each group in the order given. Lone names are left out: they never leave their article."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if not claim.cluster.lone:
            groups.setdefault(block_key(claim.cluster.kind, claim.cluster.name), []).append(claim)
    return groups
