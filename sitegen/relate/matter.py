"""What quotations speak of: their words of content, weighed by how rare these are in the article."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sitegen.model.quote import Quote
from sitegen.model.site import Reading
from sitegen.relate.common_words import COMMON

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SHORTEST = 3
_ENDINGS = ("ings", "edly", "ing", "ied", "ies", "ers", "ed", "es", "er", "ly", "s", "e")
_STEM = 3
# In a short article all words are rare: it is weighed as if it had so many sentences.
_FEWEST_SENTENCES = 40


@dataclass(frozen=True, slots=True)
class Matters:
    """``words`` holds what each quotation speaks of, by its id; ``weights`` how much a word tells, between 0 and 1;
    ``names`` the words of the names and titles of each cluster."""

    words: dict[str, frozenset[str]]
    weights: dict[str, float]
    names: tuple[frozenset[str], ...]

    def names_of(self, one: int, other: int) -> frozenset[str]:
        """Return the words that name two speakers: that both quotations hold one tells nothing."""
        return self.names[one] | self.names[other]

    def shared(self, one: Quote, other: Quote, without: frozenset[str]) -> tuple[float, int]:
        """Return the weight and the number of the words that two quotations share, ``without`` some."""
        both = (self.words[one.id] & self.words[other.id]) - without
        return sum(self.weights[word] for word in both), len(both)

    def weight(self, quote: Quote, without: frozenset[str]) -> float:
        """Return the weight of all that a quotation speaks of."""
        return sum(self.weights[word] for word in self.words[quote.id] - without)


def matters_of(reading: Reading, sentences: tuple[int, ...]) -> Matters:
    """Return the matters of one article, whose ``sentences`` begin at these offsets."""
    text = reading.article.text
    words = {
        quote.id: frozenset(word for span in quote.spans for word in content_words(span.of(text)))
        for quote in reading.analysis.quotes
    }
    ends = (*sentences[1:], len(text))
    places: Counter[str] = Counter()
    for start, end in zip(sentences, ends, strict=False):
        places.update(set(content_words(text[start:end])))
    names = tuple(
        frozenset(word for form in (one.name, *one.forms, *one.titles) for word in content_words(form))
        for one in reading.analysis.clusters
    )
    most = math.log(max(len(sentences), _FEWEST_SENTENCES) + 1)
    return Matters(words, {word: 1 - math.log(count) / most for word, count in places.items()}, names)


def content_words(text: str) -> Iterable[str]:
    """Yield the words of a text that tell what it speaks of, each folded to what its forms share."""
    for found in _WORD.finditer(text):
        word = found[0].lower()
        if word not in COMMON and (len(word) >= _SHORTEST or word.isdigit()):
            stem = folded(word)
            if stem not in COMMON:
                yield stem


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """Return a word without the endings of plurals and verbs: "closing", "closed" and "closes" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM and not word.endswith("ss"):
            stem = word[: -len(ending)]
            if ending in {"ied", "ies"}:
                return stem + "y"
            return stem[:-1] if len(stem) > _STEM and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem
    return word
