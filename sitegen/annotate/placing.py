"""The annotations of an article, each at its place in the text as it is now, or reported as orphaned."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.annotate.anchors import Anchors, Lost, Reason
from sitegen.annotate.extents import parts_of
from sitegen.annotate.remarks import orphaned, reworded
from sitegen.diagnostics import Diagnostic
from sitegen.model.annotation import Annotation, Placed
from sitegen.model.article import Article
from sitegen.model.span import Span


@dataclass(frozen=True, slots=True)
class Orphan:
    """An annotation whose place is not sure; ``best`` is the likeliest one, where there is one."""

    annotation: Annotation
    best: Span | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Anchored:
    """What became of the annotations of one article: ``placed`` in the order of the text, ``orphans`` in their own."""

    placed: tuple[Placed, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def place(article: Article, annotations: Sequence[Annotation]) -> Anchored:
    """Find the place of each of ``annotations`` in the text of ``article``."""
    anchors = Anchors(article.text)
    placed: list[Placed] = []
    orphans: list[Orphan] = []
    diagnostics: list[Diagnostic] = []
    for annotation in annotations:
        found = anchors.find(annotation.selector)
        if isinstance(found, Lost):
            orphans.append(Orphan(annotation, found.best, found.reason))
            diagnostics.append(orphaned(article, annotation, found))
            continue
        parts: tuple[Span, ...] | None = ()
        if annotation.facet == "extent" and annotation.decision in {"confirm", "correct"}:
            parts = parts_of(article, anchors.folded, annotation.parts, found.span)
        if parts is None:
            orphans.append(Orphan(annotation, found.span, "changed"))
            diagnostics.append(orphaned(article, annotation, Lost(found.span, "changed"), parts=True))
            continue
        placed.append(Placed(annotation, found.span, parts, found.reworded))
        if found.reworded:
            diagnostics.append(reworded(article, annotation, found.span))
    placed.sort(key=lambda one: one.span)
    return Anchored(tuple(placed), tuple(orphans), tuple(diagnostics))
