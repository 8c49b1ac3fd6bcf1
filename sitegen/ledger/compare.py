"""Two publications of a site: which quotations came, went, were edited, or are given to somebody else."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.ledger.carried import carried
from sitegen.ledger.words import TELLING, Words, likeness, runs, words_in
from sitegen.model.differences import Change, Differences
from sitegen.model.publication import PublishedQuote

# An edited quotation keeps so much of its words.
_ALIKE = 0.6
# Words in a row that two versions have in common: without any, they are not compared at all.
_IN_A_ROW = 2
# A run of words that stands in more quotations than these tells none of them, and no quotation is compared with more
# candidates than these: so the work stays linear, whatever the texts repeat.
_MOST_HOLDERS = 40
_MOST_CANDIDATES = 12

# Two quotations with how unlike they are and how far apart, in characters: less is better.
_Scored = tuple[float, int, PublishedQuote, PublishedQuote]
_Fits = Callable[[PublishedQuote, PublishedQuote], bool]


def compare(
    before: Collection[PublishedQuote],
    after: Collection[PublishedQuote],
    *,
    gone: Collection[str] = (),
    ways: Collection[tuple[str, str]] = (),
) -> Differences:
    """Return what changed among the quotations of a site.

    Equal ids are one quotation. Of the others, the same words, anywhere, are one that was moved; and words that are
    much alike are one that was edited, where they stand in one article, or the former article is there no more. The
    ids in ``gone`` were no longer published before: they cannot be lost, and can come back, be it because an edit was
    taken back. ``ways`` are pairs of articles between which quotations are known to have moved.
    """
    old = {quote.id: quote for quote in before}
    new = {quote.id: quote for quote in after}
    differing = [Change(old[id_], quote) for id_, quote in new.items() if id_ in old and _differ(old[id_], quote)]
    changes = _without_reordered(differing, before, after, gone) if differing else []
    lost = [quote for id_, quote in old.items() if id_ not in new]
    added = [quote for id_, quote in new.items() if id_ not in old]
    back = [new[id_] for id_ in gone if id_ in new]
    over: tuple[Change, ...] = ()
    if lost and (added or back):
        words = {quote.id: words_in(quote) for quote in (*lost, *added, *back)}
        pairing = _Pairing(words, {quote.article for quote in after}, ways)
        pairs = pairing.pairs([quote for quote in lost if quote.id not in gone], [*added, *back])
        taken = {pair.after.id for pair in pairs}
        rest = [quote for quote in added if quote.id not in taken]
        pairs += pairing.pairs([quote for quote in lost if quote.id in gone], rest)
        over = tuple(carried(lost, added, before, after, words))
        changes += pairs
    taken = {quote.id for change in changes for quote in (change.before, change.after)}
    return Differences(
        added=_in_order(quote for quote in added if quote.id not in taken),
        lost=_in_order(quote for quote in lost if quote.id not in taken and quote.id not in gone),
        changes=tuple(sorted(changes, key=lambda change: _place(change.after))),
        carried=over,
    )


def _differ(before: PublishedQuote, after: PublishedQuote) -> bool:
    return before.speaker != after.speaker and Change(before, after).reattributed


def _without_reordered(
    changes: Sequence[Change],
    before: Collection[PublishedQuote],
    after: Collection[PublishedQuote],
    gone: Collection[str],
) -> list[Change]:
    """Leave out what only changed places with the same words of somebody else.

    Ids of equal words count them in the order of the article; one more before them is not their changing hands.
    """
    concerned = {(change.after.article, words_in(change.after)) for change in changes}
    articles = {article for article, _ in concerned}

    def speakers(quotes: Iterable[PublishedQuote]) -> dict[tuple[str, Words], Counter[str]]:
        found: dict[tuple[str, Words], Counter[str]] = defaultdict(Counter)
        for quote in quotes:
            if quote.article in articles and (key := (quote.article, words_in(quote))) in concerned:
                found[key]["" if quote.speaker is None else quote.speaker.person or quote.speaker.name] += 1
        return found

    then, now = speakers(quote for quote in before if quote.id not in gone), speakers(after)
    kept = []
    for change in changes:
        key = (change.after.article, words_in(change.after))
        several = then[key].total() > 1 or now[key].total() > 1
        if change.before.id in gone or not several or then[key] - now[key]:
            kept.append(change)
    return kept


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Finds which new quotation is which former one; ``homes`` are the articles that are there now."""

    words: Mapping[str, Words]
    homes: Collection[str]
    ways: Collection[tuple[str, str]]

    def pairs(self, lost: Sequence[PublishedQuote], added: Sequence[PublishedQuote]) -> list[Change]:
        """Pair what is no longer there with what came, the surest first: what stayed in its article, then the rest."""
        pairs: list[Change] = []

        def here(one: PublishedQuote, other: PublishedQuote) -> bool:
            return one.article == other.article

        def telling(one: PublishedQuote, other: PublishedQuote) -> bool:
            return min(len(self.words[one.id]), len(self.words[other.id])) >= TELLING

        steps: tuple[tuple[Callable[..., Iterator[_Scored]], _Fits], ...] = (
            (self._same, here),
            (self._alike, here),
            (self._same, telling),
            (self._alike, telling),
        )
        for find, fits in steps:
            pairs += _best(find(*_rest(lost, added, pairs)), fits)
        # Short quotations tell nothing by themselves; they go where the others of their article went.
        ways = {(pair.before.article, pair.after.article) for pair in pairs} | {*self.ways}
        pairs += _best(self._same(*_rest(lost, added, pairs)), lambda one, other: (one.article, other.article) in ways)
        return pairs

    def _same(self, lost: Sequence[PublishedQuote], added: Sequence[PublishedQuote]) -> Iterator[_Scored]:
        """Yield pairs of the same words."""
        by_words = defaultdict(list)
        for quote in added:
            by_words[self.words[quote.id]].append(quote)
        for quote in lost:
            for other in by_words.get(self.words[quote.id], ())[:_MOST_HOLDERS]:
                yield 0.0, abs(quote.start - other.start), quote, other

    def _alike(self, lost: Sequence[PublishedQuote], added: Sequence[PublishedQuote]) -> Iterator[_Scored]:
        """Yield pairs of words that are much alike."""
        for quote, other in self._neighbours(lost, added):
            alike = likeness(self.words[quote.id], self.words[other.id], _ALIKE)
            if alike:
                yield -alike, abs(quote.start - other.start), quote, other

    def _neighbours(
        self, lost: Sequence[PublishedQuote], added: Sequence[PublishedQuote]
    ) -> Iterator[tuple[PublishedQuote, PublishedQuote]]:
        """Yield former quotations with new ones that may be the same: of their article, or of any where that is gone.

        They have words in a row in common; those with the most come first, and only so many of them.
        """
        holders = defaultdict(list)
        for quote in added:
            for run in runs(self.words[quote.id], _IN_A_ROW):
                holders[quote.article, run].append(quote)
                holders["", run].append(quote)
        for quote in lost:
            home = quote.article if quote.article in self.homes else ""
            found: Counter[str] = Counter()
            near: dict[str, PublishedQuote] = {}
            for run in runs(self.words[quote.id], _IN_A_ROW):
                others = holders.get((home, run), ())
                if len(others) <= _MOST_HOLDERS:
                    found.update(other.id for other in others)
                    near.update((other.id, other) for other in others)
            for id_, _ in sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST_CANDIDATES]:
                yield quote, near[id_]


def _rest(
    lost: Sequence[PublishedQuote], added: Sequence[PublishedQuote], pairs: Sequence[Change]
) -> tuple[list[PublishedQuote], list[PublishedQuote]]:
    """Return those of both that are in no pair."""
    old, new = {pair.before.id for pair in pairs}, {pair.after.id for pair in pairs}
    return [quote for quote in lost if quote.id not in old], [quote for quote in added if quote.id not in new]


def _best(scored: Iterable[_Scored], fits: _Fits) -> Iterator[Change]:
    """Yield the pairs that fit, those with the lowest scores first, and no quotation twice."""
    taken: set[tuple[bool, str]] = set()
    for _, _, old, new in sorted(scored, key=lambda pair: (*pair[:2], pair[2].id, pair[3].id)):
        if (False, old.id) not in taken and (True, new.id) not in taken and fits(old, new):
            taken |= {(False, old.id), (True, new.id)}
            yield Change(old, new)


def _in_order(quotes: Iterable[PublishedQuote]) -> tuple[PublishedQuote, ...]:
    return tuple(sorted(quotes, key=_place))


def _place(quote: PublishedQuote) -> tuple[str, int, str]:
    return quote.article, quote.start, quote.id
