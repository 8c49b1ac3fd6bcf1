"""What people decided about quotations and names, in words: what was decided, by whom, when and why."""

from collections.abc import Iterable

from sitegen.compose.entry import Record, Utterance
from sitegen.compose.wording import KINDS, day_of, sentence, uncapitalised
from sitegen.model.annotation import Annotation, Applied, Decision, Facet, Remark
from sitegen.model.view_notes import DecisionLine, Signature

_NOBODY = "nobody"
_WHAT: dict[Facet | Remark, dict[Decision, str]] = {
    "speaker": {"confirm": "Speaker confirmed", "correct": "Speaker corrected", "reject": "Misattributed"},
    "via": {
        "confirm": "Relaying source confirmed",
        "correct": "Relaying source corrected",
        "reject": "Relaying source withdrawn",
    },
    "kind": {"confirm": "Kind confirmed", "correct": "Kind corrected"},
    "extent": {"confirm": "Extent of the words confirmed", "correct": "Extent of the words corrected"},
    "quote": {"confirm": "Quotation confirmed", "add": "Quotation added", "reject": "Taken for a quotation by mistake"},
    "entity": {"confirm": "Name confirmed", "correct": "Name corrected", "reject": "Name misread"},
    "mention": {"add": "Name added", "reject": "Taken for a name by mistake"},
}
# Which decisions give a quotation its status.
_STATES: dict[str, frozenset[str]] = {
    "confirmed": frozenset({"confirm", "add"}),
    "corrected": frozenset({"correct", "add"}),
    "rejected": frozenset({"reject"}),
}
# A decision on the speaker goes before one that added the quotation with its speaker; no other says whose words it is.
_WEIGHT = ("speaker", "quote")


def signature_of(annotation: Annotation) -> Signature:
    """Return who says something and when: what nobody signed in the text itself is the author's."""
    by = annotation.by or ("the author" if annotation.origin == "inline" else "an editor")
    if annotation.date is None:
        return Signature(by)
    day = day_of(annotation.date)
    return Signature(by, day.text, day.iso)


def is_correction(applied: Applied) -> bool:
    """Tell whether a decision changed something that readers may have seen otherwise.

    What the author decided in the text itself without a day is how the text was written, and corrects nothing.
    """
    annotation = applied.placed.annotation
    if annotation.decision not in {"correct", "reject"}:
        return False
    return annotation.date is not None or annotation.origin != "inline"


def decision_lines(utterance: Utterance) -> tuple[DecisionLine, ...]:
    """Return what people decided about a quotation, the newest first, undated decisions last."""
    decided = [applied for applied in utterance.annotations if applied.placed.annotation.decision]
    ordered = sorted(decided, key=_age)
    return tuple(decision_line(utterance.record, applied, utterance) for applied in ordered)


def _age(applied: Applied) -> int:
    date = applied.placed.annotation.date
    return 0 if date is None else -date.toordinal()


def decision_line(record: Record, applied: Applied, utterance: Utterance | None = None) -> DecisionLine:
    """Return a decision in words; ``utterance`` is the quotation that it is about, None where that is none."""
    annotation = applied.placed.annotation
    facet, decision = annotation.facet, annotation.decision
    what = _WHAT.get(facet, {}).get(decision, "") if decision else ""
    return DecisionLine(
        what or sentence(f"{facet}: {decision}"),
        _was(record, applied),
        _now(record, applied, utterance),
        annotation.why,
        signature_of(annotation),
        annotation.source,
    )


def _was(record: Record, applied: Applied) -> str:
    """Return what was there before a correction or a rejection; a name that was none goes without saying."""
    if applied.placed.annotation.decision not in {"correct", "reject"}:
        return ""
    is_itself = applied.former == applied.placed.span.of(record.reading.article.text)
    return "" if is_itself and applied.placed.annotation.facet == "mention" else applied.former


def _now(record: Record, applied: Applied, utterance: Utterance | None) -> str:
    """Return what holds since a correction or a rejection, "" where there is nothing to be said of it."""
    annotation = applied.placed.annotation
    match annotation.decision, annotation.facet:
        case "reject", "speaker" | "via" | "entity":
            return _NOBODY if applied.former else ""
        case "correct", "entity":
            return _meant(record, applied)
        case "correct", "speaker" if utterance is None:
            # Words that a speaker quotes in turn are no quotation of their own.
            return _meant(record, applied) or _NOBODY
        case "correct", "speaker" if utterance is not None:
            return uncapitalised(utterance.speaker.name) if utterance.speaker.known else _NOBODY
        case "correct", "via" if utterance is not None:
            via = utterance.quote.attribution.via
            speaker = None if via is None else record.speaker_of(via)
            return uncapitalised(speaker.name) if speaker is not None and speaker.known else _NOBODY
        case "correct", "kind" if utterance is not None:
            return KINDS[utterance.quote.kind]
    return ""


def _meant(record: Record, applied: Applied) -> str:
    """Return the name of whoever the words of an annotation are taken for."""
    if applied.cluster is None:
        return ""
    reading = record.reading
    known = record.known.get(reading.entities[applied.cluster] or "")
    return known.name if known is not None else reading.analysis.clusters[applied.cluster].name


def in_a_sentence(line: DecisionLine) -> str:
    """Return a decision as plain text: "Speaker corrected: was Tom Penn, now Ann Lee. Decided by the desk." """
    changes = ", ".join(f"{word} {name}" for word, name in (("was", line.was), ("now", line.now)) if name)
    head = f"{line.what}: {changes}." if changes else f"{line.what}."
    why = " ".join(line.why.split())
    if why and why[-1].isalnum():
        why += "."
    return " ".join(filter(None, (head, why, f"Decided by {line.signature.by}.")))


def deciding(utterance: Utterance) -> Annotation | None:
    """Return the decision that gives a quotation its status, None where nobody has looked at it."""
    if not utterance.annotations:
        return None
    wanted = _STATES.get(utterance.quote.attribution.status, frozenset())
    found = [a for a in _decisions(utterance.annotations) if a.decision in wanted and a.facet in _WEIGHT]
    return min(found, key=lambda a: (_WEIGHT.index(a.facet), -(a.date.toordinal() if a.date else 0)), default=None)


def _decisions(annotations: Iterable[Applied]) -> Iterable[Annotation]:
    return (applied.placed.annotation for applied in annotations if applied.placed.annotation.decision)


def verdict(utterance: Utterance) -> str:
    """Return the status of a quotation in words, with the day: "misattributed, corrected on 12 March 2026"."""
    annotation = deciding(utterance)
    status = utterance.quote.attribution.status
    day = f" on {day_of(annotation.date).text}" if annotation is not None and annotation.date is not None else ""
    if status == "rejected":
        return f"misattributed, corrected{day}" if day else "misattributed"
    return f"{status}{day}"


def said_on(annotations: Iterable[Applied]) -> str:
    """Return the day on which words were said, as ISO 8601, as far as an editor noted it; "" for no note."""
    days = (applied.placed.annotation.said for applied in annotations)
    return next((str(day) for day in days if day is not None), "")
