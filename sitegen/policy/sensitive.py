"""Nobody whose record says sensitive is published as having said anything before a person has looked at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.diagnostics import Diagnostic
from sitegen.model.behalf import heard_from
from sitegen.model.entity import Entity
from sitegen.model.quote import Quote, Voice
from sitegen.model.site import Reading, Site
from sitegen.model.span import Span
from sitegen.policy.offence import called, problem, words_at, written

_LOOKED_AT = frozenset({"confirmed", "corrected"})


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody whom a quotation names without a person having decided it; ``span`` holds the words in question."""

    part: Literal["speaker", "via", "nested"]
    voice: Voice
    span: Span


def unconfirmed(site: Site) -> Iterator[Diagnostic]:
    """Yield an error for each quotation that names somebody sensitive, and each of them, where nobody confirmed it.

    The names are those that pages show: the speaker, whoever relays the words, and whoever is quoted inside them. Who
    speaks for an organisation counts as that. A speaker whom a person rejected is named nowhere; a relay stays.
    """
    sensitive = {entity.id: entity for entity in site.entities if entity.record is not None and entity.record.sensitive}
    for reading in site.readings:
        if not sensitive.keys().isdisjoint(reading.entities):
            for quote in reading.analysis.quotes:
                yield from _offences(reading, quote, sensitive)


def _offences(reading: Reading, quote: Quote, sensitive: Mapping[str, Entity]) -> Iterator[Diagnostic]:
    told = set()
    for named in _undecided(reading, quote):
        heard = heard_from(reading, named.voice)
        if heard is None or heard.entity not in sensitive or heard.entity in told:
            continue
        told.add(heard.entity)
        entity = sensitive[heard.entity]
        words, who = words_at(reading, named.span), "who" if entity.kind == "person" else "which"
        name = f"{'somebody who speaks for ' if heard.spoken_for else ''}{entity.name}"
        said = {
            "speaker": f"{words} is given to {name}",
            "via": f"{words} is said to be relayed by {name}",
            "nested": f"{words}, quoted by somebody else, is given to {name}",
        }[named.part]
        message = f"{said}, {who} is marked sensitive, and nobody has confirmed it"
        yield problem("policy-sensitive", reading, named.span, message, _hint(reading, quote, named))


def _undecided(reading: Reading, quote: Quote) -> Iterator[_Named]:
    attribution = quote.attribution
    if attribution.status in _LOOKED_AT:
        return
    if attribution.voice is not None:
        yield _Named("speaker", attribution.voice, quote.spans[0])
    if attribution.via is not None and not _is_relay_decided(reading, quote):
        yield _Named("via", attribution.via, quote.spans[0])
    for nested in quote.nested:
        yield _Named("nested", nested.speaker, nested.spans[0])


def _is_relay_decided(reading: Reading, quote: Quote) -> bool:
    """Tell whether a person has decided who relays a quotation: the status tells of its speaker alone."""
    decided = (applied for applied in reading.analysis.annotations if applied.quote == quote.id)
    notes = (applied.placed.annotation for applied in decided)
    # Whoever adds a quotation that the machine missed can say at once who relays it.
    return any(
        note.decision in {"confirm", "correct"} if note.facet == "via" else note.decision == "add" and bool(note.via)
        for note in notes
    )


def _hint(reading: Reading, quote: Quote, named: _Named) -> str:
    speaker = quote.attribution.voice
    if named.part == "via":
        right = f"decision: confirm, via: {called(reading, named.voice)}"
    elif speaker is not None:
        right = f"decision: confirm, speaker: {called(reading, speaker)}"
    else:
        # Who is quoted inside the words of nobody cannot be confirmed without them.
        right = written(reading, "decision: correct, speaker: …")
        return f"say who said the whole, {right}; if it is no quotation: decision: reject, quote: {quote.kind}"
    return f"if it is right, {written(reading, right)}; if not, correct or reject it there"
