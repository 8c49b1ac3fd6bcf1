"""Runs of capitalised words that can be a name, whatever the model says of them."""

import re
from collections.abc import Iterator

from sitegen.analyse.lexicon import titles
from sitegen.analyse.lexicon.nouns import PEOPLE
from sitegen.analyse.spot import POSSESSIVE, PROPER, behind_particles, is_hyphen
from sitegen.analyse.tokens import Tokens
from sitegen.model.person_name import GENERATIONS, bare

Words = tuple[str, ...]

_LONGEST = 5
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_KINDS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART"})


def is_initials(word: str) -> bool:
    """Tell whether a word can be one to three initials: "J.", "J.K.", "JK"."""
    return _INITIALS.fullmatch(word) is not None


def name_runs(tokens: Tokens) -> dict[Words, list[range]]:
    """Return where each run of up to five such words stands, titles before it and possessives behind it left out.

    Particles and hyphens inside belong to a run: "Ursula van der Leyen", "El-Sissi".
    """
    found: dict[Words, list[range]] = {}
    for run in _whole_runs(tokens):
        start, end = _trimmed(tokens, run)
        if 0 < end - start <= _LONGEST:
            found.setdefault(tokens.words[start:end], []).append(range(start, end))
    return found


def _whole_runs(tokens: Tokens) -> Iterator[range]:
    end = 0
    for start in tokens.capitalised:
        if start < end or not _can_stand(tokens, start):
            continue
        end = start + 1
        while (longer := _next(tokens, end)) > end:
            end = longer
        yield range(start, end)


def _can_stand(tokens: Tokens, index: int) -> bool:
    tag, label = tokens.parse.tags[index], tokens.parse.labels[index]
    if tag in PROPER:
        return True
    if label[2:] in _KINDS:
        return tag[0] in "NJF"
    return tag[0] == "N" and len(tokens.words[index]) > 1


def _next(tokens: Tokens, index: int) -> int:
    """Return the end of the run with the word at ``index`` taken in, ``index`` where the run ends before it."""
    words = tokens.words
    if index >= len(words) or not tokens.adjacent(index - 1, index):
        return index
    if words[index][0].isupper():
        return index + 1 if _can_stand(tokens, index) else index
    if is_hyphen(tokens, index):
        return index + 2 if words[index + 1][0].isupper() else index
    last = behind_particles(tokens, index)
    return last + 1 if last > index and _can_stand(tokens, last) else index


def _trimmed(tokens: Tokens, run: range) -> tuple[int, int]:
    words, start, end = tokens.words, run.start, run.stop
    while start < end and titles.is_qualifier(words[start]):
        start += 1 + (start + 1 < end and words[start + 1] == ".")
    while end - start > 2 and (words[start].lower() in PEOPLE or tokens.parse.tags[start] in {"VBG", "VBD", "IN"}):
        start += 1
    while end > start and (words[end - 1] in POSSESSIVE or bare(words[end - 1]) in GENERATIONS):
        end -= 1
    return start, end
