"""Words that change hands without their quotation: a sentence that moves to the next speaker, a part of a split."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sitegen.ledger.words import TELLING, Words, runs, words_in
from sitegen.model.differences import Change
from sitegen.model.publication import PublishedQuote, PublishedSpeaker

# So many words in a row tell whose they were: in one article, and between two.
_HERE = 5
_ELSEWHERE = 10
# A run that stands in more quotations than these tells none of them.
_MOST_HOLDERS = 40


def carried(
    lost: Sequence[PublishedQuote],
    added: Sequence[PublishedQuote],
    before: Collection[PublishedQuote],
    after: Collection[PublishedQuote],
    words: Mapping[str, Words],
) -> Iterator[Change]:
    """Yield new quotations with words that somebody else was published with, and is published with no more.

    ``lost`` and ``added`` are the quotations whose ids are on one side only, ``words`` the words of those. Words that
    their former speaker still says in that article, or the new one said there before, did not change hands.
    """
    for size in (_HERE, _ELSEWHERE):
        holders = defaultdict(list)
        for quote in added:
            for run in _telling(words[quote.id], size):
                holders[run].append(quote)
        # Only articles with such quotations are looked at for what else is said in them.
        still = _Said(after, {quote.article for quote in lost}, size)
        had = _Said(before, {quote.article for quote in added}, size)
        for quote in lost:
            found: dict[str, PublishedQuote] = {}
            for run in _telling(words[quote.id], size):
                others = holders.get(run, ())
                if len(others) > _MOST_HOLDERS or still.by(quote, quote.speaker, run):
                    continue
                for other in others:
                    if (quote.article == other.article) == (size == _HERE) and not had.by(other, other.speaker, run):
                        found.setdefault(other.id, other)
            for other in found.values():
                change = Change(quote, other)
                if change.reattributed:
                    yield change


class _Said:
    """Who says which runs of words in an article."""

    def __init__(self, quotes: Collection[PublishedQuote], articles: Collection[str], size: int) -> None:
        self._size = size
        self._quotes: dict[str, list[PublishedQuote]] = defaultdict(list)
        for quote in quotes:
            if quote.article in articles:
                self._quotes[quote.article].append(quote)
        self._runs: dict[str, list[tuple[PublishedSpeaker | None, set[Words]]]] = {}

    def by(self, quote: PublishedQuote, speaker: PublishedSpeaker | None, run: Words) -> bool:
        """Tell whether ``speaker`` says ``run`` in the article of ``quote``."""
        if quote.article not in self._runs:
            self._runs[quote.article] = [
                (other.speaker, _telling(words_in(other), self._size)) for other in self._quotes[quote.article]
            ]
        return any(
            run in said and (other is speaker or (other is not None and other.is_same(speaker)))
            for other, said in self._runs[quote.article]
        )


def _telling(words: Words, size: int) -> set[Words]:
    """Return the runs of ``size`` words; in one article, a whole quotation of a word less tells as well."""
    if len(words) >= size or (size == _HERE and len(words) == TELLING):
        return runs(words, size)
    return set()
