"""What each article claims: somebody of this name is meant here."""

from dataclasses import dataclass
from functools import lru_cache

from sitegen.digest import digest
from sitegen.model.analysis import Analysis
from sitegen.model.mention import Cluster
from sitegen.model.person_name import fold, split_name


@dataclass(frozen=True, slots=True)
class Claim:
    """Cluster number ``number`` of an article, as a party to resolution across articles."""

    article: str
    number: int
    cluster: Cluster


@dataclass(frozen=True, slots=True)
class Part:
    """The claims of one article on one block; ``digest`` is that of the claims."""

    block: tuple[str, str]
    claims: tuple[Claim, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Claims:
    """What one article claims, block by block; ``lone`` are the claims of names that never leave their article."""

    parts: tuple[Part, ...]
    lone: tuple[Claim, ...]


def claims_of(article: str, analysis: Analysis) -> Claims:
    """Return one claim for each coreference cluster of the article with the id ``article``."""
    claims = [Claim(article, number, cluster) for number, cluster in enumerate(analysis.clusters)]
    by_block: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if not claim.cluster.lone:
            by_block.setdefault(block_key(claim.cluster.kind, claim.cluster.name), []).append(claim)
    parts = (Part(block, tuple(found), digest(tuple(found))) for block, found in by_block.items())
    return Claims(tuple(parts), tuple(claim for claim in claims if claim.cluster.lone))


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
