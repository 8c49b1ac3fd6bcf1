"""Finding the place of a selector in a text that may have been edited since, never a lookalike."""

from dataclasses import dataclass
from itertools import islice
from typing import Literal

from rapidfuzz.distance import Postfix, Prefix

from sitegen.annotate.folded import fold
from sitegen.annotate.likeness import Likeness
from sitegen.annotate.slots import Slot, slots
from sitegen.annotate.standing import MOST, Sought, Standing, sentence_end, sentence_start, standings
from sitegen.model.annotation import Selector
from sitegen.model.span import Span

# Why a place is not found: nothing of the kind is left, several places are as good as each other, or there are other
# words where they stood.
Reason = Literal["gone", "ambiguous", "changed"]

# A side of the context speaks for a place if so many of its characters agree next to the words; where it is shorter,
# all of it and, with the words, so many.
_SIDE, _SHORT_SIDE, _SHORT_SIDE_WITH_WORDS = 32, 12, 40
# What was moved whole is known by so many characters and words, and by more than this share of what the selector gives.
_MOVED, _MOVED_WORDS, _MOVED_SHARE = 60, 10, 0.5
# Another place that agrees nearly as far leaves a doubt.
_NEARLY = 0.7
# Doubts are looked into for so many other places.
_RIVALS = 50


@dataclass(frozen=True, slots=True)
class Found:
    """The place of a selector; ``reworded`` tells that its words have changed, but not what stands round them."""

    span: Span
    reworded: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """No place is sure: ``best`` is the likeliest, ``rival`` one that is as good, where there is one."""

    best: Span | None
    reason: Reason
    rival: Span | None = None


class Anchors:
    """Finds selectors in one text; all offsets are code points into ``text`` as it is given.

    The words have to stand there, compared without regard to white space and typography, and the context next to them
    has to agree: all that is given of it, or one side of it in full, or what makes up a long sentence together with
    the words. Another place that agrees nearly as far makes it a doubt. Words that changed are found between the
    two sides of their context, if both stand in full and nothing else in the text is like the words.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        self._likeness = Likeness(self.folded.text)

    def find(self, selector: Selector) -> Found | Lost:
        """Return where the words of ``selector`` stand now."""
        sought = Sought.of(selector)
        if not sought.words:
            return Lost(None, "gone")
        found = list(islice(standings(self.folded.text, sought), MOST + 1))
        if len(found) > MOST:
            return Lost(None, "ambiguous")
        between = slots(self.folded.text, sought)
        exact = self._exact(sought, found, between)
        if exact is not None:
            return exact
        return self._reworded(sought, found, between)

    def _exact(self, sought: Sought, found: list[Standing], between: list[Slot]) -> Found | Lost | None:
        """Return the one place that is sure, or what speaks against it; None where no place is likely."""
        whole = [one for one in found if (one.before, one.behind) == (len(sought.before), len(sought.behind))]
        if len(whole) > 1:
            return self._doubt(whole[0], whole[1])
        if whole:
            rivals = (one for one in found if one != whole[0] and _one_side(sought, one))
            copy = next((one for one in islice(rivals, _RIVALS) if self._tandem(whole[0], one)), None)
            return self._doubt(whole[0], copy) if copy else self._sure(whole[0])
        if not sought.before and not sought.behind:
            return None
        likely = [one for one in found if _one_side(sought, one)]
        if not likely:
            likely = [one for one in found if self._moved(sought, one)]
        if not likely:
            return None
        best = max(likely, key=lambda one: one.stretch)
        rival = next((one for one in found if one != best and (one in likely or _nearly(one, best))), None)
        if rival is not None:
            return self._doubt(best, rival)
        if any(slot.start > best.end or slot.end < best.start for slot in between):
            # The place itself still stands, with other words or none.
            return None
        return self._sure(best)

    def _reworded(self, sought: Sought, found: list[Standing], between: list[Slot]) -> Found | Lost:
        text = self.folded.text
        filled = [slot for slot in between if slot.end > slot.start]
        if len(between) == len(filled) == 1:
            slot = filled[0]
            span = self.folded.span(slot.start, slot.end)
            if not found and slot.sure and self._likeness.reworded(sought.words, text[slot.start : slot.end]):
                other = self._likeness.elsewhere(sought.words, slot.start, slot.end)
                if other is None:
                    return Found(span, reworded=True)
                return Lost(span, "ambiguous", self.folded.span(*other))
            return Lost(span, "changed")
        if found:
            best = max(found, key=lambda one: one.stretch)
            return Lost(self.folded.span(best.start, best.end), "ambiguous" if len(found) > 1 else "gone")
        likest = self._likeness.likest(sought.words)
        return Lost(self.folded.span(*likest) if likest else None, "gone")

    def _moved(self, sought: Sought, one: Standing) -> bool:
        """Tell whether the words stand in the sentence that they stood in, one that is long enough to be known."""
        if one.stretch < _MOVED or one.stretch <= _MOVED_SHARE * sought.given:
            return False
        text = self.folded.text
        start, end = one.start - one.before, one.end + one.behind
        if text[start:end].count(" ") + 1 < _MOVED_WORDS:
            return False
        return start - 1 <= sentence_start(text, one.start) and sentence_end(text, one.end) <= end + 1

    def _tandem(self, one: Standing, other: Standing) -> bool:
        """Tell whether one place is in a copy of the other that stands right next to it."""
        first, second = sorted((one.start, other.start))
        text, apart = self.folded.text, second - first
        onward = Prefix.similarity(text[first : first + apart], text[second : second + apart])
        if onward == apart:
            return True
        back = Postfix.similarity(text[max(0, first - apart) : first], text[max(0, second - apart) : second])
        return onward + back >= apart

    def _sure(self, one: Standing) -> Found:
        return Found(self.folded.span(one.start, one.end))

    def _doubt(self, best: Standing, rival: Standing) -> Lost:
        return Lost(self.folded.span(best.start, best.end), "ambiguous", self.folded.span(rival.start, rival.end))


def _one_side(sought: Sought, one: Standing) -> bool:
    words = len(sought.words)
    return _full(one.before, len(sought.before), words) or _full(one.behind, len(sought.behind), words)


def _full(agreeing: int, given: int, words: int) -> bool:
    """Tell whether so many characters that agree on one side, of those given, speak for a place."""
    if given > _SIDE:
        # What is longer than it need be is so because something else agrees for some of it.
        return agreeing >= max(_SIDE, given / 2)
    return agreeing == given >= _SHORT_SIDE and (given >= _SIDE or given + words >= _SHORT_SIDE_WITH_WORDS)


def _nearly(one: Standing, best: Standing) -> bool:
    """Tell whether ``one`` agrees nearly as far as ``best``, on one side or on both together."""
    return max(one.before, one.behind) >= _NEARLY * max(best.before, best.behind) or (
        one.stretch >= _NEARLY * best.stretch
    )
