"""The quotations of an article as decisions look for them: by the words that they are about."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

from sitegen.model.annotation import Placed
from sitegen.model.quote import Nested, Quote
from sitegen.model.span import Span

# Of the words that a decision quotes, or of those of a quotation, these many must be the other's.
_MOST, _HALF = 0.8, 0.5


def shared(quote: Quote, span: Span) -> int:
    """Return how many characters of a quotation's content lie in ``span``."""
    return sum(max(0, min(own.end, span.end) - max(own.start, span.start)) for own in quote.spans)


def means(quote: Quote, span: Span) -> bool:
    """Tell whether a decision about ``span`` is about a quotation: it holds half of that, or lies nearly all in it.

    What a speaker quotes in turn is not the speaker's own: a decision about those words alone is about something else.
    """
    if not quote.extent.overlaps(span) or any(_is_inside(nested, span) for nested in quote.nested):
        return False
    common = shared(quote, span)
    size = sum(map(len, quote.spans))
    return common > 0 and (common >= _HALF * size or common >= _MOST * len(span))


def _is_inside(nested: Nested, span: Span) -> bool:
    # The marks may be copied along.
    extent = nested.extent
    return extent.start - 1 <= span.start and span.end <= extent.end + 1


def is_whole(quote: Quote, span: Span) -> bool:
    """Tell whether nearly all of ``span`` is a quotation's own words, its cue aside."""
    inside = quote.extent.covers(span) or len(span) - shared(quote, span) <= (1 - _MOST) * len(span)
    return inside and shared(quote, span) > 0


class Quoted:
    """The quotations of one article in the order of the text; a look-up costs what is near, however many there are."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self.quotes: tuple[Quote, ...] = tuple(sorted(quotes, key=lambda quote: quote.spans))
        self._starts = [quote.extent.start for quote in self.quotes]
        # How far those up to each one reach.
        self._reach = list(accumulate((quote.extent.end for quote in self.quotes), max))

    def near(self, span: Span) -> Sequence[Quote]:
        """Return the quotations that can share words with ``span``, and perhaps others between them."""
        last = bisect_left(self._starts, span.end)
        return self.quotes[bisect_right(self._reach, span.start, 0, last) : last]

    def meant(self, span: Span) -> list[Quote]:
        """Return the quotations that a decision about ``span`` is about; see ``means``."""
        return [quote for quote in self.near(span) if means(quote, span)]

    def sharing(self, spans: Iterable[Span]) -> list[Quote]:
        """Return the quotations that share words with one of ``spans``."""
        return [quote for span in spans for quote in self.near(span) if shared(quote, span)]

    def quoting(self, span: Span) -> tuple[Quote, int] | None:
        """Return the quotation whose speaker quotes the words in ``span``, and the number of what is quoted."""
        for quote in self.near(span):
            for number, nested in enumerate(quote.nested):
                if _is_inside(nested, span):
                    return quote, number
        return None

    def about(self, placed: Iterable[Placed]) -> dict[tuple[Span, ...], list[Placed]]:
        """Return what each quotation, known by its spans, is meant by."""
        found: dict[tuple[Span, ...], list[Placed]] = {}
        for each in placed:
            for quote in self.meant(each.span):
                found.setdefault(quote.spans, []).append(each)
        return found

    def with_one(self, new: Quote, old: Collection[Quote]) -> "Quoted":
        """Return the quotations with ``new`` in place of ``old``."""
        return Quoted((*(quote for quote in self.quotes if quote not in old), new))
