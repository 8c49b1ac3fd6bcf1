"""Many spans at once: put together, and told from others."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sitegen.model.span import Span


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return ``spans`` in order, those that share a character as one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start < made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """Yield those of ``spans`` that share no character with one of ``taken``."""
    ordered = merged(taken)
    for span in sorted(spans):
        place = bisect_left(ordered, span.end, key=lambda other: other.start)
        if not place or ordered[place - 1].end <= span.start:
            yield span
