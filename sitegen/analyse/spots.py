"""Where names stand: what the model saw, put right, and what it missed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sitegen.analyse.lexicon import titles
from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.lexicon.given_names import is_given_name
from sitegen.analyse.lexicon.nouns import (
    CALLINGS,
    HEADLINE_VERBS,
    NAME_PREFIXES,
    NEVER_NAMES,
    ORGANISATION_HEADS,
    PLACE_PREFIXES,
)
from sitegen.analyse.roles import beside_roles
from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Kind
from sitegen.model.person_name import GENERATIONS, PARTICLES, SUFFIXES, bare, plausible

Source = Literal["model", "title", "given-name", "role"]

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_MARKS = frozenset({'"', "“", "”", "``", "''"})
_PROPER = frozenset({"NNP", "NNPS"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "`s", "´s"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A run of tokens that names something; ``titles`` are the words before it that give a title."""

    tokens: range
    kind: Kind
    titles: tuple[str, ...]
    source: Source


def find_spots(tokens: Tokens) -> tuple[Spot, ...]:
    """Return the names in the text, in order and without overlap.

    The model's entities come first, cleaned of titles, articles, possessives and swallowed words; then
    capitalised names after a title, and pairs of a common given name and a capitalised word, where the model saw
    nothing or something else, and names with a calling beside them. A person's name outweighs what it overlaps.
    """
    found = [
        *_nicknamed(tokens),
        *_after_titles(tokens),
        *_after_given_names(tokens),
        *_beside_roles(tokens),
        *_entities(tokens),
    ]
    taken = [False] * len(tokens)
    kept = []
    for spot in found:
        if not any(taken[index] for index in spot.tokens):
            kept.append(spot)
            for index in spot.tokens:
                taken[index] = True
    return tuple(sorted(kept, key=lambda spot: spot.tokens.start))


def _beside_roles(tokens: Tokens) -> Iterator[Spot]:
    return (Spot(run, "person", _titles_before(tokens, run.start), "role") for run in beside_roles(tokens))


def _entities(tokens: Tokens) -> Iterator[Spot]:
    labels = tokens.parse.labels
    start, count = 0, len(tokens)
    while start < count:
        label = labels[start]
        end = start + 1
        if label:
            while end < count and labels[end] == f"I-{label[2:]}":
                end += 1
            kind = _KINDS.get(label[2:])
            if kind == "person" and end < count and bare(tokens.words[end]) in SUFFIXES:
                # "Ann Lee | KC said": two entities to the model.
                end += 1
            if kind is not None:
                yield from _clean(tokens, range(start, end), kind)
        start = end


def _clean(tokens: Tokens, run: range, kind: Kind) -> Iterator[Spot]:
    words, tags = tokens.words, tokens.parse.tags
    start, end = run.start, run.stop
    while start < end and (tags[start] in {"DT", "POS", "IN", "CC", "RB", ","} or not words[start][0].isalnum()):
        start += 1
    while (
        end > start
        and (words[end - 1] in _POSSESSIVE or not words[end - 1][-1].isalnum())
        and words[end - 1][-1:] != "."
    ):
        end -= 1
    if kind == "person":
        if not _fills_marks(tokens, start, end):
            yield from _people(tokens, range(start, end))
    elif end - start == 3 and words[start].lower() in CALLINGS and is_given_name(words[start + 1]):
        yield from _people(tokens, range(start, end))
    elif start < end and words[start][0].isupper() and words[end - 1] not in _POSSESSIVE:
        yield Spot(range(start, end), kind, (), "model")


def _fills_marks(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a run is all that stands in quotation marks: a film, a song, a word as a word."""
    words = tokens.words
    behind = end + 1 if end < len(tokens) and words[end] in {",", "."} else end
    return 0 < start < end and behind < len(tokens) and words[start - 1] in _MARKS and words[behind] in _MARKS


def _people(tokens: Tokens, run: range) -> Iterator[Spot]:
    """Split a run that the model calls a person at words that no name has, and leave its titles out."""
    words = tokens.words
    start = run.start
    run = range(run.start, _past_particles(tokens, run.stop))
    for index in range(run.start, run.stop + 1):
        if index < run.stop and _in_name(tokens, index, run):
            continue
        if start < index:
            yield from _person(tokens, range(start, index))
        start = index + 1
        if index < run.stop and words[index] not in {",", "and", "&"} and words[index] not in _POSSESSIVE:
            # What follows a foreign word inside the entity is as doubtful as the entity.
            break


def _past_particles(tokens: Tokens, end: int) -> int:
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


def _in_name(tokens: Tokens, index: int, run: range) -> bool:
    word = tokens.words[index]
    if index > run.start and word.lower() in HEADLINE_VERBS:
        return False
    if word[0].isupper() and (word[-1].isalnum() or word[-1] == "."):
        return True
    inside = run.start < index < run.stop - 1
    return inside and (word in {"-", "‑"} or (word.islower() and bare(word) in PARTICLES))


def _person(tokens: Tokens, run: range) -> Iterator[Spot]:
    words = tokens.words
    start, end = run.start, run.stop
    heads: list[str] = []
    while start < end - 1 and (
        titles.is_qualifier(words[start]) or (end - start > 2 and words[start].lower() in CALLINGS)
    ):
        heads.append(words[start])
        start += 1
    while end - start > 2 and (tokens.parse.tags[start] == "NNPS" or words[start].lower() in NEVER_NAMES):
        # "Democrats Ann Lee and …": the group is no part of the name.
        start += 1
    if not heads and end - start == 1:
        before = _titles_before(tokens, start)
        if before and bare(before[-1]) in titles.REGAL:
            start -= 1
    elif heads and end - start == 1 and bare(heads[-1]) in titles.REGAL:
        # "Pope Francis", "Queen Mary": the title takes the place of the surname and stays.
        heads.pop()
        start -= 1
    name = words[start:end]
    last = name[-1].lower().rstrip(".")
    organisation = len(name) > 1 and (last in ORGANISATION_HEADS or name[0].lower() in NAME_PREFIXES)
    if organisation or last in NEVER_NAMES or not plausible(name) or (len(name) == 1 and titles.is_title(last)):
        if organisation:
            yield Spot(range(start, end), "organisation", (), "model")
        return
    end = _complete(tokens, start, end)
    if words[end - 1].lower() in ORGANISATION_HEADS and end > run.stop:
        yield Spot(range(start, end), "organisation", (), "model")
        return
    yield Spot(range(start, end), "person", (*_titles_before(tokens, start - len(heads)), *heads), "model")


def _complete(tokens: Tokens, start: int, end: int) -> int:
    """Take in the rest of a name that the model cut short: "Rand | Paul", "Trump | Jr."."""
    words, parse = tokens.words, tokens.parse
    while (
        end < len(tokens)
        and tokens.adjacent(end - 1, end)
        and tokens.sentence_of[end] == tokens.sentence_of[start]
        and words[end][0].isupper()
        and words[end].lower() not in HEADLINE_VERBS
        and not parse.labels[end].startswith("B-")
        and (
            bare(words[end]) in GENERATIONS
            or (parse.tags[end] in _PROPER and parse.deps[end - 1] == "compound" and parse.heads[end - 1] == end)
        )
    ):
        end += 1
    return end


def _titles_before(tokens: Tokens, start: int) -> tuple[str, ...]:
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


def _stopped(tokens: Tokens, index: int) -> int:
    """Return 1 where the tokenizer took the full stop off a title: "Capt | ."."""
    return int(index < len(tokens) - 1 and tokens.words[index] == "." and tokens.adjacent(index - 1, index))


def _after_titles(tokens: Tokens) -> Iterator[Spot]:
    words, tags, labels = tokens.words, tokens.parse.tags, tokens.parse.labels
    stop = 0
    for index in tokens.capitalised:
        shouted = words[index].isupper() and len(words[index]) > 3
        if index < stop or index == len(tokens) - 1 or shouted or not titles.is_title(words[index]):
            continue
        start = end = index + 1 + _stopped(tokens, index + 1)
        while end < len(tokens) and tokens.adjacent(end - 1, end) and _continues(tokens, start, end):
            end += 1
        while end > start and (words[end - 1] == "-" or words[end - 1].islower()):
            end -= 1
        name = words[start:end]
        if start > index + 1 and not titles.is_honorific(words[index]):
            # A full stop behind an office ends the sentence.
            continue
        honorific = titles.is_honorific(words[index])
        office_is_sure = (
            honorific
            or any(labels[i].endswith("PERSON") for i in range(start, end))
            or (len(name) > 1 and end < len(tokens) and tokens.lower[end] in VERBS and tags[end] in {"VBD", "VBZ"})
        )
        if (
            name
            and plausible(name)
            and office_is_sure
            and not titles.is_title(name[0])
            and name[-1].lower() not in ORGANISATION_HEADS
            and name[-1].lower() not in NEVER_NAMES
            and tags[start] in _PROPER
        ):
            if len(name) == 1 and bare(words[index]) in titles.REGAL:
                yield Spot(range(index, end), "person", _titles_before(tokens, index), "title")
            else:
                yield Spot(range(start, end), "person", (*_titles_before(tokens, index), words[index]), "title")
            stop = end


def _continues(tokens: Tokens, start: int, index: int) -> bool:
    word, tag = tokens.words[index], tokens.parse.tags[index]
    if index > start and (word == "-" or (word.islower() and bare(word) in PARTICLES)):
        following = index + 1
        return following < len(tokens) and tokens.words[following][0].isupper() and tokens.adjacent(index, following)
    if bare(word) in GENERATIONS and index > start:
        return True
    return word[0].isupper() and tag in _PROPER and word.lower() not in NEVER_NAMES and index - start < 5


def _nicknamed(tokens: Tokens) -> Iterator[Spot]:
    """Yield names with a nickname in quotation marks: Dwayne "The Rock" Johnson."""
    words, tags = tokens.words, tokens.parse.tags
    for opening in range(1, len(tokens) - 3):
        if words[opening] not in _MARKS or not words[opening - 1][0].isupper() or tags[opening - 1] != "NNP":
            continue
        closing = next((i for i in range(opening + 2, min(opening + 5, len(tokens) - 1)) if words[i] in _MARKS), None)
        if closing is None or not words[closing + 1][0].isupper() or tags[closing + 1] not in _PROPER:
            continue
        nickname = words[opening + 1 : closing]
        if all(word[0].isupper() for word in nickname) and tokens.text[tokens.parse.ends[closing - 1] - 1] not in ",.":
            yield Spot(range(opening - 1, closing + 2), "person", _titles_before(tokens, opening - 1), "title")


def _after_given_names(tokens: Tokens) -> Iterator[Spot]:
    """Yield "Given Surname" pairs: the small model often calls them an organisation, a place or nothing."""
    words, tags, labels = tokens.words, tokens.parse.tags, tokens.parse.labels
    for index in [one for one, other in pairwise(tokens.capitalised) if other == one + 1]:
        word, following = words[index], words[index + 1]
        if not is_given_name(word):
            continue
        if not tokens.adjacent(index, index + 1) or tags[index] != "NNP" or tags[index + 1] != "NNP":
            continue
        before = index and words[index - 1][0].isupper() and tokens.adjacent(index - 1, index)
        if before and not titles.is_title(words[index - 1]):
            # A longer name, which the other rules judge.
            continue
        if labels[index].endswith("PERSON") or word.isupper() or following.isupper():
            continue
        if (
            following.lower() in ORGANISATION_HEADS
            or following.lower() in NEVER_NAMES
            or titles.is_title(following)
            or word.lower() in PLACE_PREFIXES
        ):
            continue
        after = index + 2
        longer = after < len(tokens) and tokens.adjacent(index + 1, after) and words[after][0].isupper()
        if longer and tags[after] in _PROPER and bare(words[after]) not in GENERATIONS:
            continue
        end = after + 1 if longer and bare(words[after]) in GENERATIONS else after
        yield Spot(range(index, _past_particles(tokens, end)), "person", _titles_before(tokens, index), "given-name")
