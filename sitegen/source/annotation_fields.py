"""One member of a file of annotations, typed."""

from typing import get_args

from sitegen.model.annotation import Annotation, Decision, Facet, Remark, Selector
from sitegen.model.mention import Kind
from sitegen.model.quote import QuoteKind
from sitegen.source.annotation_keys import COMPANIONS, DECISIONS, REMARKS
from sitegen.source.annotation_values import Values, either
from sitegen.source.nodes import Mapping, Node, Scalar
from sitegen.source.notes import Notes

# In words; longer names are those of committees.
_LONGEST_NAME = 12
_DECISIONS: tuple[Decision, ...] = get_args(Decision)
_PROPERTIES: tuple[Facet | Remark, ...] = (*DECISIONS, *REMARKS)
KINDS = {"mention": get_args(Kind), "quote": get_args(QuoteKind), "kind": get_args(QuoteKind)}
# What an editor may have meant by a decision that makes no sense.
_MEANT = {
    ("add", "entity"): "to add a mention write “mention: person” as well, or organisation or place",
    ("confirm", "mention"): "write “entity: …” in its place, and who is meant",
    ("correct", "mention"): "write “entity: …” in its place, and who is meant",
    ("correct", "quote"): "write “kind: …” in its place, to say which kind of quotation it is",
    ("add", "speaker"): "write “decision: correct”; to add a quotation write “quote: direct” as well",
    ("add", "via"): "write “decision: correct”; to add a quotation write “quote: direct” as well",
    ("add", "extent"): "to add a quotation write “quote: direct” in its place, and its words behind “exact”",
    ("add", "kind"): "to add a quotation write “quote: …” in its place",
    ("reject", "kind"): "write “decision: correct” and the right kind; or “quote: …” to say that it is no quotation",
    ("reject", "extent"): "write “decision: correct” and the right words",
}


def read_annotation(node: Node, notes: Notes) -> Annotation | None:
    """Return the annotation that ``node`` describes; None where there is a mistake in it, all of which are noted."""
    if not isinstance(node, Mapping):
        hint = "write “- exact: …”, the words of the article, and the other keys below, two blanks from the edge"
        empty = isinstance(node, Scalar) and node.empty
        message = "there is nothing behind “-”" if empty else "this is no annotation: keys and values are missing"
        notes.error("annotation-list", message, hint, node.line, node.column)
        return None
    values = Values(node, notes)
    selector = _selector(values)
    decision = _decision(values)
    facet = _facet(values, decision)
    if facet is not None:
        _fit(values, facet, decision)
    if facet in {"entity", "mention"} and decision != "reject" and len(selector.exact.split()) > _LONGEST_NAME:
        hint = "copy into “exact” the words alone that name somebody, such as “Ellery” or “he”"
        values.error("annotation-value", "these words are too many for a name", hint, "exact")
    known = _known(values, facet)
    said = values.partial("said")
    evidence = values.words("evidence")
    language = values.code("language")
    was = values.name("was")
    _pairs(values)
    author = (values.remark("by"), values.day("date"), values.remark("why"), values.address("source", needed=False))
    proposed = values.switch("proposed")
    if values.failed or not facet:
        return None
    value, parts, beside = known
    by, date, why, source = author
    return Annotation(
        selector=selector,
        decision=decision or "",
        facet=facet,
        value=value,
        parts=parts,
        speaker=beside.get("speaker", ""),
        via=beside.get("via", ""),
        entity=beside.get("entity", ""),
        was=was,
        said=said,
        evidence=evidence,
        language=language,
        by=by,
        date=date,
        why=why,
        source=source,
        proposed=proposed,
        path=notes.path,
        line=node.line,
        column=node.column,
    )


def _selector(values: Values) -> Selector:
    if "exact" not in values:
        hint = "write “exact: …” and the words of the article that it is about"
        values.error("annotation-exact", "the annotation names no words of the article", hint)
    written = values.words("exact", exactly=True)
    exact = written.strip()
    # White space at the ends is no part of what is annotated, but of what stands round it.
    before, _, behind = written.partition(exact) if exact else ("", "", "")
    prefix, suffix = (values.words(key, exactly=True, needed=False) for key in ("prefix", "suffix"))
    return Selector(
        exact, prefix + before if prefix else "", behind + suffix if suffix else "", values.number("position")
    )


def _decision(values: Values) -> Decision | None:
    word = values.word("decision", _DECISIONS, "annotation-decision")
    return next((decision for decision in _DECISIONS if decision == word), None)


def _facet(values: Values, decision: Decision | None) -> Facet | Remark | None:
    """Return the one key that says what the annotation is about; None, with an error noted, for none or several."""
    found = [key for key in _PROPERTIES if key in values]
    # What is added may bring something along.
    for key in ("mention", "quote"):
        if key in found and decision == "add":
            found = [other for other in found if other not in COMPANIONS[key]]
    if len(found) == 1:
        return found[0]
    if found:
        named = " and ".join(f"“{key}”" for key in found)
        hint = "an annotation says one thing: write two, each with its own “exact”"
        values.error("annotation-property", f"{named} stand in one annotation", hint, found[1])
    elif "evidence" not in values and "language" not in values:
        hint = f"write one of {either(_PROPERTIES)}"
        values.error("annotation-property", "the annotation does not say what is decided or noted", hint)
    return None


def _fit(values: Values, facet: Facet | Remark, decision: Decision | None) -> None:
    """Note where the decision makes no sense with what it is about."""
    fit = next((fit for key, fit in DECISIONS.items() if key == facet), ())
    if not fit and decision:
        hint = "delete the line “decision: …”"
        values.error("annotation-decision", f"“{facet}” is a remark and decides nothing", hint, "decision")
    elif fit and "decision" not in values:
        hint = f"write “decision: …” with {either(fit)}"
        values.error("annotation-decision", f"“{facet}” stands without a decision", hint, facet)
    elif fit and decision and decision not in fit:
        hint = _MEANT.get((decision, facet), f"write {either(fit)}")
        values.error("annotation-decision", f"“decision: {decision}” makes no sense with “{facet}”", hint, "decision")


def _known(values: Values, facet: Facet | Remark | None) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """Return the value of ``facet``, its parts, and what stands beside it; every one of the keys is looked at."""
    texts: dict[str, str] = {}
    parts = values.parts("extent")
    for key, kinds in KINDS.items():
        texts[key] = values.word(key, kinds, "annotation-value")
    for key in ("entity", "speaker", "via"):
        texts[key] = values.name(key)
    for key in ("note", "translation"):
        texts[key] = values.words(key, exactly=True)
    texts["recording"] = values.address("recording")
    beside = {key: texts[key] for key in COMPANIONS.get(facet or "", ())}
    return texts.get(facet or "", ""), parts if facet == "extent" else (), beside


def _pairs(values: Values) -> None:
    """Note keys that stand without the one that they belong to."""
    for key, partner, example in (
        ("evidence", "said", "“said: 2026-03-01”, when the words were said"),
        ("language", "translation", "“translation: …”, the words in that language"),
        ("translation", "language", "“language: de”, the code of its language"),
    ):
        if key in values and partner not in values:
            values.error("annotation-alone", f"“{key}” stands without “{partner}”", f"write {example}", key)
