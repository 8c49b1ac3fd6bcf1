"""Which of several decisions about one thing holds: inline over sidecar, then the newer one."""

import datetime
from collections.abc import Sequence

from sitegen.analyse.decided.remarks import Remarks
from sitegen.model.annotation import Annotation, Placed
from sitegen.model.slug import slugify

_OF_ENTITIES = frozenset({"entity", "speaker", "via"})


def chosen(placed: Sequence[Placed], remarks: Remarks) -> Placed:
    """Return the one of ``placed``, all about one thing, that holds; says so where two of equal rank disagree.

    A decision with a day is newer than one without.
    """
    inline = [each for each in placed if each.annotation.origin == "inline"]
    for each in placed if inline else ():
        if each.annotation.origin == "sidecar" and says(each.annotation) != says(inline[0].annotation):
            remarks.overruled(each, inline[0])
    ranked = sorted(inline or placed, key=lambda each: each.annotation.date or datetime.date.min, reverse=True)
    best = ranked[0]
    for other in ranked[1:]:
        same_day = other.annotation.date == best.annotation.date
        if same_day and says(other.annotation) != says(best.annotation):
            remarks.conflict(best, other)
    return best


def says(annotation: Annotation) -> tuple[str, ...]:
    """Return what a decision comes to: two that come to the same do not disagree."""
    facet, value = annotation.facet, annotation.value
    if annotation.facet == "mention" and annotation.entity:
        facet, value = "entity", annotation.entity
    if facet in _OF_ENTITIES:
        value = slugify(value)
    return "reject" if annotation.decision == "reject" else "", facet, *annotation.parts, value
