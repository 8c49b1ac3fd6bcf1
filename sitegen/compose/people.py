"""Pages of people: each one, and the list of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Naming, Record, Utterance
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.lines import article_link, person_link, quote_in_passage, source_of
from sitegen.compose.passages import naming_passage
from sitegen.compose.permalinks import PEOPLE, Place, article_folder, continued, person_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import count, short_day, small
from sitegen.model.entity import Entity
from sitegen.model.person_name import fold, split_name
from sitegen.model.view import PeopleView, PersonView
from sitegen.model.view_parts import ArticleGroup, Fact, Link, MentionPassage, PeopleGroup

ON_A_PAGE = 100
_NAMES_ON_A_PAGE = 500
_MOST_VARIANTS = 24

Found = TypeVar("Found", Utterance, Naming)


def people_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages of the list of people, by last name."""
    order = sorted(index.people.values(), key=lambda entity: (_last_name(entity.name), entity.id))
    total = len(order)
    quoted = sum(entity.id in index.said for entity in order)
    lede = "Nobody is named yet."
    if total:
        quotes = "The figure is the number of quotations."
        lede = f"{count(total, 'person', 'people')}, {quoted or 'none'} of them quoted. {quotes}"
    people = [(entity.id, entity.name, len(index.said.get(entity.id, ()))) for entity in order]
    starts = range(0, max(1, total), _NAMES_ON_A_PAGE)
    folders = tuple(continued(PEOPLE, number) for number in range(1, len(starts) + 1))
    for number, start in enumerate(starts, 1):
        heading = "People" if number == 1 else f"People, page {number}"
        description = f"{heading} of {framer.settings.title}: {lede}"
        framing = framer.framing(Place(folders[number - 1]), heading, description, PEOPLE)
        shown = tuple(people[start : start + _NAMES_ON_A_PAGE])
        yield recipe(framer, "people.html", framing, _list, heading, lede, shown, folders, number)


def _list(
    sheet: Sheet, heading: str, lede: str, people: Sequence[tuple[str, str, int]], folders: Sequence[str], number: int
) -> PeopleView:
    """Return a page of the list of people, each given by id, name and number of quotations."""
    groups = []
    for letter, group in groupby(people, lambda person: _letter(person[1])):
        links = (person_link(sheet.place, id_, name, str(quotes or "")) for id_, name, quotes in group)
        groups.append(PeopleGroup(letter, tuple(links)))
    return PeopleView(sheet.frame, heading, lede, tuple(groups), pager(sheet.place, folders, number))


def _last_name(name: str) -> str:
    """Return what a name is sorted by: its surname without particles, then the rest, accents aside."""
    parts = split_name(tuple(name.split()))
    last = parts.key if parts is not None and parts.key else fold(name)
    return f"{last} {fold(name)}"


def _letter(name: str) -> str:
    first = _last_name(name)[:1].upper()
    return first if first.isalpha() else "#"


def person_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages of every person: quotations first, then mentions, a hundred of them a page."""
    for id_, entity in index.people.items():
        yield from _person_pages(framer, entity, index.said.get(id_, ()), index.named.get(id_, ()))


def _person_pages(
    framer: Framer, entity: Entity, said: Sequence[Utterance], named: Sequence[Naming]
) -> Iterator[Recipe]:
    total = len(said) + len(named)
    starts = range(0, max(1, total), ON_A_PAGE)
    folders = tuple(continued(person_folder(entity.id), number) for number in range(1, len(starts) + 1))
    facts = _facts(entity, said, named)
    summary = ". ".join(f"{fact.label}: {fact.text}" for fact in facts)
    for number, start in enumerate(starts, 1):
        end = start + ON_A_PAGE
        first = number == 1
        heading = entity.name if first else f"{entity.name}, page {number}"
        description = f"What {entity.name} said, and where the articles name them. {summary}"
        title = f"{heading}: what they said"
        place = Place(folders[number - 1])
        framing = framer.framing(place, title, description if first else f"{heading}. {summary}", PEOPLE)
        note = entity.record.note if entity.record is not None and first else ""
        about = _About(entity.name, heading, facts, note, has_said=bool(said))
        mentions = named[max(0, start - len(said)) : max(0, end - len(said))]
        yield recipe(
            framer, "person.html", framing, _person, about, tuple(said[start:end]), tuple(mentions), folders, number
        )


@dataclass(frozen=True, slots=True)
class _About:
    """What a page says of a person, quotations and mentions aside."""

    name: str
    heading: str
    facts: tuple[Fact, ...]
    note: str
    has_said: bool


def _person(
    sheet: Sheet,
    about: _About,
    said: Sequence[Utterance],
    named: Sequence[Naming],
    folders: Sequence[str],
    number: int,
) -> PersonView:
    place = sheet.place
    trail = [Link("People", place.to(PEOPLE))]
    if number > 1:
        trail.append(Link(about.name, place.to(folders[0])))
    return PersonView(
        frame=sheet.frame,
        heading=about.heading,
        name=about.name,
        trail=tuple(trail),
        facts=about.facts,
        note=about.note,
        quotes=_quotes(sheet.framer, place, said),
        quotes_empty="" if about.has_said else f"No quotation is attributed to {about.name}.",
        mentions=_mentions(place, named),
        pager=pager(place, folders, number),
    )


def _facts(entity: Entity, said: Sequence[Utterance], named: Sequence[Naming]) -> tuple[Fact, ...]:
    articles = {naming.record.reading.article.id for naming in named} | {u.record.reading.article.id for u in said}
    where = {u.record.reading.article.id for u in said}
    record = f"{count(len(said), 'quotation')}"
    if said:
        record += f" in {count(len(where), 'article')}"
        confirmed = sum(u.quote.attribution.status == "confirmed" for u in said)
        record += f", {confirmed} confirmed" if confirmed else ""
    record += f"; named in {count(len(articles), 'article')}"
    forms = dict.fromkeys((*(entity.record.names if entity.record is not None else ()), *entity.forms))
    forms.pop(entity.name, None)
    facts = [Fact("On record", record)]
    if forms:
        more = f" and {len(forms) - _MOST_VARIANTS} more" if len(forms) > _MOST_VARIANTS else ""
        facts.append(Fact("Written as", ", ".join(list(forms)[:_MOST_VARIANTS]) + more))
    if not said and not named:
        facts.append(Fact("Listed by", "the author of an article whose text does not give the name"))
    return tuple(facts)


def _group(place: Place, record: Record) -> ArticleGroup:
    article = record.reading.article
    return ArticleGroup(article_link(place, record), short_day(article.date), source_of(record), article.language)


def _quotes(framer: Framer, place: Place, said: Sequence[Utterance]) -> tuple[ArticleGroup, ...]:
    return tuple(
        replace(_group(place, spoken[0].record), quotes=tuple(quote_in_passage(framer, place, u) for u in spoken))
        for spoken in _by_article(said)
    )


def _mentions(place: Place, named: Sequence[Naming]) -> tuple[ArticleGroup, ...]:
    return tuple(
        replace(_group(place, namings[0].record), mentions=tuple(_mention(place, naming) for naming in namings))
        for namings in _by_article(named)
    )


def _mention(place: Place, naming: Naming) -> MentionPassage:
    folder = article_folder(naming.record.reading.article.id)
    times = len(naming.mentions)
    return MentionPassage(
        naming_passage(naming),
        Link(f"paragraph {naming.paragraph}", place.to(folder, f"m{naming.mentions[0][0]}")),
        "" if times == 1 else "named twice" if times == 2 else f"named {small(times)} times",
    )


def _by_article(found: Sequence[Found]) -> Iterator[list[Found]]:
    for _, group in groupby(found, key=lambda each: each.record.reading.article.id):
        yield list(group)
