"""The words of quotations, as they are compared: case and marks aside."""

from difflib import SequenceMatcher

from sitegen.model.publication import PublishedQuote

Words = tuple[str, ...]
# So many words tell a quotation that they are a part of; fewer can stand in any.
TELLING = 4
# Longer texts are told apart by their first words: comparing takes the square of their number.
_MOST_COMPARED = 600


def words_in(quote: PublishedQuote) -> Words:
    """Return the words of a quotation."""
    folded = "".join(c if c.isalnum() else " " for c in " ".join(quote.exact).casefold())
    return tuple(folded.split())


def runs(words: Words, size: int) -> set[Words]:
    """Return all runs of ``size`` words; a text too short for one is a run itself."""
    return {words[at : at + size] for at in range(max(1, len(words) - size + 1))}


def likeness(one: Words, other: Words, least: float) -> float:
    """Return how much of two versions is the same, between 0 and 1, and 0 where that is less than ``least``.

    It is twice the number of words in common over that of all words of both; a part is the same as its whole.
    """
    short, long = sorted((one, other), key=len)
    if len(short) >= TELLING and f" {' '.join(short)} " in f" {' '.join(long)} ":
        return 1.0
    matcher = SequenceMatcher(None, one[:_MOST_COMPARED], other[:_MOST_COMPARED], autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    found = matcher.ratio()
    return found if found >= least else 0.0
