"""What an article says of the people whom it names: titles, appositions, "is a …", ages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.analyse.lexicon.nouns import PEOPLE
from sitegen.analyse.lexicon.titles import LONG_FORMS, STYLES, is_honorific, is_title
from sitegen.analyse.roles import age_at, years_old
from sitegen.analyse.tokens import SUBJECTS, Tokens
from sitegen.model.mention import Mention
from sitegen.model.person_name import bare

_COPULAS = frozenset("is was be been being 's ’s became become becomes remains remained are were".split())


@dataclass(frozen=True)
class Descriptions:
    """The descriptions in one article; people are named by the numbers of their clusters.

    ``named`` are the mentions by name, in order; ``known`` adds what records say, as words in lower case.
    """

    tokens: Tokens
    named: Sequence[Mention]
    known: Mapping[int, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def _people(self) -> list[tuple[int, range]]:
        """The mentions of people, each as its cluster and its tokens."""
        return [
            (mention.cluster, self.tokens.within(mention.span))
            for mention in self.named
            if mention.kind == "person" and mention.cluster is not None
        ]

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Where the mentions of each person begin, in tokens."""
        places: dict[int, list[int]] = defaultdict(list)
        for cluster, run in self._people:
            places[cluster].append(run.start)
        return places

    @cached_property
    def words(self) -> dict[int, set[str]]:
        """The words that the article says of each person: titles, appositions, "is a …"."""
        found: dict[int, set[str]] = defaultdict(set)
        for cluster, run in self._people:
            for index in self._descriptions(run):
                found[cluster].update(self._phrase(index))
            if self.tokens.lower[run.start] in STYLES:
                found[cluster].add(self.tokens.lower[run.start])
        for cluster, words in self.known.items():
            found[cluster].update(words)
        return found

    def _descriptions(self, run: range) -> Iterator[int]:
        """Yield the nouns that are said of the person named in ``run``."""
        parse, lower, children = self.tokens.parse, self.tokens.lower, self.tokens.children
        yield from self._before(run)
        for index in run:
            head = parse.heads[index]
            if parse.deps[index] == "appos" and head not in run:
                yield head
            if parse.deps[index] in SUBJECTS and lower[head] in _COPULAS:
                denied = any(parse.deps[child] == "neg" for child in children[head])
                said = [child for child in children[head] if parse.deps[child] == "attr" and not denied]
                yield from (child for child in said if not any(lower[word] == "no" for word in children[child]))
            yield from (child for child in children[index] if parse.deps[child] == "appos")

    def _before(self, run: range) -> Iterator[int]:
        """Yield the words of a title or a calling right before a name: "Sen.", "former harbour pilot"."""
        index, first = run.start, self.tokens.sentence(self.tokens.sentence_of[run.start]).start
        while index > first and self.tokens.adjacent(index - 1, index):
            index -= 1
            word = self.tokens.lower[index]
            if word == ".":
                continue
            if not (word in PEOPLE or is_title(word)):
                break
            yield index

    def _phrase(self, noun: int) -> Iterator[str]:
        """Yield a noun with the words before it that belong to it, abbreviations written out."""
        tokens, parse = self.tokens, self.tokens.parse
        yield from (noun_word for noun_word in _long(tokens.lower[noun]))
        for child in tokens.children[noun]:
            if child < noun and parse.deps[child] in {"compound", "amod", "nmod"}:
                yield from _long(tokens.lower[child])
        yield from (
            tokens.lower[child] for child in tokens.children[noun] if child > noun and parse.deps[child] == "conj"
        )

    @cached_property
    def ages(self) -> dict[int, int]:
        """How old the article says each person is: "Ann Lee, 33,", "33-year-old Ann Lee"; nobody has two ages."""
        found: dict[int, set[int]] = defaultdict(set)
        for cluster, run in self._people:
            behind = age_at(self.tokens, run.stop)
            before = (years_old(self.tokens, run.start - size) for size in (5, 6) if run.start >= size)
            found[cluster].update(years for years, end in filter(None, before) if end <= run.start)
            found[cluster].update(() if behind is None else (behind,))
        return {cluster: ages.pop() for cluster, ages in found.items() if len(ages) == 1}

    def callings(self, cluster: int) -> tuple[str, ...]:
        """Return the callings and offices that are said of a person, sorted."""
        words = self.words.get(cluster, ())
        return tuple(sorted(word for word in words if (word in PEOPLE or is_title(word)) and not is_honorific(word)))


def _long(word: str) -> Iterator[str]:
    yield bare(word)
    if word in LONG_FORMS:
        yield LONG_FORMS[word]
