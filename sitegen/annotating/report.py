"""What the commands on annotations print: lines for a reader, values for a machine."""

from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.annotating.listing import Listed
from sitegen.model.annotation import Annotation

_SHOWN = 60


def listed_lines(entries: Iterable[Listed]) -> Iterator[str]:
    """Yield a line for each annotation: where it is written, its state, what it says, of which words, who and when."""
    for entry in entries:
        annotation = entry.annotation
        made = ", ".join(filter(None, (annotation.by, str(annotation.date or ""))))
        author = f" ({made})" if made else ""
        exact = short(annotation.selector.exact)
        yield f"{annotation.path}:{annotation.line}: {entry.state}: {in_words(annotation)}: {exact}{author}"


def listed_record(entry: Listed) -> dict[str, Any]:
    """Return an annotation as an object; ``start`` and ``end`` count code points in the article's text."""
    annotation = entry.annotation
    lost = entry.state == "orphaned" or entry.span is None
    return {
        "article": entry.article.id,
        "path": annotation.path,
        "line": annotation.line,
        "origin": annotation.origin,
        "state": entry.state,
        "decision": annotation.decision or None,
        "facet": annotation.facet,
        "value": str(annotation.said) if annotation.said else annotation.value,
        "parts": list(annotation.parts),
        "speaker": annotation.speaker,
        "via": annotation.via,
        "entity": annotation.entity,
        "evidence": annotation.evidence,
        "language": annotation.language,
        "exact": annotation.selector.exact,
        "start": None if lost or entry.span is None else entry.span.start,
        "end": None if lost or entry.span is None else entry.span.end,
        "by": annotation.by,
        "date": annotation.date.isoformat() if annotation.date else None,
        "why": annotation.why,
        "source": annotation.source,
        "proposed": annotation.proposed,
    }


def in_words(annotation: Annotation) -> str:
    """Return what an annotation says: "correct speaker ann-lee"."""
    facet = annotation.facet
    if facet == "said":
        evidence = f" ({annotation.evidence})" if annotation.evidence else ""
        return f"said {annotation.said}{evidence}"
    value = " … ".join(map(short, annotation.parts)) if annotation.parts else annotation.value
    if facet in {"note", "translation"}:
        value = short(value)
    language = f" ({annotation.language})" if annotation.language else ""
    named = ((key, getattr(annotation, key)) for key in ("speaker", "via", "entity") if key != facet)
    beside = "".join(f", {key} {text}" for key, text in named if text)
    said = " ".join(filter(None, (annotation.decision, f"{facet}{language}", value)))
    return f"{said}{beside}"


def short(text: str) -> str:
    """Return words on one line and in quotation marks, the rest of long ones left out."""
    flat = " ".join(text.split())
    if len(flat) > _SHOWN:
        flat = flat[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"“{flat}”"
