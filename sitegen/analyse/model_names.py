"""The names that the model saw, put right: without titles, articles and swallowed words, and whole."""

from collections.abc import Iterator

from sitegen.analyse.lexicon import titles
from sitegen.analyse.lexicon.cues import HEADLINE_VERBS
from sitegen.analyse.lexicon.given_names import is_given_name
from sitegen.analyse.lexicon.nouns import (
    CALENDAR,
    CALLINGS,
    HOLIDAYS,
    NAME_PREFIXES,
    NEVER_NAMES,
    ORGANISATION_HEADS,
    PEOPLE,
    PLACE_HEADS,
)
from sitegen.analyse.lexicon.places import PLACES
from sitegen.analyse.spot import MARKS, POSSESSIVE, PROPER, Spot, past_particles, titles_before
from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Kind
from sitegen.model.person_name import GENERATIONS, PARTICLES, SUFFIXES, bare, plausible

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


# Small words that no name of an organisation or a place goes past: "Petrov in | Montreal".
_ENDS = frozenset("in at on from to with by near after before during said says told as than".split())


def model_names(tokens: Tokens) -> Iterator[Spot]:
    """Yield the people, organisations and places among the model's entities, in the order of the text."""
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
        and (words[end - 1] in POSSESSIVE or not words[end - 1][-1].isalnum())
        and words[end - 1][-1:] != "."
    ):
        end -= 1
    if kind != "person":
        end = next((index for index in range(start, end) if words[index] in _ENDS), end)
        named = [word.lower() for word in words[start:end]]
        day = any(word in HOLIDAYS or word in CALENDAR for word in named[:1])
        if day and named[-1] not in ORGANISATION_HEADS | PLACE_HEADS:
            return
    if kind == "person":
        if not _fills_marks(tokens, start, end):
            yield from _people(tokens, range(start, end))
    elif end - start == 3 and words[start].lower() in CALLINGS and is_given_name(words[start + 1]):
        yield from _people(tokens, range(start, end))
    elif all(map(titles.is_qualifier, words[start:end])):
        # "the Duchess", "the Prime Minister": an office is no name of anything.
        return
    elif start < end and words[start][0].isupper() and words[end - 1] not in POSSESSIVE:
        known = " ".join(words[start:end]).lower() in PLACES
        yield Spot(range(start, end), "place" if known else kind, (), "model")


def _fills_marks(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a run is all that stands in quotation marks: a film, a song, a word as a word."""
    words = tokens.words
    behind = end + 1 if end < len(tokens) and words[end] in {",", "."} else end
    return 0 < start < end and behind < len(tokens) and words[start - 1] in MARKS and words[behind] in MARKS


def _people(tokens: Tokens, run: range) -> Iterator[Spot]:
    """Split a run that the model calls a person at words that no name has, and leave its titles out."""
    words = tokens.words
    start = run.start
    run = range(run.start, past_particles(tokens, run.stop))
    for index in range(run.start, run.stop + 1):
        if index < run.stop and _in_name(tokens, index, run):
            continue
        if start < index:
            yield from _person(tokens, range(start, index))
        start = index + 1
        if index < run.stop and words[index] not in {",", "and", "&"} and words[index] not in POSSESSIVE:
            # What follows a foreign word inside the entity is as doubtful as the entity.
            break


def _in_name(tokens: Tokens, index: int, run: range) -> bool:
    word = tokens.words[index]
    if index > run.start and word.lower() in HEADLINE_VERBS:
        return False
    if word[0].isupper() and (word[-1].isalnum() or word[-1] == "."):
        return True
    inside = run.start < index < run.stop - 1
    return inside and (word in {"-", "‑"} or (word.islower() and bare(word) in PARTICLES))


# Tags of capitalised words that begin no name: "Democrats Ann Lee and …", "Defending Ann Lee, …".
_NO_NAMES = frozenset({"NNPS", "VBG", "VBD", "VBN", "IN", "RB", "CC"})


def _person(tokens: Tokens, run: range) -> Iterator[Spot]:
    words = tokens.words
    start, end = run.start, run.stop
    heads: list[str] = []
    while start < end - 1 and (
        titles.is_qualifier(words[start]) or (end - start > 2 and words[start].lower() in PEOPLE)
    ):
        heads.append(words[start])
        start += 1
    while end - start > 2 and (tokens.parse.tags[start] in _NO_NAMES or words[start].lower() in NEVER_NAMES):
        # "Democrats Ann Lee and …": the group is no part of the name.
        start += 1
    if not heads and end - start == 1:
        before = titles_before(tokens, start)
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
    yield Spot(range(start, end), "person", (*titles_before(tokens, start - len(heads)), *heads), "model")


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
            or (parse.tags[end] in PROPER and parse.deps[end - 1] == "compound" and parse.heads[end - 1] == end)
        )
    ):
        end += 1
    return end
