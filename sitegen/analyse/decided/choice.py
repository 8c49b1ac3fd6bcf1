"""Which of several decisions about one thing holds: inline over sidecar, then the newer one."""

import datetime
from collections.abc import Sequence

from sitegen.analyse.decided.remarks import Remarks
from sitegen.model.annotation import Annotation, Facet, Placed
from sitegen.model.slug import slugify

_OF_ENTITIES = frozenset({"entity", "speaker", "via"})


def chosen(placed: Sequence[Placed], remarks: Remarks, facet: Facet | None = None) -> Placed:
    """Return the one of ``placed``, all about one thing, that holds; says so where two of equal rank disagree.

    A decision with a day is newer than one without. ``facet`` is what it is about, where one that adds a quotation says
    that beside it.
    """
    inline = [each for each in placed if each.annotation.origin == "inline"]
    for each in placed if inline else ():
        if each.annotation.origin == "sidecar" and _says(each, facet) != _says(inline[0], facet):
            remarks.overruled(each, inline[0])
    *others, best = ranked(inline or placed)
    for other in others:
        if other.annotation.date == best.annotation.date and _says(other, facet) != _says(best, facet):
            remarks.conflict(best, other)
    if best.annotation.decision != "confirm":
        return best
    # Who confirms what somebody corrected takes nothing back: it stays a correction, of its own day.
    return next(
        (other for other in reversed(others) if _corrects(other) and _says(other, facet) == _says(best, facet)), best
    )


def _corrects(placed: Placed) -> bool:
    return placed.annotation.decision == "correct"


def ranked(placed: Sequence[Placed]) -> list[Placed]:
    """Return decisions in the order in which they overrule each other, the one that has the last word at the end."""
    return sorted(
        placed,
        key=lambda each: (each.annotation.origin == "inline", each.annotation.date or datetime.date.min),
    )


def in_places(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Put together the decisions, in the order of the text, that are about one place."""
    groups: list[list[Placed]] = []
    end = 0
    for each in placed:
        if groups and each.span.start < end:
            groups[-1].append(each)
            end = max(end, each.span.end)
        else:
            groups.append([each])
            end = each.span.end
    return groups


def value_of(annotation: Annotation, facet: Facet) -> str:
    """Return the speaker or the relay that a decision names, be it about that or about a quotation that it adds."""
    if annotation.facet != "quote":
        return annotation.value
    return annotation.speaker if facet == "speaker" else annotation.via


def _says(placed: Placed, facet: Facet | None) -> tuple[str, ...]:
    """Return what a decision comes to: two that come to the same do not disagree."""
    annotation = placed.annotation
    about, value = annotation.facet, annotation.value
    if about == "quote" and facet in {"speaker", "via"}:
        about, value = facet, value_of(annotation, facet)
    elif about == "mention" and annotation.entity:
        about, value = "entity", annotation.entity
    elif about == "said":
        value = str(annotation.said or "")
    elif about == "quote" and facet is None:
        value = ""
    elif about == "quote":
        about = "kind"
    if about in _OF_ENTITIES:
        value = slugify(value)
    return "reject" if annotation.decision == "reject" else "", about, *annotation.parts, value
