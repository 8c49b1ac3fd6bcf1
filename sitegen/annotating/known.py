"""Whether somebody said so already: what is imported twice, or added twice, is one."""

from collections.abc import Sequence

from sitegen.annotate import place
from sitegen.annotating.desk import Desk
from sitegen.model.annotation import Annotation
from sitegen.model.article import Article
from sitegen.model.span import Span


def known_as(
    desk: Desk, article: Article, new: Annotation, span: Span, more: Sequence[Annotation] = ()
) -> Annotation | None:
    """Return what says the same about the same words beside the article, or among ``more``; None where nothing does.

    That is the same decision and value, or one about the same thing by the same person on the same day: an editor may
    have corrected it since.
    """
    alike = [one for one in (*desk.beside(article), *more) if _is_alike(one, new)]
    if not alike:
        return None
    found = (one.annotation for one in place(article, alike).placed if one.span == span)
    return next(found, None) or next((one for one in alike if one.selector == new.selector), None)


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
