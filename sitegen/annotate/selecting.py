"""Making a selector from a place: as much context as tells it from all else in the text."""

from itertools import islice

from sitegen.annotate.folded import Folded, fold
from sitegen.annotate.sentences import sentence_end, sentence_start
from sitegen.annotate.standing import CONTEXT, MOST, occurrences, run_before, run_behind
from sitegen.model.annotation import Selector
from sitegen.model.span import Span

# White space at the ends of the context does not count.
_MORE = CONTEXT + 4
_STEP = 16
_LONGEST = 512


def selector_of(text: str, span: Span, ready: Folded | None = None) -> Selector:
    """Return what selects ``span`` of ``text``; ``ready`` is the text folded, where that is at hand.

    Each side alone tells the words from all other places where they stand, and stands nowhere else itself. Words that
    stand elsewhere get so much context that half of it is more than what agrees there. White space at the ends of
    ``span`` is not selected.
    """
    folds = ready or fold(text)
    start, end = folds.within(span)
    plain = folds.text
    start += len(plain[start:end]) - len(plain[start:end].lstrip())
    end -= len(plain[start:end]) - len(plain[start:end].rstrip())
    if start >= end:
        return Selector("", position=span.start)
    words = folds.span(start, end)
    before, behind = _needed(plain, start, end)
    first = start - before if before < start else 0
    last = min(len(plain), end + behind)
    left = min(folds.starts[first], max(0, words.start - CONTEXT)) if first < start else 0
    right = max(folds.ends[last - 1], min(len(text), words.end + CONTEXT)) if last > end else len(text)
    return Selector(words.of(text), text[left : words.start], text[words.end : right], words.start)


def _needed(plain: str, start: int, end: int) -> tuple[int, int]:
    """Return how many folded characters of context are needed before and behind the words at ``start:end``."""
    ahead, rest = plain[max(0, start - _LONGEST) : start].rstrip(), plain[end : end + _LONGEST].lstrip()
    before = behind = CONTEXT
    words = plain[start:end]
    for other in islice(occurrences(plain, words), MOST):
        if other != start:
            before = max(before, _MORE + len(words) + 2 * run_before(plain, other, ahead))
            behind = max(behind, _MORE + len(words) + 2 * run_behind(plain, other + len(words), rest))
    # What of the words is beyond the end of a sentence may come apart from them.
    first, last = min(end, sentence_end(plain, start + 1)), max(start, sentence_start(plain, end - 1))
    for other in islice(occurrences(plain, plain[start:first]), MOST):
        if other != start and first < end:
            before = max(before, _MORE + first - start + 2 * run_before(plain, other, ahead))
    for other in islice(occurrences(plain, plain[last:end]), MOST):
        if other != last and start < last:
            behind = max(behind, _MORE + end - last + 2 * run_behind(plain, other + end - last, rest))
    while before < min(_LONGEST, start) and _repeated(plain, plain[start - before : start]):
        before += _STEP
    while behind < min(_LONGEST, len(plain) - end) and _repeated(plain, plain[end : end + behind]):
        behind += _STEP
    return min(before, _LONGEST), min(behind, _LONGEST)


def _repeated(plain: str, context: str) -> bool:
    return plain.find(context, plain.find(context) + 1) >= 0
