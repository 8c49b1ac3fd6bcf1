"""The parts of a person's name, and when two forms can be one person's."""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md", "obe", "mbe", "cbe", "kc", "qc", "mp"})

# Suffixes that tell a son from his father; the others are decorations.
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})

PARTICLES = frozenset(
    """van von der den de del della di da das dos du la le lo el al bin ibn ben bint abu ter ten zu zum zur af av
    st mac ap y e 't""".split()
)

_WORD = re.compile(r"[^\W\d_][\w.'’ʼ`´-]*", re.UNICODE)
# Two or three initials in one word.
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}|[A-Z]{2,3}")
# Three capitals and more without a vowel.
_ABBREVIATION = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{3,}")
# A capital inside a word, other than after a prefix or apostrophe: "BusinessWorks", not "McKeon" or "O'Brien".
_CAMEL = re.compile(r"(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^Di)(?<!^Du)(?<!^La)(?<!^Le)(?<!^Fitz)(?<!^Van)(?<=[a-z])[A-Z]")


@lru_cache(maxsize=1 << 14)
def bare(word: str) -> str:
    """Return ``word`` in lower case without its full stop: "Sen." and "SEN" are one title."""
    return word.lower().rstrip(".")


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """Return ``word`` in lower-case ASCII without full stops, for comparing forms of one name."""
    return anyascii(word).lower().replace(".", "").replace("’", "'").strip()


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name in parts: ``given`` may be empty; ``surname`` carries its particles; ``suffix`` as written.

    Decorations such as "KC" are no part of the name as it is shown.
    ``family_first`` says that the surname is written before the given name.
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    family_first: bool = False

    def __str__(self) -> str:
        if self.family_first:
            return " ".join((self.surname, *self.given))
        return " ".join((*self.given, self.surname, *((self.suffix,) if self.generation else ())))

    @property
    def key(self) -> str:
        """The folded last word of the surname: what a bare surname in the text is looked up by."""
        return fold(self.surname.rsplit(" ", 1)[-1])

    @property
    def generation(self) -> str:
        """``jr``, ``sr``, ``ii`` … or empty: decorations such as "MP" tell nobody apart."""
        suffix = bare(self.suffix)
        return suffix if suffix in GENERATIONS else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The given names, initials taken apart: "J.K." and "JK" are "J." and "K."."""
        return _apart(self.given)

    @property
    def full(self) -> bool:
        """Tell whether a given name or initial stands before the surname."""
        return bool(self.given)


@lru_cache(maxsize=1 << 14)
def split_name(words: tuple[str, ...], *, family_first: bool = False) -> PersonName | None:
    """Split the words of a name, titles already left out; None where there is no word that can be a surname.

    A surname is the last word and the particles before it ("van der Leyen"); double surnames without hyphen
    are read as given name and surname, which harms nothing but the lookup of the first half. With ``family_first`` the
    surname is the first word.
    """
    rest = [word for word in _hyphenated(words) if word != ","]
    suffix = ""
    if len(rest) > 1 and bare(rest[-1]) in SUFFIXES:
        suffix = rest.pop()
        while rest and rest[-1] == ",":
            rest.pop()
    if not rest or not _WORD.fullmatch(rest[-1]):
        return None
    if family_first and len(rest) > 1:
        return PersonName(tuple(rest[1:]), rest[0], suffix, family_first=True)
    start = len(rest) - 1
    while start > 1 and rest[start - 1].islower() and bare(rest[start - 1]) in PARTICLES:
        start -= 1
    # A name may begin with its particle ("van Gogh"): then there is no given name at all.
    if start == 1 and rest[0].islower() and bare(rest[0]) in PARTICLES:
        start = 0
    return PersonName(tuple(rest[:start]), " ".join(rest[start:]), suffix)


def _hyphenated(words: tuple[str, ...]) -> list[str]:
    """Put the parts of hyphenated words together, which the tokenizer takes apart."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "-" or joined[-1].endswith("-")):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


@lru_cache(maxsize=1 << 14)
def _apart(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for word in given for part in (tuple(fold(word)) if _INITIALS.fullmatch(word) else (word,)))


def _initial(word: str) -> str:
    """Return the folded letter of an initial ("J.", "W"), or an empty string."""
    bare = fold(word)
    return bare if len(bare) == 1 else ""


def _same_given(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    if a == b:
        return True
    return (len(a) == 1 or len(b) == 1) and a[:1] == b[:1]


def compatible(one: PersonName, other: PersonName) -> bool:
    """Tell whether two full names can be forms of one person's name.

    Surnames must agree; given names agree word by word, an initial with any name it begins; a middle name may be
    missing on one side. "Jr." and its like must agree. Names without given name are compatible with nothing here.
    """
    if not one.full or not other.full or one.generation != other.generation:
        return False
    if fold(one.surname) != fold(other.surname) and one.key != other.key:
        return False
    (first, *middle), (other_first, *others) = one.names, other.names
    if not _same_given(first, other_first):
        return False
    return not middle or not others or all(_same_given(a, b) for a, b in zip(middle, others, strict=False))


def is_exact(one: PersonName, other: PersonName) -> bool:
    """Tell whether two names agree in given name and surname without the help of an initial."""
    return (
        one.key == other.key
        and one.generation == other.generation
        and bool(one.given and other.given)
        and not _initial(one.names[0])
        and fold(one.names[0]) == fold(other.names[0])
    )


def plausible(words: tuple[str, ...]) -> bool:
    """Tell whether ``words`` look like a personal name: capitalised, of letters, at most six of them."""
    if not 0 < len(words) <= 6:
        return False
    for position, word in enumerate(words):
        particle = 0 < position < len(words) - 1 or (position == 0 and len(words) > 1)
        if word == "-" or (particle and bare(word) in PARTICLES and word.islower()):
            continue
        if not _WORD.fullmatch(word) or not word[0].isupper() or _CAMEL.search(word):
            return False
    # "TIBCO Software", "CNN Films", "the SVP": an abbreviation, beside an ordinary word or alone, is no name.
    if any(map(_ABBREVIATION.fullmatch, words)):
        return len(words) > 1 and all(map(str.isupper, words))
    capitals = [word.isupper() for word in words if len(word) > 3 and "." not in word]
    return all(capitals) or not any(capitals)
