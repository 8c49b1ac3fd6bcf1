"""What is like the words of a selector: these words edited, and other stretches that are too like them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from rapidfuzz.distance import Indel, Levenshtein

# Fewer words or characters are too few to be known again once they changed.
_WORDS, _CHARACTERS = 4, 20
# How like the words what took their place must be, and how like them nothing else may be.
_REWORDED, _LIKE, _CHANGED = 0.8, 0.72, 0.6
# Stretches that are compared with the words.
_COMPARED = 300
_WORD = re.compile(r"\w+(?:['-]\w+)*")
# A word of these changes what is said.
_TURNS = frozenset(
    """no not never none nobody nothing neither nor without hardly cannot can't won't don't doesn't didn't isn't aren't
    wasn't weren't hasn't haven't hadn't shouldn't wouldn't couldn't mustn't
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half noon midnight
    first second third monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december""".split()
)


class Likeness:
    """Looks for stretches of one folded text that are like given words."""

    def __init__(self, text: str) -> None:
        self._text = text

    def reworded(self, words: str, now: str) -> bool:
        """Tell whether ``now``, which stands where ``words`` stood, is those words edited.

        Both begin and end alike, up to a word, and no number, negation or name has changed.
        """
        old, new = _WORD.findall(words), _WORD.findall(now)
        if len(old) < _WORDS or len(words) < _CHARACTERS or Indel.normalized_similarity(words, now) < _REWORDED:
            return False
        changes = [change for change in Levenshtein.opcodes(old, new) if change.tag != "equal"]
        for change in changes:
            was = old[change.src_start : change.src_end]
            is_now = new[change.dest_start : change.dest_end]
            border = change.dest_start == 0 or change.dest_end == len(new)
            if border and max(len(is_now), len(was)) > 1:
                return False
            # A sentence begins with a capital letter, whatever it begins with.
            named = was[not change.src_start :] + is_now[not change.dest_start :]
            if any(map(_turns, was + is_now)) or any(word[0].isupper() for word in named):
                return False
        return True

    def elsewhere(self, words: str, start: int, end: int) -> tuple[int, int] | None:
        """Return another stretch than ``start:end`` that is like ``words``; None where there is none."""
        for first, last in self._stretches(words):
            apart = last <= start or first >= end
            if apart and Indel.normalized_similarity(words, self._text[first:last], score_cutoff=_LIKE) > 0:
                return first, last
        return None

    def likest(self, words: str) -> tuple[int, int] | None:
        """Return the stretch that is likest to ``words``, where one is like them."""
        best, score = None, _LIKE
        for first, last in self._stretches(words):
            found = Indel.normalized_similarity(words, self._text[first:last], score_cutoff=score)
            if found > score:
                best, score = (first, last), found
        return best

    def _stretches(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield stretches of as many words that share one of the rarer words at the same place."""
        sought = [word.casefold() for word in _WORD.findall(words)]
        rare = sorted(range(len(sought)), key=lambda number: len(self._places.get(sought[number], ())))
        seen: set[int] = set()
        for number in rare[: len(sought) // 2 + 1]:
            for place in self._places.get(sought[number], ()):
                first = max(0, place - number)
                if first in seen:
                    continue
                if len(seen) == _COMPARED:
                    return
                seen.add(first)
                yield self._words[first][0], self._words[min(len(self._words), first + len(sought)) - 1][1]

    @cached_property
    def _words(self) -> list[tuple[int, int]]:
        return [word.span() for word in _WORD.finditer(self._text)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places = defaultdict(list)
        for number, (start, end) in enumerate(self._words):
            places[self._text[start:end].casefold()].append(number)
        return places


def like(words: str, others: str) -> bool:
    """Tell whether ``others`` may be ``words`` with some of them changed."""
    return Indel.normalized_similarity(words, others) >= _CHANGED


def _turns(word: str) -> bool:
    return word.casefold() in _TURNS or any(sign.isdigit() for sign in word)
