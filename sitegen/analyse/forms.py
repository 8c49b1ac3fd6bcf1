"""Whether a known form of a name stands in a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen.analyse.tokens import Tokens
from sitegen.model.person_name import PARTICLES, fold

# The words of a name, as the model's tokenizer parts them.
Form = tuple[str, ...]


def words_of(name: str) -> Form:
    """Split a name that an author wrote into words as the model's tokenizer does: hyphens stand alone."""
    return tuple(part for word in name.split() for part in _hyphens(word))


def _hyphens(word: str) -> Iterator[str]:
    first = True
    for part in word.split("-"):
        if not first:
            yield "-"
        if part:
            yield part
        first = False


@dataclass(frozen=True)
class Forms:
    """Looks forms up in the tokens of one article; ``capitals`` are those that stand in capitals throughout."""

    tokens: Tokens
    capitals: frozenset[int] = frozenset()

    def length(self, index: int, form: Form) -> int:
        """Return how many tokens ``form`` takes at ``index``, 0 where it does not stand there."""
        position = index
        for word in form:
            if position >= len(self.tokens) or (position > index and not self.tokens.adjacent(position - 1, position)):
                return 0
            token = self.tokens.words[position]
            shouted = index in self.capitals and fold(token) == fold(word)
            if token != word and not shouted and not _alike(token, word):
                return 0
            position += 1
        return position - index

    def places(self, form: Form) -> list[range]:
        """Return where ``form`` stands."""
        small = form[0] in PARTICLES or not form[0][:1].isupper()
        begins = self._begins if small else self._begins_in_capitals
        found = (range(index, index + self.length(index, form)) for index in begins.get(fold(form[0]), ()))
        return [run for run in found if run]

    @cached_property
    def _begins(self) -> dict[str, list[int]]:
        return self._index(range(len(self.tokens)))

    @cached_property
    def _begins_in_capitals(self) -> dict[str, list[int]]:
        return self._index(self.tokens.capitalised)

    def _index(self, places: Sequence[int]) -> dict[str, list[int]]:
        begins: dict[str, list[int]] = {}
        for index in places:
            begins.setdefault(fold(self.tokens.words[index]), []).append(index)
        return begins


def _alike(token: str, word: str) -> bool:
    """Tell whether only an apostrophe, an accent or a particle's capital differs: "O'Brien" and "O’Brien"."""
    if word in PARTICLES:
        return token.lower() == word
    return token[0] == word[0] and token[1:2].islower() == word[1:2].islower() and fold(token) == fold(word)
