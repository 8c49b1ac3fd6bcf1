"""Who said what in an article, as Web Annotations (W3C Recommendation, 23 February 2017)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sitegen.compose.credit import Credit, credit_of
from sitegen.compose.data.vocabulary import PREFIX
from sitegen.compose.decisions import deciding, said_on, signature_of
from sitegen.compose.entry import Entry, Utterance
from sitegen.compose.frames import Framer, Framing, Sheet
from sitegen.compose.iris import Iris, iris_of
from sitegen.compose.json_text import json_text, tidy_text
from sitegen.compose.permalinks import DATA, Place, article_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.selectors import Selectors
from sitegen.compose.surroundings import Known
from sitegen.model.view import LinesView

FILE = "annotations.jsonld"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation_files(framer: Framer, entries: Iterable[Entry]) -> Iterator[Recipe]:
    """Yield the file of annotations beside each article."""
    for entry in entries:
        place = Place(article_folder(entry.record.reading.article.id))
        made = recipe(framer, "lines.txt", Framing(place), _annotations, entry)
        yield replace(made, path=place.folder + FILE)


def _annotations(sheet: Sheet, entry: Entry) -> LinesView:
    """Return one page of annotations, each on a line of its own: so it can be named by its line."""
    iris = iris_of(sheet)
    address = iris.article(entry.record.reading.article.id) + FILE if iris.absolute else FILE
    head = json_text({"@context": [_CONTEXT, _own_context(iris)], "id": address, "type": "AnnotationPage"})
    selectors = Selectors(entry.record)
    found = [tidy_text(_annotation(u, address, iris, selectors)) for u in entry.utterances]
    return LinesView((f'{head[:-1]},"items":[', *(f"{each}," for each in found[:-1]), *found[-1:], "]}"))


def _own_context(iris: Iris) -> dict[str, str]:
    """Return where the site's own terms are explained.

    Only a vocabulary may be named by a relative address (JSON-LD 1.1), so an empty term stands for its beginning.
    """
    if iris.absolute:
        return {PREFIX: f"{iris.of(DATA)}#"}
    return {"@vocab": f"{iris.of(DATA)}#", PREFIX: ""}


def _annotation(utterance: Utterance, address: str, iris: Iris, selectors: Selectors) -> dict[str, Any]:
    source = iris.article(utterance.record.reading.article.id)
    return {
        "id": f"{address}#{utterance.quote.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": _quotation(utterance, iris, selectors),
        "target": [
            {"type": "SpecificResource", "source": source, "selector": selector.nodes()}
            for span in utterance.quote.spans
            for selector in selectors.of(span)
        ],
    }


def _quotation(utterance: Utterance, iris: Iris, selectors: Selectors) -> dict[str, Any]:
    quote, record = utterance.quote, utterance.record
    attribution, shown = quote.attribution, selectors.shown
    credit, decision = credit_of(utterance), deciding(utterance)
    voice = attribution.voice if credit is not None else None
    own = {
        "kind": quote.kind,
        "verbatim": [shown.of(span) for span in quote.verbatim] if quote.kind == "mixed" else [],
        "speakerText": shown.of(voice.span) if voice is not None and voice.span is not None else "",
        "speaksFor": _named("Organization", credit.speaks_for, iris) if credit and credit.speaks_for else {},
        "cue": shown.of(attribution.cue) if attribution.cue is not None else "",
        "via": record.speaker_of(attribution.via).name if attribution.via is not None else "",
        "rule": attribution.rule,
        "confidence": attribution.confidence,
        "status": attribution.status,
        "decidedBy": signature_of(decision).by if decision is not None else "",
        "decidedOn": decision.date.isoformat() if decision is not None and decision.date is not None else "",
        "said": said_on(utterance.annotations),
    }
    return {
        "id": iris.quotation(utterance),
        "type": "schema:Quotation",
        "schema:inLanguage": record.reading.article.language,
        **(_creator(credit, iris) if credit is not None else {}),
        **{f"{PREFIX}:{name}": value for name, value in own.items()},
    }


def _creator(credit: Credit, iris: Iris) -> dict[str, Any]:
    if not credit.type:
        return {"schema:creditText": credit.name}
    if credit.entity is not None:
        return {"schema:creator": _named(credit.type, credit.entity, iris)}
    return {"schema:creator": {"type": f"schema:{credit.type}", "schema:name": credit.name}}


def _named(type_: str, entity: Known, iris: Iris) -> dict[str, str]:
    address = iris.entity(entity) if entity.has_page else ""
    return {"id": address, "type": f"schema:{type_}", "schema:name": entity.name}
