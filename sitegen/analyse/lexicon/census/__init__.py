"""How common a word is as a given name and as a surname.

Source: the 1990 Census Name Files of the U.S. Census Bureau, public domain: 5,163 given names, and the first 40,000
surnames in the order of their frequency. Given names are common from 1 in 2,000 on, known from 1 in 10,000; surnames
are common among the first 2,000, known among the first 15,000.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from sitegen.analyse.stored import stored

Frequency = Literal["common", "known", "rare", ""]


def given_name(word: str) -> Frequency:
    """Return how common a word, in lower case, is as a given name; empty where it is none."""
    return _given_names().get(word, "")


def surname(word: str) -> Frequency:
    """Return how common a word, in lower-case ASCII, is as a surname; empty where it is rarer than all of these."""
    return _surnames().get(word, "")


def usual_gender(word: str) -> str:
    """Return "f" or "m" for a given name, in lower case, that ten times as many women bear as men, or men as women."""
    return _genders().get(word, "")


@cache
def _given_names() -> dict[str, Frequency]:
    return {word: frequency for frequency, _, words in _lines("given_names.txt") for word in words}


@cache
def _genders() -> dict[str, str]:
    return {word: gender for _, gender, words in _lines("given_names.txt") if gender != "-" for word in words}


@cache
def _surnames() -> dict[str, Frequency]:
    return {word: frequency for frequency, *_, words in _lines("surnames.txt") for word in words}


def _lines(name: str) -> Iterator[tuple[Frequency, str, list[str]]]:
    for line in stored(f"lexicon/census/{name}").splitlines():
        frequency, *words = line.split()
        gender = words.pop(0) if words[0] in {"f", "m", "-"} else "-"
        known: Frequency = "common" if frequency == "common" else "known" if frequency == "known" else "rare"
        yield known, gender, words
