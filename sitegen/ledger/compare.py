"""Two publications of a site: which quotations came, went, were edited, or are given to somebody else."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from sitegen.model.differences import Change, Differences
from sitegen.model.publication import PublishedQuote

# An edited quotation keeps so much of its words, measured as twice the words in common over all words of both.
_ALIKE = 0.6
# So many words tell a quotation that they are a part of; fewer can stand in any.
_TELLING = 4
# Words in a row that two versions have in common: without any, they are not compared at all.
_IN_A_ROW = 2
# A run of words that stands in more quotations than these tells none of them, and no quotation is compared with more
# candidates than these: so the work stays linear, whatever the texts repeat.
_MOST_HOLDERS = 40
_MOST_CANDIDATES = 12

_Words = tuple[str, ...]
# Two quotations with how unlike they are and how far apart, in characters: less is better.
_Scored = tuple[float, int, PublishedQuote, PublishedQuote]


def compare(
    before: Collection[PublishedQuote], after: Collection[PublishedQuote], *, gone: Collection[str] = ()
) -> Differences:
    """Return what changed among the quotations of a site.

    Equal ids are one quotation. Of the others, the same words, anywhere, are one that was moved; and words that are
    much alike are one that was edited, where they stand in one article, or the former article is there no more and the
    other is new. The ids in ``gone`` were no longer published before: they can come back, and cannot be lost.
    """
    old = {quote.id: quote for quote in before}
    new = {quote.id: quote for quote in after}
    changes = [Change(old[id_], quote) for id_, quote in new.items() if id_ in old and _differ(old[id_], quote)]
    lost = [quote for id_, quote in old.items() if id_ not in new]
    added = [quote for id_, quote in new.items() if id_ not in old]
    if lost and added:
        words = {quote.id: _words(quote) for quote in (*lost, *added)}
        homes = {quote.article for quote in after}
        known = {quote.article for quote in before}
        pairs = _paired(lost, added, words, homes, known)
        carried = tuple(_carried(lost, added, pairs, words, homes, known))
    else:
        pairs, carried = [], ()
    taken = {quote.id for pair in pairs for quote in (pair.before, pair.after)}
    return Differences(
        added=_in_order(quote for quote in added if quote.id not in taken),
        lost=_in_order(quote for quote in lost if quote.id not in taken and quote.id not in gone),
        changes=tuple(sorted((*changes, *pairs), key=lambda change: _place(change.after))),
        carried=carried,
    )


def _differ(before: PublishedQuote, after: PublishedQuote) -> bool:
    return before.speaker != after.speaker and Change(before, after).reattributed


def _paired(
    lost: Sequence[PublishedQuote],
    added: Sequence[PublishedQuote],
    words: dict[str, _Words],
    homes: Collection[str],
    known: Collection[str],
) -> list[Change]:
    """Pair what is no longer there with what came, the surest first: what stayed in its article, then what left it."""
    pairs: list[Change] = []

    def rest() -> tuple[list[PublishedQuote], list[PublishedQuote]]:
        old, new = {pair.before.id for pair in pairs}, {pair.after.id for pair in pairs}
        return [quote for quote in lost if quote.id not in old], [quote for quote in added if quote.id not in new]

    def here(one: PublishedQuote, other: PublishedQuote) -> bool:
        return one.article == other.article

    def telling(one: PublishedQuote, other: PublishedQuote) -> bool:
        return min(len(words[one.id]), len(words[other.id])) >= _TELLING

    def along(one: PublishedQuote, other: PublishedQuote) -> bool:
        return (one.article, other.article) in moved

    pairs += _best(_same(*rest(), words), here)
    pairs += _best(_alike(*rest(), words, homes, known), here)
    pairs += _best(_same(*rest(), words), telling)
    pairs += _best(_alike(*rest(), words, homes, known), telling)
    # Short quotations tell nothing by themselves; they go where the others of their article went.
    moved = {(pair.before.article, pair.after.article) for pair in pairs}
    pairs += _best(_same(*rest(), words), along)
    return pairs


def _same(
    lost: Sequence[PublishedQuote], added: Sequence[PublishedQuote], words: dict[str, _Words]
) -> Iterator[_Scored]:
    """Yield pairs of the same words."""
    by_words = defaultdict(list)
    for quote in added:
        by_words[words[quote.id]].append(quote)
    for quote in lost:
        for other in by_words.get(words[quote.id], ())[:_MOST_HOLDERS]:
            yield 0.0, abs(quote.start - other.start), quote, other


def _alike(
    lost: Sequence[PublishedQuote],
    added: Sequence[PublishedQuote],
    words: dict[str, _Words],
    homes: Collection[str],
    known: Collection[str],
) -> Iterator[_Scored]:
    """Yield pairs of words that are much alike."""
    for quote, other in _neighbours(lost, added, words, homes, known):
        likeness = _likeness(words[quote.id], words[other.id])
        if likeness >= _ALIKE:
            yield -likeness, abs(quote.start - other.start), quote, other


def _carried(
    lost: Sequence[PublishedQuote],
    added: Sequence[PublishedQuote],
    pairs: Sequence[Change],
    words: dict[str, _Words],
    homes: Collection[str],
    known: Collection[str],
) -> Iterator[Change]:
    """Yield new quotations that hold words of a former one, or a part of it, and give them to somebody else."""
    paired = {(pair.before.id, pair.after.id) for pair in pairs}
    for quote, other in _neighbours(lost, added, words, homes, known):
        if (quote.id, other.id) not in paired and _holds(words[quote.id], words[other.id]):
            change = Change(quote, other)
            if change.reattributed:
                yield change


def _neighbours(
    lost: Sequence[PublishedQuote],
    added: Sequence[PublishedQuote],
    words: dict[str, _Words],
    homes: Collection[str],
    known: Collection[str],
) -> Iterator[tuple[PublishedQuote, PublishedQuote]]:
    """Yield former quotations with new ones that may be the same: of one article, or of a gone and a new one.

    They have words in a row in common; those with the most come first, and only so many of them.
    """
    holders = defaultdict(list)
    for quote in added:
        for run in _runs(words[quote.id]):
            holders[_home(quote, known), run].append(quote)
    for quote in lost:
        home = _home(quote, homes)
        found: Counter[str] = Counter()
        near: dict[str, PublishedQuote] = {}
        for run in _runs(words[quote.id]):
            others = holders.get((home, run), ())
            if len(others) <= _MOST_HOLDERS:
                found.update(other.id for other in others)
                near.update((other.id, other) for other in others)
        for id_, _ in sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST_CANDIDATES]:
            yield quote, near[id_]


def _home(quote: PublishedQuote, articles: Collection[str]) -> str:
    """Return the article of a quotation, "" for all that are on one side of the comparison only."""
    return quote.article if quote.article in articles else ""


def _best(scored: Iterable[_Scored], fits: Callable[[PublishedQuote, PublishedQuote], bool]) -> Iterator[Change]:
    """Yield the pairs that fit, those with the lowest scores first, and no quotation twice."""
    taken: set[tuple[bool, str]] = set()
    for _, _, old, new in sorted(scored, key=lambda pair: (*pair[:2], pair[2].id, pair[3].id)):
        if fits(old, new) and (False, old.id) not in taken and (True, new.id) not in taken:
            taken |= {(False, old.id), (True, new.id)}
            yield Change(old, new)


def _likeness(one: _Words, other: _Words) -> float:
    """Return how much of two versions is the same, between 0 and 1; a part of the other is the same as a whole."""
    if _holds(one, other):
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _holds(one: _Words, other: _Words) -> bool:
    """Tell whether the longer of two texts holds all of the shorter, which is long enough to tell."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _TELLING and f" {' '.join(short)} " in f" {' '.join(long)} "


def _words(quote: PublishedQuote) -> _Words:
    """Return the words, marks and case aside."""
    folded = "".join(c if c.isalnum() else " " for c in " ".join(quote.exact).casefold())
    return tuple(folded.split())


def _runs(words: _Words) -> set[_Words]:
    """Return all runs of words; a text too short for one is a run itself."""
    return {words[at : at + _IN_A_ROW] for at in range(max(1, len(words) - _IN_A_ROW + 1))}


def _in_order(quotes: Iterable[PublishedQuote]) -> tuple[PublishedQuote, ...]:
    return tuple(sorted(quotes, key=_place))


def _place(quote: PublishedQuote) -> tuple[str, int, str]:
    return quote.article, quote.start, quote.id
