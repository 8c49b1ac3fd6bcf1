"""What a comment and tags say, as decisions and remarks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.intake.proposal import words
from sitegen.model.annotation import Annotation, Decision, Facet

_MENTIONS = {
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "place": "place",
    "location": "place",
}
_KINDS = frozenset({"direct", "mixed", "indirect"})
_WHO = ("speaker", "via", "entity")
_TAG = re.compile(r"(not-)?(speaker|via|entity|kind|quote|mention)\s*:\s*(\S.*)", re.IGNORECASE)
_MOST_WORDS = 10_000


@dataclass(frozen=True, slots=True)
class _Tags:
    """Tags sorted: what they set, what they deny, and those that mean nothing here."""

    set: dict[str, str]
    denied: dict[str, str]
    others: tuple[str, ...]


def statements(comment: str, tags: Iterable[str], blank: Annotation) -> tuple[Annotation, ...]:
    """Return what is said about the place of ``blank``, each with who said it and when; nothing where nothing is.

    ``speaker:ID``, ``via:ID``, ``entity:ID`` and ``kind:direct`` correct, and with ``not-`` before them reject;
    ``person``, ``organisation`` and ``place`` add a mention, with ``entity:ID`` beside it; ``quote:direct`` adds a
    quotation, with ``speaker:ID`` and ``via:ID`` beside it. A comment is the reason of these, and else a note; tags
    that mean nothing here are added to it.
    """
    sorted_ = _sorted(map(words, tags))
    listed = ", ".join(sorted_.others)
    text = comment.strip()[:_MOST_WORDS]
    decided = _decided(sorted_, blank)
    if decided:
        told = words(text) + (f" (tags: {listed})" if listed else "")
        return tuple(replace(annotation, why=told.strip()) for annotation in decided)
    note = "\n\n".join(filter(None, (text, f"Tags: {listed}" if listed else "")))
    return (replace(blank, facet="note", decision="", value=note),) if note else ()


def _sorted(tags: Iterable[str]) -> _Tags:
    set_: dict[str, str] = {}
    denied: dict[str, str] = {}
    others: list[str] = []
    for tag in filter(None, tags):
        found = _TAG.fullmatch(tag)
        key, value = (found[2].lower(), found[3]) if found else ("mention", tag)
        known = _value(key, value)
        if not known or (found and found[1] and key not in {*_WHO, "quote"}):
            others.append(tag)
        elif found and found[1]:
            denied.setdefault(key, known)
        else:
            set_.setdefault(key, known)
    return _Tags(set_, denied, tuple(dict.fromkeys(others)))


def _value(key: str, value: str) -> str:
    if key == "mention":
        return _MENTIONS.get(value.lower(), "")
    if key in {"kind", "quote"}:
        return value.lower() if value.lower() in _KINDS else ""
    return value


def _decided(tags: _Tags, blank: Annotation) -> Sequence[Annotation]:
    made: list[Annotation] = []

    def add(decision: Decision, facet: Facet, value: str, **beside: str) -> None:
        made.append(replace(blank, decision=decision, facet=facet, value=value, **beside))  # type: ignore[arg-type]

    left = dict(tags.set)
    if "mention" in left:
        add("add", "mention", left.pop("mention"), entity=left.pop("entity", ""))
    if "quote" in left:
        add("add", "quote", left.pop("quote"), speaker=left.pop("speaker", ""), via=left.pop("via", ""))
    for facet in ("entity", "speaker", "via", "kind"):
        if facet in left:
            add("correct", facet, left[facet])
    for facet, value in tags.denied.items():
        add("reject", facet, value)  # type: ignore[arg-type]
    return made
