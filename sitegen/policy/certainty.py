"""How much of a site may rest on the machine alone, and how sure that must be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic
from sitegen.model.behalf import heard_in
from sitegen.model.entity import Entity
from sitegen.model.quote import Quote
from sitegen.model.site import Reading, Site
from sitegen.policy.offence import called, problem, words_at, written

_CONFIGURATION = "sitegen.toml"
# So many quotations are enough to begin with.
_MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class _Undecided:
    """A quotation that rests on the machine alone."""

    reading: Reading
    quote: Quote

    @property
    def order(self) -> tuple[float, str, int]:
        """What they are sorted by: the least sure first."""
        return self.quote.attribution.confidence, self.reading.article.path, self.quote.extent.start


def unsure(site: Site, least: float) -> Iterator[Diagnostic]:
    """Yield an error for each speaker whom the machine alone names with a confidence below ``least``."""
    entities = {entity.id: entity for entity in site.entities}
    for found in _undecided(site):
        attribution = found.quote.attribution
        if attribution.voice is not None and attribution.confidence < least:
            message = f"{_given(found, entities)}, the machine alone says so, and policy.min_confidence is {least:g}"
            yield problem("policy-confidence", found.reading, found.quote.spans[0], message, _hint(found))


def too_many(site: Site, most: float) -> Iterator[Diagnostic]:
    """Yield what is to be said where a larger share than ``most`` of all quotations rests on the machine alone.

    First an error with the numbers, then one for each of those that the machine is least sure of, then how many more.
    """
    undecided = sorted(_undecided(site), key=lambda found: found.order)
    number, total = len(undecided), sum(len(reading.analysis.quotes) for reading in site.readings)
    # Division rounds as a reader of numbers does: 29 of 100 are exactly what is written 0.29, so they are not too many.
    if not number or number / total <= most:
        return
    allowed = next(fewer for fewer in range(number, -1, -1) if fewer / total <= most)
    message = (
        f"{number:,} of {total:,} quotations rest on the machine alone, and policy.machine_share = {most:g} "
        f"allows {allowed:,}"
    )
    hint = f"{number - allowed:,} must be confirmed, corrected or rejected; begin with those it is least sure of"
    yield Diagnostic("policy-machine-share", "error", _CONFIGURATION, None, None, message, hint)
    entities = {entity.id: entity for entity in site.entities}
    for found in undecided[:_MOST_LISTED]:
        message = f"{_given(found, entities)}, and nobody has looked at it"
        yield problem("policy-machine-share", found.reading, found.quote.spans[0], message, _hint(found))
    if number > _MOST_LISTED:
        message, hint = f"and {number - _MOST_LISTED:,} more", "data/quotes.csv of the built site lists them all"
        yield Diagnostic("policy-machine-share", "error", _CONFIGURATION, None, None, message, hint)


def _undecided(site: Site) -> Iterator[_Undecided]:
    for reading in site.readings:
        for quote in reading.analysis.quotes:
            if quote.attribution.status == "machine":
                yield _Undecided(reading, quote)


def _given(found: _Undecided, entities: Mapping[str, Entity]) -> str:
    attribution, words = found.quote.attribution, words_at(found.reading, found.quote.spans[0])
    if attribution.voice is None:
        return f"{words} is given to nobody"
    heard = heard_in(found.reading, found.quote)
    entity = entities.get(heard.entity) if heard is not None and not heard.spoken_for else None
    name = entity.name if entity is not None else called(found.reading, attribution.voice)
    return f"{words} is given to {name} with a confidence of {attribution.confidence:.3g}"


def _hint(found: _Undecided) -> str:
    voice = found.quote.attribution.voice
    if voice is None:
        return written(found.reading, "decision: correct, speaker: …")
    right = f"decision: confirm, speaker: {called(found.reading, voice)}"
    return f"if it is right, {written(found.reading, right)}; if not, correct or reject it there"
