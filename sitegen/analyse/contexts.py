"""In what contexts a word is used as a person's name, and where it goes on as something longer."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sitegen.analyse.lexicon import titles
from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.lexicon.nouns import NEVER_NAMES, ORGANISATION_HEADS, PEOPLE, PLACE_PREFIXES
from sitegen.analyse.lexicon.places import PLACES
from sitegen.analyse.spot import POSSESSIVE, PROPER, Spot
from sitegen.analyse.tokens import Tokens
from sitegen.model.person_name import PARTICLES, SUFFIXES, bare, fold

LOCATIVE = frozenset({"in", "at", "from", "near", "to", "outside", "around", "across", "into", "toward", "towards"})
_BE = frozenset("is was are were be been being has have had does did do".split())
# What prices, rates and other things do without anybody.
_MOVES = frozenset(
    """fell rose dropped jumped climbed doubled tripled soared plunged slipped grew shrank declined increased eased
    rallied came went began ended followed meant mattered helped hurt cost covered turned stood lay ran""".split()
)
_SETTLEMENTS = frozenset("town city village hamlet county state port parish district borough suburb island".split())


@dataclass(frozen=True)
class Contexts:
    """Judges words of one article by what stands around them.

    ``inside`` maps tokens to the spots that they belong to; ``capitals`` are tokens of text in capitals, ``common`` the
    words that the article writes with a small letter as well; ``surnames`` are those of the people who are named in
    full, ``called_person`` single words that the model calls a person somewhere.
    """

    tokens: Tokens
    inside: Mapping[int, Spot]
    capitals: AbstractSet[int]
    common: AbstractSet[str]
    surnames: AbstractSet[str]
    called_person: AbstractSet[str]

    def mean_person(self, index: int) -> bool:
        """Tell whether a single capitalised word is used as a person's name where it stands."""
        tokens = self.tokens
        word, tag, label = tokens.words[index], tokens.parse.tags[index], tokens.parse.labels[index]
        if index in self.capitals:
            return len(word) > 2
        unknown = tag.startswith("N") and word.lower() not in self.common
        if (
            tag not in PROPER
            and not label.endswith("PERSON")
            and not unknown
            and not self._reporting_verb_at(index + 1)
            and not self._acts(index)
        ):
            return False
        if label.endswith(("DATE", "TIME", "MONEY", "LANGUAGE")):
            return False
        spot = self.inside.get(index)
        if spot is not None and spot.kind != "person" and len(spot.tokens) > 1:
            # Inside a longer name of another kind, unless the model took the words around by mistake.
            return False
        before = tokens.words[index - 1] if index and tokens.adjacent(index - 1, index) else ""
        if before.lower() in PLACE_PREFIXES and before[0].isupper():
            return False
        if word.lower() in PLACES and before.lower() in LOCATIVE:
            return False
        if self._is_settlement(index):
            return False
        if label.endswith(("GPE", "LOC", "FAC")):
            if before.lower() in LOCATIVE:
                return False
            after = tokens.words[index + 1] if index + 1 < len(tokens) else ""
            if after == "," and index + 2 < len(tokens) and tokens.parse.labels[index + 2].endswith("GPE"):
                return False
            acts = tokens.parse.deps[index] in {"nsubj", "poss"} or word.lower() not in PLACES
            return acts or fold(word) in self.called_person or titles.is_title(before)
        return not self._preceded(index)

    def _acts(self, index: int) -> bool:
        """Tell whether a word that may be a common noun did what people do: "Price lost a watch", "Frost is a baker".

        Prices and rates rise and fall by themselves.
        """
        parse, lower, children = self.tokens.parse, self.tokens.lower, self.tokens.children
        verb = parse.heads[index]
        if parse.deps[index] != "nsubj" or any(child < index for child in children[index]):
            return False
        if lower[verb] in _BE:
            return any(parse.deps[child] == "attr" and lower[child] in PEOPLE for child in children[verb])
        return parse.tags[verb] == "VBD" and lower[verb] not in _MOVES and verb > index

    def _reporting_verb_at(self, index: int) -> bool:
        """Tell whether a reporting verb in the past, or read as its participle, stands at ``index``: "Will | wrote"."""
        tokens = self.tokens
        return index < len(tokens) and tokens.parse.tags[index] in {"VBD", "VBN"} and tokens.lower[index] in VERBS

    def _is_settlement(self, index: int) -> bool:
        """Tell whether what stands before a word makes it a place: "the town of Lincoln", "lives in Harrison"."""
        tokens = self.tokens
        if index < 2 or not tokens.adjacent(index - 1, index):
            return False
        before, owned = tokens.lower[index - 1], tokens.words[index + 1 : index + 2]
        if before == "of":
            return tokens.lower[index - 2] in _SETTLEMENTS
        inside = before in {"in", "near", "outside"} and not tokens.parse.labels[index].endswith("PERSON")
        return inside and not (owned and owned[0] in POSSESSIVE)

    def _preceded(self, index: int) -> bool:
        """Tell whether another capitalised word before makes this somebody else's name: "Melania Trump"."""
        tokens = self.tokens
        if not index or not tokens.adjacent(index - 1, index):
            return False
        before, parse = tokens.words[index - 1], tokens.parse
        if not before[0].isupper() or titles.is_qualifier(before) or parse.tags[index - 1] not in PROPER:
            return False
        if before.lower() in NEVER_NAMES or before.isupper() or bare(before) in PARTICLES:
            return False
        label = parse.labels[index - 1][2:]
        if label in {"NORP", "GPE", "ORG", "DATE"} and label != parse.labels[index][2:]:
            return False
        return parse.deps[index - 1] == "compound" and parse.heads[index - 1] == index

    def continued(self, index: int) -> bool:
        """Tell whether the name goes on after ``index``: "the Trump Organization", "Paul Manafort", "Trump Tower"."""
        tokens, end = self.tokens, index + 1
        if end >= len(tokens) or not tokens.adjacent(index, end) or index in self.capitals:
            return False
        word = tokens.words[end]
        if word == "-":
            return self._double_barrelled(end)
        if word == "&":
            return True
        if not word[0].isupper() or word in POSSESSIVE or bare(word) in SUFFIXES:
            return False
        if word.lower() in ORGANISATION_HEADS:
            return True
        spot, following = self.inside.get(index), self.inside.get(end)
        if spot is not None and following is spot and end < spot.tokens.stop:
            return True
        compound = tokens.parse.deps[index] == "compound" and tokens.parse.heads[index] >= end
        return compound and tokens.parse.tags[end] in PROPER and not titles.is_title(word)

    def _double_barrelled(self, hyphen: int) -> bool:
        """Tell whether a capitalised part of a surname follows: "Paul-Smith", not "Trump-backed" or "Trump-Pence"."""
        after, tokens = hyphen + 1, self.tokens
        close = after < len(tokens) and tokens.parse.ends[hyphen] == tokens.parse.starts[after]
        return close and tokens.words[after][0].isupper() and fold(tokens.words[after]) not in self.surnames
