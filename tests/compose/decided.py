"""Annotations made by hand for the site of ``tests.compose.sites``: what people decided, and what they noted."""

import datetime
from dataclasses import replace
from typing import Any

from sitegen.model.annotation import Annotation, Applied, Placed, Selector
from sitegen.model.partial_date import PartialDate
from sitegen.model.quote import Status, Voice
from sitegen.model.site import Reading
from sitegen.model.span import Span
from tests.compose.sites import harbour, span

MAY, JUNE = datetime.date(2026, 5, 1), datetime.date(2026, 6, 1)
PENDRAKE = 1


def applied(
    reading: Reading,
    words: str,
    facet: str,
    value: str = "",
    *,
    quote: str = "",
    former: str = "",
    cluster: int | None = None,
    **keys: Any,
) -> Applied:
    """Return an annotation on ``words`` of ``reading``; ``keys`` are the annotation's own."""
    where: Span = span(reading.article.text, words)
    fields = {"decision": "", "by": "M. Hale", **keys}
    annotation = Annotation(Selector(words), facet=facet, value=value, **fields)  # type: ignore[arg-type]
    return Applied(Placed(annotation, where), quote, cluster, former)


def annotated(reading: Reading, *annotations: Applied) -> Reading:
    """Return ``reading`` with annotations that hold in it."""
    ordered = tuple(sorted(annotations, key=lambda each: each.placed.span))
    return replace(reading, analysis=replace(reading.analysis, annotations=ordered))


def with_status(reading: Reading, number: int, status: Status, **keys: Any) -> Reading:
    """Return ``reading`` with another status, or more, of its quotation ``number``, which counts from 0."""
    quotes = list(reading.analysis.quotes)
    quotes[number] = replace(quotes[number], attribution=replace(quotes[number].attribution, status=status, **keys))
    return replace(reading, analysis=replace(reading.analysis, quotes=tuple(quotes)))


def corrected() -> Reading:
    """Return the article of the harbour: two speakers changed by people, a name, words that are no quotation, notes."""
    one = with_status(harbour(), 4, "corrected", rule="decided", speaker=Voice(None, "name", "person", PENDRAKE))
    one = with_status(one, 5, "rejected")
    text = "We closed <it>\n\n# Not a heading\n\n[here](https://example.org/) [there](other.md) ![x](y.png) <b>no</b>"
    return annotated(
        one,
        applied(
            one,
            "Nobody asked us.",
            "speaker",
            "edgar-pendrake",
            quote="q-5",
            former="Clara Wetherby",
            cluster=PENDRAKE,
            decision="correct",
            date=MAY,
            why="The minutes, page 12",
            source="https://example.org/minutes",
        ),
        applied(
            one,
            "Enough,",
            "speaker",
            "edgar-pendrake",
            quote="q-6",
            former="Edgar Pendrake",
            decision="reject",
            date=JUNE,
            why="He denies it.",
        ),
        applied(one, "Town Quay", "entity", "estuary-wire", former="Quay Ltd", cluster=3, decision="correct"),
        applied(one, "a heap with manners", "quote", "direct", decision="reject", date=MAY, by=""),
        applied(one, "Saltgate", "mention", "place", decision="add", date=JUNE),
        applied(one, "I have told the builders", "note", text, quote="q-1", date=JUNE),
        applied(one, "Nobody asked us.", "translation", "Niemand fragte uns.", quote="q-5", language="de", by=""),
        applied(one, "Nobody asked us.", "recording", "https://media.example.org/3", quote="q-5"),
        applied(
            one,
            "Nobody asked us.",
            "said",
            quote="q-5",
            said=PartialDate(2024, 9),
            evidence="Minutes, page 1.",
            by="Desk",
        ),
        applied(one, "Saltgate", "note", "The old one."),
    )
