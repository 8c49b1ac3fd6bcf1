"""What quotations speak of: their words of content, weighed by how rare these are in the article."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache

from sitegen.model.quote import Quote
from sitegen.model.site import Reading
from sitegen.relate.common_words import COMMON

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SHORTEST = 3
_ENDINGS = ("ings", "edly", "ing", "ied", "ies", "ers", "ed", "es", "er", "ly", "s", "e")
_STEM = 3
# In a short article all words are rare: it is weighed as if it had so many sentences.
_FEWEST_SENTENCES = 40


class Matters:
    """What the quotations of one article speak of; looked into only where two of them are compared."""

    def __init__(self, reading: Reading, sentences: tuple[int, ...]) -> None:
        """``sentences`` are the offsets at which the sentences of the article begin."""
        self._reading = reading
        self._sentences = sentences
        self._words: dict[str, frozenset[str]] = {}
        self._names: dict[int, frozenset[str]] = {}

    def words(self, quote: Quote) -> frozenset[str]:
        """Return what a quotation speaks of."""
        found = self._words.get(quote.id)
        if found is None:
            text = self._reading.article.text
            found = frozenset(word for span in quote.spans for word in content_words(span.of(text)))
            self._words[quote.id] = found
        return found

    def names_of(self, one: int, other: int) -> frozenset[str]:
        """Return the words that name two speakers, by their clusters: that both quotations hold one tells nothing."""
        return self._names_of(one) | self._names_of(other)

    def _names_of(self, cluster: int) -> frozenset[str]:
        found = self._names.get(cluster)
        if found is None:
            named = self._reading.analysis.clusters[cluster]
            forms = (named.name, *named.forms, *named.titles)
            found = self._names[cluster] = frozenset(word for form in forms for word in content_words(form))
        return found

    def common(self, one: Quote, other: Quote, without: frozenset[str]) -> frozenset[str]:
        """Return the words that two quotations share, ``without`` some."""
        return (self.words(one) & self.words(other)) - without

    def weight(self, words: frozenset[str]) -> float:
        """Return how much ``words`` of quotations tell together."""
        return sum(self._weights[word] for word in words) if words else 0.0

    @cached_property
    def _weights(self) -> dict[str, float]:
        """How much a word tells, between 0 and 1: the less, the more sentences hold it."""
        found = _content(self._reading.article.text)
        places = Counter(word for _, word in {(bisect_right(self._sentences, at), word) for at, word in found})
        most = math.log(max(len(self._sentences), _FEWEST_SENTENCES) + 1)
        return {word: 1 - math.log(count) / most for word, count in places.items()}


def content_words(text: str) -> Iterator[str]:
    """Yield the words of a text that tell what it speaks of, each folded to what its forms share."""
    for _, word in _content(text):
        yield word


def _content(text: str) -> Iterator[tuple[int, str]]:
    for found in _WORD.finditer(text):
        stem = _stem(found[0].lower())
        if stem:
            yield found.start(), stem


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """Return what the forms of a word share, "" for a word that tells nothing."""
    if word in COMMON or (len(word) < _SHORTEST and not word.isdigit()):
        return ""
    stem = folded(word)
    return "" if stem in COMMON else stem


def folded(word: str) -> str:
    """Return a word without the endings of plurals and verbs: "closing", "closed" and "closes" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM and not word.endswith("ss"):
            stem = word[: -len(ending)]
            if ending in {"ied", "ies"}:
                return stem + "y"
            return stem[:-1] if len(stem) > _STEM and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem
    return word
