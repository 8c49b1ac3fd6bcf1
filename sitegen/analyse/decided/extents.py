"""Which words a quotation has, as the marks in the text say it."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.analyse.quotes.marks import Passage
from sitegen.model.article import Article
from sitegen.model.quote import Quote, QuoteKind
from sitegen.model.span import Span


class Marked:
    """The marked passages of one article: tells the words of a quotation from marks and from what stands between."""

    def __init__(self, article: Article, passages: Sequence[Passage]) -> None:
        self._text = article.text
        self._leaves = [leaf.span for leaf in article.leaves()]
        self._passages = passages

    def inside(self, span: Span) -> tuple[Span, ...]:
        """Return the parts of ``span`` that stand in quotation marks."""
        parts = (
            Span(max(span.start, passage.inner.start), min(span.end, passage.inner.end))
            for passage in self._passages
            if passage.outer.overlaps(span)
        )
        return tuple(part for part in parts if part.start < part.end)

    def content(self, span: Span, kind: QuoteKind | None) -> tuple[Span, ...]:
        """Return what was said in ``span``: of direct speech the words in marks, else all of it.

        Where the ``kind`` is not known, words that begin and end in marks are direct. What goes over several blocks has
        a span in each; where there is no letter, there are no words.
        """
        bare = self.bare(span)
        marked = tuple(part for one in self._in_blocks(bare) for part in self.inside(one))
        if not marked or kind in {"mixed", "indirect"}:
            return self._in_blocks(bare)
        begins_and_ends = marked[0].start == bare.start and marked[-1].end == bare.end
        return marked if kind == "direct" or begins_and_ends else self._in_blocks(bare)

    def _in_blocks(self, span: Span) -> tuple[Span, ...]:
        parts = (Span(max(span.start, leaf.start), min(span.end, leaf.end)) for leaf in self._leaves)
        bare = tuple(self.bare(part) for part in parts if part.start < part.end)
        return tuple(part for part in bare if any(map(str.isalnum, part.of(self._text))))

    def kind(self, spans: Sequence[Span]) -> QuoteKind:
        """Return the kind of the quotation whose words ``spans`` are, by the marks in the text."""
        marked = [part for span in spans for part in self.inside(span)]
        if not marked:
            return "indirect"
        rest = sum(map(self._letters, spans)) - sum(map(self._letters, marked))
        return "mixed" if rest else "direct"

    def bare(self, span: Span) -> Span:
        """Return ``span`` without white space and quotation marks at its ends."""
        start, end = span.start, span.end
        while start < end and (self._text[start].isspace() or self._opens(start)):
            start += 1
        while end > start and (self._text[end - 1].isspace() or self._closes(end)):
            end -= 1
        return Span(start, end) if start < end else Span(span.start, span.start)

    def _opens(self, offset: int) -> bool:
        return any(passage.outer.start <= offset < passage.inner.start for passage in self._passages)

    def _closes(self, end: int) -> bool:
        return any(passage.inner.end < end <= passage.outer.end for passage in self._passages)

    def _letters(self, span: Span) -> int:
        return sum(map(str.isalnum, span.of(self._text)))

    def of_kind(self, quote: Quote, kind: QuoteKind) -> Quote:
        """Return a quotation as one of another kind: direct speech loses what stands outside of its marks."""
        spans = quote.spans
        if kind == "direct":
            spans = tuple(part for span in spans for part in self.inside(span)) or spans
        return self.quote(quote, spans, kind)

    def quote(self, old: Quote, spans: tuple[Span, ...], kind: QuoteKind) -> Quote:
        """Return ``old`` with other words, of a kind; words without marks cannot be mixed, they are indirect.

        The speaker's own words are all of direct speech, marked or not, and of mixed speech what stands in marks.
        """
        marked = tuple(part for span in spans for part in self.inside(span))
        if kind == "mixed" and not marked:
            kind = "indirect"
        verbatim = spans if kind == "direct" else marked if kind == "mixed" else ()
        nested = tuple(inner for inner in old.nested if any(span.covers(inner.extent) for span in spans))
        return replace(old, id="", kind=kind, spans=spans, verbatim=verbatim, nested=nested)
