"""Whether two quotations of one speaker carry the same words: all of them, a part, or nearly so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise

from sitegen.relate.statement import Statement, line_of
from sitegen.relate.words import FUNCTION_WORDS, NEGATIONS, Words, beginnings_of, content_of, is_figure, weight

# Fewer words are said by everybody about anything ("of course", "very important").
_FEWEST_WORDS = 4
_FEWEST_TELLING = 2
# A part must tell more than the same words twice do: it can stand in any longer text of another day.
_FEWEST_IN_PART = 3
# Of what is reworded, so many telling words stayed, and such a share of all by weight.
_FEWEST_STAYED = 4
_STAYED = 0.78
# Words in marks of the same days are the same speech, put down by two hands or cut by two editors.
_STAYED_NEAR = 0.65
_RUN_NEAR = 4
_NEAR = 14
# Of reported words, which are an article's own, so many telling ones stand in both: "a ban on ferries" is a matter.
_FEWEST_REPORTED = 5
_MANY_REPORTED = 8
# So dense the words that stayed must lie in the longer of the two.
_DENSE = 0.6
# Shorter runs of words that tell nothing are no evidence: any two sentences have "the" in common.
_RUN = 2
# Of two texts no more unlike in length, the beginnings belong together, and so do the ends.
_ABOUT_AS_LONG = 1.5
# Comparing takes the square of the number of words.
_MOST_COMPARED = 400


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of a shorter quotation stands in a longer one, by weight, and where: its words ``start`` to ``end``."""

    share: float
    start: int
    end: int


def likeness(short: Statement, long: Statement) -> Likeness | None:
    """Return what two versions of one utterance have in common, None where they are no versions of one.

    ``short`` has no more words than ``long``; both are of one speaker. What lies between equal ends is aligned by
    Ratcliff and Obershelp's pattern matching, as difflib does; words that tell nothing count a quarter. The figures
    were chosen by reading pairs of PolNeAR's training articles.
    """
    telling, reported = len(short.content), "indirect" in {short.kind, long.kind}
    if len(short.words) < _FEWEST_WORDS or telling < _FEWEST_TELLING or (reported and telling < _fewest(short, long)):
        return None
    if short.denial != long.denial and {short.kind, long.kind} != {"direct"}:
        return None  # what is denied here is said there
    if short.words == long.words:
        return Likeness(1.0, 0, len(long.words))
    if telling >= _FEWEST_IN_PART and (place := _find(short.line, long.line)) >= 0:
        same = not _is_turned(short, 0, long, place)
        return Likeness(1.0, place, place + len(short.words)) if same else None
    marked = min(short.marked, long.marked, key=len)
    if _tells(marked, short, long):
        line = line_of(marked)
        here, there = _find(line, short.line), _find(line, long.line)
        if here >= 0 and there >= 0:
            same = not _is_turned(short, here, long, there)
            return Likeness(1.0, there, there + len(marked)) if same else None
    if telling < _FEWEST_STAYED:
        return None
    return _reworded(short, long, near=not reported and _are_near(short, long))


def _tells(marked: Words, one: Statement, other: Statement) -> bool:
    """Tell whether the words that one article puts in marks are enough to know the other quotation by."""
    both = one.marked == other.marked and len(marked) > _FEWEST_WORDS
    least = _FEWEST_TELLING if both or _are_near(one, other) else _FEWEST_IN_PART
    return len(marked) >= _FEWEST_WORDS and len(content_of(marked)) >= least


def _fewest(one: Statement, other: Statement) -> int:
    """Return how many telling words two reports must share: of one matter, any two articles report in the same few."""
    if one.article == other.article:
        return _FEWEST_STAYED
    return _FEWEST_REPORTED if _are_near(one, other) else _MANY_REPORTED


def _are_near(one: Statement, other: Statement) -> bool:
    if one.article == other.article:
        return True
    return one.day is not None and other.day is not None and abs((one.day - other.day).days) <= _NEAR


def _find(part: str, line: str) -> int:
    """Return at which word of ``line`` the words of ``part`` begin to stand in a row, -1 for nowhere."""
    place = line.find(part)
    return line.count(" ", 0, place) if place >= 0 else -1


def _reworded(one: Statement, other: Statement, *, near: bool) -> Likeness | None:
    least = _STAYED_NEAR if near else _STAYED
    lost = sum(1 for word in one.content if word not in other.vocabulary)
    if lost > (1 - least) * one.weight or len(one.content) - lost < _FEWEST_STAYED:
        return None  # whatever their order, too few words are the same
    short, long = one.words[:_MOST_COMPARED], other.words[:_MOST_COMPARED]
    runs = [run for run in _runs(short, long) if run.size >= _RUN or content_of(short[run.a : run.a + run.size])]
    if not runs:
        return None
    stayed = tuple(word for run in runs for word in short[run.a : run.a + run.size])
    start, end = runs[0].b, runs[-1].b + runs[-1].size
    kept = sum(map(weight, stayed))
    share, dense = kept / sum(map(weight, short)), kept / sum(map(weight, long[start:end]))
    if near and max(run.size for run in runs) < _RUN_NEAR:
        least = _STAYED
    if len(content_of(stayed)) < _FEWEST_STAYED or share < least or dense < _DENSE:
        return None
    if _contradicts(short, long, runs) or _is_turned(one, runs[0].a, other, start):
        return None
    return Likeness(share, start, end)


def _runs(short: Words, long: Words) -> list[Match]:
    """Return the runs of words in common; of texts of about one length, what both begin and end with is taken first.

    What lies between those and has no telling word in common is not looked through.
    """
    first = last = 0
    if len(long) <= _ABOUT_AS_LONG * len(short):
        while first < len(short) and short[first] == long[first]:
            first += 1
        while last < len(short) - first and short[-1 - last] == long[-1 - last]:
            last += 1
    rest, other = short[first : len(short) - last], long[first : len(long) - last]
    between: Iterable[Match] = ()
    if not FUNCTION_WORDS.issuperset(frozenset(rest).intersection(other)):
        matcher = SequenceMatcher(None, rest, other, autojunk=False)
        between = (Match(run.a + first, run.b + first, run.size) for run in matcher.get_matching_blocks())
    ends = (Match(0, 0, first), Match(len(short) - last, len(long) - last, last))
    return [run for run in (ends[0], *between, ends[1]) if run.size]


def _is_turned(one: Statement, here: int, other: Statement, there: int) -> bool:
    """Tell whether one of two clauses denies, before the words that both have, what the other says: "I never said"."""
    return _is_denied(one, here) != _is_denied(other, there)


def _is_denied(statement: Statement, place: int) -> bool:
    if not place or NEGATIONS.isdisjoint(statement.words[:place]):
        return False
    begin = max(number for number in beginnings_of(statement.parts) if number <= place)
    return not NEGATIONS.isdisjoint(statement.words[begin:place])


def _contradicts(short: Words, long: Words, runs: Sequence[Match]) -> bool:
    """Tell whether one of the two denies what the other says, or gives another figure, where they are alike.

    A changed "not" or number can be a slip of an editor; it can as well be what the speaker said on another day.
    """
    own, others = _between(short, [(run.a, run.size) for run in runs]), _between(long, [(r.b, r.size) for r in runs])
    denied = [sum(word in NEGATIONS for word in words) for words in (own, others)]
    return denied[0] != denied[1] or all(any(map(is_figure, words)) for words in (own, others))


def _between(words: Words, runs: Sequence[tuple[int, int]]) -> list[str]:
    """Return the words that lie between one of ``runs``, given by start and size in their order, and the next."""
    following = pairwise(runs)
    return [word for (start, size), (after, _) in following for word in words[start + size : after]]
