"""What speaks for a place where the words of a selector stand, and what against it."""

from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Postfix, Prefix

from sitegen.annotate.sentences import ENDS, sentence_end, sentence_start, sentences
from sitegen.annotate.standing import CONTEXT, Sought, Standing

# One side of the context speaks for a place if so many of its characters agree next to the words; where the selector
# gives fewer, all of them and, with the words, so many.
_SIDE, _SHORT_SIDE, _SHORT_SIDE_WITH_WORDS = 28, 12, 40
# If both sides have changed further away, so much of what is given must agree.
_MOST = 0.75
# If only one side does, so many characters of the sentence itself must agree: what stands next to a sentence says
# nothing about it once it is deleted and the next one moves up.
_OWN, _OWN_SHORT, _OWN_MORE, _OWN_BEYOND = 28, 12, 6, 16
# In words that reach over the end of a sentence, so many characters on the side that has changed.
_FRAGMENT = 32
# In a sentence that has changed, fewer words than this at one place, behind which so many characters are as they were.
_CHANGED, _AGAIN = 6, 4
# A neighbour that begins or ends as the sentence does, for so long, may be what is left of the two.
_TWIN = 16
# What was moved whole is known by so many characters and words, and by more than this share of what the selector gives.
_MOVED, _MOVED_WORDS, _MOVED_SHARE = 60, 10, 0.5
# Another place that agrees nearly as far leaves a doubt.
_NEARLY, _NEARLY_INSIDE = 0.7, 0.9
# So many characters stand twice only where one is a copy of the other.
_TWICE = 24


@dataclass(frozen=True, slots=True)
class Evidence:
    """What there is to know about one of the places of the words: folded ``text``, the selector, the place."""

    text: str
    sought: Sought
    place: Standing

    @property
    def whole(self) -> bool:
        """Whether all context agrees that the selector gives, on both sides."""
        return self.whole_before and self.whole_behind

    @property
    def one_side(self) -> bool:
        """Whether all context of a side agrees, and it is enough to speak for the place."""
        return self.before or self.behind

    @property
    def before(self) -> bool:
        """Whether all context before the words agrees, and it is enough to speak for the place."""
        size = len(self.sought.before)
        return self.whole_before and self._enough(size, len(self.sought.behind)) and not self.sought.at_start

    @property
    def behind(self) -> bool:
        """Whether all context behind the words agrees, and it is enough to speak for the place."""
        if self._repeated() and self.sought.behind.endswith(ENDS):
            # The text may have ended before this side told the places apart.
            return False
        return self.whole_behind and self._enough(len(self.sought.behind), len(self.sought.before))

    @property
    def strong(self) -> bool:
        """Whether most of both sides agrees, or all of one side and the words' own sentence."""
        most = self._most()
        if not most and not (self.one_side and self._own() and self._once()):
            return False
        return not self._torn() and not self._twin() and not self._named_longer() and self._edited()

    @property
    def moved(self) -> bool:
        """Whether the words stand in the same sentence as they did, one that is long enough to be known by itself."""
        before, behind = self._inside()
        start, end = self.place.start - before, self.place.end + behind
        if end - start < _MOVED or end - start <= _MOVED_SHARE * self.sought.given:
            return False
        if max(len(self.sought.before), len(self.sought.behind)) >= CONTEXT + len(self.sought.words):
            # So much context is given where the same words stand elsewhere.
            return False
        if self.text[start:end].count(" ") + 1 < _MOVED_WORDS:
            return False
        return self._complete() and not self._torn() and not self._twin()

    @property
    def inside(self) -> int:
        """How many characters agree without a break within the sentence, the words among them."""
        before, behind = self._inside()
        return before + len(self.sought.words) + behind

    @property
    def whole_before(self) -> bool:
        """Whether all context before the words agrees."""
        return self.place.before == len(self.sought.before)

    @property
    def whole_behind(self) -> bool:
        """Whether all context behind the words agrees."""
        return self.place.behind == len(self.sought.behind)

    @property
    def _start(self) -> int:
        return sentence_start(self.text, self.place.start)

    @property
    def _end(self) -> int:
        return sentence_end(self.text, self.place.end)

    def _enough(self, given: int, other: int) -> bool:
        """Tell whether so many characters on one side can speak for a place, where ``other`` are given on the other."""
        words = len(self.sought.words)
        if given < CONTEXT + words <= other:
            # The words stood twice, and the text ended before this side told the places apart.
            return False
        return given >= _SIDE or (given >= _SHORT_SIDE and given + words >= _SHORT_SIDE_WITH_WORDS)

    def _inside(self) -> tuple[int, int]:
        """Return how many characters agree on each side within the sentence."""
        return min(self.place.before, self.place.start - self._start), min(
            self.place.behind, self._end - self.place.end
        )

    def _complete(self) -> bool:
        """Tell whether the sentence agrees from its beginning to its end."""
        return self.place.start - self.place.before <= self._start and self._end <= self.place.end + self.place.behind

    def _most(self) -> bool:
        sides = (self.place.before, len(self.sought.before)), (self.place.behind, len(self.sought.behind))
        # What is longer than it need be is so because something else agrees for some of it.
        return all(agreeing >= max(CONTEXT, given / 2) for agreeing, given in sides) and (
            sum(agreeing for agreeing, _ in sides) >= _MOST * sum(given for _, given in sides)
        )

    def _own(self) -> bool:
        """Tell whether enough of the sentence agrees, and more than of sentences that are like it."""
        words = len(self.sought.words)
        before, behind = self._inside()
        if self._repeated():
            # Of what is given over and above, about half may agree elsewhere; it is not known where the text cut it.
            sides = len(self.sought.before), len(self.sought.behind)
            spare = [side - CONTEXT - words for side in sides]
            likes = [
                max(_OWN_SHORT, more // 2 + _OWN_MORE if more >= 0 else side)
                for more, side in zip(spare, sides, strict=True)
            ]
            return before >= likes[0] or behind >= likes[1]
        own = words + before + behind
        beyond = max(self.place.before - before, self.place.behind - behind)
        return own >= _OWN or (own >= _OWN_SHORT and self._complete() and beyond >= _OWN_BEYOND)

    def _repeated(self) -> bool:
        """Tell whether so much context is given on both sides, where there is so much, that the words stood twice."""
        sides = len(self.sought.before), len(self.sought.behind)
        enough = CONTEXT + len(self.sought.words)
        return max(sides) >= enough and all(side >= enough or side < _SIDE for side in sides)

    def _torn(self) -> bool:
        """Tell whether the words reach over the end of a sentence, and what is beyond it need not be what was meant:
        it is little, does not agree to the end of that sentence, or stands elsewhere as well.
        """
        before, behind = self._inside()
        start, end = self.place.start - before, self.place.end + behind
        first, last = sentence_end(self.text, self.place.start + 1), sentence_start(self.text, self.place.end - 1)
        if not self._settled(self.place.before, self.sought.before) and first < self.place.end:
            if start > self._start or len(self.sought.before) >= CONTEXT + first - self.place.start:
                return True
            if not self._alone(self.text[start:first], self.place.end - first if before < 2 else 0):
                return True
        if not self._settled(self.place.behind, self.sought.behind) and last > self.place.start:
            if end < self._end or len(self.sought.behind) >= CONTEXT + self.place.end - last:
                return True
            if not self._alone(self.text[last:end], last - self.place.start if behind < 2 else 0):
                return True
        return False

    @staticmethod
    def _settled(agreeing: int, context: str) -> bool:
        return agreeing == len(context) >= _SHORT_SIDE

    def _alone(self, fragment: str, others: int) -> bool:
        """Tell whether ``fragment`` stands once and is long, or a sentence with ``others`` characters next to it."""
        long = len(fragment) >= _FRAGMENT or others >= _MOVED
        return long and self.text.find(fragment, self.text.find(fragment) + 1) < 0

    def _edited(self) -> bool:
        """Tell whether of the sentence, as far as it is known, no more than a few words have changed, at one place."""
        before, behind = self.place.start, self.place.end
        if not self.whole_before and before - self.place.before > self._start:
            known = sentences(self.sought.before)[-1][::-1].split()
            if not _changed_once(known, self.text[self._start : before][::-1].split()):
                return False
        if not self.whole_behind and behind + self.place.behind < self._end:
            known = sentences(self.sought.behind)[0].split()
            return _changed_once(known, self.text[behind : self._end].split())
        return True

    def _named_longer(self) -> bool:
        """Tell whether a name has grown by a word: then it is another name."""
        text, words = self.text, self.sought.words
        if not self.place.behind and self.sought.behind and words.split()[-1][0].isupper():
            following = text[self.place.end : self.place.end + 2]
            if following[:1] == " " and following[1:].isupper():
                return True
        if not self.place.before and self.sought.before and words[0].isupper():
            # The first word of a sentence begins with a capital letter, whatever it is.
            leading = text[self._start : self.place.start].split(" ")[1:-1]
            return bool(leading) and leading[-1][:1].isupper() and leading[-1].isalnum()
        return False

    def _twin(self) -> bool:
        """Tell whether a neighbour that is gone was so like this sentence that this may be the neighbour."""
        before, behind = self._inside()
        if not self.whole_behind and self.place.end + behind >= self._end:
            first = sentence_start(self.text, self.place.end - 1)
            gone = self.sought.behind[behind:].lstrip()
            if gone and Prefix.similarity(gone, self.text[first : first + len(gone)]) >= min(_TWIN, len(gone)):
                return True
        if not self.whole_before and self.place.start - before <= self._start:
            last = sentence_end(self.text, self.place.start + 1)
            gone = self.sought.before[: len(self.sought.before) - before].rstrip()
            if gone and Postfix.similarity(gone, self.text[max(0, last - len(gone)) : last]) >= min(_TWIN, len(gone)):
                return True
        return False

    def _once(self) -> bool:
        """Tell whether the context that speaks for the place stands nowhere else, with other words."""
        context = self.sought.before if self.before else self.sought.behind
        return self.text.find(context, self.text.find(context) + 1) < 0


def _changed_once(known: list[str], now: list[str]) -> bool:
    """Tell whether ``now`` begins with ``known``, whose last word may be cut, but for a few words at one place."""
    same = next((at for at, pair in enumerate(zip(known, now, strict=False)) if pair[0] != pair[1]), len(now))
    known, now = known[same:], now[same:]
    if len(known) < 2:
        return True
    for less, more in product(range(_CHANGED), repeat=2):
        rest = known[less:]
        there = now[more : more + len(rest)]
        if len("".join(rest)) >= _AGAIN and rest[:-1] == there[:-1] and "".join(there[-1:]).startswith(rest[-1]):
            return True
    return False


def rivals(one: Evidence, best: Evidence) -> bool:
    """Tell whether ``one`` agrees nearly as far as ``best``, on one side, on both together, or in its sentence."""
    return (
        len(best.sought.words) >= _TWICE
        or max(one.place.before, one.place.behind) >= _NEARLY * max(best.place.before, best.place.behind)
        or one.place.stretch >= _NEARLY * best.place.stretch
        or one.inside >= _NEARLY_INSIDE * best.inside
    )
