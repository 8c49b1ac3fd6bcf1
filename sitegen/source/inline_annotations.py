"""Attributes of words in brackets to the annotation that they are."""

from collections.abc import Iterator
from typing import get_args

from sitegen.model.annotation import Annotation, Decision, Facet, Selector
from sitegen.model.quote import QuoteKind
from sitegen.source.annotation_values import day, either
from sitegen.source.inline_spans import CLASSES, COMMON, Attempt, Bracketed
from sitegen.source.nearest import nearest
from sitegen.source.notes import Notes

_MEANINGS: dict[str, tuple[Decision, Facet]] = {
    "quote": ("add", "quote"),
    "no-quote": ("reject", "quote"),
    "no-mention": ("reject", "mention"),
}
_KINDS: tuple[str, ...] = get_args(QuoteKind)


def read_inline(span: Bracketed, words: str, notes: Notes, line: int, column: int | None) -> Annotation | None:
    """Return what the attributes say about ``words``, which begin at ``line`` and ``column`` of the file.

    None where there is a mistake in them. A mention has its kind as ``value`` and ``ref`` as ``entity``; the kind of a
    quotation is "" where nobody wrote it.
    """
    if not words:
        hint = "write words between the brackets, more than a picture"
        notes.warn("annotation-inline", f"“.{span.name}” stands behind no words", hint, line, column)
        return None
    allowed = CLASSES[span.name] | COMMON
    for written in _unknown(span, allowed):
        hint = nearest(written.lstrip(".#"), sorted(allowed), f"with .{span.name} go {', '.join(sorted(allowed))}")
        notes.warn("annotation-inline", f"“{written[:60]}” is unknown and ignored", hint, line, column)
    values = {key: value for key, value in span.attributes if key in allowed}
    failed = False
    for key, value in values.items():
        if not value:
            hint = f"write {key}=… and the value, in quotation marks where it holds blanks"
            notes.error("annotation-empty", f"“{key}” has no value", hint, line, column)
            failed = True
    kind = values.get("kind", "")
    if kind and kind not in _KINDS:
        hint = nearest(kind, _KINDS, f"write {either(_KINDS)}")
        notes.error("annotation-value", f"“kind={kind[:60]}” is not known", hint, line, column)
        failed = True
    date, hint = day(values.get("date", ""))
    if hint:
        notes.error("annotation-date", f"“date={values['date'][:60]}” is no day of the calendar", hint, line, column)
        failed = True
    if failed:
        return None
    decision, facet = _MEANINGS.get(span.name, ("add", "mention"))
    return Annotation(
        selector=Selector(words),
        decision=decision,
        facet=facet,
        value=kind if span.name in _MEANINGS else span.name,
        speaker=values.get("speaker", ""),
        via=values.get("via", ""),
        entity=values.get("ref", ""),
        by=values.get("by", ""),
        date=date,
        why=values.get("why", ""),
        origin="inline",
        path=notes.path,
        line=line,
        column=column,
    )


def note_attempt(attempt: Attempt, notes: Notes, line: int, column: int | None) -> None:
    """Warn of what looks like an annotation and stays text."""
    message = f"“{' '.join(attempt.written.split())[:60]}” is taken for text, and shows"
    notes.warn("annotation-inline", message, attempt.hint, line, column)


def _unknown(span: Bracketed, allowed: frozenset[str]) -> Iterator[str]:
    yield from (f".{name}" for name in span.classes)
    yield from ("#" + value if key == "id" else key for key, value in span.attributes if key not in allowed)
