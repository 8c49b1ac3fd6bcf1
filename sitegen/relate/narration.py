"""What the reporter tells of an article, apart from the words that stand in quotation marks."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import chain

from sitegen.model.quote import Quote
from sitegen.model.site import Reading
from sitegen.model.span import Span
from sitegen.model.spans import merged
from sitegen.relate.abbreviations import is_abbreviation

_BLOT = "_"
_ENDS = ".!?…"
_BOUNDARY = re.compile(r"(?P<end>[.!?…])[\"”’'»)\]]*\s+(?=[\"“‘'«(\[]*[A-Z0-9_])")
# A paragraph with fewer letters than this parts what stands before it from what follows: "* * *", "___", "9:15 p.m.".
_FEWEST_LETTERS, _LOOKED_AT = 5, 40
# How far round a quotation its sentence is looked at, in characters: one sentence may hold thousands of quotations.
REACH = 400


@dataclass(frozen=True, slots=True)
class Narration:
    """An article's ``text`` with the words in quotation marks blotted out, character by character: offsets stay.

    A full stop, or the like, at the end of marked words is left: it ends the reporter's sentence as well. ``sentences``
    and ``paragraphs`` are where they begin, and a paragraph begins a sentence; ``breaks`` are the paragraphs at which
    something else begins: headings, and rules of asterisks or the like.
    """

    text: str
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    breaks: tuple[int, ...]

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph in which ``offset`` lies, or the last before it."""
        return bisect_right(self.paragraphs, offset)

    def section(self, offset: int) -> int:
        """Return the number of the section in which ``offset`` lies."""
        return bisect_right(self.breaks, offset)

    def sentence(self, offset: int) -> Span:
        """Return the sentence in which ``offset`` lies, with the blanks behind it."""
        number = bisect_right(self.sentences, offset)
        start = self.sentences[number - 1] if number else 0
        return Span(start, self.sentences[number] if number < len(self.sentences) else len(self.text))

    def own(self, quote: Quote) -> Span:
        """Return the sentences that tell a quotation: from that where it or its cue begins to that of its cue."""
        cue = quote.attribution.cue
        begin = quote.extent.start if cue is None else cue.start
        first = min(begin, quote.extent.start)
        return Span(
            max(self.sentence(first).start, first - REACH),
            min(self.sentence(begin).end, begin + REACH),
        )

    def before(self, span: Span) -> Span | None:
        """Return the sentence right before ``span``, which begins one, where the same paragraph holds both."""
        number = bisect_left(self.sentences, span.start)
        if number in {0, len(self.sentences)} or self.sentences[number] != span.start:
            return None
        if self.paragraph(self.sentences[number - 1]) != self.paragraph(span.start):
            return None
        return Span(max(self.sentences[number - 1], span.start - REACH), span.start)


def narration_of(reading: Reading) -> Narration:
    """Return the narration of one article."""
    marked = chain(chain.from_iterable(quote.verbatim for quote in reading.analysis.quotes), reading.analysis.passages)
    text = _blotted(reading.article.text, merged(marked))
    leaves = tuple(reading.article.leaves())
    paragraphs = tuple(leaf.span.start for leaf in leaves)
    breaks = tuple(leaf.span.start for leaf in leaves if leaf.kind == "heading" or _is_rule(reading, leaf.span))
    starts = {found.end() for found in _BOUNDARY.finditer(text) if not is_abbreviation(text, found.end("end"))}
    return Narration(text, tuple(sorted(starts.union(paragraphs))), paragraphs, breaks)


def _is_rule(reading: Reading, paragraph: Span) -> bool:
    begin = paragraph.of(reading.article.text)[:_LOOKED_AT]
    return len(paragraph) <= _LOOKED_AT and sum(sign.isalpha() for sign in begin) < _FEWEST_LETTERS


def _blotted(text: str, spans: tuple[Span, ...]) -> str:
    parts: list[str] = []
    done = 0
    for span in spans:
        last = text[span.end - 1 : span.end]
        kept = last if len(span) and last in _ENDS else ""
        parts += (text[done : span.start], _BLOT * (len(span) - len(kept)), kept)
        done = span.end
    return "".join((*parts, text[done:]))
