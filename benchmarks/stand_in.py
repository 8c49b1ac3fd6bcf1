"""A stand-in for the language model: fast, deterministic, and about as fruitful in news as the real one.

It lets sites be built whose texts would take the model hours: it tells people, organisations and places from lists and
from how names are written, and finds verbs with their subjects, so that what comes after it (people, quotations,
speakers, pages) has about as much to do as behind the model. What it reads it does not understand: no site that is to
be read may be made with it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

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
_WORDS = {
    "DT": "the a an this these those any some no every each all another either neither",
    "IN": "of in at by for with from on after before about into over under between among through during against "
    "without within outside inside until since because if while although though whether than as like near behind "
    "beyond across around along toward towards upon per despite amid that",
    "CC": "and or but nor yet plus",
    "TO": "to",
    "MD": "will would can could should may might must shall ca wo 'll ’ll",
    "PRP": "i you he she it we they me him her us them himself herself itself themselves",
    "PRP$": "my your his its our their",
    "WP": "who whom what",
    "WDT": "which",
    "WRB": "how why when where",
    "EX": "there",
    "VBZ": "is has does says 's_verb",
    "VBP": "are have do am 're ’re 've ’ve 'm ’m say",
    "VBD": "was were had did said told went came took made got gave found thought knew saw left began kept held wrote "
    "stood heard met ran brought led fell rose sent spoke spent won lost paid grew felt became put set sat sold",
    "VBN": "been done gone taken given seen known written spoken",
    "VB": "be",
    "VBG": "being having",
    "RB": "not n't n’t never also very too only just still then now here again later soon once ever even almost often "
    "always otherwise already perhaps however little both",
    "JJ": "new old good great small large big long high low young own other last next first second many several few "
    "more most such same right wrong ready clear public national local former rural senior chief serious",
    "NN": "nothing nobody everybody somebody anyone everyone none something",
    "CD": "one two three four five six seven eight nine ten hundred thousand million billion",
}
_CLOSED = {word: tag for tag, words in _WORDS.items() for word in words.split()}
_MARKS = {"“": "``", "”": "''", "``": "``", "''": "''", ",": ",", ".": ".", "!": ".", "?": ".", "$": "$", "#": "#"}
_COLONS = frozenset({":", ";", "–", "—", "-", "--", "…", "..."})
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december""".split()
)
_TITLES = frozenset("mr. mrs. ms. dr. sen. rep. gov. prof. gen. col. st.".split())
_BE = frozenset("is are was were be been being am 's ’s 're ’re".split())
_HAVE = frozenset("has have had having".split())
_SUFFIXES = {"ly": "RB", "ing": "VBG", "ous": "JJ", "ful": "JJ", "ive": "JJ", "al": "JJ", "ic": "JJ", "able": "JJ"}
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
    tags = _tags(words, lower, frozenset(sentences))
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


def _tags(words: list[str], lower: list[str], begins: frozenset[int]) -> list[str]:
    tags: list[str] = []
    opened = False
    for index, word in enumerate(words):
        low, before = lower[index], tags[-1] if tags else ""
        if word == '"':
            tags.append("''" if opened else "``")
            opened = not opened
        elif not (word[0].isalnum() or word[0] in "'’"):
            tags.append(_MARKS.get(word) or (":" if word in _COLONS else "-LRB-" if word in "([" else "-RRB-"))
        elif word[0].isdigit():
            tags.append("CD")
        elif low in {"'", "’", "'s", "’s"} and before[:2] == "NN":
            tags.append("POS")
        elif word[0].isupper() and low != "i" and _is_name(words, lower, index, begins, before):
            tags.append("NNP")
        else:
            tags.append(_common(low, lower[index - 1] if index else "", before))
    return tags


def _is_name(words: list[str], lower: list[str], index: int, begins: frozenset[int], before: str) -> bool:
    """Tell whether a capital makes a name: not where one must stand, unless another follows or the word is no other."""
    if index not in begins and before != "``":
        return True
    if lower[index] in _CLOSED:
        return False
    following, behind = (words[index + 1], lower[index + 1]) if index + 1 < len(words) else ("", "")
    return (
        following[:1].isupper()
        or lower[index] in _TITLES
        or lower[index] in PLACES
        or behind in {"'s", "’s"}
        or (not lower[index].endswith("s") and (behind in VERBS or behind == "later"))
    )


def _common(low: str, before: str, tag: str) -> str:
    closed = _CLOSED.get(low)
    if closed is not None and low != "that":
        return closed
    if low == "that":
        return "IN" if tag[:2] in {"VB", "NN"} else "DT"
    if low in {"'s", "’s"}:
        return "VBZ"
    if tag in {"MD", "TO"} or (tag == "RB" and before in {"not", "n't", "n’t"}):
        return "VB"
    if low.endswith("ed") and len(low) > 4:
        if tag in {"DT", "PRP$", "JJ"}:
            return "JJ"
        return "VBN" if before in _BE or before in _HAVE else "VBD"
    for length in (4, 3, 2):
        found = _SUFFIXES.get(low[-length:])
        if found is not None and len(low) > length + 2:
            return "NN" if found == "VBG" and tag in {"DT", "JJ", "PRP$", "NN"} else found
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return "VBZ" if tag in {"PRP", "NN"} and low in VERBS else "NNS"
    if tag in {"PRP", "NNS"} and low in VERBS:
        return "VBP"
    return "NN"


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
        first = index + 1 if lower[index] in _TITLES and stop > index + 1 else index
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
        if word in _DATES:
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
                _join(index, main, "auxpass" if lower[index] in _BE and tags[main] == "VBN" else "aux", heads, deps)
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
