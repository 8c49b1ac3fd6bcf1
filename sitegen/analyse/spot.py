"""A place where a name stands, and how far a name goes."""

from dataclasses import dataclass
from typing import Literal

from sitegen.analyse.lexicon import titles
from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Kind
from sitegen.model.person_name import PARTICLES

Source = Literal["model", "title", "given-name", "role"]

MARKS = frozenset({'"', "“", "”", "``", "''"})
PROPER = frozenset({"NNP", "NNPS"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’", "`s", "´s"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A run of tokens that names something; ``titles`` are the words before it that give a title."""

    tokens: range
    kind: Kind
    titles: tuple[str, ...]
    source: Source


def titles_before(tokens: Tokens, start: int) -> tuple[str, ...]:
    """Return the title words that end right before ``start``: "Sen.", "Foreign Minister", "Former Vice President"."""
    words = tokens.words
    found: list[str] = []
    first = start
    while first > 0 and tokens.adjacent(first - 1, first):
        stop = words[first - 1] == "." and first > 1
        word = words[first - 2] if stop else words[first - 1]
        known = titles.is_honorific(word) if stop else titles.is_qualifier(word) if found else titles.is_title(word)
        if not known or not word[0].isupper():
            break
        found.append(f"{word}." if stop else word)
        first -= 1 + stop
    return tuple(reversed(found))


def past_particles(tokens: Tokens, end: int) -> int:
    """Return the end of a name that the model broke off: "Ursula van der | Leyen", "Winifred Ashdown | - Pike"."""
    last = end
    if last + 1 < len(tokens) and tokens.words[last] == "-" and tokens.words[last + 1][0].isupper():
        close = (
            tokens.parse.ends[last - 1] == tokens.parse.starts[last]
            and tokens.parse.ends[last] == tokens.parse.starts[last + 1]
        )
        return last + 2 if close else end
    while last < len(tokens) and tokens.words[last] in PARTICLES and tokens.adjacent(last - 1, last):
        last += 1
    broken = tokens.words[last - 1] in PARTICLES and last < len(tokens) and tokens.adjacent(last - 1, last)
    return last + 1 if broken and tokens.words[last][0].isupper() else end
