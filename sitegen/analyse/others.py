"""Organisations and places of one article: of which kind they are, where else they stand, which are one.

Source: one sense per discourse (Gale, Church and Yarowsky 1992); short forms and bracketed abbreviations stand for the
one longer name in the text that they can stand for (Schwartz and Hearst 2003, for the brackets).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sitegen.analyse.forms import Form, Forms, words_of
from sitegen.analyse.lexicon.nouns import PLACE_HEADS
from sitegen.analyse.lexicon.places import PLACES
from sitegen.analyse.occurrence import Occurrence
from sitegen.analyse.spot import PROPER
from sitegen.analyse.tokens import Tokens
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Kind
from sitegen.model.person_name import fold

_ABBREVIATION = re.compile(r"[A-Z][A-Z&.]{1,7}")
# Words of a name that its abbreviation leaves out.
_SMALL = frozenset({"of", "the", "and", "for", "de", "du", "la", "in", "on", "&"})


def settle(
    tokens: Tokens, occurrences: Sequence[Occurrence], records: Sequence[AuthorityRecord], skipped: AbstractSet[int]
) -> tuple[Occurrence, ...]:
    """Return the occurrences with those of organisations and places put right, in order and without overlap.

    A record says of which kind its name is and finds it everywhere; else the article's own majority does. A name that
    the model saw once is found at its other places. Those that are short for a longer one are put ``under`` it. Tokens
    in ``skipped`` name nobody.
    """
    people = [found for found in occurrences if found.kind == "person"]
    others = [found for found in occurrences if found.kind != "person"]
    kinds = _kinds(tokens, others, records)
    taken = {index for found in people for index in found.tokens} | skipped
    known = {words_of(name): kind for name, kind in _recorded(records)}
    wanted = known | {tokens.words[found.tokens.start : found.tokens.stop]: found.kind for found in others}
    found = list(_everywhere(tokens, wanted, taken))
    inside = {index for each in found for index in each.tokens}
    found.extend(each for each in others if inside.isdisjoint(each.tokens))
    right = [replace(each, kind=kinds.get(_name(tokens, each), each.kind)) for each in found]
    longer = _longer(tokens, right, frozenset(fold(name) for name, _ in _recorded(records)))
    right = [replace(each, under=longer.get((each.kind, _name(tokens, each)), "")) for each in right]
    return tuple(sorted((*people, *right), key=lambda each: each.tokens.start))


def _recorded(records: Sequence[AuthorityRecord]) -> Iterator[tuple[str, Kind]]:
    """Yield the names of organisations and places in records, with their kinds."""
    for record in records:
        if record.kind != "person":
            for name in record.names:
                yield name, record.kind


def _name(tokens: Tokens, found: Occurrence) -> str:
    return fold(" ".join(tokens.words[found.tokens.start : found.tokens.stop]))


def _kinds(tokens: Tokens, others: Sequence[Occurrence], records: Sequence[AuthorityRecord]) -> dict[str, Kind]:
    """Return the kind of each name: what the record says, else what its last word or a list of places does."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for found in others:
        votes[_name(tokens, found)][found.kind] += 1
    kinds: dict[str, Kind] = {}
    for name, counts in votes.items():
        place = name in PLACES or (" " in name and name.rsplit(" ", 1)[1] in PLACE_HEADS)
        # Of as many of both it is a place: the small model calls towns a club or a company more often than not.
        kinds[name] = "place" if place or counts["place"] >= counts["organisation"] else "organisation"
    stated: dict[str, set[Kind]] = defaultdict(set)
    for name, kind in _recorded(records):
        stated[fold(" ".join(words_of(name)))].add(kind)
    kinds.update({name: kind for name, (kind, *more) in ((n, tuple(k)) for n, k in stated.items()) if not more})
    return kinds


def _everywhere(tokens: Tokens, wanted: dict[Form, Kind], taken: set[int]) -> Iterator[Occurrence]:
    """Yield the places of names, the longer name where two begin or overlap."""
    forms, used = Forms(tokens), set(taken)
    for words, kind in sorted(wanted.items(), key=lambda each: (-len(each[0]), each[0])):
        for run in forms.places(words):
            if used.isdisjoint(run) and _stands_alone(tokens, run):
                used.update(run)
                yield Occurrence(run, kind)


def _stands_alone(tokens: Tokens, run: range) -> bool:
    """Tell whether a name is no part of a longer one, and its words are names where they stand."""
    before, after = run.start - 1, run.stop
    if not any(tokens.parse.tags[index] in PROPER for index in run):
        return False
    joined = before >= 0 and tokens.adjacent(before, run.start) and tokens.parse.deps[before] == "compound"
    goes_on = after < len(tokens) and tokens.adjacent(after - 1, after) and tokens.parse.tags[after] in PROPER
    return not (
        (joined and tokens.parse.tags[before] in PROPER and tokens.parse.heads[before] in run)
        or (goes_on and tokens.parse.deps[run[-1]] == "compound")
    )


def _longer(tokens: Tokens, found: Sequence[Occurrence], recorded: frozenset[str]) -> dict[tuple[str, str], str]:
    """Return for each short name of an organisation the one longer name of the article that it stands for."""
    names: dict[str, str] = {}
    for each in found:
        if each.kind == "organisation":
            names.setdefault(_name(tokens, each), " ".join(tokens.span(each.tokens).of(tokens.text).split()))
    short: dict[tuple[str, str], str] = {}
    for each in found:
        name = _name(tokens, each)
        if each.kind != "organisation" or name in recorded:
            continue
        fuller = {full for key, full in names.items() if key.endswith(f" {name}") or key.startswith(f"{name} ")}
        bracketed = _abbreviated(tokens, each)
        if bracketed is not None:
            short["organisation", name] = bracketed
        elif len(fuller) == 1 and " " in name:
            short["organisation", name] = fuller.pop()
    return short


def _abbreviated(tokens: Tokens, found: Occurrence) -> str | None:
    """Return the name behind which an abbreviation stands in brackets: "Ravelsea Harbour Trust (RHT)"."""
    start, stop = found.tokens.start, found.tokens.stop
    word = tokens.words[start]
    if len(found.tokens) != 1 or not _ABBREVIATION.fullmatch(word) or start < 2 or stop >= len(tokens):
        return None
    if tokens.words[start - 1] != "(" or tokens.words[stop] != ")":
        return None
    letters, index = [letter for letter in word if letter.isalpha()], start - 2
    last = index
    while index >= 0 and letters and tokens.adjacent(index, index + 1):
        small = tokens.lower[index] in _SMALL
        if tokens.words[index][0] == letters[-1]:
            letters.pop()
        elif not small:
            return None
        index -= 1
    return " ".join(tokens.span(range(index + 1, last + 1)).of(tokens.text).split()) if not letters else None
