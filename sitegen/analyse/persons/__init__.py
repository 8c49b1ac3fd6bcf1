"""Whether a name is a person's, by all that an article shows of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.analyse.persons.evidence import evidence
from sitegen.analyse.persons.weights import Weights, weights
from sitegen.analyse.persons.words import Words, name_runs
from sitegen.analyse.tokens import Tokens


@dataclass(frozen=True)
class Persons:
    """Judges the names of one article; log-odds (natural logarithm) above zero speak for a person.

    A logistic regression over the evidence, with weights learned by ``benchmarks/learn_names.py``.
    """

    tokens: Tokens
    learned: Weights = field(default_factory=weights)
    _known: dict[Words, float] = field(default_factory=dict)

    @cached_property
    def runs(self) -> dict[Words, list[range]]:
        """Where the names stand."""
        return name_runs(self.tokens)

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(word for word in self.tokens.words if word.islower())

    def odds(self, words: Words) -> float:
        """Return the log-odds that the name in ``words``, one of ``runs``, is a person's."""
        if words not in self._known:
            self._known[words] = self._odds(words)
        return self._known[words]

    def _odds(self, words: Words) -> float:
        runs: Sequence[range] = self.runs[words]
        # People are called by their last name after the first time, which tells of the whole name.
        echoes = self.runs.get(words[-1:], []) if len(words) > 1 else []
        found = evidence(self.tokens, words, [*runs, *echoes], len(echoes), self._common)
        table: Mapping[str, float] = self.learned.several if len(words) > 1 else self.learned.one
        return table[""] + sum(table.get(each, 0.0) * count for each, count in found.items())
