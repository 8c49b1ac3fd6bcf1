"""Two publications of a site: which quotations came, went, were edited, or are given to somebody else."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from sitegen.model.differences import Change, Differences
from sitegen.model.publication import PublishedQuote

# An edited quotation keeps so much of its words, measured as twice the words in common over all words of both.
_ALIKE = 0.6
# Words in a row that two versions have in common: without any, they are not compared at all.
_IN_A_ROW = 2
# So many words tell a quotation that they are a part of; fewer can stand in any.
_TELLING = 4


def compare(
    before: Collection[PublishedQuote], after: Collection[PublishedQuote], *, gone: Collection[str] = ()
) -> Differences:
    """Return what changed among the quotations of a site.

    Equal ids are one quotation. Of the others, words of one article that are much alike are one that was edited; and
    where an article is there no more, its words under another article's name are the same quotation, moved. The ids in
    ``gone`` were no longer published before: they can come back, and cannot be lost.
    """
    old = {quote.id: quote for quote in before}
    new = {quote.id: quote for quote in after}
    changes = [Change(old[id_], quote) for id_, quote in new.items() if id_ in old and _differ(old[id_], quote)]
    lost = [quote for id_, quote in old.items() if id_ not in new and id_ not in gone]
    added = [quote for id_, quote in new.items() if id_ not in old]
    pairs = [*_edited(lost, added)]
    taken = {quote.id for pair in pairs for quote in (pair.before, pair.after)}
    articles = {quote.article for quote in after}
    pairs += _moved(
        [quote for quote in lost if quote.id not in taken and quote.article not in articles],
        [quote for quote in added if quote.id not in taken],
    )
    taken = {quote.id for pair in pairs for quote in (pair.before, pair.after)}
    changes += pairs
    return Differences(
        added=_in_order(quote for quote in added if quote.id not in taken),
        lost=_in_order(quote for quote in lost if quote.id not in taken),
        changes=tuple(sorted(changes, key=lambda change: _place(change.after))),
    )


def _differ(before: PublishedQuote, after: PublishedQuote) -> bool:
    return before.speaker != after.speaker and Change(before, after).reattributed


def _edited(lost: Sequence[PublishedQuote], added: Sequence[PublishedQuote]) -> Iterator[Change]:
    """Pair what an article lost with what came to it, the most alike first."""
    of_article = defaultdict(list)
    for quote in added:
        of_article[quote.article].append(quote)
    scored = []
    for article, olds in _by_article(lost).items():
        news = of_article.get(article, [])
        words = {quote.id: _words(quote) for quote in (*olds, *news)}
        index = defaultdict(set)
        for number, quote in enumerate(news):
            for run in _runs(words[quote.id]):
                index[run].add(number)
        for quote in olds:
            near = {number for run in _runs(words[quote.id]) for number in index.get(run, ())}
            for number in sorted(near):
                likeness = _likeness(words[quote.id], words[news[number].id])
                if likeness >= _ALIKE:
                    scored.append((-likeness, abs(quote.start - news[number].start), quote, news[number]))
    yield from _best(scored)


def _moved(lost: Sequence[PublishedQuote], added: Sequence[PublishedQuote]) -> Iterator[Change]:
    """Pair the words of articles that are no more with the same words under another article's name."""
    by_words = defaultdict(list)
    for quote in _in_order(added):
        by_words[_words(quote)].append(quote)
    for quote in _in_order(lost):
        found = by_words.get(_words(quote))
        if found:
            yield Change(quote, found.pop(0))


def _best(scored: list[tuple[float, int, PublishedQuote, PublishedQuote]]) -> Iterator[Change]:
    taken: set[str] = set()
    for _, _, old, new in sorted(scored, key=lambda pair: (*pair[:2], pair[2].id, pair[3].id)):
        if old.id not in taken and new.id not in taken:
            taken |= {old.id, new.id}
            yield Change(old, new)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of two versions is the same, between 0 and 1; a part of the other is the same as a whole."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    shorter = min(len(one), len(other))
    if shorter >= _TELLING and matcher.find_longest_match(0, len(one), 0, len(other)).size == shorter:
        return 1.0
    return matcher.ratio()


def _words(quote: PublishedQuote) -> tuple[str, ...]:
    """Return the words, marks and case aside."""
    folded = "".join(c if c.isalnum() else " " for c in " ".join(quote.exact).casefold())
    return tuple(folded.split())


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Return all runs of words; a text too short for one is a run itself."""
    return {tuple(words[at : at + _IN_A_ROW]) for at in range(max(1, len(words) - _IN_A_ROW + 1))}


def _by_article(quotes: Sequence[PublishedQuote]) -> dict[str, list[PublishedQuote]]:
    found = defaultdict(list)
    for quote in quotes:
        found[quote.article].append(quote)
    return found


def _in_order(quotes: Iterator[PublishedQuote] | Sequence[PublishedQuote]) -> tuple[PublishedQuote, ...]:
    return tuple(sorted(quotes, key=_place))


def _place(quote: PublishedQuote) -> tuple[str, int, str]:
    return quote.article, quote.start, quote.id
