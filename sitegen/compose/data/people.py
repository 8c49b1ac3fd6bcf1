"""The file of people: one line each, from authority records and articles."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.data.fields import Field, Table
from sitegen.compose.periods import period
from sitegen.model.entity import AuthorityRecord, Role
from sitegen.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a line of the file, the address aside; the figures are numbers of what the articles hold."""

    id: str
    name: str
    variants: tuple[str, ...]
    wikidata: str
    born: PartialDate | None
    died: PartialDate | None
    roles: tuple[Role, ...]
    quotations: int
    mentions: int
    articles: int


_NOTHING = AuthorityRecord("", "", "person", "")


def people_of(index: Catalogue) -> Iterator[Person]:
    """Yield the people who have a page, by id."""
    for id_, person in sorted(index.people.items()):
        record = person.record or _NOTHING
        said, named = index.said.get(id_, ()), index.named.get(id_, ())
        yield Person(
            id_,
            person.name,
            tuple(name for name in dict.fromkeys((*record.names, *person.forms)) if name and name != person.name),
            record.wikidata,
            record.born,
            record.died,
            record.roles,
            len(said),
            sum(len(naming.mentions) for naming in named),
            len({found.record.reading.article.id for found in (*said, *named)}),
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A person, and the address of the person's page."""

    person: Person
    url: str


def _role(role: Role) -> str:
    """Return an office in words: "chair, Harbour Board (2016–2019)"."""
    when = period(role.since, role.until)
    return ", ".join(filter(None, (role.title, role.organisation))) + (f" ({when})" if when else "")


PEOPLE: Table[Listed] = Table(
    "people",
    "People",
    "Everybody who has a page.",
    "by id",
    (
        Field("id", "text", "The id: people/ID/ is the page.", lambda p: p.person.id),
        Field("name", "text", "The name that the site prefers.", lambda p: p.person.name),
        Field("url", "address", "The page.", lambda p: p.url),
        Field(
            "variants",
            "list of texts",
            "Other names and spellings, from the authority record and from the articles.",
            lambda p: p.person.variants,
        ),
        Field("wikidata", "Q… or null", "The id in Wikidata.", lambda p: p.person.wikidata or None),
        Field(
            "born",
            "YYYY, YYYY-MM, YYYY-MM-DD or null",
            "The day of birth, as much of it as is known.",
            lambda p: str(p.person.born) if p.person.born is not None else None,
        ),
        Field(
            "died",
            "YYYY, YYYY-MM, YYYY-MM-DD or null",
            "The day of death, as much of it as is known.",
            lambda p: str(p.person.died) if p.person.died is not None else None,
        ),
        Field(
            "roles",
            "list of texts",
            "Offices and callings that the authority record gives, with the organisation and the years.",
            lambda p: tuple(map(_role, p.person.roles)),
        ),
        Field("quotations", "number", "How many quotations are given to them.", lambda p: p.person.quotations),
        Field(
            "mentions",
            "number",
            "How often the articles mean them, by name or by another word: so many lines of mentions have their id.",
            lambda p: p.person.mentions,
        ),
        Field(
            "articles",
            "number",
            "In how many articles they speak or are meant.",
            lambda p: p.person.articles,
        ),
    ),
)
