"""Descriptions that stand for somebody who is named: "the senator", "the harbourmaster", "the 33-year-old".

Source: definite descriptions whose head an apposition, a title or a copula gave to the person before (Vieira and Poesio
2000, "discourse-old" and "bridging" descriptions); only those that can mean one person.
"""

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from sitegen.analyse.descriptions import Descriptions
from sitegen.analyse.lexicon.nouns import KIN, PEOPLE
from sitegen.analyse.lexicon.titles import is_title
from sitegen.analyse.pronouns import Pronouns
from sitegen.analyse.roles import years_old
from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Mention

_DEFINITE = frozenset({"the", "this"})
# Say nothing about which of several is meant.
_NEUTRAL = frozenset(
    """late outspoken veteran embattled young old elderly longtime popular famous beleaguered beloved controversial
    disgraced retired ailing powerful charismatic fiery hugely very well known respected renowned award winning rising
    pop rock film movie reality tv television british american french german italian spanish irish scottish welsh
    english australian canadian""".split()
)
# Stand for somebody in the news without having been said of them; an office might be somebody else's.
_OF_RENOWN = {
    "actress": "f",
    "singer": "",
    "actor": "m",
    "star": "",
    "superstar": "",
    "popstar": "",
    "rapper": "",
    "comedian": "",
    "starlet": "f",
    "beauty": "f",
    "supermodel": "f",
    "songstress": "f",
    "businesswoman": "f",
    "businessman": "m",
    "billionaire": "",
    "mogul": "",
    "tycoon": "",
    "striker": "",
    "midfielder": "",
    "goalkeeper": "",
    "quarterback": "",
    "footballer": "",
    "novelist": "",
    "duchess": "f",
    "duke": "m",
    "countess": "f",
}
# Stand for anybody, or for somebody by their relation to somebody else.
_TOO_COMMON = KIN | frozenset(
    "man woman person boy girl friend colleague member resident source partner ex owner another victim star".split()
)
# How many paragraphs may lie between a person and a description of them.
_REACH = 3
_LONGEST = 6


@dataclass(frozen=True)
class Nominals:
    """Finds the descriptions of one article; ``named`` are its mentions by name, in order."""

    tokens: Tokens
    named: Sequence[Mention]
    pronouns: Pronouns
    descriptions: Descriptions

    def mentions(self) -> tuple[Mention, ...]:
        """Return a mention for each description that means one person, its article or "this" included."""
        found = []
        for index, word in enumerate(self.tokens.lower):
            if word in _DEFINITE and not self.pronouns.in_quotation(self.tokens.parse.starts[index]):
                mention = self._at(index)
                if mention is not None:
                    found.append(mention)
        return tuple(found)

    def _at(self, index: int) -> Mention | None:
        age = years_old(self.tokens, index + 1)
        if age is not None:
            return self._aged(index, *age)
        end = self._end(index)
        if end is None:
            return None
        noun, modifiers = self.tokens.lower[end - 1], self._modifiers(index + 1, end - 1)
        if modifiers is None or self._goes_on(end):
            return None
        return self._mention(range(index, end), self._whom(index, noun, modifiers))

    def _mention(self, run: range, cluster: int | None) -> Mention | None:
        return None if cluster is None else Mention(self.tokens.span(run), "nominal", "person", cluster)

    def _aged(self, index: int, years: int, end: int) -> Mention | None:
        people = {cluster for cluster, known in self._years.items() if known == years}
        found = self._one(people or self._near(index, "f") | self._near(index, "m"), index)
        # Nobody has two ages: whoever is said to be of one now is not of another later.
        if found is None or self._years.setdefault(found, years) != years:
            return None
        return self._mention(range(index, end), found)

    def _end(self, index: int) -> int | None:
        """Return the end of the noun phrase that begins at ``index``, whose noun is a person's calling or office."""
        tokens, parse = self.tokens, self.tokens.parse
        head = parse.heads[index]
        if not index < head < index + _LONGEST or parse.deps[index] != "det":
            return None
        noun = tokens.lower[head]
        known = noun in _OF_RENOWN or is_title(noun) or (noun in PEOPLE and noun not in _TOO_COMMON)
        if parse.tags[head] not in {"NN", "NNP"} or not known:
            return None
        return None if self._is_named(head) or parse.deps[head] in {"compound", "appos", "attr"} else head + 1

    def _is_named(self, index: int) -> bool:
        """Tell whether a name stands in or right behind the phrase: "the senator Ann Lee", "the coach, Per Lind"."""
        tokens = self.tokens
        behind = index + 1 + (index + 1 < len(tokens) and tokens.words[index + 1] == ",")
        near = {index, index + 1} | ({behind} if self._is_apposed(index, behind) else set())
        return not near.isdisjoint(self._name_at)

    def _is_apposed(self, index: int, behind: int) -> bool:
        return any(
            self.tokens.parse.deps[child] == "appos" and child >= behind for child in self.tokens.children[index]
        )

    def _goes_on(self, end: int) -> bool:
        """Tell whether words behind say which one: "the president of the union", "the man who", "the mayor-elect"."""
        tokens = self.tokens
        if end >= len(tokens) or not tokens.adjacent(end - 1, end):
            return False
        word, children = tokens.lower[end], tokens.children[end - 1]
        which = word in {"of", "for", "in", "from", "at", "with", "who", "whose", "that", "-", "and", "or"}
        hangs = any(child >= end and tokens.parse.deps[child] in {"prep", "relcl", "conj", "acl"} for child in children)
        return which and hangs

    def _modifiers(self, start: int, end: int) -> frozenset[str] | None:
        """Return the words between article and noun that tell people apart; None where they are no plain words."""
        found = set()
        for index in range(start, end):
            word = self.tokens.lower[index]
            if word == "-" or word in _NEUTRAL:
                continue
            if self.tokens.parse.tags[index] not in {"NN", "NNP", "JJ", "VBG"}:
                return None
            found.add(word)
        return frozenset(found)

    def _whom(self, index: int, noun: str, modifiers: frozenset[str]) -> int | None:
        people = {cluster for cluster, words in self.descriptions.words.items() if noun in words and modifiers <= words}
        # Somebody else who is called so in full might be meant: "the foreign minister" beside "the minister".
        if people:
            return self._one(people, index, far=is_title(noun))
        if noun not in _OF_RENOWN or modifiers:
            return None
        gender = _OF_RENOWN[noun]
        near = self._near(index, gender) if gender else self._near(index, "f") | self._near(index, "m")
        if not near:
            near = {
                cluster
                for cluster, places in self.descriptions.places.items()
                if places[0] < index and (not gender or self.pronouns.genders[cluster] in {gender, ""})
            }
        return near.pop() if len(near) == 1 else None

    def _near(self, index: int, gender: str) -> set[int | None]:
        """Return the people of a gender who can be meant by a pronoun at ``index``."""
        return {mention.cluster for mention in self.pronouns.candidates(self.tokens.parse.starts[index], gender)}

    def _one(self, people: AbstractSet[int | None], index: int, *, far: bool = False) -> int | None:
        """Return the only one of ``people``, if named before, and unless ``far`` not too long before."""
        if len(people) != 1:
            return None
        (cluster,) = people
        if cluster is None:
            return None
        places = self.descriptions.places[cluster]
        before = bisect_left(places, index) - 1
        if before < 0:
            return None
        own, last = (self.pronouns.block_of(self.tokens.parse.starts[at]) for at in (index, places[before]))
        return cluster if far or own - last <= _REACH else None

    @cached_property
    def _years(self) -> dict[int, int]:
        """How old each person is, by the ages behind names and by what was found so far."""
        return dict(self.descriptions.ages)

    @cached_property
    def _name_at(self) -> dict[int, int | None]:
        return {index: mention.cluster for mention in self.named for index in self.tokens.within(mention.span)}
