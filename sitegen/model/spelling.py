"""Spellings of one name in several alphabets: "Müller" is "Mueller" and "Muller" to those without an umlaut."""

import re
from functools import lru_cache

from sitegen.model.person_name import fold

# Letters that are written as two where they are wanting; dropping the mark is the other custom.
_WRITTEN_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"}
_UMLAUT, _LONG_A = re.compile(r"([aou])e+"), re.compile(r"aa+")
# Endings of one Russian or Ukrainian adjective in the romanizations that news agencies use.
_ADJECTIVE = ("skyy", "skiy", "skij", "skii", "sky")


@lru_cache(maxsize=1 << 14)
def loose(word: str) -> str:
    """Return a key that all spellings of a surname share; names of one key need not be one name."""
    return _LONG_A.sub("a", _UMLAUT.sub(r"\1", _ending(fold(word))))


@lru_cache(maxsize=1 << 14)
def spellings(word: str) -> frozenset[str]:
    """Return all folded spellings of a word that are surely the same name."""
    lower = word.lower()
    out = "".join(_WRITTEN_OUT.get(letter, letter) for letter in lower)
    return frozenset({_ending(fold(lower)), _ending(fold(out))})


def _ending(word: str) -> str:
    ending = next((each for each in _ADJECTIVE if word.endswith(each) and len(word) > len(each) + 2), "")
    return word.removesuffix(ending) + "sky" if ending else word
