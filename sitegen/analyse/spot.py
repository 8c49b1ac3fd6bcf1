"""A place where a name stands, and how far a name goes."""

from dataclasses import dataclass
from typing import Literal

from sitegen.analyse.lexicon import titles
from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Kind
from sitegen.model.person_name import PARTICLES

Source = Literal["model", "title", "given-name", "role", "context"]

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


def behind_particles(tokens: Tokens, index: int) -> int:
    """Return the index of the capitalised word that particles at ``index`` lead to: "van der | Leyen", "el-| Sissi".

    It is ``index`` itself where no particle stands there, or none that leads to such a word.
    """
    words, last = tokens.words, index
    while last < len(words) and words[last] in PARTICLES and tokens.adjacent(last - 1, last):
        last += 1
    if last > index and is_hyphen(tokens, last):
        last += 1
    led = last > index and last < len(words) and words[last][0].isupper() and tokens.adjacent(last - 1, last)
    return last if led else index


def is_hyphen(tokens: Tokens, index: int) -> bool:
    """Tell whether a hyphen stands at ``index``, close to the words on both sides."""
    if not 0 < index < len(tokens) - 1 or tokens.words[index] != "-":
        return False
    starts, ends = tokens.parse.starts, tokens.parse.ends
    return ends[index - 1] == starts[index] and ends[index] == starts[index + 1]


def past_particles(tokens: Tokens, end: int) -> int:
    """Return the end of a name that the model broke off: "Ursula van der | Leyen", "Winifred Ashdown | - Pike"."""
    if is_hyphen(tokens, end):
        return end + 2 if tokens.words[end + 1][0].isupper() else end
    last = behind_particles(tokens, end)
    if last > end:
        return last + 1
    broken = end > 0 and tokens.words[end - 1] in PARTICLES and end < len(tokens) and tokens.adjacent(end - 1, end)
    return end + 1 if broken and tokens.words[end][0].isupper() else end
