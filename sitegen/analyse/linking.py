"""Every place where a known name stands: full names, bare surnames, and lone names that nothing explains."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from sitegen.analyse.contexts import LOCATIVE, Contexts
from sitegen.analyse.forms import Form, Forms, words_of
from sitegen.analyse.lexicon import titles
from sitegen.analyse.lexicon.given_names import is_given_name
from sitegen.analyse.lexicon.nouns import NEVER_NAMES
from sitegen.analyse.lexicon.places import PLACES
from sitegen.analyse.lone import LoneNames
from sitegen.analyse.name_order import person_name
from sitegen.analyse.occurrence import Occurrence
from sitegen.analyse.people import Profile, name_words
from sitegen.analyse.persons import Persons
from sitegen.analyse.regions import in_capitals, without_names
from sitegen.analyse.spot import PROPER, Spot, is_hyphen
from sitegen.analyse.tokens import Tokens
from sitegen.model.article import Article
from sitegen.model.person_name import GENERATIONS, PARTICLES, bare, compatible, fold, is_exact

# The log-odds that a given name must have, alone, of somebody who is named in full.
_OF_SOMEBODY = -1.0


def link(
    article: Article, tokens: Tokens, spots: Sequence[Spot], profiles: Sequence[Profile], persons: Persons
) -> tuple[Occurrence, ...]:
    """Return every name in the article, in order and without overlap.

    A full form wins over the bare surname inside it, and any longer name (an organisation, a street, another
    person) over both. A bare surname means the one person of that surname who is named in full in the article;
    where there are several, all are listed and none is chosen, unless "Mr" or "Mrs" tells them apart.
    """
    return tuple(_Linker(article, tokens, spots, profiles, persons).occurrences())


class _Linker:
    """Look-up tables of one article; lives only while ``link`` runs."""

    def __init__(
        self,
        article: Article,
        tokens: Tokens,
        spots: Sequence[Spot],
        profiles: Sequence[Profile],
        persons: Persons,
    ) -> None:
        self.tokens = tokens
        self.persons = persons
        self.lone = LoneNames(tokens, persons, spots)
        self.profiles = profiles
        self.spot_at = {spot.tokens.start: spot for spot in spots}
        self.inside: dict[int, Spot] = {index: spot for spot in spots for index in spot.tokens}
        self.forms: dict[str, list[tuple[Form, int]]] = defaultdict(list)
        self.surnames: dict[str, list[int]] = defaultdict(list)
        self.given: dict[str, list[int]] = defaultdict(list)
        for number, profile in enumerate(profiles):
            for form in profile.forms:
                self.forms[fold(form[0])].append((form, number))
            names = [form for form in profile.forms if form not in profile.aliases or _is_personal(form)]
            for name in {n for form in names if (n := person_name(form)) is not None and n.full}:
                if number not in self.surnames[name.key]:
                    self.surnames[name.key].append(number)
                surname = words_of(name.surname)
                if len(surname) > 1:
                    self.forms[fold(surname[0])].append((surname, number))
            for form in {profile.name.given[:1], *(form[:1] for form in names if len(form) > 1)}:
                if form and len(form[0].rstrip(".")) > 1 and number not in self.given[fold(form[0])]:
                    self.given[fold(form[0])].append(number)
        # The first words of the forms that may begin with a small letter: "de", and what an author vouches for.
        self.small = {
            first
            for first, forms in self.forms.items()
            for form, _ in forms
            if not form[0][0].isupper() or form[0].lower() in PARTICLES
        }
        self.skipped = without_names(article, tokens)
        self.capitals = in_capitals(article, tokens)
        self.known = Forms(tokens, frozenset(self.capitals))

    @cached_property
    def excluded(self) -> dict[int, list[range]]:
        """Where the words stand of which the author says that they don't mean a person, for each such person."""
        everywhere = Forms(self.tokens)
        return {
            number: [run for form in profile.never if form for run in everywhere.places(form)]
            for number, profile in enumerate(self.profiles)
            if profile.never
        }

    @cached_property
    def contexts(self) -> Contexts:
        """What stands around words."""
        # Words that the article writes without a capital as well: "Brook" may begin a sentence and be water.
        common = {word for word in self.tokens.words if word.islower()}
        called = {fold(self.tokens.words[s.tokens[0]]) for s in self.inside.values() if _is_one_person(s)}
        return Contexts(self.tokens, self.inside, self.capitals, common, self.surnames.keys(), called)

    def occurrences(self) -> Iterator[Occurrence]:
        stop = 0
        for index in self._may_begin():
            found = self._at(index) if index >= stop else None
            if found is not None:
                yield found
                stop = found.tokens.stop

    def _may_begin(self) -> list[int]:
        """Return the tokens that a name may begin with, as most words cannot."""
        found = {*self.tokens.capitalised, *self.spot_at}
        if self.small:
            found.update(index for index, word in enumerate(self.tokens.words) if fold(word) in self.small)
        return sorted(found - self.skipped)

    def _at(self, index: int) -> Occurrence | None:
        found = (
            self._full(index)
            or self._styled(index)
            or self._spotted(index)
            or self._bare(index)
            or self._likely_lone(index)
            or self._place(index)
        )
        if found is None or not self.excluded.keys() & set(found.people):
            return found
        people = tuple(number for number in found.people if not self._is_excluded(number, found.tokens))
        if people:
            return replace(found, people=people)
        spot = self.spot_at.get(index)
        return None if spot is None or spot.kind == "person" else Occurrence(spot.tokens, spot.kind)

    def _is_excluded(self, number: int, run: range) -> bool:
        """Tell whether the author says that the words in which ``run`` stands don't mean this person."""
        return any(other.start <= run.start and run.stop <= other.stop for other in self.excluded.get(number, ()))

    def _full(self, index: int) -> Occurrence | None:
        best: tuple[int, set[int]] = (0, set())
        vouched = False
        for form, number in self.forms.get(fold(self.tokens.words[index]), ()):
            length = self.known.length(index, form)
            vouched |= length > 0 and form in self.profiles[number].aliases
            if length > best[0]:
                best = (length, {number})
            elif length == best[0] > 0:
                best[1].add(number)
        length, people = best
        if not length:
            return None
        run = range(index, index + length)
        spot = self.inside.get(index)
        if spot is not None and spot.kind != "person" and spot.tokens.start <= index and spot.tokens.stop > run.stop:
            return None
        if length == 1 and not vouched and not self.contexts.mean_person(index):
            return None
        if self.contexts.continued(run.stop - 1):
            return None
        return Occurrence(run, "person", tuple(sorted(people)))

    def _place(self, index: int) -> Occurrence | None:
        """Return a place that bears the surname of somebody in the article and is not them: "drove up from Lincoln"."""
        spot = self.spot_at.get(index)
        if spot is None or spot.kind != "place":
            return None
        before = self.tokens.lower[index - 1] if index else ""
        sure = before in LOCATIVE or self.tokens.lower[index] in PLACES
        return Occurrence(spot.tokens, "place") if sure else None

    def _styled(self, index: int) -> Occurrence | None:
        """Return a style of rank that takes the place of a name: "the Duchess of Cambridge"."""
        words, last = self.tokens.words, index + 2
        if last >= len(words) or words[index].lower() not in titles.STYLES or words[index + 1] != "of":
            return None
        of_place = words[last][0].isupper() and self.tokens.parse.tags[last] in PROPER
        close = self.tokens.adjacent(index, index + 1) and self.tokens.adjacent(index + 1, last)
        return Occurrence(range(index, last + 1), "person") if of_place and close else None

    def _spotted(self, index: int) -> Occurrence | None:
        spot = self.spot_at.get(index)
        if spot is None:
            return None
        if spot.kind != "person":
            word = fold(self.tokens.words[index])
            single = len(spot.tokens) == 1 and (word in self.surnames or self._is_given_of_one(index))
            return None if single else self._likely_lone(index) or Occurrence(spot.tokens, spot.kind)
        name = person_name(name_words(self.tokens, spot.tokens))
        if name is None:
            return None
        if name.full:
            fits = [i for i, p in enumerate(self.profiles) if p.name.full and compatible(p.name, name)]
            exact = [i for i in fits if is_exact(self.profiles[i].name, name)]
            return Occurrence(spot.tokens, "person", tuple(exact or fits))
        return self._bare(index) or (None if len(spot.tokens) == 1 and name.key in self.surnames else self._lone(spot))

    def _lone(self, spot: Spot) -> Occurrence | None:
        """Return a name that nothing explains; the small model calls many a brand, a town and a storm a person."""
        run = spot.tokens
        if self.tokens.words[run[-1]].lower() in NEVER_NAMES or (run[0] in self.capitals and not spot.titles):
            return None
        sure = spot.titles or self.lone.at(run) or " " in self.tokens.span(run).of(self.tokens.text)
        return Occurrence(run, "person") if sure else None

    def _likely_lone(self, index: int) -> Occurrence | None:
        """Return a lone name that the model calls something else or nothing."""
        end = index + 1
        while is_hyphen(self.tokens, end):
            end += 2
        run = range(index, end)
        return Occurrence(run, "person") if index not in self.capitals and self.lone.at(run) else None

    def _bare(self, index: int) -> Occurrence | None:
        """Read one word as a surname, or as a given name where no surname fits."""
        word = self.tokens.words[index]
        if not word[0].isupper():
            return None
        people = self.surnames.get(fold(word), [])
        by_surname = bool(people)
        if not people:
            people = self.given.get(fold(word), [])
            if not people or not self._is_given_name_alone(index):
                return None
        if not self.contexts.mean_person(index) or self.contexts.continued(index):
            return None
        end = index + 1
        generation = ""
        if end < len(self.tokens) and bare(self.tokens.words[end]) in GENERATIONS:
            generation = bare(self.tokens.words[end])
            end += 1
        people = [p for p in people if not generation or self.profiles[p].name.generation == generation]
        if not people:
            return None
        start = self._with_particles(index, people) if by_surname else index
        return Occurrence(range(start, end), "person", tuple(self._by_gender(start, people)))

    def _is_given_of_one(self, index: int) -> bool:
        """Tell whether a word that the model takes for something else is the given name of one person here."""
        word = self.tokens.words[index]
        people = self.given.get(fold(word), ())
        return len(people) == 1 and word.lower() not in PLACES and self._is_given_name_alone(index)

    def _is_given_name_alone(self, index: int) -> bool:
        word = (self.tokens.words[index],)
        if fold(word[0]) in self.lone.after_prefixes:
            # "Hurricane Esther" beside Esther Lee: alone it is as likely the storm.
            return False
        known = is_given_name(word[0]) and word[0].lower() not in PLACES
        likely = known or (word in self.persons.runs and self.persons.odds(word) > _OF_SOMEBODY)
        return likely or self.tokens.parse.labels[index].endswith("PERSON")

    def _with_particles(self, index: int, people: Sequence[int]) -> int:
        """Take in the particles of the surname where they stand before it."""
        start = index
        for number in people:
            particles = self.profiles[number].name.surname.split(" ")[:-1]
            first = index - len(particles)
            if particles and first >= 0:
                before = [self.tokens.words[i] for i in range(first, index)]
                if [fold(word) for word in before] == [fold(word) for word in particles]:
                    start = min(start, first)
        return start

    def _by_gender(self, start: int, people: Sequence[int]) -> Sequence[int]:
        if start == 0:
            return people
        before = bare(self.tokens.words[start - 1])
        called = [p for p in people if before in map(bare, self.profiles[p].titles)]
        if len(called) == 1 and titles.is_title(before):
            # "Senator Lee", of whom there is one beside Dr Lee.
            return called
        gender = "f" if before in titles.FEMALE_TITLES else "m" if before in titles.MALE_TITLES else ""
        if not gender:
            return people
        # "Lady Hale" is nobody whom the article calls Sir.
        people = [p for p in people if self._addressed(p) in {gender, ""}]
        if len(people) < 2:
            return people
        # Somebody whose gender nothing tells stays a candidate.
        return [p for p in people if self.profiles[p].gender in {gender, ""}] or people

    def _addressed(self, number: int) -> str:
        words = {bare(title) for title in self.profiles[number].titles}
        female, male = bool(words & titles.FEMALE_TITLES), bool(words & titles.MALE_TITLES)
        return "" if female == male else "f" if female else "m"


def _is_personal(form: Form) -> bool:
    """Tell whether an author's form is made like a name: the last word of "harbourmaster of Portmere" is no surname."""
    return all(word[0].isupper() or word in PARTICLES or not word[0].isalpha() for word in form)


def _is_one_person(spot: Spot) -> bool:
    return spot.kind == "person" and len(spot.tokens) == 1
