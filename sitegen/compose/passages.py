"""Passages: the words in question with as much around them as one needs to judge them."""

from sitegen.compose.entry import Naming, Record, Utterance
from sitegen.compose.marks import evidence_overlays, quote_overlays, within
from sitegen.model.span import Span
from sitegen.model.view_text import MarkedText, Overlay

_AROUND = 300
_AROUND_EVIDENCE = 600
# A paragraph that names somebody over and over is shown from its first mention on, not as a whole.
_LONGEST = 700


def window(record: Record, core: Span, around: int) -> tuple[Span, bool, bool]:
    """Return the span of a passage round ``core``, and whether its paragraphs go on before and after it.

    The passage keeps to the paragraphs that ``core`` touches and reaches ``around`` characters to each side,
    to the nearest space inside them.
    """
    text = record.reading.article.text
    first = record.leaves[record.paragraph(core.start) - 1].span.start if record.leaves else 0
    last = record.leaves[record.paragraph(max(core.start, core.end - 1)) - 1].span.end if record.leaves else len(text)
    first, last = min(first, core.start), max(last, core.end)
    start, end = max(first, core.start - around), min(last, core.end + around)
    if start > first:
        space = _space(text, start, core.start)
        start = space + 1 if space >= 0 else core.start
    if end < last:
        space = text.rfind(" ", core.end, end)
        end = space if space >= 0 else core.end
    return Span(start, end), start > first, end < last


def _space(text: str, start: int, end: int) -> int:
    return text.find(" ", start, end)


def passage(record: Record, core: Span, overlays: list[Overlay], around: int = _AROUND) -> MarkedText:
    """Return the passage round ``core`` with ``overlays``, whose offsets count in the article's text, over it."""
    span, before, after = window(record, core, around)
    article = record.reading.article
    return MarkedText(span.of(article.text), within(overlays, span), before, after, article.id)


def quote_passage(utterance: Utterance) -> MarkedText:
    """Return a quotation in its passage."""
    return passage(
        utterance.record, utterance.quote.extent, quote_overlays(utterance.quote, utterance.record.reading.article.text)
    )


def evidence_passage(utterance: Utterance) -> MarkedText:
    """Return a quotation in its passage, with speaker, cue and relaying source named where they stand in it."""
    quote = utterance.quote
    marks = evidence_overlays(quote)
    extent = quote.extent
    span, _, _ = window(utterance.record, extent, _AROUND_EVIDENCE)
    near = [m for m in marks if span.start <= m.start and m.end <= span.end]
    core = Span(min([extent.start, *(m.start for m in near)]), max([extent.end, *(m.end for m in near)]))
    return passage(utterance.record, core, [*quote_overlays(quote, utterance.record.reading.article.text), *near])


def speaker_elsewhere(utterance: Utterance) -> Span | None:
    """Return where the speaker is named, if that lies outside the quotation's own passage."""
    voice = utterance.quote.attribution.voice
    if voice is None or voice.span is None:
        return None
    span, _, _ = window(utterance.record, utterance.quote.extent, _AROUND_EVIDENCE)
    return None if span.covers(voice.span) else voice.span


def naming_passage(naming: Naming) -> MarkedText:
    """Return the paragraph that names somebody, from the first mention to the last where that is not too far."""
    spans = [mention.span for _, mention in naming.mentions]
    marks = [Overlay("named", m.span.start, m.span.end, form=m.form) for _, m in naming.mentions]
    core = Span(spans[0].start, max(span.end for span in spans))
    if len(core) > _LONGEST:
        core = spans[0]
    span, before, after = window(naming.record, core, _AROUND if len(core) < _AROUND else _AROUND // 3)
    article = naming.record.reading.article
    return MarkedText(span.of(article.text), within(marks, span), before, after, article.id)
