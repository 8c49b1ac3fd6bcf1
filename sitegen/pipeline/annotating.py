"""The annotate stage: where what people decided sits in the articles as they are now, and whom it means."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sitegen.annotate import place
from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.analysis import Analysis
from sitegen.model.annotation import NOBODY, Annotation, Placed
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster, Traits
from sitegen.model.person_name import fold
from sitegen.model.slug import slugify
from sitegen.pipeline.memo import Memo

# Annotations of articles, by the articles' ids.
Annotations = Mapping[str, tuple[Annotation, ...]]


@dataclass(frozen=True, slots=True)
class Annotated:
    """The annotations that hold in one article, and what is to be said about those that do not."""

    placed: tuple[Placed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def annotate_all(articles: Sequence[Article], annotations: Annotations, memo: Memo) -> list[Annotated]:
    """Return for each article what was decided in it or beside it; mere proposals are left out."""
    return [_annotate(article, annotations.get(article.id, ()), memo) for article in articles]


def _annotate(article: Article, annotations: tuple[Annotation, ...], memo: Memo) -> Annotated:
    decided = tuple(annotation for annotation in annotations if not annotation.proposed)
    if not decided:
        return Annotated(article.annotations)

    def make() -> Annotated:
        anchored = place(article, decided)
        return Annotated((*article.annotations, *anchored.placed), anchored.diagnostics)

    return memo.remember("annotate", Annotated, (memo.digest_of(article), digest(decided)), make).value


def meant(placed: Iterable[Placed]) -> frozenset[str]:
    """Return the ids and names of entities that decisions speak of."""
    found = set()
    for annotation in (each.annotation for each in placed):
        found |= {annotation.entity, annotation.speaker, annotation.via}
        if annotation.facet in {"entity", "speaker", "via"}:
            found.add(annotation.value)
    return frozenset(found - {"", NOBODY})


class Directory:
    """Finds entities by what decisions call them: the records of a site, and all that its articles name."""

    def __init__(self, records: Sequence[AuthorityRecord]) -> None:
        self._known: dict[str, list[int]] = {}
        for number, record in enumerate(records):
            names = {fold(name) for name in record.names}
            for key in {record.id, *record.former_ids, *names}:
                self._known.setdefault(key, []).append(number)

    def records(self, values: Iterable[str]) -> frozenset[int]:
        """Return the numbers of the records that ``values`` can mean."""
        return frozenset(
            number for value in values for key in {value, fold(value)} for number in self._known.get(key, ())
        )

    def without_record(self, values: Iterable[str]) -> frozenset[str]:
        """Return those of ``values`` that no record has."""
        return frozenset(value for value in values if not self.records((value,)))


def named_elsewhere(values: frozenset[str], pairs: Iterable[tuple[Article, Analysis]]) -> dict[str, Cluster]:
    """Return by value what articles name so; nobody where their authors give two of the name two ids."""
    keys: dict[str, set[str]] = {}
    for value in values:
        for key in (value, fold(value)):
            keys.setdefault(key, set()).add(value)
    found: dict[str, dict[str, Cluster]] = {}
    for _, analysis in sorted(pairs, key=lambda pair: pair[0].id):
        for cluster in analysis.clusters:
            meant = {value for key in (cluster.given, *_keys(cluster.name)) for value in keys.get(key, ())}
            for value in () if cluster.lone else meant:
                bare = replace(cluster, forms=(), titles=(), traits=Traits())
                found.setdefault(value, {}).setdefault(cluster.given, bare)
    return {value: one for value, several in found.items() if (one := _only(value, several)) is not None}


def _only(value: str, several: Mapping[str, Cluster]) -> Cluster | None:
    """Return the one whom a value means: by the id that its author gave, else where no two ids are given; else None."""
    if value in several:
        return several[value]
    return next(iter(several.values())) if len(several) == 1 else None


# The same names come again in article after article.
@lru_cache(maxsize=100_000)
def _keys(name: str) -> tuple[str, str]:
    return slugify(name), fold(name)


def misled(
    article: Article, analysis: Analysis, entities: Sequence[str | None], known: Directory
) -> Iterator[Diagnostic]:
    """Yield an error for each decision whose id is not that of the one to whom it leads: without a record, ids of
    people of one name are given out in their order.
    """
    for applied in analysis.annotations:
        annotation = applied.placed.annotation
        named = "" if annotation.facet in {"mention", "quote"} else annotation.value
        value = annotation.entity or annotation.speaker or named
        if applied.cluster is None or not value:
            continue
        entity = entities[applied.cluster]
        local = analysis.clusters[applied.cluster].lone
        if local or entity == value or known.records((value,)) or (slugify(value) != value and entity is not None):
            continue
        message = f"“{value}” could be several people" if entity is None else f"“{value}” is {entity} in this article"
        hint = f"write a record for the one you mean, with “articles: [{article.id}]”"
        where = annotation.path, annotation.line, annotation.column
        yield Diagnostic("annotation-entity", "error", *where, message, hint)
