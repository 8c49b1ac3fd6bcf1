"""What each article claims: somebody of this name is meant here."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from sitegen.digest import digest
from sitegen.model.analysis import Analysis
from sitegen.model.mention import Cluster
from sitegen.model.person_name import PersonName, fold, split_name
from sitegen.model.spelling import loose


@dataclass(frozen=True, slots=True)
class Claim:
    """Cluster number ``number`` of an article, as a party to resolution across articles; ``day`` is the article's."""

    article: str
    number: int
    cluster: Cluster
    day: datetime.date | None = None

    @property
    def name(self) -> PersonName | None:
        """The parts of a person's name; None for other kinds, and where it has none."""
        return name_of(self.cluster.name, family_first=self.cluster.family_first) if self.is_person else None

    @property
    def is_person(self) -> bool:
        """Whether a person is claimed."""
        return self.cluster.kind == "person"


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


def claims_of(article: str, day: datetime.date | None, analysis: Analysis) -> Claims:
    """Return one claim for each coreference cluster of the article with the id ``article``."""
    claims = [Claim(article, number, cluster, day) for number, cluster in enumerate(analysis.clusters)]
    by_block: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        cluster = claim.cluster
        if not cluster.lone:
            key = block_key(cluster.kind, cluster.name, family_first=cluster.family_first)
            by_block.setdefault(key, []).append(claim)
    parts = (Part(block, tuple(found), digest(tuple(found))) for block, found in by_block.items())
    return Claims(tuple(parts), tuple(claim for claim in claims if claim.cluster.lone))


@lru_cache(maxsize=100_000)
def name_of(name: str, *, family_first: bool = False) -> PersonName | None:
    """Return the parts of a person's name."""
    return split_name(tuple(name.split()), family_first=family_first)


# The same few thousand names come again in article after article.
@lru_cache(maxsize=100_000)
def block_key(kind: str, name: str, *, family_first: bool = False) -> tuple[str, str]:
    """Return the block that a name belongs to: kind and surname, or the whole folded name for non-persons.

    Only names of one block are ever compared, so a changed article touches the blocks of its own names alone. All
    spellings of a surname share a block.
    """
    if kind == "person":
        parts = name_of(name, family_first=family_first)
        if parts is not None:
            return kind, loose(parts.key)
    return kind, fold(name)
