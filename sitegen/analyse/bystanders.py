"""People without a name whom a pronoun may mean: "Lee sat down. The judge intervened. “Enough,” he said."."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.lexicon.nouns import PEOPLE
from sitegen.analyse.lexicon.titles import LONG_FORMS, is_title
from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Mention

_MAIN = frozenset({"ROOT", "conj"})
_NEW = frozenset({"a", "an", "another", "one", "his", "her", "their", "whose"})
# With "the" these are another way to say the name: "Lee … the candidate".
_FOR_A_NAME = frozenset(
    """candidate nominee frontrunner contender hopeful senator president governor congressman congresswoman lawmaker
    mayor minister premier chancellor leader speaker businessman businesswoman billionaire mogul tycoon politician
    author actor actress singer comedian star pope man woman person chairman chairwoman chief secretary writer
    representative commentator activist strategist""".split()
)
_GENDERS = {
    **dict.fromkeys("man boy father son brother husband grandfather widower spokesman businessman actor".split(), "m"),
    **dict.fromkeys("woman girl mother daughter sister wife grandmother widow spokeswoman actress".split(), "f"),
}
# How far from a name the word may stand that says what its bearer is: "Ann Lee, who has been the vicar since May".
_BESIDE = 12


@dataclass(frozen=True)
class Bystanders:
    """The nameless people who act in one article.

    ``mentions`` are those of the named people outside quotation marks, in order; ``quoted`` tells whether an offset
    lies inside them.
    """

    tokens: Tokens
    mentions: Sequence[Mention]
    quoted: Callable[[int], bool]
    _called: dict[int, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _named(self) -> set[int]:
        return {index for mention in self.mentions for index in self.tokens.within(mention.span)}

    def _is_bystander(self, subject: int) -> bool:
        """Tell whether a subject is one person without a name: a judge, his wife, the coach.

        "The candidate" is none: it stands for a name as often as not.
        """
        parse, lower, children = self.tokens.parse, self.tokens.lower, self.tokens.children[subject]
        noun, verb = lower[subject], parse.heads[subject]
        if parse.tags[subject] != "NN" or not (noun in PEOPLE or is_title(noun)):
            return False
        if not (parse.deps[verb] in _MAIN or lower[verb] in VERBS) or self.quoted(parse.starts[subject]):
            return False
        if noun in _FOR_A_NAME and not any(lower[child] in _NEW for child in children):
            return False
        # "The judge, Ann Lee, …" has a name.
        return subject not in self._named and not any(
            child in self._named and parse.deps[child] == "appos" for child in children
        )

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """The first tokens of the mentions of each cluster."""
        places: dict[int, list[int]] = defaultdict(list)
        for mention in self.mentions:
            run = self.tokens.within(mention.span)
            if mention.cluster is not None and run:
                places[mention.cluster].append(run.start)
        return places

    def after(self, cluster: int, index: int, gender: str) -> bool:
        """Tell whether one of them acts between the last mention of ``cluster`` before token ``index`` and that token.

        Those who cannot be of ``gender`` ("f", "m") are left out. "A neighbour of Lee ran out" is an act after the
        name, too. Whoever was called so beside the name is the same: "Ann Lee, the vicar, … The vicar left".
        """
        places = self._places.get(cluster, [])
        before = bisect_left(places, index) - 1
        if before < 0:
            return False
        last = places[before]
        begin = self.tokens.sentence(self.tokens.sentence_of[last]).start
        subjects = self.tokens.subjects
        for subject in subjects[bisect_left(subjects, begin) : bisect_left(subjects, index)]:
            if not self._is_bystander(subject):
                continue
            word = self.tokens.lower[subject]
            other = self._takes_in(subject, last) or (subject > last and word not in self._words_for(cluster))
            if other and _GENDERS.get(word, gender) == gender:
                return True
        return False

    def _takes_in(self, subject: int, name: int) -> bool:
        """Tell whether a name stands in the words for somebody else, or in what that one says: "A neighbour of Lee",
        "The prosecutor said Lee …"."""
        verb = self.tokens.parse.heads[subject]
        says = subject < name and self.tokens.lower[verb] in VERBS and name in self.tokens.subtree(verb)
        return says or name in self.tokens.subtree(subject)

    def _words_for(self, cluster: int) -> frozenset[str]:
        if cluster not in self._called:
            tokens = self.tokens
            near: set[str] = set()
            for place in self._places[cluster]:
                sentence = tokens.sentence(tokens.sentence_of[place])
                near.update(tokens.lower[max(sentence.start, place - _BESIDE) : min(sentence.stop, place + _BESIDE)])
            self._called[cluster] = frozenset(near | {LONG_FORMS[word] for word in near if word in LONG_FORMS})
        return self._called[cluster]
