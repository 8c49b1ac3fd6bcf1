"""All articles of a site, read and resolved."""

from dataclasses import dataclass, field

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.edition import State
from sitegen.model.entity import Entity
from sitegen.model.parse import ModelIdentity
from sitegen.model.relations import Relations
from sitegen.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, what was found in it, and whom its clusters stand for.

    ``entities`` runs parallel to ``analysis.clusters``: the id of each cluster's entity, None where
    candidates compete. ``state`` says why the article is not published yet, where that is so.
    """

    article: Article
    analysis: Analysis
    entities: tuple[str | None, ...]
    state: State = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What ``compose`` makes pages from: published articles only, newest first, undated ones last.

    ``pages`` are the author's plain pages; ``entities`` is sorted by id;
    ``relations`` are those of its quotations.
    """

    settings: Settings
    readings: tuple[Reading, ...]
    pages: tuple[Article, ...]
    entities: tuple[Entity, ...]
    model: ModelIdentity
    generator: str
    relations: Relations = field(default_factory=Relations)
