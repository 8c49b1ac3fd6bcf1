"""Characters that are taken up, to find overlaps without looking at every span."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from sitegen.model.span import Span


class Occupied:
    """A growing set of spans that do not overlap each other."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def __contains__(self, span: Span) -> bool:
        """Tell whether ``span`` shares a character with one of the spans."""
        place = bisect_left(self._spans, span)
        return any(other.overlaps(span) for other in self._spans[max(0, place - 1) : place + 1])

    def first_from(self, offset: int) -> int | None:
        """Return where the first span begins that begins at ``offset`` or behind it."""
        place = bisect_left(self._spans, Span(offset, offset))
        return self._spans[place].start if place < len(self._spans) else None

    def update(self, spans: Iterable[Span]) -> None:
        """Take up ``spans``."""
        for span in spans:
            insort(self._spans, span)
