"""The same words of others, as the page of a quotation and pages of their own list them."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer
from sitegen.compose.gathering import MOST_BESIDE, Gathering
from sitegen.compose.permalinks import quote_folder
from sitegen.compose.recipe import Recipe
from sitegen.compose.versions import list_pages
from sitegen.compose.wording import count

# So many of one speaker, and twice as many in all, hold the first others of every speaker.
_MOST_OF_ONE = MOST_BESIDE + 1


@dataclass(frozen=True, slots=True)
class _Same:
    """Quotations of the same words: how many each speaker has, and the first ones with theirs, few of each."""

    size: int
    of: Counter[Hashable]
    first: tuple[tuple[Hashable, Utterance], ...]

    def beside(self, voice: Hashable) -> list[Utterance]:
        """Return the first few that are given to others."""
        return [utterance for other, utterance in self.first if other != voice][:MOST_BESIDE]

    def others(self, voice: Hashable) -> int:
        """Return how many of them are given to others."""
        return self.size - self.of[voice]


class Echoes:
    """The quotations of the same words that are given to others: looked through once for each such words."""

    def __init__(self, index: Catalogue) -> None:
        self._index = index
        self._same: dict[str, _Same] = {}

    def of(self, utterance: Utterance) -> Gathering:
        """Return what stands beside a quotation."""
        ids = self._index.site.relations.echoes.get(utterance.quote.id, ())
        if not ids:
            return Gathering()
        same, voice = self._found(ids), _voice(utterance)
        total = same.others(voice)
        return Gathering(tuple(same.beside(voice)), total + 1, _folder(ids[0]) if total > MOST_BESIDE else "")

    def pages(self, framer: Framer) -> Iterator[Recipe]:
        """Yield the pages that list many quotations of the same words, where the page of one leads there."""
        echoes = self._index.site.relations.echoes
        for ids in sorted(ids for id_, ids in echoes.items() if id_ == ids[0] and len(ids) - 1 > MOST_BESIDE):
            listed, same = [self._index.quotes[each] for each in ids], self._found(ids)
            if any(utterance.has_page and same.others(_voice(utterance)) > MOST_BESIDE for utterance in listed):
                lede = f"{count(len(ids), 'quotation')} have these very words, and are not given to one speaker."
                yield from list_pages(framer, _folder(ids[0]), "The same words as", lede, listed)

    def _found(self, ids: Sequence[str]) -> _Same:
        if ids[0] not in self._same:
            listed = [self._index.quotes[each] for each in ids]
            taken: Counter[Hashable] = Counter()
            first: list[tuple[Hashable, Utterance]] = []
            for utterance in listed:
                voice = _voice(utterance)
                taken[voice] += 1
                if taken[voice] <= _MOST_OF_ONE and len(first) < 2 * _MOST_OF_ONE:
                    first.append((voice, utterance))
            self._same[ids[0]] = _Same(len(listed), taken, tuple(first))
        return self._same[ids[0]]


def _voice(utterance: Utterance) -> Hashable:
    """Return what tells speakers apart; one whom nobody knows is nobody else."""
    return utterance.speaker.key if utterance.speaker.known else utterance.quote.id


def _folder(first: str) -> str:
    return f"{quote_folder(first)}same-words/"
