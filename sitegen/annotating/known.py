"""Whether somebody said so already: what is imported twice, or added twice, is one."""

from collections.abc import Iterable

from sitegen.annotate import place
from sitegen.annotating.desk import Desk
from sitegen.model.annotation import Annotation
from sitegen.model.article import Article
from sitegen.model.span import Span

# An annotation and its place.
Standing = tuple[Annotation, Span | None]


def standing(desk: Desk, article: Article) -> list[Standing]:
    """Return what is written beside an article, each with its place, None where it has lost that."""
    found = place(article, desk.beside(article))
    return [*((one.annotation, one.span) for one in found.placed), *((one.annotation, None) for one in found.orphans)]


def known_as(known: Iterable[Standing], new: Annotation, span: Span) -> Annotation | None:
    """Return what says the same as ``new`` about the same words; None where nothing does.

    That is the same decision and value, or one about the same thing by the same person on the same day: an editor may
    have corrected it since.
    """
    alike = [(one, at) for one, at in known if _is_alike(one, new)]
    found = (one for one, at in alike if at == span)
    return next(found, None) or next((one for one, _ in alike if one.selector == new.selector), None)


def _is_alike(one: Annotation, other: Annotation) -> bool:
    if one.facet != other.facet:
        return False
    if (one.decision, _value(one)) == (other.decision, _value(other)):
        return True
    # "A reader" is nobody in particular.
    return bool(other.proposed and one.by and one.date) and (one.by, one.date, one.why) == (
        other.by,
        other.date,
        other.why,
    )


def _value(annotation: Annotation) -> tuple[object, ...]:
    return annotation.value, annotation.parts, annotation.said, annotation.language
