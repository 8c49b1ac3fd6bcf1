"""What each article claims: somebody of this name is meant here."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from sitegen.model.analysis import Analysis
from sitegen.model.mention import Cluster, Traits
from sitegen.model.person_name import PersonName, fold, split_name
from sitegen.model.spelling import loose

# Kind and key of a name.
Block = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """Cluster number ``number`` of an article, as a party to resolution across articles; ``day`` is the article's."""

    article: str
    number: int
    cluster: Cluster
    day: datetime.date | None = None


# Name, forms, fixed id, and what is told beside the name; the day of the article where it counts.
Key = tuple[str, tuple[str, ...], str, str, tuple[int, int], tuple[str, ...], datetime.date]


def key_of(claim: Claim, *, dated: bool) -> Key:
    """Return what claims have in common that say the same, with ``dated`` on the same day."""
    cluster, traits = claim.cluster, claim.cluster.traits
    day = claim.day if dated and claim.day is not None else datetime.date.min
    return cluster.name, cluster.forms, cluster.given, traits.gender, traits.born or (0, 0), traits.callings, day


@dataclass(frozen=True, slots=True)
class Alike:
    """Claims that say the same. Most articles name most people so; ``key`` is what they have in common."""

    key: Key
    claims: tuple[Claim, ...]

    @property
    def cluster(self) -> Cluster:
        """The cluster of one of them: the others differ in nothing that counts."""
        return self.claims[0].cluster

    @property
    def first(self) -> Claim:
        """The claim that stands for them all: that of the first article by its id."""
        return min(self.claims, key=lambda claim: (claim.article, claim.number))

    @property
    def day(self) -> datetime.date | None:
        """The day of their articles, where claims of one day were put together."""
        return self.claims[0].day

    @property
    def name(self) -> PersonName | None:
        """The parts of a person's name; None for other kinds, and where it has none."""
        person = self.cluster.kind == "person"
        return name_of(self.cluster.name, family_first=self.cluster.family_first) if person else None

    @property
    def tells(self) -> bool:
        """Whether they tell anything of a person beside the name."""
        return self.cluster.traits != _NOTHING


_NOTHING = Traits()


@dataclass(frozen=True, slots=True)
class Claims:
    """What one article claims, block by block; ``lone`` are the claims of names that never leave their article."""

    parts: tuple[tuple[Block, tuple[Claim, ...]], ...]
    lone: tuple[Claim, ...]


def claims_of(article: str, day: datetime.date | None, analysis: Analysis) -> Claims:
    """Return one claim for each coreference cluster of the article with the id ``article``."""
    claims = [Claim(article, number, cluster, day) for number, cluster in enumerate(analysis.clusters)]
    by_block: dict[Block, list[Claim]] = {}
    for claim in claims:
        cluster = claim.cluster
        if not cluster.lone:
            key = block_key(cluster.kind, cluster.name, family_first=cluster.family_first)
            by_block.setdefault(key, []).append(claim)
    parts = tuple((block, tuple(found)) for block, found in by_block.items())
    return Claims(parts, tuple(claim for claim in claims if claim.cluster.lone))


@lru_cache(maxsize=100_000)
def name_of(name: str, *, family_first: bool = False) -> PersonName | None:
    """Return the parts of a person's name."""
    return split_name(tuple(name.split()), family_first=family_first)


# The same few thousand names come again in article after article.
@lru_cache(maxsize=100_000)
def block_key(kind: str, name: str, *, family_first: bool = False) -> Block:
    """Return the block that a name belongs to: kind and surname, or the whole folded name for non-persons.

    Only names of one block are ever compared, so a changed article touches the blocks of its own names alone. All
    spellings of a surname share a block.
    """
    if kind == "person":
        parts = name_of(name, family_first=family_first)
        if parts is not None:
            return kind, loose(parts.key)
    return kind, fold(name)
