"""The same words of others, as the page of a quotation and pages of their own list them."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer
from sitegen.compose.gathering import MOST_BESIDE, Gathering
from sitegen.compose.permalinks import echoes_folder
from sitegen.compose.recipe import Recipe
from sitegen.compose.versions import compared_pages
from sitegen.compose.wording import count


@dataclass(frozen=True, slots=True)
class _Same:
    """Quotations of the same words: all, how many each voice has, and the first ones, few of each voice."""

    listed: tuple[Utterance, ...]
    by_voice: Counter[Hashable]
    first: tuple[Utterance, ...]

    def others(self, utterance: Utterance) -> int:
        """Return how many of them are given to others."""
        return len(self.listed) - self.by_voice[_voice(utterance)]


class Echoes:
    """The quotations of the same words that are given to others: looked through once for each such words."""

    def __init__(self, index: Catalogue) -> None:
        self._index = index
        self._same: dict[str, _Same] = {}

    def of(self, utterance: Utterance) -> Gathering:
        """Return what stands beside a quotation: others of the same words; many have a page that lists them all."""
        ids = self._index.site.relations.echoes.get(utterance.quote.id, ())
        if not ids:
            return Gathering()
        same, voice = self._found(ids), _voice(utterance)
        others = same.others(utterance)
        shown = tuple([other for other in same.first if _voice(other) != voice][:MOST_BESIDE])
        return (
            Gathering(shown, len(ids), echoes_folder(ids[0])) if others > MOST_BESIDE else Gathering(shown, others + 1)
        )

    def pages(self, framer: Framer) -> Iterator[Recipe]:
        """Yield the pages that list many quotations of the same words, where the page of one leads there."""
        echoes = self._index.site.relations.echoes
        for ids in sorted(ids for id_, ids in echoes.items() if id_ == ids[0] and len(ids) - 1 > MOST_BESIDE):
            same = self._found(ids)
            if any(utterance.has_page and same.others(utterance) > MOST_BESIDE for utterance in same.listed):
                lede = f"{count(len(ids), 'quotation')} have these very words, and are not given to one speaker."
                yield from compared_pages(framer, echoes_folder(ids[0]), "The same words as", lede, same.listed)

    def _found(self, ids: Sequence[str]) -> _Same:
        if ids[0] not in self._same:
            listed = tuple(self._index.quotes[each] for each in ids)
            by_voice: Counter[Hashable] = Counter()
            first: list[Utterance] = []
            for utterance in listed:
                by_voice[_voice(utterance)] += 1
                # So many of one voice, and twice as many in all, hold the first others of every voice.
                if by_voice[_voice(utterance)] <= MOST_BESIDE and len(first) < 2 * MOST_BESIDE:
                    first.append(utterance)
            self._same[ids[0]] = _Same(listed, by_voice, tuple(first))
        return self._same[ids[0]]


def _voice(utterance: Utterance) -> Hashable:
    """Return what tells speakers apart; one whom nobody knows is nobody else."""
    return utterance.speaker.key if utterance.speaker.known else utterance.quote.id
