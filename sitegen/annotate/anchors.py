"""Finding the place of a selector in a text that may have been edited since, never a lookalike."""

from dataclasses import dataclass
from itertools import islice
from typing import Literal

from rapidfuzz.distance import Postfix, Prefix

from sitegen.annotate.evidence import Evidence, rivals
from sitegen.annotate.folded import fold
from sitegen.annotate.likeness import Likeness, like
from sitegen.annotate.sentences import sentences
from sitegen.annotate.slots import Slot, slots
from sitegen.annotate.standing import MOST, Sought, Standing, occurrences, standings
from sitegen.model.annotation import Selector
from sitegen.model.span import Span

# Why a place is not found: nothing of the kind is left, several places are as good as each other, or there are other
# words where they stood.
Reason = Literal["gone", "ambiguous", "changed"]

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

    The words have to stand there, compared without regard to white space and typography, and what stands next to them
    has to agree: all that the selector gives; or most of both sides; or all of one side and enough of the sentence that
    they stand in; or that sentence as a whole, if it is long and was moved. Another place that agrees nearly as far
    makes it a doubt, and so does what may be the place itself with other words. Words that changed are found between
    the two sides of their context, if both stand in full and nothing else in the text is like the words.
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
        weighed = [Evidence(self.folded.text, sought, one) for one in found]
        whole = [one.place for one in weighed if one.whole]
        if len(whole) > 1:
            return self._doubt(whole[0], whole[1])
        if whole:
            copy = self._copy(whole[0], weighed)
            return self._doubt(whole[0], copy) if copy else self._sure(whole[0])
        if not sought.before and not sought.behind:
            return None
        likely = [one for one in weighed if one.strong]
        moved = not likely
        if moved:
            likely = [one for one in weighed if one.moved]
        if not likely:
            return None
        likeliest = max(likely, key=lambda one: one.place.stretch)
        best = likeliest.place
        others = (one for one in weighed if one is not likeliest)
        rival = next((one for one in others if one.one_side or one in likely or rivals(one, likeliest)), None)
        if rival is not None:
            return self._doubt(best, rival.place)
        if any(slot.start > best.end or slot.end < best.start for slot in between):
            # The place itself still stands, with other words or none.
            return None
        if not moved:
            changed = self._changed(sought, likeliest)
            if changed is not None:
                return Lost(self.folded.span(best.start, best.end), "ambiguous", self.folded.span(*changed))
        if moved:
            start, end = best.start - best.before, best.end + best.behind
            other = self._likeness.elsewhere(self.folded.text[start:end], start, end)
            if other is not None:
                return Lost(self.folded.span(best.start, best.end), "ambiguous", self.folded.span(*other))
        return self._sure(best)

    def _copy(self, whole: Standing, weighed: list[Evidence]) -> Standing | None:
        """Return another place in a copy of the text round ``whole`` that stands next to it and is new.

        One that stands within the context of the selector has always been there.
        """
        start, end = whole.start - whole.before - 1, whole.end + whole.behind + 1
        others = (
            one.place for one in weighed if one.one_side and not (start <= one.place.start and one.place.end <= end)
        )
        return next((one for one in islice(others, _RIVALS) if self._tandem(whole, one)), None)

    def _reworded(self, sought: Sought, found: list[Standing], between: list[Slot]) -> Found | Lost:
        text = self.folded.text
        filled = [slot for slot in between if slot.end > slot.start]
        if len(found) > 1:
            first, second = sorted(found, key=lambda one: one.stretch, reverse=True)[:2]
            return self._doubt(first, second)
        if len(between) == len(filled) == 1:
            slot = filled[0]
            span = self.folded.span(slot.start, slot.end)
            if not found and slot.sure and self._likeness.reworded(sought.words, text[slot.start : slot.end]):
                other = self._elsewhere(sought.words, slot)
                if other is None:
                    return Found(span, reworded=True)
                return Lost(span, "ambiguous", self.folded.span(*other))
            return Lost(span, "changed")
        if found:
            best = found[0]
            return Lost(self.folded.span(best.start, best.end), "gone")
        likest = self._likeness.likest(sought.words)
        return Lost(self.folded.span(*likest) if likest else None, "gone")

    def _changed(self, sought: Sought, one: Evidence) -> tuple[int, int] | None:
        """Return a place where the context that ``one`` lacks stands next to something like the words."""
        text, size = self.folded.text, len(sought.words)
        places = []
        if not one.whole_before:
            ends = (
                start + len(sought.before)
                for start in islice(occurrences(text, sought.before, left=False, right=False), _RIVALS)
            )
            places += [(end, end + 1 + size) for end in ends]
        if not one.whole_behind:
            places += [
                (max(0, at - 1 - size), at)
                for at in islice(occurrences(text, sought.behind, left=False, right=False), _RIVALS)
            ]
        for start, end in places:
            there = text[start:end]
            left = start + len(there) - len(there.lstrip())
            right = left + len(there.strip())
            apart = right <= one.place.start or left >= one.place.end
            if apart and left < right and like(sought.words, text[left:right]):
                return left, right
        return None

    def _elsewhere(self, words: str, slot: Slot) -> tuple[int, int] | None:
        """Return what else in the text is like ``words``, or like a sentence of them that has changed."""
        now = self.folded.text[slot.start : slot.end]
        changed = [sentence for sentence in sentences(words) if sentence not in now]
        found = (self._likeness.elsewhere(each, slot.start, slot.end) for each in (words, *changed))
        return next((one for one in found if one is not None), None)

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
