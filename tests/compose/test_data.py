"""The files of data: what each line holds, and that CSV and JSON say the same."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.compose import compose
from sitegen.compose.data.csv_cells import cell, csv_lines, guarded
from sitegen.compose.data.mentions import MENTIONS
from sitegen.compose.data.people import PEOPLE
from sitegen.compose.data.quotes import QUOTES
from sitegen.compose.data.vocabulary import TERMS
from sitegen.model.entity import AuthorityRecord, Entity, Role
from sitegen.model.partial_date import PartialDate
from sitegen.model.quote import Attribution
from sitegen.model.relations import Answer, Family, Relations, Version
from sitegen.model.reuse import afresh
from sitegen.model.site import Reading, Site
from sitegen.model.view import LinesView
from sitegen.model.view_data import DataView
from tests.compose.sites import ENTITIES, HARBOUR, harbour, nested, site

FORMULAS = [
    "'=1",
    "''-",
    "=1+1",
    "+1",
    "-1",
    "@a",
    "\tx",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "  =1",
    "\u00a0=1",
    "\n=1",
    "\u200b=1",
    "'=1",
    "''-",
]


def lines(made: Site, name: str) -> list[str]:
    view = next(recipe for recipe in compose(made) if recipe.path == f"data/{name}").page().view
    assert isinstance(view, LinesView)
    return list(view.lines)


def objects(made: Site, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for chunk in lines(made, f"{name}.jsonl") for line in chunk.split("\n")]


def cells(made: Site, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("\n".join(lines(made, f"{name}.csv")))))


def test_a_line_of_quotes_tells_who_said_what_and_why() -> None:
    first = objects(site(), "quotes")[0]
    text = HARBOUR
    assert first == {
        "id": "q-1",
        "url": "https://example.org/repo/quotes/q-1/",
        "article": "2024/berth",
        "title": "Board lets pilots moor at Saltgate",
        "date": "2024-09-09",
        "kind": "direct",
        "text": ["I have told the builders to start again,", "We have written to Mr Pendrake twice."],
        "spans": [[s, s + len(w)] for w in first["text"] for s in [text.index(w)]],
        "verbatim": first["spans"],
        "speaker_id": "clara-wetherby",
        "speaker_name": "Clara Wetherby",
        "speaker_kind": "person",
        "speaker_text": "Wetherby",
        "speaks_for": None,
        "via": None,
        "cue": "said",
        "rule": "cue.split",
        "confidence": 0.97,
        "status": "machine",
        "decided_by": None,
        "decided_on": None,
        "said": None,
        "language": "en",
        "prefix": text[first["spans"][0][0] - 32 : first["spans"][0][0]],
        "suffix": text[first["spans"][1][1] :][:32],
        "about": ["edgar-pendrake"],
        "versions": None,
        "answers": None,
        "answers_by": None,
        "denial": False,
    }


def test_an_unknown_speaker_and_a_rejected_one_are_nobody() -> None:
    reading = harbour()
    quotes = reading.analysis.quotes
    attribution = replace(quotes[0].attribution, status="rejected")
    rejected = replace(quotes[0], attribution=attribution)
    changed = replace(reading, analysis=replace(reading.analysis, quotes=(rejected, *quotes[1:])))
    found = {line["id"]: line for line in objects(site(changed), "quotes")}
    for id_ in ("q-1", "q-5"):
        assert [found[id_][f"speaker_{part}"] for part in ("id", "name", "kind", "text")] == [None] * 4
    assert found["q-1"]["status"] == "rejected"
    assert found["q-4"]["via"] == "Estuary Wire"
    assert found["q-4"]["speaker_kind"] == "organisation"


def test_relations_stand_where_they_are_known() -> None:
    relations = Relations(
        families=dict.fromkeys(("q-1", "q-2"), Family((Version("q-1", 0, 9), Version("q-2", 0, 9)))),
        answers={"q-5": Answer("q-5", "q-4", "cue")},
        denials=frozenset({"q-3"}),
    )
    found = {line["id"]: line for line in objects(replace(site(), relations=relations), "quotes")}
    assert {id_: line["versions"] for id_, line in found.items() if line["versions"]} == {"q-1": "q-1", "q-2": "q-1"}
    assert {id_: line["answers"] for id_, line in found.items() if line["answers"]} == {"q-5": "q-4"}
    assert {id_: line["answers_by"] for id_, line in found.items() if line["answers_by"]} == {"q-5": "cue"}
    assert [id_ for id_, line in found.items() if line["denial"]] == ["q-3"]


def test_relations_are_a_part_of_the_key() -> None:
    def keys(made: Site) -> dict[str, str]:
        return {recipe.path: recipe.key() for recipe in compose(made) if recipe.path.startswith("data/")}

    before, after = keys(site()), keys(replace(site(), relations=Relations(denials=frozenset({"q-3"}))))
    assert {path for path in before if before[path] != after[path]} >= {"data/quotes.jsonl", "data/quotes.csv"}


def test_mentions_are_slices_and_lead_to_pages() -> None:
    found = objects(site(), "mentions")
    texts = {reading.article.id: reading.article.text for reading in (harbour(), nested())}
    assert all(texts[line["article"]][line["start"] : line["end"]] == line["text"] for line in found)
    assert [(line["article"], line["start"]) for line in found] == sorted((m["article"], m["start"]) for m in found)
    by_text = {line["text"]: line for line in found}
    assert by_text["she"]["form"] == "pronoun"
    assert by_text["she"]["url"] == "https://example.org/repo/people/clara-wetherby/"
    assert (by_text["Lee"]["entity"], by_text["Lee"]["name"], by_text["Lee"]["url"]) == (None, None, None)


def test_people_come_with_what_their_records_say() -> None:
    record = AuthorityRecord(
        "clara-wetherby",
        "content/people/c.md",
        "person",
        "Clara Wetherby",
        ("Mrs Wetherby",),
        born=PartialDate(1961, 5),
        roles=(Role("chair", PartialDate(2016), PartialDate(2019), "Harbour Board"), Role("pilot")),
        wikidata="Q1",
    )
    entities = [entity for entity in ENTITIES if entity.id != "clara-wetherby"]
    entities.append(Entity("clara-wetherby", "person", "Clara Wetherby", ("Wetherby",), record))
    made = replace(site(), entities=tuple(sorted(entities, key=lambda entity: entity.id)))
    found = objects(made, "people")
    assert [line["id"] for line in found] == ["clara-wetherby", "dana-or", "edgar-pendrake", "wilf-brathe"]
    assert found[0] == {
        "id": "clara-wetherby",
        "name": "Clara Wetherby",
        "url": "https://example.org/repo/people/clara-wetherby/",
        "variants": ["Mrs Wetherby", "Wetherby"],
        "wikidata": "Q1",
        "born": "1961-05",
        "died": None,
        "roles": ["chair, Harbour Board (2016–2019)", "pilot"],
        "quotations": 3,
        "mentions": 4,
        "articles": 1,
    }
    mentions = [line["entity"] for line in objects(made, "mentions")]
    assert all(line["mentions"] == mentions.count(line["id"]) for line in found)


def test_without_an_address_of_the_site_they_resolve_against_the_file() -> None:
    made = site(base_url="")
    assert objects(made, "quotes")[0]["url"] == "../quotes/q-1/"
    assert objects(made, "people")[0]["url"] == "../people/clara-wetherby/"
    assert objects(site(pages="none", base_url=""), "quotes")[0]["url"] == "../articles/2024/berth/#q-1"


@pytest.mark.parametrize("table", [QUOTES, PEOPLE, MENTIONS], ids=lambda table: table.name)
def test_csv_says_what_json_says(table: Any) -> None:
    made = site()
    for line, row in zip(objects(made, table.name), cells(made, table.name), strict=True):
        assert list(line) == list(row) == [field.name for field in table.fields]
        for field in table.fields:
            value, shown = line[field.name], row[field.name]
            match value:
                case None:
                    assert shown == ""
                case bool():
                    assert shown == str(value).lower()
                case [[*_], *_]:
                    assert json.loads(shown) == value
                case list():
                    assert shown == guarded(field.joint.join(value))
                case str():
                    assert shown == guarded(value)
                case _:
                    assert float(shown) == value


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text, "; ") == cell((text, "x"), "; ").removesuffix("; x") == f"'{text}"


@pytest.mark.parametrize("text", ["", "We won", "'Twas", "a=b", "– no", "“-”", "1-2", "  x", "\n"])
def test_other_cells_stay(text: str) -> None:
    assert cell(text, "; ") == text


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])), min_size=2, max_size=4)
    )
)
def test_csv_reads_back_apart_from_the_guard(rows: list[list[str]]) -> None:
    written = csv_lines([[cell(text, "") for text in row] for row in rows])
    read = list(csv.reader(io.StringIO(written, newline=""))) if rows else []

    def bare(shown: str) -> str:
        return shown[1:] if shown.startswith("'") and guarded(shown[1:]) == shown else shown

    assert [[bare(text) for text in row] for row in read] == rows


def test_what_no_page_can_hold_is_not_in_the_files_and_moves_no_offset() -> None:
    reading = harbour()
    text = "\x01" + reading.article.text
    title = "A \x07 title"

    def moved(value: Any) -> Any:
        from sitegen.model.span import Span

        if isinstance(value, Span):
            return value.shift(1)
        if isinstance(value, tuple):
            return tuple(map(moved, value))
        if hasattr(value, "__dataclass_fields__"):
            return replace(value, **{name: moved(getattr(value, name)) for name in value.__dataclass_fields__})
        return value

    article = replace(moved(reading.article), text=text, title=title)
    changed = Reading(article, moved(reading.analysis), reading.entities)
    plain, odd = objects(site(), "quotes")[:7], objects(site(changed), "quotes")
    assert [line["spans"] for line in odd] == [line["spans"] for line in plain]
    assert [line["text"] for line in odd] == [line["text"] for line in plain]
    assert odd[0]["title"] == cells(site(changed), "quotes")[0]["title"] == "A  title"
    assert objects(site(changed), "mentions") == objects(site(harbour()), "mentions")


def test_lines_of_an_article_are_made_once_where_values_are_held() -> None:
    class Held:
        def __init__(self) -> None:
            self.values: dict[str, Any] = {}
            self.made = 0

        def digest_of(self, value: Any) -> str:
            return afresh.digest_of(value)

        def value_of(self, stage: str, key: str, make: Any) -> Any:
            if (name := f"{stage} {key}") not in self.values:
                self.made += stage == "data"
                self.values[name] = make()
            return self.values[name]

    held = Held()

    def made() -> list[Any]:
        return [recipe.page() for recipe in compose(site(), reuse=held) if recipe.path.startswith("data/")]

    first = made()
    number = held.made
    # Two articles, two files, two forms; none is taken for another.
    assert number == 8
    assert made() == first
    assert held.made == number
    assert first == [recipe.page() for recipe in compose(site()) if recipe.path.startswith("data/")]


def test_the_page_explains_every_field_and_every_term() -> None:
    view = next(recipe for recipe in compose(site()) if recipe.path == "data/index.html").page().view
    assert isinstance(view, DataView)
    for file, table in zip(view.files, (QUOTES, PEOPLE, MENTIONS), strict=True):
        assert [line.name for line in file.fields] == [field.name for field in table.fields]
        assert all(line.meaning.endswith(".") and line.values for line in file.fields)
    assert [file.size.split(",")[0] for file in view.files] == ["8 quotations", "4 people", "9 mentions"]
    assert {term.name for term in TERMS}.isdisjoint({table.name for table in (QUOTES, PEOPLE, MENTIONS)})


def test_confidence_of_nothing_is_still_a_number() -> None:
    reading = harbour()
    quote = replace(reading.analysis.quotes[4], attribution=Attribution("unknown", 0.0))
    changed = replace(reading, analysis=replace(reading.analysis, quotes=(quote,)))
    assert objects(site(changed), "quotes")[0]["confidence"] == 0
    assert cells(site(changed), "quotes")[0]["confidence"] == "0.0"
