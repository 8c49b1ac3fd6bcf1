"""Where names stand: what the model saw, put right, and what it missed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sitegen.analyse.lexicon import titles
from sitegen.analyse.lexicon.brands import COMPANIES
from sitegen.analyse.lexicon.census import given_name
from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.lexicon.given_names import is_given_name
from sitegen.analyse.lexicon.nouns import NAME_PREFIXES, NEVER_NAMES, ORGANISATION_HEADS, PEOPLE, PLACE_PREFIXES, THINGS
from sitegen.analyse.model_names import model_names
from sitegen.analyse.name_order import is_family_first
from sitegen.analyse.persons import Persons
from sitegen.analyse.persons.words import Words, is_initials
from sitegen.analyse.roles import age_at, beside_roles
from sitegen.analyse.spot import (
    MARKS,
    PROPER,
    Spot,
    behind_particles,
    is_hyphen,
    past_particles,
    titles_before,
)
from sitegen.analyse.tokens import Tokens
from sitegen.model.person_name import GENERATIONS, PARTICLES, SUFFIXES, bare, fold, plausible

_INITIAL = re.compile(r"[A-Z]\.")
# Below these log-odds a longer name is nobody's, whatever the model calls it.
_UNLIKELY = -1.2
# Above these a name is a person's, whatever the model calls it; one word tells less than several.
_LIKELY, _LIKELY_ALONE = 1.0, 2.0


def find_spots(tokens: Tokens, persons: Persons) -> tuple[Spot, ...]:
    """Return the names in the text, in order and without overlap.

    The model's entities come first, cleaned of titles, articles, possessives and swallowed words; then
    capitalised names after a title, and pairs of a common given name and a capitalised word, where the model saw
    nothing or something else, names with a calling beside them, and names of two words and more that all their places
    together show to be a person's. A person's name outweighs what it overlaps.
    """
    seen = list(model_names(tokens))
    people = [
        *_hyphened(tokens),
        *_nicknamed(tokens),
        *_after_titles(tokens),
        *_after_given_names(tokens),
        *_beside_roles(tokens),
        # What the model calls a person in the middle of a longer run ("Democrat Ann Lee") is better cut.
        *(spot for spot in seen if spot.kind == "person"),
    ]
    likely = _likely(tokens, persons, people)
    found = [*people, *likely, *(spot for spot in seen if spot.kind != "person")]
    things = _things(tokens, found)
    taken = [False] * len(tokens)
    kept = []
    for spot in (_put_right(tokens, persons, spot) for spot in found):
        if spot is not None and spot.kind == "person" and _words(tokens, spot) in things:
            # Nor is a bare word of it somebody's.
            continue
        if spot is not None and not any(taken[index] for index in spot.tokens):
            kept.append(spot)
            for index in spot.tokens:
                taken[index] = True
    return tuple(sorted(kept, key=lambda spot: spot.tokens.start))


def _words(tokens: Tokens, spot: Spot) -> Words:
    return tokens.words[spot.tokens.start : spot.tokens.stop]


def _things(tokens: Tokens, found: Sequence[Spot]) -> set[Words]:
    """Return the longer names before which a ship, a horse, a work or a storm stands: "the ferry Grace Darnley"."""
    things = set()
    for spot in found:
        before = spot.tokens.start - 1
        if spot.kind != "person" or len(spot.tokens) < 2 or before < 0 or not tokens.adjacent(before, before + 1):
            continue
        word = tokens.lower[before]
        prefix = word in NAME_PREFIXES and tokens.words[before][0].isupper()
        if prefix or (word in THINGS and tokens.parse.tags[before][0] in "NJ"):
            things.add(_words(tokens, spot))
    return things


def _put_right(tokens: Tokens, persons: Persons, spot: Spot) -> Spot | None:
    """Take back what the model or a given name alone shows to be a person, and all else speaks against."""
    words = tokens.words[spot.tokens.start : spot.tokens.stop]
    if spot.kind == "person" and not spot.titles and " ".join(words).lower() in COMPANIES:
        return replace(spot, kind="organisation")
    known = is_given_name(words[0]) or is_initials(words[0])
    doubtful = spot.source == "given-name" or (spot.source == "model" and not known)
    if spot.kind != "person" or not doubtful or spot.titles or len(words) < 2:
        return spot
    return None if words in persons.runs and persons.odds(words) < _UNLIKELY else spot


def _likely(tokens: Tokens, persons: Persons, people: Sequence[Spot]) -> Iterator[Spot]:
    """Yield the names of two words and more that are most likely people's, beside those of ``people``.

    Somebody's surname behind a word that is no given name is theirs: "Fascist Lee" beside Ann Lee is nobody new.
    """
    surnames = {fold(tokens.words[spot.tokens[-1]]) for spot in people if len(spot.tokens) > 1}
    taken = {index for spot in people for index in spot.tokens}
    for words, runs in persons.runs.items():
        if len(words) < 2 or not any(taken.isdisjoint(run) for run in runs):
            continue
        if fold(words[-1]) in surnames and not (is_given_name(words[0]) or given_name(words[0].lower())):
            continue
        if _can_be_person(words) and _is_likely(persons, words):
            for run in runs:
                yield Spot(_with_generation(tokens, run), "person", titles_before(tokens, run.start), "context")


def _with_generation(tokens: Tokens, run: range) -> range:
    end = run.stop
    follows = end < len(tokens) and tokens.adjacent(end - 1, end) and bare(tokens.words[end]) in GENERATIONS
    return range(run.start, end + 1) if follows else run


def _can_be_person(words: Words) -> bool:
    return plausible(words) and words[0].lower() not in NAME_PREFIXES and words[-1].lower() not in ORGANISATION_HEADS


def _is_likely(persons: Persons, words: Words) -> bool:
    if is_initials(words[0]) and words[-1:] in persons.runs:
        # "JK Rowling": the surname alone, where the text goes on with it, tells more than letters do.
        return persons.odds(words[-1:]) > _LIKELY_ALONE
    return persons.odds(words) > _LIKELY


def _beside_roles(tokens: Tokens) -> Iterator[Spot]:
    return (Spot(run, "person", titles_before(tokens, run.start), "role") for run in beside_roles(tokens))


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
        if index and _INITIAL.fullmatch(words[index]) and _INITIAL.fullmatch(words[index - 1]):
            # "E. M. Thackwray": no Monsieur.
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
            and (name[-1].lower() not in ORGANISATION_HEADS or (honorific and _is_pair(name)))
            and name[-1].lower() not in NEVER_NAMES
            and tags[start] in PROPER
        ):
            if len(name) == 1 and bare(words[index]) in titles.REGAL:
                yield Spot(range(index, end), "person", titles_before(tokens, index), "title")
            else:
                yield Spot(range(start, end), "person", (*titles_before(tokens, index), words[index]), "title")
            stop = end


def _is_pair(name: Words) -> bool:
    """Tell whether a name is a given name and one more word: "Rev. Josiah Church"."""
    return len(name) == 2 and (is_given_name(name[0]) or bool(given_name(name[0].lower())))


def _continues(tokens: Tokens, start: int, index: int) -> bool:
    word, tag = tokens.words[index], tokens.parse.tags[index]
    if index > start and (word in PARTICLES or word == "-"):
        return is_hyphen(tokens, index) or behind_particles(tokens, index) > index
    if bare(word) in GENERATIONS and index > start:
        return True
    return word[0].isupper() and tag in PROPER and word.lower() not in NEVER_NAMES and index - start < 7


def _is_name(tokens: Tokens, index: int) -> bool:
    return tokens.parse.tags[index] == "NNP" or tokens.parse.labels[index].endswith("PERSON")


def _hyphened(tokens: Tokens) -> Iterator[Spot]:
    """Yield names with a given name in two syllables, the second small: "Park Ji-hoon", "Jong-su Kim"."""
    for index in tokens.capitalised:
        if not is_hyphen(tokens, index + 1) or not (
            tokens.words[index + 2].isalpha() and tokens.words[index + 2].islower()
        ):
            continue
        given = f"{tokens.words[index]}-{tokens.words[index + 2]}"
        before, behind = index - 1, index + 3
        if before >= 0 and tokens.adjacent(before, index) and is_family_first((tokens.words[before], given)):
            yield Spot(range(before, index + 3), "person", titles_before(tokens, before), "title")
        elif (
            behind < len(tokens)
            and tokens.adjacent(behind - 1, behind)
            and tokens.words[behind][0].isupper()
            and is_family_first((tokens.words[behind], given))
        ):
            yield Spot(range(index, behind + 1), "person", titles_before(tokens, index), "title")


def _nicknamed(tokens: Tokens) -> Iterator[Spot]:
    """Yield names with a nickname in quotation marks: Dwayne "The Rock" Johnson."""
    words, tags = tokens.words, tokens.parse.tags
    for opening in range(1, len(tokens) - 3):
        if words[opening] not in MARKS or not words[opening - 1][0].isupper() or not _is_name(tokens, opening - 1):
            continue
        closing = next((i for i in range(opening + 2, min(opening + 5, len(tokens) - 1)) if words[i] in MARKS), None)
        if closing is None or not words[closing + 1][0].isupper() or tags[closing + 1] not in PROPER:
            continue
        nickname = words[opening + 1 : closing]
        if all(word[0].isupper() for word in nickname) and tokens.text[tokens.parse.ends[closing - 1] - 1] not in ",.":
            yield Spot(range(opening - 1, closing + 2), "person", titles_before(tokens, opening - 1), "title")


def _is_surely_somebody(tokens: Tokens, end: int) -> bool:
    """Tell whether letters or an age follow: "Harriet Church KC", "Harriet Church, 41,"."""
    return (end < len(tokens) and bare(tokens.words[end]) in SUFFIXES) or age_at(tokens, end) is not None


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
        if before and not (titles.is_title(words[index - 1]) or words[index - 1].lower() in PEOPLE):
            # A longer name, which the other rules judge.
            continue
        if labels[index].endswith("PERSON") or word.isupper() or following.isupper():
            continue
        if (
            (following.lower() in ORGANISATION_HEADS and not _is_surely_somebody(tokens, index + 2))
            or following.lower() in NEVER_NAMES
            or titles.is_title(following)
            or word.lower() in PLACE_PREFIXES
        ):
            continue
        after = index + 2
        longer = after < len(tokens) and tokens.adjacent(index + 1, after) and words[after][0].isupper()
        if longer and tags[after] in PROPER and bare(words[after]) not in GENERATIONS:
            continue
        end = after + 1 if longer and bare(words[after]) in GENERATIONS else after
        yield Spot(range(index, past_particles(tokens, end)), "person", titles_before(tokens, index), "given-name")
