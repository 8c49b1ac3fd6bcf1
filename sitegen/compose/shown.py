"""An article's text as pages can hold it: without the characters that HTML forbids, and offsets that count there."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from sitegen.model.span import Span
from sitegen.model.view_text import publishable


@dataclass(frozen=True, slots=True)
class ShownText:
    """``text`` is what is published; ``dropped`` are the offsets, in the article's own text, of what is not."""

    text: str
    dropped: tuple[int, ...] = ()

    def span(self, span: Span) -> Span:
        """Return where ``span`` of the article's own text lies in what is published."""
        if not self.dropped:
            return span
        start, end = (offset - bisect_left(self.dropped, offset) for offset in (span.start, span.end))
        return Span(start, end)

    def of(self, span: Span) -> str:
        """Return what is published of ``span`` of the article's own text."""
        return self.span(span).of(self.text)


@lru_cache(maxsize=8)
def shown_text(text: str) -> ShownText:
    """Return ``text`` as it is published; with most texts that is the same."""
    shown = publishable(text)
    if len(shown) == len(text):
        return ShownText(text)
    return ShownText(shown, tuple(offset for offset, letter in enumerate(text) if not publishable(letter)))
