"""Where the two sides of a selector's context stand next to each other: the place itself, whatever is in it now."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sitegen.annotate.standing import Sought, occurrences

# Context that stands more often than this says nothing about a place.
_MOST = 20
# A side of so many characters stands for a place.
_ENOUGH = 20
# What took the place of words may be longer than they by this factor and so many characters.
_LONGER, _SPARE = 2, 40


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands between the two sides, in folded offsets without white space at the ends; it may be empty.

    ``sure`` tells that both sides are long enough, or end where the text does, to say that this is the place.
    """

    start: int
    end: int
    sure: bool


def slots(text: str, sought: Sought) -> list[Slot]:
    """Return every stretch of the folded ``text`` that has all context of ``sought`` on both sides of it."""
    befores = list(islice(_ends(text, sought), _MOST + 1))
    behinds = list(islice(_starts(text, sought), _MOST + 1))
    if len(befores) > _MOST or len(behinds) > _MOST:
        return []
    limit = _LONGER * len(sought.words) + _SPARE
    sure = (not sought.before or len(sought.before) >= _ENOUGH) and (not sought.behind or len(sought.behind) >= _ENOUGH)
    found = []
    for start in befores:
        for end in behinds:
            if start <= end + 1 and end - start <= limit:
                inner = text[start:end]
                left = start + len(inner) - len(inner.lstrip())
                found.append(Slot(left, max(left, end - len(inner) + len(inner.rstrip())), sure))
    return found


def _ends(text: str, sought: Sought) -> Iterator[int]:
    """Yield where the context before the words ends; the start of the text where the words stood there."""
    if sought.before:
        yield from (start + len(sought.before) for start in occurrences(text, sought.before, left=False, right=False))
    elif sought.position == 0:
        yield 0


def _starts(text: str, sought: Sought) -> Iterator[int]:
    """Yield where the context behind the words begins; the end of the text where tools found none behind them."""
    if sought.behind:
        yield from occurrences(text, sought.behind, left=False, right=False)
    elif sought.position is not None:
        yield len(text)
