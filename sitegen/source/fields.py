"""The front matter of an article, typed."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlsplit

from sitegen.model.article import NamedPerson, NamedTemplate, Publication
from sitegen.model.language_code import is_language_code
from sitegen.source.dates import FORM, DateProblem, read_date
from sitegen.source.keys import Key, names
from sitegen.source.nodes import Mapping, Node, Scalar, Sequence
from sitegen.source.notes import Notes
from sitegen.source.values import (
    read_slug,
    read_string,
    read_strings,
    read_switch,
    read_url,
    warn_unknown,
    wrong_type,
)

SOURCE_KEYS = (
    Key("name", "text", "Who published it. Without it: the host of the address.", "name: Harbour Packet"),
    Key("url", "address", "Where it stands, with http or https.", "url: https://example.org/packet/ferry"),
    Key("archived", "address", "Where an archived copy stands.", "archived: https://example.org/archive/ferry"),
)
PERSON_KEYS = (
    Key("name", "text", "The full name, as the article writes it.", "name: Ann Lee"),
    Key("id", "word", "The id of the authority record that is meant.", "id: ann-lee"),
)
KEYS = (
    Key(
        "title",
        "text",
        "The title. Without it: the first level-one heading, of plain text the headline, else the first sentence.",
        "title: Ferry to leave the quay",
        on_pages=True,
    ),
    Key(
        "date",
        "date",
        "The day, or day and time, as ISO 8601. A time without a zone is read in the site's. Without it the article is "
        "undated. An article dated after today is left out until its day.",
        "date: 2026-03-14",
    ),
    Key(
        "updated",
        "date",
        "The day, or day and time, of the last change that readers should know of; not before the date.",
        "updated: 2026-03-15",
    ),
    Key(
        "authors",
        "list of names",
        "Who wrote it. Without it: the bylines of the text.",
        "authors: [Ann Lee, Tom Baker]",
    ),
    Key("author", "name", "The same, for one; those of both keys are put together.", "author: Ann Lee"),
    Key("tags", "list of words", "The lists of articles that it belongs to.", "tags: [ferry, harbour]"),
    Key(
        "summary",
        "text",
        "One sentence for lists and for search engines. Without it the latter get the first words.",
        "summary: The ferry gets a new berth by May.",
        on_pages=True,
    ),
    Key(
        "language",
        "code",
        "Its language, if not the site's. In one that the model does not read no names and no speakers are sought.",
        "language: en",
        on_pages=True,
    ),
    Key(
        "slug",
        "word",
        "The last part of the address. Without it: the name of the file.",
        "slug: ferry-leaves",
        on_pages=True,
    ),
    Key(
        "template",
        "file name",
        "The template of its page, below templates/. Without it: article.html, of a plain page page.html.",
        "template: article.html",
        on_pages=True,
    ),
    Key("draft", "true or false", "Whether it is left out of everything that is published.", "draft: false"),
    Key(
        "source",
        "name or keys",
        "Where it was first published: a name, or the keys below.",
        "source:\n  name: Harbour Packet\n  url: https://example.org/packet/ferry",
    ),
    Key(
        "people",
        "list",
        "People who are recognised and linked for sure: names, or the keys below.",
        "people:\n  - Maria van der Straal\n  - {name: John Smith, id: john-smith-pilot}",
    ),
)
_NAMES = names(KEYS)


@dataclass(frozen=True, slots=True)
class Fields:
    """What an author says about an article; empty or None where nothing is said.

    ``date`` is the day as written, ``moment`` the exact time where one was given; ``updated`` is a day or an exact time
    as ISO 8601.
    """

    title: str = ""
    slug: str = ""
    date: datetime.date | None = None
    moment: datetime.datetime | None = None
    updated: str = ""
    template: NamedTemplate | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str = ""
    language: str = ""
    draft: bool = False
    source: Publication | None = None
    people: tuple[NamedPerson, ...] = ()


def read_fields(mapping: Mapping, notes: Notes, *, timezone: str) -> Fields:
    """Return the fields of ``mapping``; errors and warnings are noted, all of them at once."""
    warn_unknown(mapping, _NAMES, notes)
    nodes = {key.text: node for key, node in mapping.entries}

    def text(key: str) -> str:
        return read_string(key, nodes[key], notes) if key in nodes else ""

    def texts(key: str) -> tuple[str, ...]:
        return read_strings(key, nodes[key], notes) if key in nodes else ()

    date, moment = _date("date", nodes["date"], notes, timezone) if "date" in nodes else (None, None)
    return Fields(
        title=text("title"),
        slug=read_slug("slug", nodes["slug"], notes) if "slug" in nodes else "",
        date=date,
        moment=moment,
        updated=_updated(nodes["updated"], date, notes, timezone) if "updated" in nodes else "",
        template=_template(nodes["template"], notes) if "template" in nodes else None,
        authors=tuple(dict.fromkeys((*texts("author"), *texts("authors")))),
        tags=texts("tags"),
        summary=text("summary"),
        language=_language(nodes["language"], notes) if "language" in nodes else "",
        draft=read_switch("draft", nodes["draft"], notes) if "draft" in nodes else False,
        source=_publication(nodes["source"], notes) if "source" in nodes else None,
        people=_people(nodes["people"], notes) if "people" in nodes else (),
    )


def _date(key: str, node: Node, notes: Notes, timezone: str) -> tuple[datetime.date | None, datetime.datetime | None]:
    if not isinstance(node, Scalar):
        wrong_type(key, node, f"one date: “{key}: 2024-05-31”", notes)
    elif node.empty:
        hint = f"{FORM}, or leave the key out where the date is unknown"
        notes.error("date-empty", f"“{key}” has no value", hint, node.line, node.column)
    else:
        try:
            return read_date(node.text, timezone=timezone)
        except DateProblem as problem:
            message = f"“{key}: {node.text[:60]}” {problem.message}"
            notes.error("date-invalid", message, problem.hint, node.line, node.column)
    return None, None


def _updated(node: Node, date: datetime.date | None, notes: Notes, timezone: str) -> str:
    """Return the day or the time of the last change as ISO 8601; one before the article's ``date`` is an error."""
    day, moment = _date("updated", node, notes, timezone)
    if day is None:
        return ""
    if date is not None and day < date:
        message = f"“updated: {day}” lies before “date: {date}”"
        hint = "write the day of the last change, or leave the key out where nothing was changed"
        notes.error("date-invalid", message, hint, node.line, node.column)
    return day.isoformat() if moment is None else moment.isoformat()


def _template(node: Node, notes: Notes) -> NamedTemplate | None:
    name = read_string("template", node, notes)
    return NamedTemplate(name, node.line) if name else None


def _language(node: Node, notes: Notes) -> str:
    text = read_string("language", node, notes)
    if not text or is_language_code(text):
        return text
    hint = "write a language code such as “en”, “de” or “pt-BR”"
    notes.error("language-invalid", f"“language: {text[:60]}” is no language code", hint, node.line, node.column)
    return ""


def _publication(node: Node, notes: Notes) -> Publication | None:
    if isinstance(node, Scalar):
        name = read_string("source", node, notes)
        return Publication(name) if name else None
    if isinstance(node, Sequence):
        wrong_type("source", node, "a name, or a mapping with name, url and archived", notes)
        return None
    warn_unknown(node, names(SOURCE_KEYS), notes, within="source")
    nodes = {key.text: value for key, value in node.entries}
    name = read_string("name", nodes["name"], notes) if "name" in nodes else ""
    url = read_url("url", nodes["url"], notes) if "url" in nodes else ""
    archived = read_url("archived", nodes["archived"], notes) if "archived" in nodes else ""
    name = name or urlsplit(url or archived).hostname or ""
    return Publication(name, url, archived) if name else None


def _people(node: Node, notes: Notes) -> tuple[NamedPerson, ...]:
    members = node.members if isinstance(node, Sequence) else (node,)
    people: dict[tuple[str, str], NamedPerson] = {}
    for member in members:
        person = _person(member, notes)
        if person:
            people.setdefault((person.name, person.id), person)
    return tuple(people.values())


def _person(node: Node, notes: Notes) -> NamedPerson | None:
    wanted = "a name, or a mapping with name and id: “- {name: Ann Lee, id: ann-lee}”"
    name = identifier = ""
    if isinstance(node, Scalar):
        name = read_string("people", node, notes)
    elif isinstance(node, Sequence):
        wrong_type("people", node, wanted, notes)
        return None
    else:
        warn_unknown(node, names(PERSON_KEYS), notes, within="people")
        nodes = {key.text: value for key, value in node.entries}
        name = read_string("name", nodes["name"], notes) if "name" in nodes else ""
        identifier = read_slug("id", nodes["id"], notes) if "id" in nodes else ""
    if not name:
        # "people:" with nothing after it is a key not yet filled in, not a mistake.
        if not isinstance(node, Scalar):
            notes.error("person-name", "a person under “people” has no name", f"write {wanted}", node.line, node.column)
        return None
    if not any(character.isalpha() for character in name):
        notes.error("person-name", f"“{name}” under “people” is no name", f"write {wanted}", node.line, node.column)
        return None
    return NamedPerson(name, identifier, node.line)
