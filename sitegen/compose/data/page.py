"""The page that explains the data: every file, every field, every term of the annotations."""

from typing import Any

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.data.fields import Table
from sitegen.compose.data.files import FORMS
from sitegen.compose.data.mentions import MENTIONS
from sitegen.compose.data.people import PEOPLE
from sitegen.compose.data.quotes import QUOTES
from sitegen.compose.data.vocabulary import PREFIX, TERMS
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.permalinks import DATA, Place
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import count, figure
from sitegen.model.view_data import DataFile, DataView, FieldLine
from sitegen.model.view_parts import Link

_LEDE = "Who said what, as files for programs and spreadsheets. They hold nothing that the pages do not show."


def data_page(index: Catalogue, framer: Framer) -> Recipe:
    """Return the page on data, with the number of lines of each file."""
    framing = framer.framing(Place(DATA), "Data", f"Data of {framer.settings.title}: {_LEDE}")
    mentions = sum(len(entry.record.reading.analysis.mentions) for entry in index.entries)
    quotes = sum(len(entry.utterances) for entry in index.entries)
    return recipe(framer, "data.html", framing, _data, len(index.entries), quotes, len(index.people), mentions)


def _data(sheet: Sheet, articles: int, quotes: int, people: int, mentions: int) -> DataView:
    return DataView(
        frame=sheet.frame,
        heading="Data",
        lede=_LEDE,
        files=(
            _file(QUOTES, count(quotes, "quotation")),
            _file(PEOPLE, count(people, "person", "people")),
            _file(MENTIONS, count(mentions, "mention")),
        ),
        annotations=f"{figure(articles)} of them" if articles != 1 else "one of them",
        prefix=PREFIX,
        terms=tuple(FieldLine(term.name, term.values, term.meaning) for term in TERMS),
    )


def _file(table: Table[Any], size: str) -> DataFile:
    """Return what there is to say of a file; it lies beside the page."""
    fields = tuple(FieldLine(field.name, field.values, field.meaning) for field in table.fields)
    links = tuple(Link(f"{table.name}.{form}", f"{table.name}.{form}") for form in FORMS)
    return DataFile(table.name, table.title, table.holds, f"{size}, sorted {table.order}", links, fields)
