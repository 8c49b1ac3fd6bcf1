"""Names of one word that no full name explains: "Rachel", "Ramaphosa"."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.analyse.lexicon.brands import BRANDS
from sitegen.analyse.lexicon.nouns import KIN, NAME_PREFIXES, NEVER_NAMES
from sitegen.analyse.lexicon.places import PLACES
from sitegen.analyse.persons import Persons
from sitegen.analyse.persons.words import Words
from sitegen.analyse.spot import Spot
from sitegen.analyse.tokens import Tokens
from sitegen.model.person_name import fold, plausible

# The log-odds that such a name must have: where the model calls it a person somewhere in the article, where it never
# does, and where a place of that name is well known.
_SEEN, _UNSEEN, _PLACE = 1.0, 2.0, 5.0


@dataclass(frozen=True)
class LoneNames:
    """The lone names of one article.

    A name is somebody at all its places or at none (one sense per discourse: Gale, Church and Yarowsky 1992).
    """

    tokens: Tokens
    persons: Persons
    spots: Sequence[Spot]
    _decided: dict[Words, bool] = field(default_factory=dict)

    def at(self, run: range) -> bool:
        """Tell whether the word at ``run``, or the words that hyphens join there, name somebody."""
        name = self.tokens.words[run.start : run.stop]
        return run.start in self._alone and run in self.persons.runs.get(name, ()) and self._is_somebody(name)

    def _is_somebody(self, name: Words) -> bool:
        if name not in self._decided:
            self._decided[name] = self._can_be_name(name) and (
                self.persons.odds(name) > self._bar(name) or self._is_kin(name)
            )
        return self._decided[name]

    def _can_be_name(self, name: Words) -> bool:
        word = "".join(name)
        lower = word.lower()
        shouted = word.isupper() and len(word) > 1
        known = lower in NEVER_NAMES or lower in BRANDS or fold(word) in self._parts_of_others
        return not shouted and not known and plausible(name)

    def _bar(self, name: Words) -> float:
        if name[-1].lower() in PLACES:
            return _PLACE
        labels = self.tokens.parse.labels
        seen = any(labels[run[-1]].endswith("PERSON") for run in self.persons.runs[name])
        return _SEEN if seen else _UNSEEN

    def _is_kin(self, name: Words) -> bool:
        """Tell whether the text calls somebody so of a family: "her husband David", "their kids Jayden and Preston"."""
        return any(self._behind_kin(run.start) for run in self.persons.runs[name])

    def _behind_kin(self, index: int) -> bool:
        words, before = self.tokens.words, index - 1
        if before < 0 or not self.tokens.adjacent(before, index):
            return False
        if words[before] in {"and", ","}:
            return before > 0 and (words[before - 1],) in self.persons.runs and self._behind_kin(before - 1)
        return words[before] in KIN

    @cached_property
    def _alone(self) -> set[int]:
        """Where names of one word begin, outside longer names of what is no person."""
        longer = {index for spot in self.spots if len(spot.tokens) > 1 for index in spot.tokens[1:]}
        found = {run[0] for words, runs in self.persons.runs.items() if _is_one(words) for run in runs}
        return {index for index in found - longer if self.tokens.parse.tags[index] != "NNPS"}

    @cached_property
    def after_prefixes(self) -> frozenset[str]:
        """The words, folded, that are the name of a ship or a storm somewhere: "Hurricane Otto", "HMS Duncan"."""
        words = self.tokens.words
        return frozenset(
            fold(words[index + 1]) for index in self.tokens.capitalised[:-1] if words[index].lower() in NAME_PREFIXES
        )

    @cached_property
    def _parts_of_others(self) -> set[str]:
        """The words, folded, of longer names that are nobody's: "Tullow" where the text names Tullow Oil, "Otto" where
        it names Hurricane Otto."""
        runs = self.persons.runs
        people = {index for spot in self.spots if spot.kind == "person" for index in spot.tokens}
        found = set(self.after_prefixes)
        for name, places in runs.items():
            if len(name) > 1 and not any(index in people for run in places for index in run):
                found.update(map(fold, name))
        return found


def _is_one(words: Words) -> bool:
    return len(words) == 1 or words[1] == "-"
