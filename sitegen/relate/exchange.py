"""A quotation and an earlier turn that it may answer, with what the reporter tells round both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.model.mention import Mention, beginning_in
from sitegen.model.quote import Quote
from sitegen.model.site import Reading
from sitegen.model.span import Span
from sitegen.relate.narration import Narration
from sitegen.relate.turns import Turn

# How many turns back somebody is answered, and how many of a turn's last quotations are looked at.
_TURNS, _QUOTES = 3, 8
# The longest way from what is answered to the answer: in paragraphs, and in characters, since paragraphs may be long.
_PARAGRAPHS, _LONGEST = 3, 2000


@dataclass(frozen=True, slots=True)
class Exchange:
    """``quote``, of ``turn``, and the quotations ``earlier`` of the turn ``other``, somebody else's.

    ``next`` tells that nobody is quoted between the two turns; ``paragraphs`` counts from the last of ``earlier`` to
    ``quote``. ``before`` is the sentence of that last one. ``lead`` is what the reporter tells between the two: from
    the end of that sentence, or of the quotation where one sentence holds both, to the end of that with the answer;
    ``own`` is the part of it that is the answer's own sentence.
    """

    reading: Reading
    narration: Narration
    turn: Turn
    quote: Quote
    other: Turn
    earlier: tuple[Quote, ...]
    next: bool
    paragraphs: int
    before: Span
    lead: Span
    own: Span

    def mentions(self, span: Span, speaker: str) -> Iterator[Mention]:
        """Yield the mentions of a speaker that begin in ``span``."""
        entities = self.reading.entities
        for mention in beginning_in(self.reading.analysis.mentions, span):
            if mention.cluster is not None and entities[mention.cluster] == speaker:
                yield mention


def exchanges_of(
    reading: Reading, narration: Narration, turns: tuple[Turn, ...]
) -> Iterator[tuple[bool, tuple[Exchange, ...]]]:
    """Yield, for each quotation that may answer, whether it begins its turn, and its exchanges, the nearest first.

    They are with the turn right before, for the first of its own turn, and with those whose speaker its sentence names.
    """
    # Of long turns the same quotation stands before many others.
    sentences = {quote.id: narration.own(quote) for turn in turns if turn.speaker for quote in turn.quotes}
    for number, turn in enumerate(turns):
        first = max(0, number - _TURNS)
        before = [
            (position == number - 1, other)
            for position, other in enumerate(turns[first:number], first)
            if other.speaker and other.speaker != turn.speaker and other.section == turn.section
        ]
        if turn.speaker and before:
            for place, quote in enumerate(turn.quotes):
                named = _named(reading, sentences[quote.id])
                found = (
                    _exchange(reading, narration, sentences, turn, quote, other, near)
                    for near, other in reversed(before)
                    if other.speaker in named or (near and not place)
                )
                yield place == 0, tuple(exchange for exchange in found if exchange is not None)


def _named(reading: Reading, span: Span) -> set[str | None]:
    """Return whom the mentions that begin in ``span`` stand for."""
    found = beginning_in(reading.analysis.mentions, span)
    return {reading.entities[mention.cluster] for mention in found if mention.cluster is not None}


def _exchange(
    reading: Reading,
    narration: Narration,
    sentences: Mapping[str, Span],
    turn: Turn,
    quote: Quote,
    other: Turn,
    near: bool,
) -> Exchange | None:
    start = quote.extent.start
    here = narration.paragraph(start)
    earlier = tuple(
        one
        for one in other.quotes[-_QUOTES:]
        if start - _LONGEST <= one.extent.end <= start and here - narration.paragraph(one.extent.end) <= _PARAGRAPHS
    )
    if not earlier:
        return None
    last = earlier[-1]
    paragraphs = here - narration.paragraph(last.extent.end)
    before, sentence = sentences[last.id], sentences[quote.id]
    lead = _lead(last, before, sentence)
    own = Span(max(lead.start, sentence.start), lead.end)
    return Exchange(reading, narration, turn, quote, other, earlier, near, paragraphs, before, lead, own)


def _lead(last: Quote, before: Span, own: Span) -> Span:
    if before.end <= own.start:
        return Span(before.end, own.end)
    cue = last.attribution.cue
    end = last.extent.end if cue is None or cue.end > own.end else max(last.extent.end, cue.end)
    return Span(min(end, own.end), own.end)
