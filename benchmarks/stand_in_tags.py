"""Tags of words by lists of the closed classes and by how words end, for the stand-in for the model."""

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.lexicon.places import PLACES

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
DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december""".split()
)
TITLES = frozenset("mr. mrs. ms. dr. sen. rep. gov. prof. gen. col. st.".split())
BE = frozenset("is are was were be been being am 's ’s 're ’re".split())
_HAVE = frozenset("has have had having".split())
_SUFFIXES = {"ly": "RB", "ing": "VBG", "ous": "JJ", "ful": "JJ", "ive": "JJ", "al": "JJ", "ic": "JJ", "able": "JJ"}


def tags_of(words: list[str], lower: list[str], begins: frozenset[int]) -> list[str]:
    """Return a Penn Treebank tag a word; ``begins`` are the places of words that begin a sentence."""
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
        or lower[index] in TITLES
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
        return "VBN" if before in BE or before in _HAVE else "VBD"
    for length in (4, 3, 2):
        found = _SUFFIXES.get(low[-length:])
        if found is not None and len(low) > length + 2:
            return "NN" if found == "VBG" and tag in {"DT", "JJ", "PRP$", "NN"} else found
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return "VBZ" if tag in {"PRP", "NN"} and low in VERBS else "NNS"
    if tag in {"PRP", "NNS"} and low in VERBS:
        return "VBP"
    return "NN"
