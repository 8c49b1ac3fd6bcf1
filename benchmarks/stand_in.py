"""A stand-in for the language model: fast, deterministic, and about as fruitful in news as the real one.

It lets sites be built whose texts would take the model hours: it tells people, organisations and places from lists and
from how names are written, and finds verbs with their subjects, so that what comes after it (people, quotations,
speakers, pages) has about as much to do as behind the model. What it reads it does not understand: no site that is to
be read may be made with it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from stand_in_tags import BE, DATES, TITLES, tags_of

from sitegen.analyse.lexicon.census import given_name
from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.lexicon.nouns import ORGANISATION_HEADS
from sitegen.analyse.lexicon.places import PLACES
from sitegen.model.parse import ModelIdentity, Parse

IDENTITY = ModelIdentity("stand-in", "1", "rules")

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof|Gen|Col|St)\.|(?:[A-Za-z]\.){2,}|[A-Z]\.(?= [A-Z])|n['’]t\b"
    r"|['’](?:s|re|ve|ll|d|m)\b|\d+(?:[.,:]\d+)*|\w+?(?=n['’]t\b)|\w+|``|''|\.\.\.|--|[^\w\s]"
)
_NOMINAL = frozenset({"DT", "PRP$", "JJ", "CD", "NN", "NNS", "NNP", "POS", "PRP", "WP", "WDT", "EX", "$"})
_HEADS = frozenset({"NN", "NNS", "NNP", "PRP", "WP", "WDT", "CD", "EX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = _FINITE | {"VB", "VBN", "VBG"}
# Words inside names of organisations that are not capitalised.
_LINKS = frozenset({"of", "for", "and"})
# Behind these a name alone is a place.
_WHERE = frozenset({"in", "outside", "near", "from", "of", "across", "at", "to"})


class StandIn:
    """A parser by rules; ``identity`` is the name under which its parses are kept."""

    def __init__(self, identity: ModelIdentity = IDENTITY) -> None:
        self.identity = identity

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Read each text on its own."""
        return [_table(text) for text in texts]


def _table(text: str) -> Parse:
    found = list(_TOKEN.finditer(text))
    words = [match[0] for match in found]
    lower = [word.lower() for word in words]
    sentences = _sentences(words)
    quoted = _quoted(words)
    tags = tags_of(words, lower, frozenset(sentences))
    labels = _labels(words, lower, tags)
    heads, deps = list(range(len(words))), ["dep"] * len(words)
    for begin, end in pairwise([*sentences, len(words)]):
        _attach(range(begin, end), lower, tags, quoted, heads, deps)
    return Parse(
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
        tuple(tags),
        tuple(deps),
        tuple(heads),
        tuple(labels),
        tuple(sentences),
    )


def _sentences(words: list[str]) -> list[int]:
    """Return where sentences begin: behind a stop and the marks that close right behind it, at a capital or a mark."""
    begins = [0] if words else []
    opened = False
    index = 0
    while index < len(words):
        word = words[index]
        if word in {'"', "“", "”", "``", "''"}:
            opened = word in {"“", "``"} or (word == '"' and not opened)
        elif word in {".", "!", "?"}:
            after = index + 1
            while after < len(words) and (words[after] in {"”", "''", ")"} or (words[after] == '"' and opened)):
                opened = False
                after += 1
            if after < len(words) and (words[after][0].isupper() or words[after] in {'"', "“", "``"}):
                begins.append(after)
            index = after - 1
        index += 1
    return begins


def _quoted(words: list[str]) -> list[bool]:
    """Tell of each token whether it stands in quotation marks, these included."""
    found, opened = [], False
    for word in words:
        closes = opened and word in {'"', "”", "''"}
        opened = opened or word in {'"', "“", "``"}
        found.append(opened)
        if closes:
            opened = False
    return found


def _labels(words: list[str], lower: list[str], tags: list[str]) -> list[str]:
    labels = [""] * len(words)
    index, end = 0, len(words)
    while index < end:
        if tags[index] != "NNP":
            index += 1
            continue
        stop = index + 1
        while stop < end and (
            tags[stop] == "NNP"
            or (lower[stop] in _LINKS and stop + 1 < end and tags[stop + 1] == "NNP" and _open(lower, index, stop))
        ):
            stop += 1
        first = index + 1 if lower[index] in TITLES and stop > index + 1 else index
        label = _label(lower[first:stop], lower[index - 1] if index else "", titled=first > index)
        begin = first - 1 if label == "ORG" and first and lower[first - 1] == "the" else first
        for number in range(begin, stop):
            labels[number] = f"{'B' if number == begin else 'I'}-{label}" if label else ""
        index = stop
    return labels


def _open(lower: list[str], start: int, link: int) -> bool:
    """Tell whether a name goes on behind "of": Ministry of Finance, not "Lee and Roe"."""
    return lower[link - 1] in ORGANISATION_HEADS and lower[link] != "and" and link > start


def _label(name: list[str], before: str, *, titled: bool) -> str:
    if len(name) == 1 and not titled:
        word = name[0]
        if word in DATES:
            return "DATE"
        if word in PLACES or (before in _WHERE and not given_name(word)):
            return "GPE"
        return "PERSON"
    if titled or (given_name(name[0]) and not ORGANISATION_HEADS.intersection(name)):
        return "PERSON"
    if " ".join(name) in PLACES:
        return "GPE"
    if before == "the" or ORGANISATION_HEADS.intersection(name):
        return "ORG"
    return "PERSON" if len(name) == 2 and given_name(name[0]) else "ORG"


def _attach(
    run: range, lower: list[str], tags: list[str], quoted: list[bool], heads: list[int], deps: list[str]
) -> None:
    """Give the tokens of a sentence their heads: phrases by their last noun, verbs by the nouns beside them."""
    nouns = _phrases(run, tags, heads, deps)
    outside = [index for index in run if tags[index] in _FINITE and not quoted[index]]
    verbs = [index for index in run if tags[index] in _VERBS and lower[index] != "according"]
    root = next((_main(index, run, tags) for index in outside), verbs[0] if verbs else run.start)
    heads[root], deps[root] = root, "ROOT"
    verb = noun = preposition = opening = -1
    governed: set[int] = set()
    for index in run:
        tag = tags[index]
        if lower[index] == "according" or (tag in {"IN", "TO"} and lower[index] != "that"):
            governor = preposition if preposition >= 0 else noun if noun > verb >= 0 else max(verb, root)
            _join(index, governor, "prep", heads, deps)
            preposition = index
        elif lower[index] in {"that", "but", "and"} and tag in {"IN", "CC"}:
            opening, preposition = index, -1
            _join(index, root, "mark" if tag == "IN" else "cc", heads, deps)
        elif tag in _VERBS:
            main = _main(index, run, tags)
            if main != index:
                _join(index, main, "auxpass" if lower[index] in BE and tags[main] == "VBN" else "aux", heads, deps)
                continue
            if index != root:
                relative = tags[index - 1] in {"WP", "WDT"}
                coordinated = opening > verb and lower[opening] != "that"
                dep = "relcl" if relative else "conj" if coordinated else "ccomp" if tag in _FINITE else "xcomp"
                _join(index, root if verb < 0 else verb, dep, heads, deps)
            subject = _subject(index, nouns, verb, quoted, deps)
            if subject is not None:
                _join(subject, index, "nsubj", heads, deps)
                governed.add(index)
            verb, preposition, opening = index, -1, -1
        elif index in nouns:
            if preposition >= 0:
                _join(index, preposition, "pobj", heads, deps)
            elif verb == root and verb not in governed and lower[verb] in VERBS and verb > noun:
                # "We won," said Lee: the subject follows.
                _join(index, verb, "nsubj", heads, deps)
                governed.add(verb)
            elif noun > verb and tags[noun + 1] == "," and tags[index] != "NNP":
                _join(index, noun, "appos", heads, deps)
                continue
            elif verb >= 0 and verb > noun and quoted[verb] == quoted[index]:
                _join(index, verb, "dobj", heads, deps)
            noun, preposition = index, -1
        elif deps[index] == "dep" and heads[index] == index and index != root:
            _join(index, root, "punct" if tag[0] in ".,:`'-" else "advmod" if tag == "RB" else "dep", heads, deps)
    for index in nouns:
        if heads[index] == index:
            heads[index] = root
    heads[root], deps[root] = root, "ROOT"


def _subject(verb: int, nouns: Sequence[int], last: int, quoted: list[bool], deps: list[str]) -> int | None:
    """Return the first free noun between the verb before and this one, on the same side of quotation marks."""
    return next(
        (noun for noun in nouns if last < noun < verb and deps[noun] == "dep" and quoted[noun] == quoted[verb]), None
    )


def _main(index: int, run: range, tags: list[str]) -> int:
    """Return the verb that an auxiliary belongs to."""
    after = index
    while after + 1 < run.stop and tags[after + 1] in {"VB", "VBN", "VBG", "RB"}:
        after += 1
    while tags[after] == "RB":
        after -= 1
    return after


def _phrases(run: range, tags: list[str], heads: list[int], deps: list[str]) -> list[int]:
    """Tie articles, adjectives and first words of names to the last noun of their phrase; returns these nouns."""
    nouns: list[int] = []
    begin = run.start
    for index in (*run, run.stop):
        if index < run.stop and tags[index] in _NOMINAL and not (tags[index] in {"PRP", "DT"} and begin < index):
            continue
        head = next((n for n in range(min(index, run.stop) - 1, begin - 1, -1) if tags[n] in _HEADS), None)
        if head is not None:
            nouns.append(head)
            for inner in range(begin, head):
                kind = tags[inner]
                role = {"DT": "det", "PRP$": "poss", "JJ": "amod", "CD": "nummod", "POS": "case"}.get(kind, "compound")
                _join(inner, head, role, heads, deps)
        begin = index if index < run.stop and tags[index] in _NOMINAL else index + 1
    return nouns


def _join(index: int, head: int, dep: str, heads: list[int], deps: list[str]) -> None:
    heads[index], deps[index] = head, dep
