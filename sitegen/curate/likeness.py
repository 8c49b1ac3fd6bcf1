"""Pairs of people who may be one. Names are compared inside blocks only; a suggestion is never a link."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from sitegen.curate.nicknames import families
from sitegen.curate.roster import Listed
from sitegen.model.person_name import PersonName, compatible, fold, split_name

# Why two may be one, the most telling first.
REASONS = {
    "letters": "the same letters",
    "order": "the same words in another order",
    "spelling": "spellings of one sound",
    "middle": "the same given name and surname; middle names agree",
    "nickname": "a short form of the given name",
    "initial": "the initial agrees",
    "given-typo": "one letter of the given name differs",
    "surname-typo": "one letter of the surname differs",
}
_RANK = {reason: rank for rank, reason in enumerate(REASONS)}
# Shorter names are too often one letter apart: Jan and Jon, Rand and Ron.
_SHORTEST_GIVEN = 5
_SHORTEST_SURNAME = 5
# In a larger block each name is compared with this many neighbours in the order of the alphabet.
_NEIGHBOURS = 12
# An initial that more people of a surname begin with tells nothing.
_MOST_INITIALS = 4
_NO_LETTER = re.compile(r"[^a-z0-9]+")
# What writers of several alphabets and traditions make of one sound.
_SOUNDS = (
    (re.compile(r"[^a-z]+"), ""),
    (re.compile(r"shch|sch|sh"), "s"),
    (re.compile(r"tch|tsch|ch"), "c"),
    (re.compile(r"zh|z"), "z"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ts|tz"), "z"),
    (re.compile(r"ck|q|k"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo|ue"), "u"),
    (re.compile(r"oe"), "o"),
    (re.compile(r"ae"), "a"),
    (re.compile(r"[jy]"), "i"),
    (re.compile(r"ie(?=[aou])"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one person, the better known first; ``forms`` are the two names that are alike.

    ``apart`` are articles that name both: one text seldom calls one person by two full names.
    """

    one: Listed
    other: Listed
    reason: str
    forms: tuple[str, str]
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Name:
    number: int
    text: str
    parts: PersonName
    given: str
    surname: str


def pairs(people: Iterable[Listed]) -> tuple[Pair, ...]:
    """Return the pairs among ``people`` that may be one person, each once, by its most telling reason.

    Two who both have a record are two: the editor has said so. Near linear in the number of names: each is filed
    under keys of its own (letters, sound, sorted words, surname with nickname, initial or one letter left out).
    """
    known = list(people)
    found: dict[tuple[int, int], tuple[int, str, tuple[str, str]]] = {}
    for reason, names in _blocks(known):
        for one, other in _with_initials(names) if reason == "initial" else _compared(names):
            if one.number == other.number or not _alike(reason, one, other):
                continue
            first, second = (one, other) if one.number < other.number else (other, one)
            if known[first.number].record is not None and known[second.number].record is not None:
                continue
            entry = (_RANK[reason], reason, (first.text, second.text))
            key = (first.number, second.number)
            found[key] = min(found.get(key, entry), entry)
    made = (_pair(known[a], known[b], reason, forms) for (a, b), (_, reason, forms) in found.items())
    return tuple(sorted(made, key=lambda pair: (bool(pair.apart), _RANK[pair.reason], pair.one.id, pair.other.id)))


def _pair(one: Listed, other: Listed, reason: str, forms: tuple[str, str]) -> Pair:
    there = set(other.articles)
    apart = tuple(article for article in one.articles if article in there)
    if _weight(other) > _weight(one):
        return Pair(other, one, reason, (forms[1], forms[0]), apart)
    return Pair(one, other, reason, forms, apart)


def _weight(entry: Listed) -> tuple[bool, int, int]:
    # Who has a record stays; among others, who is written out and named more often.
    parts = split_name(tuple(entry.name.split()))
    written_out = len(fold(parts.given[0])) if parts is not None and parts.given else 0
    return entry.record is not None, int(written_out > 1), len(entry.articles)


def _blocks(people: list[Listed]) -> Iterator[tuple[str, list[_Name]]]:
    """Yield the names that share a key, and the reason for which that key is."""
    blocks: dict[tuple[str, str], list[_Name]] = defaultdict(list)
    for number, entry in enumerate(people):
        for text in entry.names:
            parts = split_name(tuple(text.split()))
            if parts is None or not parts.full:
                continue
            name = _Name(number, text, parts, fold(parts.given[0]), fold(parts.surname))
            for key in set(_keys(name)):
                blocks[key].append(name)
    for (reason, _), names in blocks.items():
        if len({name.number for name in names}) > 1:
            yield reason, names


def _keys(name: _Name) -> Iterator[tuple[str, str]]:
    folded = fold(name.text)
    yield "letters", _NO_LETTER.sub("", folded)
    words = sorted(filter(None, _NO_LETTER.split(folded)))
    yield "order", " ".join(words)
    yield "spelling", sound(folded)
    yield "middle", f"{name.given} {name.parts.key}"
    yield "initial", f"{name.given[:1]} {name.parts.key}"
    for family in families(name.given):
        yield "nickname", f"{family} {name.parts.key}"
    if len(name.given) >= _SHORTEST_GIVEN - 1:
        for shorter in _shortened(name.given):
            yield "given-typo", f"{shorter} {name.parts.key}"
    if len(name.surname) >= _SHORTEST_SURNAME - 1 and len(name.given) > 1:
        for shorter in _shortened(name.surname):
            yield "surname-typo", f"{name.given} {shorter}"


def sound(name: str) -> str:
    """Return a key under which the usual spellings of one name in Latin letters meet: Yulia and Julia."""
    key = " ".join(name.split())
    for pattern, letters in _SOUNDS:
        key = pattern.sub(letters, key)
    return key


def _shortened(word: str) -> set[str]:
    """Return ``word``, and it without one of its letters: words that are one slip apart have one in common.

    Source: the deletion neighbourhoods of Mor and Fraenkel (1982).
    """
    return {word, *(word[:index] + word[index + 1 :] for index in range(len(word)))}


def _compared(names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield the pairs of a block; of a large one, neighbours alone."""
    if len(names) <= _NEIGHBOURS:
        yield from combinations(names, 2)
        return
    ordered = sorted(names, key=lambda name: (name.text, name.number))
    for index, name in enumerate(ordered):
        for other in ordered[index + 1 : index + 1 + _NEIGHBOURS]:
            yield name, other


def _with_initials(names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield each name with an initial beside each that is written out; none where those are many people."""
    full = [name for name in names if len(name.given) > 1]
    if len({name.number for name in full}) <= _MOST_INITIALS:
        yield from ((short, name) for short in names if len(short.given) == 1 for name in full)


def _alike(reason: str, one: _Name, other: _Name) -> bool:
    if one.parts.generation != other.parts.generation:
        return False
    if reason in {"letters", "spelling"}:
        return True
    if reason == "order":
        return fold(one.text) != fold(other.text)
    if reason == "middle":
        return compatible(one.parts, other.parts)
    if reason == "initial":
        return compatible(one.parts, other.parts)
    middle = all(a[:1] == b[:1] for a, b in zip(_middle(one), _middle(other), strict=False))
    if reason == "nickname":
        return middle and one.given != other.given and one.surname == other.surname
    if reason == "given-typo":
        words = one.given, other.given
        return middle and one.surname == other.surname and min(map(len, words)) >= _SHORTEST_GIVEN - 1 and _slip(*words)
    words = one.surname, other.surname
    return middle and max(map(len, words)) >= _SHORTEST_SURNAME and _slip(*words)


def _middle(name: _Name) -> list[str]:
    return [fold(word) for word in name.parts.given[1:]]


def _slip(one: str, other: str) -> bool:
    """Tell whether one slip makes one word of the other: a letter more, another letter, two that changed places."""
    if one == other or max(len(one), len(other)) < _SHORTEST_GIVEN:
        return False
    if len(one) == len(other):
        places = [index for index in range(len(one)) if one[index] != other[index]]
        swapped = len(places) == 2 and places[1] == places[0] + 1
        return len(places) == 1 or (
            swapped and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
        )
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
