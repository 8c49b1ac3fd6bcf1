"""What speaks for and against a name being a person's: what stands around it, and how it is made.

Source: the two views of a name, its spelling and its context (Collins and Singer 1999), taken over all places of an
article where it stands (one sense per discourse: Gale, Church and Yarowsky 1992).
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.analyse.lexicon.census import given_name, surname
from sitegen.analyse.lexicon.given_names import is_given_name
from sitegen.analyse.lexicon.nouns import NEVER_NAMES, ORGANISATION_HEADS, PEOPLE, PLACE_PREFIXES
from sitegen.analyse.lexicon.places import PLACES
from sitegen.analyse.persons.words import Words, is_initials
from sitegen.analyse.tokens import SUBJECTS, Tokens
from sitegen.model.person_name import PARTICLES, fold

_LABELS = {"PERSON": "P", "ORG": "O", "GPE": "G", "LOC": "G", "FAC": "G", "": "-", "NORP": "N"}
_HUMAN = frozenset("he him his himself she her hers herself who whose".split())
_THING = frozenset("it its itself which where".split())
_NEAR = 14
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Le|La|Fitz|Van).*[a-z][A-Z]")
_IRISH = re.compile(r"Mc|O['’]|Mac[A-Z]")
_MIDDLE = re.compile(r"[A-Z]\.")


def around(tokens: Tokens, run: range) -> Iterator[str]:
    """Yield what stands around a name in one place: its part in the sentence, words beside it, the model's label."""
    parse, forms, lower = tokens.parse, tokens.forms, tokens.lower
    start, end = run.start, run.stop
    word = next((index for index in run if not start <= parse.heads[index] < end), end - 1)
    dep, head = parse.deps[word], parse.heads[word]
    yield f"d={dep}"
    if dep in {"nsubj", "nsubjpass", "dobj", "agent"}:
        yield f"v={dep}|{lower[head]}"
    elif dep == "pobj":
        yield f"p={lower[head]}"
    elif dep == "conj":
        yield f"c={_label(tokens, head)}"
    elif dep in {"appos", "poss", "compound"}:
        yield f"{dep}={forms[head]}"
        if lower[head] in PEOPLE:
            yield f"{dep}=human"
    for child in tokens.children[word]:
        if parse.deps[child] == "conj":
            yield f"cc={_label(tokens, child)}"
        elif parse.deps[child] == "appos":
            yield f"apc={forms[child]}"
            if lower[child] in PEOPLE:
                yield "apc=human"
    before = forms[start - 1] if start and tokens.adjacent(start - 1, start) else "^"
    yield f"b={before}"
    if before in PEOPLE:
        yield "b=human"
    if before in {"NNP", "NNPS"}:
        yield f"bl={_label(tokens, start - 1)}"
    after = forms[end] if end < len(tokens) and tokens.adjacent(end - 1, end) else "$"
    yield f"a={after}"
    if end + 1 < len(tokens) and tokens.adjacent(end, end + 1):
        yield f"a2={after} {forms[end + 1]}"
    yield "l=" + "".join(sorted({_label(tokens, index) for index in run}))
    yield from _pronouns(tokens, end, dep)


def _label(tokens: Tokens, index: int) -> str:
    return _LABELS.get(tokens.parse.labels[index][2:], "?")


def _pronouns(tokens: Tokens, end: int, dep: str) -> Iterator[str]:
    """Yield which pronouns follow in the sentence, and with which the next sentence begins."""
    lower, number = tokens.lower, tokens.sentence_of[end - 1]
    stop = tokens.sentence(number).stop
    near = lower[end : min(stop, end + _NEAR)]
    if not _HUMAN.isdisjoint(near):
        yield "he"
    if not _THING.isdisjoint(near):
        yield "it"
    if dep in SUBJECTS and stop < len(tokens):
        if lower[stop] in {"he", "she", "his", "her"}:
            yield "he2"
        elif lower[stop] in {"it", "its"}:
            yield "it2"


def made_of(words: Words, places: int, echoes: int, common: frozenset[str]) -> Iterator[str]:
    """Yield how a name is made: which of its words are names, how long it is, how often it stands.

    ``places`` counts the places where it stands, ``echoes`` those of its last word alone; ``common`` are words that the
    article writes with a small letter as well.
    """
    first, last = words[0].lower(), fold(words[-1])
    yield f"last={surname(last)}"
    yield f"lg={_given(last)}"
    yield f"n={min(places, 3)}"
    yield f"len={min(sum(word != '-' for word in words), 4)}"
    if words[-1].isupper() and len(words[-1]) > 1:
        yield "caps"
    if any(not set(word).isdisjoint("0123456789") for word in words):
        yield "digit"
    if last in ORGANISATION_HEADS:
        yield "head"
    if _CAMEL.match(words[-1]):
        yield "camel"
    if words[-1].lower() in common:
        yield "common"
    if _IRISH.match(words[-1]):
        yield "irish"
    if "-" in words:
        yield "hyphen"
    if " ".join(words).lower() in PLACES:
        yield "place"
    if len(words) > 1:
        yield f"first={_given(first)}"
        yield f"both={bool(_given(first)):d}{bool(surname(last)):d}"
        yield f"echo={min(echoes, 3)}"
        yield from _several(words, common)


def _given(word: str) -> str:
    return given_name(word) or ("known" if is_given_name(word) else "")


def _several(words: Words, common: frozenset[str]) -> Iterator[str]:
    lower = [word.lower() for word in words]
    if is_initials(words[0]):
        yield "initials"
    if len(words) > 2 and _MIDDLE.fullmatch(words[1]):
        yield "middle"
    if any(word in PARTICLES for word in words[1:-1]):
        yield "particle"
    if lower[0] in common:
        yield "common1"
    if lower[0] in PLACE_PREFIXES:
        yield "prefix"
    if lower[0] in PLACES:
        yield "place1"
    if not NEVER_NAMES.isdisjoint(lower):
        yield "never"
    if words[0].isupper() and len(words[0]) > 2:
        yield "caps1"


def evidence(
    tokens: Tokens, words: Words, runs: Sequence[range], echoes: int, common: frozenset[str]
) -> dict[str, float]:
    """Return all that speaks for or against ``words``, which stand in ``runs``, with how much it counts.

    What stands around a name counts by its places over the square root of their number: many places say more than one,
    and less than their sum, since they are alike.
    """
    counts: dict[str, float] = dict.fromkeys((f"m:{each}" for each in made_of(words, len(runs), echoes, common)), 1.0)
    share = len(runs) ** -0.5
    for run in runs:
        for each in around(tokens, run):
            counts[each] = counts.get(each, 0.0) + share
    return counts
