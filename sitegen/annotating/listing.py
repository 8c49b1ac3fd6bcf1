"""Every annotation of a site, with what became of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.annotate import place
from sitegen.annotating.desk import Desk, Followed
from sitegen.diagnostics import Diagnostic
from sitegen.model.annotation import Annotation, Placed
from sitegen.model.article import Article
from sitegen.model.span import Span

# What became of an annotation: it holds; it holds for words that changed; its place is lost; it waits for an editor; a
# newer one, or the article itself, goes before it; there is nothing that it could decide about; it cannot be followed.
State = Literal["kept", "reworded", "orphaned", "proposed", "overruled", "idle", "wrong"]
_BY_CODE: Mapping[str, State] = {
    "annotation-overruled": "overruled",
    "annotation-idle": "idle",
    "annotation-entity": "wrong",
    "annotation-conflict": "wrong",
    "annotation-orphaned": "orphaned",
    "annotation-lapsed": "orphaned",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """An annotation, its article and its state; ``span`` is where it sits, or the likeliest place of a lost one."""

    article: Article
    annotation: Annotation
    state: State
    span: Span | None


def listed(desk: Desk, articles: Iterable[Article], made: Followed) -> Iterator[Listed]:
    """Yield the annotations of ``articles`` in the order of the text, lost ones last; ``made`` is what a build does."""
    told = {(remark.path, remark.line): _BY_CODE[remark.code] for remark in made.remarks if remark.code in _BY_CODE}
    for article in articles:
        anchored = place(article, desk.beside(article))
        every = sorted((*article.annotations, *anchored.placed), key=lambda one: one.span)
        yield from (Listed(article, one.annotation, _state(one, told, made), one.span) for one in every)
        yield from (Listed(article, one.annotation, "orphaned", one.best) for one in anchored.orphans)


def proposals_lost(desk: Desk) -> Iterator[Diagnostic]:
    """Yield what is to be said about the places of mere proposals, which a build does not look at."""
    for article in desk.contents.articles:
        yield from place(article, [one for one in desk.beside(article) if one.proposed]).diagnostics


def _state(placed: Placed, told: Mapping[tuple[str, int | None], State], made: Followed) -> State:
    annotation = placed.annotation
    if annotation.proposed:
        return "proposed"
    if state := told.get((annotation.path, annotation.line)):
        return state
    if annotation.decision and (annotation.path, annotation.line) not in made.holding:
        # A newer decision about the same thing, of which nothing is said.
        return "overruled"
    return "reworded" if placed.reworded else "kept"
