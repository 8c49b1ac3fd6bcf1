"""Texts with names covered, letter by letter: as long as they were."""

import unicodedata
from collections.abc import Iterable

from sitegen.model.span import Span

# Stands for one letter or digit of a name.
BLOCK = "█"


def cover(text: str, spans: Iterable[Span]) -> str:
    """Return ``text`` with each letter and digit inside ``spans`` covered: as long as it was, all else as it was."""
    letters: list[str] = []
    for span in spans:
        letters = letters or list(text)
        for place in range(span.start, span.end):
            if coverable(text[place]):
                letters[place] = BLOCK
    return "".join(letters) or text


def coverable(letter: str) -> bool:
    """Tell whether a character of a name is covered: a letter, a digit, or an accent of its own."""
    return letter.isalnum() or unicodedata.category(letter).startswith("M")


def is_covered(shown: str, whole: str) -> bool:
    """Tell whether ``shown`` is ``whole`` where blocks may stand for letters of it."""
    return len(shown) == len(whole) and all(
        a == b or (a == BLOCK and coverable(b)) for a, b in zip(shown, whole, strict=True)
    )


def is_same_but_covered(one: str, other: str) -> bool:
    """Tell whether two texts are the same, letters that one of them covers aside."""
    return BLOCK in f"{one}{other}" and (is_covered(one, other) or is_covered(other, one))
