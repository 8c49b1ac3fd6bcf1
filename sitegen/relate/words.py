"""The words of a quotation, as quotations are compared: case, marks and punctuation aside."""

import re
from collections.abc import Iterable

from sitegen.relate.abbreviations import is_abbreviation

Words = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

# A sentence ends, or a clause; inside a figure or a time, nothing does.
_STOP = re.compile(r"[!?…;—–]|[.:,](?!\d)")
# Figures in words. "One" is more often nobody in particular.
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion billions trillion trillions dozen dozens half third quarter twice""".split()
)
# What every English text is full of: such words tell no utterance from another. Pronouns and the forms of "be", "have"
# and "will" are among them, since they are what reported speech changes ("I will" becomes "he would"). What tells
# nothing of a matter is much more than that: ``common_words``.
FUNCTION_WORDS = frozenset(
    """a about after all also am an and any are aren't as at be because been before being both but by can can't could
    couldn't did didn't do does doesn't doing don't down each every for from get go going got had hadn't has hasn't have
    haven't he he'd he'll he's her here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's
    its itself just like may me might more most much must my myself no nor not now of off on one only or other our ours
    out over own really say said says saying shall she she'd she'll she's should shouldn't so some such than that that's
    the their theirs them themselves then there there's these they they'd they'll they're they've thing things this
    those through to too under until up us very was wasn't we we'd we'll we're we've well were weren't what when where
    which while who whom whose why will with won't would wouldn't yes you you'd you'll you're you've your yours
    yourself""".split()
)
# Words that turn what is said into its opposite.
NEGATIONS = frozenset(
    """no not never nobody nothing none neither nor cannot can't couldn't didn't doesn't don't hadn't hasn't haven't
    isn't shouldn't wasn't weren't won't wouldn't aren't without""".split()
)


def words_of(parts: Iterable[str]) -> Words:
    """Return the words of a text given in parts; an apostrophe inside a word stays."""
    return tuple(_WORD.findall(_folded(parts)))


def beginnings_of(parts: Iterable[str]) -> frozenset[int]:
    """Return the numbers, counted from 0, of the words with which a clause, or the text, begins."""
    text, done, found = _folded(parts), 0, {0}
    for number, word in enumerate(_WORD.finditer(text)):
        # The word's first letter is looked at as well: it may be a figure.
        stops = _STOP.finditer(text, done, word.start() + 1) if number else ()
        if any(stop[0] != "." or not is_abbreviation(text, stop.end(), folded=True) for stop in stops):
            found.add(number)
        done = word.end()
    return frozenset(found)


def is_figure(word: str) -> bool:
    """Tell whether a word is a number, in figures or in words."""
    return word[0].isdecimal() or word in _NUMBERS


def _folded(parts: Iterable[str]) -> str:
    return " ".join(parts).casefold().replace("’", "'")


def content_of(words: Iterable[str]) -> Words:
    """Return the words that tell one utterance from another, in their order."""
    return tuple(word for word in words if word not in FUNCTION_WORDS)


def weight(word: str) -> float:
    """Return how much it counts that a word is the same, or is not."""
    if word in NEGATIONS:
        return 1.0
    return 0.25 if word in FUNCTION_WORDS else 1.0
