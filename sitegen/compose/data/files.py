"""The files of data, each as lines of JSON and as CSV."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Literal

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.data.csv_cells import cell, csv_lines
from sitegen.compose.data.fields import Table, Value
from sitegen.compose.data.mentions import MENTIONS, meant_in
from sitegen.compose.data.people import PEOPLE, Listed, Person, people_of
from sitegen.compose.data.quotes import QUOTES, said_in
from sitegen.compose.entry import Entry
from sitegen.compose.frames import Framer, Framing, Sheet
from sitegen.compose.iris import Iris, iris_of
from sitegen.compose.json_text import is_publishable, json_lines
from sitegen.compose.permalinks import DATA, Place, entity_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.digest import digest
from sitegen.model.reuse import Reuse, Reused
from sitegen.model.view import LinesView
from sitegen.model.view_text import publishable

Form = Literal["jsonl", "csv"]
FORMS: tuple[Form, ...] = ("jsonl", "csv")


def data_files(index: Catalogue, framer: Framer, reuse: Reuse) -> Iterator[Recipe]:
    """Yield all files of data, those of mentions, by far the largest, last."""
    entries = tuple(sorted(index.entries, key=lambda entry: entry.record.reading.article.id))
    people = tuple(people_of(index))
    reused = Reused(reuse)
    for form in FORMS:
        yield _file(framer, PEOPLE, form, _people, people)
        yield _file(framer, QUOTES, form, _quotes, entries, reused)
    for form in FORMS:
        yield _file(framer, MENTIONS, form, _mentions, entries, reused)


def _file(framer: Framer, table: Table[Any], form: Form, make: Callable[..., LinesView], *inputs: Any) -> Recipe:
    made = recipe(framer, "lines.txt", Framing(Place(DATA)), make, form, *inputs)
    return replace(made, path=f"{DATA}{table.name}.{form}", kept=False)


def _people(sheet: Sheet, form: Form, people: Iterable[Person]) -> LinesView:
    iris = iris_of(sheet)
    rows = (Listed(person, iris.of(entity_folder("person", person.id))) for person in people)
    return _view(PEOPLE, form, [_lines(PEOPLE, form, rows)])


def _quotes(sheet: Sheet, form: Form, entries: Iterable[Entry], reused: Reused) -> LinesView:
    return _by_article(sheet, form, entries, reused, QUOTES, said_in)


def _mentions(sheet: Sheet, form: Form, entries: Iterable[Entry], reused: Reused) -> LinesView:
    return _by_article(sheet, form, entries, reused, MENTIONS, meant_in)


def _by_article(
    sheet: Sheet,
    form: Form,
    entries: Iterable[Entry],
    reused: Reused,
    table: Table[Any],
    rows: Callable[[Entry, Iris], Iterable[Any]],
) -> LinesView:
    """Return a file of what each article adds to it."""
    iris = iris_of(sheet)

    def lines(entry: Entry) -> str:
        made = _of_entry(table, iris, form, entry)
        return reused.value_of("data", made, lambda: _lines(table, form, rows(entry, iris)))

    return _view(table, form, map(lines, entries))


def _of_entry(table: Table[Any], iris: Iris, form: Form, entry: Entry) -> str:
    """Return the digest of all that the lines of one article are made from."""
    return digest((table.name, form, iris.framer.settings.base_url, entry.record.digest))


def _view(table: Table[Any], form: Form, lines: Iterable[str]) -> LinesView:
    """Return a file of what all articles, or people, add to it; in CSV, with a line of names before."""
    head = (csv_lines([[field.name for field in table.fields]]),) if form == "csv" else ()
    return LinesView((*head, *(line for line in lines if line)))


def _lines(table: Table[Any], form: Form, rows: Iterable[Any]) -> str:
    """Return rows as lines. Hardly an article holds what no page can: it is looked for in all lines at once."""
    values = [field.value for field in table.fields]
    found = [[value(row) for value in values] for row in rows]
    made = _made(table, form, found)
    clean = publishable(made) == made if form == "csv" else is_publishable(made)
    return made if clean else _made(table, form, [list(map(_shown, row)) for row in found])


def _made(table: Table[Any], form: Form, rows: list[list[Value]]) -> str:
    if form == "csv":
        joints = [field.joint for field in table.fields]
        return csv_lines(map(cell, row, joints) for row in rows)
    names = [field.name for field in table.fields]
    return json_lines(dict(zip(names, row, strict=True)) for row in rows)


def _shown(value: Value) -> Value:
    """Return a value with its texts as pages can hold them."""
    if isinstance(value, str):
        return publishable(value)
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return tuple(publishable(str(each)) for each in value)
    return value
