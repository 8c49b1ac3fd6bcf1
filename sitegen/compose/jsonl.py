"""One article as a JSON object: what ``sitegen analyze`` prints, a fixed interface."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sitegen.diagnostics import Diagnostic
from sitegen.model.entity import Entity
from sitegen.model.mention import Mention
from sitegen.model.quote import Nested, Quote, Voice
from sitegen.model.site import Reading
from sitegen.model.span import Span

# Offsets are Unicode code points into ``text``; see docs/analyze.md for every field.
Record = dict[str, Any]


def article_record(reading: Reading, entities: Mapping[str, Entity], diagnostics: Sequence[Diagnostic] = ()) -> Record:
    """Return the object for one article. ``entities`` holds all entities by id."""
    article, analysis = reading.article, reading.analysis
    used = sorted({id_ for id_ in reading.entities if id_ is not None and not entities[id_].local})
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "text": article.text,
        "mentions": [_mention(reading, mention) for mention in analysis.mentions],
        "entities": [{"id": id_, "kind": entities[id_].kind, "name": entities[id_].name} for id_ in used],
        "quotes": [_quote(reading, quote, entities) for quote in analysis.quotes],
        "passages": [_text(article.text, span) for span in analysis.passages],
        "diagnostics": [asdict(diagnostic) for diagnostic in (*diagnostics, *analysis.diagnostics)],
    }


def _text(text: str, span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _mention(reading: Reading, mention: Mention) -> Record:
    return {
        **_text(reading.article.text, mention.span),
        "form": mention.form,
        "kind": mention.kind,
        "entity": None if mention.cluster is None else reading.entities[mention.cluster],
    }


def _quote(reading: Reading, quote: Quote, entities: Mapping[str, Entity]) -> Record:
    text, attribution = reading.article.text, quote.attribution
    return {
        "id": quote.id,
        "kind": quote.kind,
        "start": quote.extent.start,
        "end": quote.extent.end,
        "text": quote.extent.of(text),
        "spans": _pairs(quote.spans),
        "verbatim": _pairs(quote.verbatim),
        "speaker": _voice(reading, attribution.voice, entities),
        "cue": None if attribution.cue is None else _text(text, attribution.cue),
        "via": _voice(reading, attribution.via, entities),
        "confidence": attribution.confidence,
        "rule": attribution.rule,
        "status": attribution.status,
        "nested": [_nested(reading, nested, entities) for nested in quote.nested],
    }


def _nested(reading: Reading, nested: Nested, entities: Mapping[str, Entity]) -> Record:
    text = reading.article.text
    return {
        **_text(text, nested.extent),
        "spans": _pairs(nested.spans),
        "speaker": _voice(reading, nested.speaker, entities),
        "cue": None if nested.cue is None else _text(text, nested.cue),
        "confidence": nested.confidence,
        "rule": nested.rule,
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _voice(reading: Reading, voice: Voice | None, entities: Mapping[str, Entity]) -> Record | None:
    if voice is None:
        return None
    span, text = voice.span, reading.article.text
    entity = None if voice.cluster is None else reading.entities[voice.cluster]
    name = None if entity is None else entities[entity].name
    if name is None and voice.form == "name" and span is not None:
        # A name that could be several people's stays the name that stands in the text.
        name = span.of(text)
    return {
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "text": None if span is None else span.of(text),
        "kind": voice.kind,
        "entity": entity,
        "name": name,
    }
