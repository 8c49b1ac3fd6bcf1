"""A parse laid over its text: what the rules read."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sitegen.analyse.lexicon.nouns import CALENDAR
from sitegen.model.parse import Parse
from sitegen.model.span import Span

_PROPER = frozenset({"NNP", "NNPS"})
# The labels of a clause's subject.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True)
class Tokens:
    """The tokens of one article as columns, indexed by token; every rule reads these and nothing else.

    Built with ``Tokens.of``. Columns that only some rules need are made when first asked for.
    """

    text: str
    parse: Parse
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str, parse: Parse) -> "Tokens":
        """Lay ``parse`` over the text it was made from."""
        return cls(text, parse, tuple([text[start:end] for start, end in zip(parse.starts, parse.ends, strict=True)]))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Each token in lower case."""
        return tuple(map(str.lower, self.words))

    @cached_property
    def capitalised(self) -> tuple[int, ...]:
        """The tokens that begin with a capital letter."""
        return tuple([index for index, word in enumerate(self.words) if word[0].isupper()])

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Each token in lower case; of names, and of capitalised words within a sentence, the tag alone.

        What is learned of words must not hang on who is in the news. Days and months stay.
        """
        forms, tags = list(self.lower), self.parse.tags
        hidden = set(self.capitalised).difference(self.parse.sentences)
        hidden.update([index for index, tag in enumerate(tags) if tag in _PROPER])
        for index in hidden:
            if forms[index] not in CALENDAR:
                forms[index] = tags[index]
        return tuple(forms)

    @cached_property
    def children(self) -> tuple[Sequence[int], ...]:
        """For each token the tokens that depend on it, in the order of the text."""
        lists: list[list[int]] = [[] for _ in self.words]
        for index, head in enumerate(self.parse.heads):
            if head != index:
                lists[head].append(index)
        return tuple(lists)

    @cached_property
    def subjects(self) -> tuple[int, ...]:
        """The tokens that are the subject of a clause."""
        return tuple([index for index, label in enumerate(self.parse.deps) if label in SUBJECTS])

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token the number of its sentence."""
        numbers: list[int] = []
        for number in range(len(self.parse.sentences)):
            numbers += [number] * len(self.sentence(number))
        return tuple(numbers)

    def sentence(self, number: int) -> range:
        """Return the tokens of sentence ``number``."""
        starts = self.parse.sentences
        return range(starts[number], starts[number + 1] if number + 1 < len(starts) else len(self))

    @cached_property
    def _edges(self) -> tuple[dict[int, int], dict[int, int]]:
        """The first and the last token below those tokens that were asked for."""
        return {}, {}

    def subtree(self, index: int) -> range:
        """Return the tokens from the leftmost to the rightmost that hang on ``index``, itself included."""
        return range(self._edge(index, 0), self._edge(index, -1) + 1)

    def _edge(self, index: int, side: Literal[0, -1]) -> int:
        """Follow the outermost child down, of a tree without crossing arcs; each token is passed once."""
        known, way = self._edges[side], []
        while index not in known:
            way.append(index)
            outer = self.children[index][side] if self.children[index] else index
            if (outer < index) != (side == 0) or outer == index:
                known[index] = index
                break
            index = outer
        for passed in way:
            known[passed] = known[index]
        return known[index]

    def span(self, tokens: range) -> Span:
        """Return the characters of a non-empty run of tokens."""
        return Span(self.parse.starts[tokens[0]], self.parse.ends[tokens[-1]])

    @cached_property
    def at(self) -> dict[int, int]:
        """The token that begins at an offset, for offsets at which one begins."""
        return {start: index for index, start in enumerate(self.parse.starts)}

    def within(self, span: Span) -> range:
        """Return the tokens that lie wholly inside ``span``."""
        first = bisect_left(self.parse.starts, span.start)
        last = bisect_right(self.parse.ends, span.end)
        return range(first, max(first, last))

    def adjacent(self, left: int, right: int) -> bool:
        """Tell whether nothing but blanks stands between two neighbouring tokens (no line end)."""
        gap = self.text[self.parse.ends[left] : self.parse.starts[right]]
        return "\n\n" not in gap and not gap.strip()
