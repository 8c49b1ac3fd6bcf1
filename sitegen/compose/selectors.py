"""Where words stand in the page of their article: text selectors of the Web Annotation model."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.compose.blocks import title_block
from sitegen.compose.entry import Record
from sitegen.compose.shown import ShownText, shown_text
from sitegen.model.span import Span
from sitegen.model.view_text import publishable

_CONTEXT = 32
# Fewer characters may also stand in what a page says besides its article.
_FEWEST = 24
# More context than this tells nothing: what is the same for so long is told apart by its position alone.
_LONGEST = 512


@dataclass(frozen=True, slots=True)
class Selector:
    """A TextQuoteSelector and a TextPositionSelector in one.

    ``start`` and ``end`` are offsets in code points into the article's text as it is published.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    def nodes(self) -> list[dict[str, Any]]:
        """Return the two as they stand in the JSON of a Web Annotation."""
        words = {"exact": self.exact, "prefix": self.prefix, "suffix": self.suffix}
        return [
            {"type": "TextQuoteSelector", **words},
            {"type": "TextPositionSelector", "start": self.start, "end": self.end},
        ]


class Selectors:
    """Makes the selectors of one article, each with as much context as tells its words from all others in the page.

    Words are compared as readers find them, every run of white space one blank. Context grows inside the block of the
    words first, then over the blocks round it, but never past the headline: the page has that elsewhere.
    """

    def __init__(self, record: Record) -> None:
        article = record.reading.article
        self.shown: ShownText = shown_text(article.text)
        text = self.shown.text
        title = title_block(article)
        self._leaves = [self.shown.span(leaf.span) for leaf in record.leaves if len(leaf.span)]
        self._runs = list(_runs(text, self._leaves, None if title is None else self.shown.span(title.span)))
        self._leaf_starts = [leaf.start for leaf in self._leaves]
        self._run_starts = [run.start for run in self._runs]
        pieces = [run.of(text) for run in self._runs]
        if title is None:
            pieces.append(publishable(article.title))
        # No words have a line feed in them, so none is found across two pieces.
        self._page = "\n".join(map(_flat, pieces))

    def of(self, span: Span) -> Iterator[Selector]:
        """Yield what selects ``span``, offsets into the article's own text: one selector, or one on each side of
        what parts it on the page.
        """
        words = self.shown.span(span)
        for run in self._runs[max(0, bisect_right(self._run_starts, words.start) - 1) :]:
            if run.start >= words.end:
                break
            start, end = max(words.start, run.start), min(words.end, run.end)
            if start < end:
                yield self._selector(Span(start, end), run)

    def _selector(self, words: Span, run: Span) -> Selector:
        number = bisect_right(self._leaf_starts, words.start) - 1
        block = self._leaves[number] if number >= 0 and self._leaves[number].covers(words) else run
        text = self.shown.text
        around, size = block, _CONTEXT
        while True:
            wide = Span(max(around.start, words.start - size), min(around.end, words.end + size))
            if self._is_unique(_flat(wide.of(text))) or wide == run or size >= _LONGEST:
                return Selector(
                    words.of(text), text[wide.start : words.start], text[words.end : wide.end], words.start, words.end
                )
            if wide == around:
                around = run
            else:
                size *= 2

    def _is_unique(self, words: str) -> bool:
        first = self._page.find(words)
        return first >= 0 and len(words) >= _FEWEST and self._page.find(words, first + 1) < 0


def _runs(text: str, leaves: list[Span], title: Span | None) -> Iterator[Span]:
    """Yield the stretches of blocks that follow each other on the page, with nothing but white space between them."""
    run: Span | None = None
    for leaf in leaves:
        if run is not None and leaf != title and text[run.end : leaf.start].isspace():
            run = Span(run.start, leaf.end)
            continue
        if run is not None:
            yield run
        run = leaf
        if leaf == title:
            yield leaf
            run = None
    if run is not None:
        yield run


def _flat(text: str) -> str:
    return " ".join(text.split())
