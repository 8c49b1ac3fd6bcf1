"""What the suppressed are called in one text, and where they stand in it."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice, takewhile

from sitegen.model.article import Article
from sitegen.model.covering import BLOCK, cover
from sitegen.model.span import Span
from sitegen.model.spans import without
from sitegen.model.withheld import Names


@dataclass(frozen=True, slots=True)
class Found:
    """What the suppressed are called in one text, and where they stand in it.

    ``gone`` are the numbers of their clusters; ``names`` stand for nobody else, ``bare`` can, where they are a part of
    ``others``. ``certain`` are the spans that name them and nobody else, ``spans`` all that are covered.
    ``certainly_gone`` leaves out clusters of bare names that could be another's.
    """

    gone: frozenset[int]
    names: Names
    bare: Names
    others: Names
    certain: tuple[Span, ...]
    spans: tuple[Span, ...]
    certainly_gone: frozenset[int] = frozenset()

    def in_text(self, text: str) -> tuple[Span, ...]:
        """Return where they are named in a text beside the article's own: a title, a description, a byline."""
        return (*self.names.find(text), *without(self.bare.find(text), self.others.find(text)))

    def covered(self, text: str) -> str:
        """Return such a text with them covered."""
        return cover(text, self.in_text(text))

    def names_them(self, span: Span, article: Article, *, certainly: bool = False) -> bool:
        """Tell whether a span is a name of theirs and nothing more; ``certainly`` if it can be nobody else's."""
        spans = self.certain if certainly else self.spans
        first = bisect_right(spans, span.start, key=lambda other: other.end)
        near = list(takewhile(lambda other: other.start < span.end, islice(spans, first, None)))
        if not near:
            return False
        start = min(span.start, *(other.start for other in near))
        end = max(span.end, *(other.end for other in near))
        moved = (other.shift(-start) for other in near)
        return is_whole(span.shift(-start).of(cover(article.text[start:end], moved)))


def is_whole(text: str) -> bool:
    """Tell whether nothing of a text is left but blocks."""
    return BLOCK in text and not any(map(str.isalnum, text))
