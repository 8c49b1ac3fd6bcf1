"""The people of one article: full names first, gathered into one profile a person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.analyse.forms import Form, Forms, words_of
from sitegen.analyse.lexicon import titles
from sitegen.analyse.lexicon.given_names import gender
from sitegen.analyse.name_order import person_name
from sitegen.analyse.spot import MARKS, Spot
from sitegen.analyse.tokens import Tokens
from sitegen.model.article import Article, NamedPerson
from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import PARTICLES, PersonName, bare, compatible, fold, is_exact
from sitegen.model.span import Span


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article tells of one person before the text is searched for later mentions.

    ``forms`` are the full names as token words; ``gender`` is "f", "m" or empty; ``given`` the id that the
    author fixed; ``aliases`` are other forms the author vouches for, single names among them; ``never`` are words that
    don't mean this person.
    """

    name: PersonName
    forms: tuple[Form, ...]
    titles: tuple[str, ...] = ()
    gender: str = ""
    given: str = ""
    aliases: tuple[Form, ...] = ()
    never: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    name: PersonName
    form: Form
    titles: tuple[str, ...]
    weight: int


def gather(
    article: Article, tokens: Tokens, spots: Sequence[Spot], records: Sequence[AuthorityRecord]
) -> tuple[Profile, ...]:
    """Return one profile a person who is named in full in the article or vouched for by its author.

    Forms that can be one person's name are put together (see ``names.compatible``); a form with an initial
    that could be two people's stays alone.
    """
    profiles = _vouched(article, tokens, records)
    named = _full_names(article, tokens, spots)
    called = _nicknames(tokens, spots)
    for found in sorted(named, key=_by_certainty):
        if found.form not in called:
            profiles = _admit(profiles, found)
    profiles = [_with_nicknames(profile, called) for profile in profiles]
    return tuple(_with_gender(profile) for profile in profiles)


def _nicknames(tokens: Tokens, spots: Sequence[Spot]) -> dict[Form, Form]:
    """Return what people are called by nickname and surname, with the names in which the nickname stands in marks."""
    called: dict[Form, Form] = {}
    for spot in spots:
        marks = [index for index in spot.tokens if tokens.words[index] in MARKS]
        if len(marks) == 2 and marks[1] + 1 in spot.tokens:
            inner = tokens.words[marks[0] + 1 : marks[1]]
            called[*inner, *tokens.words[marks[1] + 1 : spot.tokens.stop]] = name_words(tokens, spot.tokens)
    return called


def _with_nicknames(profile: Profile, called: Mapping[Form, Form]) -> Profile:
    more = (form for form, full in called.items() if full in profile.forms)
    return replace(profile, forms=tuple(dict.fromkeys((*profile.forms, *more))))


def _by_certainty(found: _Named) -> tuple[bool, int, int]:
    # Names written out come before names with initials, so that "J. Roe" finds "Jane Roe" there already.
    initial = len(found.name.given[0].rstrip(".")) == 1
    return (initial, -len(found.name.given), -found.weight)


def _vouched(article: Article, tokens: Tokens, records: Sequence[AuthorityRecord]) -> list[Profile]:
    """Return those whom the author vouches for: people in the front matter, and records whose names stand in the text.

    A record whose names don't stand in the text is out: else its surname would be claimed in every article.
    """
    people = [record for record in records if record.kind == "person"]
    listed = _listed(article, people)
    profiles: list[Profile] = []
    for person in listed:
        form = words_of(person.name)
        name = person_name(form)
        if name is not None:
            profiles.append(Profile(name, (form,), given=person.id, aliases=(form,)))
    counts = Counter(form for record in people for form in {words_of(name) for name in record.names})
    shared = frozenset(form for form, records_with_it in counts.items() if records_with_it > 1)
    meant = {person.id for person in listed}
    forms = Forms(tokens)
    for record in people:
        if record.id in meant or any(forms.places(form) for form in map(words_of, record.names) if form):
            profiles = _with_record(profiles, record, frozenset() if record.id in meant else shared)
    return profiles


def _listed(article: Article, people: Sequence[AuthorityRecord]) -> list[NamedPerson]:
    """Return whom the front matter names, and whom records place in this article, each once."""
    listed = list(dict.fromkeys(replace(person, line=0) for person in article.people))
    known = {person.id for person in listed if person.id}
    for record in people:
        if article.id not in record.articles or record.id in known:
            continue
        same = next((n for n, person in enumerate(listed) if not person.id and person.name in record.names), None)
        if same is None:
            listed.append(NamedPerson(record.name, record.id))
        else:
            listed[same] = replace(listed[same], id=record.id)
    return listed


def _with_record(profiles: list[Profile], record: AuthorityRecord, shared: frozenset[Form]) -> list[Profile]:
    """Add what a record vouches for; ``shared`` are forms that another record claims as well.

    A record whose own name is another's, too, vouches for nobody: only the front matter can say who is meant.
    """
    name = person_name(words_of(record.name))
    forms = tuple(form for form in map(words_of, record.names) if form not in shared)
    if name is None or words_of(record.name) in shared:
        return profiles
    never = tuple(map(words_of, record.never))
    for index, profile in enumerate(profiles):
        if profile.given == record.id or (not profile.given and profile.forms[0] in forms):
            merged = tuple(dict.fromkeys((*profile.forms, *forms)))
            known = Profile(name, merged, given=record.id, aliases=merged, never=never)
            return [*profiles[:index], known, *profiles[index + 1 :]]
        if profile.given and profile.forms[0] in forms and profile.name.full:
            # The front matter says which of two people of this name it means: the other is out.
            return profiles
    return [*profiles, Profile(name, forms, given=record.id, aliases=forms, never=never)]


def _full_names(article: Article, tokens: Tokens, spots: Sequence[Spot]) -> list[_Named]:
    votes: Counter[Form] = Counter()
    honours: dict[Form, list[str]] = {}
    in_headings: Counter[Form] = Counter()
    headings = [leaf.span for leaf in article.leaves() if leaf.kind == "heading"]
    for spot in spots:
        form = name_words(tokens, spot.tokens)
        span = tokens.span(spot.tokens)
        if spot.kind != "person":
            votes[form] -= 1
            continue
        votes[form] += 3 if spot.source == "title" or spot.titles else 2
        honours.setdefault(form, []).extend(spot.titles)
        in_headings[form] += any(heading.covers(span) for heading in headings)
    counts = Counter(name_words(tokens, spot.tokens) for spot in spots if spot.kind == "person")
    surnames = {fold(name.surname) for form in votes if (name := person_name(form)) is not None and name.full}
    title_case = _title_case(tokens, headings)
    named = []
    for form, weight in votes.items():
        name = person_name(_readable(form))
        # In a headline every word may be capitalised: a name that stands only there is not trusted.
        only_heading = title_case and in_headings[form] == counts[form]
        if len(form) == 2 and fold(form[0]) in PARTICLES and fold(" ".join(form)) in surnames:
            # "Van Gaal", where the text names Louis van Gaal: the particle is no given name.
            continue
        if weight > 0 and name is not None and name.full and not only_heading:
            named.append(_Named(name, form, tuple(dict.fromkeys(honours[form])), weight))
    return named


def name_words(tokens: Tokens, run: range) -> Form:
    """Return the words of a name, a nickname in quotation marks left out."""
    words: list[str] = []
    quoted = False
    for index in run:
        word = tokens.words[index]
        if word in MARKS:
            quoted = not quoted
        elif not quoted:
            words.append(word)
    return tuple(words)


def _readable(form: Form) -> Form:
    """Give a name in capitals its usual letters: "RAND PAUL" is shown as "Rand Paul"."""
    if all(word.isupper() for word in form if len(word) > 2) and any(len(word) > 3 for word in form):
        return tuple(word if word.endswith(".") and len(word) <= 4 else word.title() for word in form)
    return form


def _title_case(tokens: Tokens, headings: Sequence[Span]) -> bool:
    words = [tokens.words[i] for heading in headings for i in tokens.within(heading) if tokens.words[i].isalpha()]
    capitals = sum(word[0].isupper() for word in words if len(word) > 3)
    return capitals > 0.6 * max(1, sum(len(word) > 3 for word in words))


def _admit(profiles: list[Profile], found: _Named) -> list[Profile]:
    matches = [i for i, profile in enumerate(profiles) if found.form in profile.aliases]
    if not matches:
        matches = [i for i, profile in enumerate(profiles) if _matches(profile, found.name)]
    exact = [i for i in matches if is_exact(profiles[i].name, found.name)]
    if len(exact) == 1:
        matches = exact
    if len(matches) != 1:
        return [*profiles, Profile(found.name, (found.form,), found.titles)] if not matches else profiles
    index = matches[0]
    profile = profiles[index]
    fuller = found.name if not profile.given and _fuller(found.name, profile.name) else profile.name
    merged = replace(
        profile,
        name=fuller,
        forms=tuple(dict.fromkeys((*profile.forms, found.form))),
        titles=tuple(dict.fromkeys((*profile.titles, *found.titles))),
    )
    return [*profiles[:index], merged, *profiles[index + 1 :]]


def _matches(profile: Profile, name: PersonName) -> bool:
    own = [person_name(_readable(form)) for form in profile.forms]
    return all(other is None or not other.full or compatible(other, name) for other in own) and any(
        other is not None and other.full for other in own
    )


def _fuller(one: PersonName, other: PersonName) -> bool:
    """Tell whether ``one`` says more: a given name written out beats an initial."""
    return len(one.given[0].rstrip(".")) > 1 >= len(other.given[0].rstrip(".")) if other.given else True


def _with_gender(profile: Profile) -> Profile:
    # "Queen Mary": there the title is a part of the name.
    heads = {bare(word) for word in (*profile.titles, *profile.name.given)}
    if heads & titles.FEMALE_TITLES and not heads & titles.MALE_TITLES:
        return replace(profile, gender="f")
    if heads & titles.MALE_TITLES and not heads & titles.FEMALE_TITLES:
        return replace(profile, gender="m")
    for form in (profile.name.given, *(form[:1] for form in profile.forms)):
        if form and gender(form[0]):
            return replace(profile, gender=gender(form[0]))
    return profile
