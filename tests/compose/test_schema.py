"""Pages in the terms of schema.org: what is known and no more, and nothing reported taken for verbatim."""

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import turbohtml

from sitegen.compose import compose
from sitegen.compose.json_text import script_text
from sitegen.model.entity import AuthorityRecord, Entity, Role
from sitegen.model.partial_date import PartialDate
from sitegen.model.site import Site
from sitegen.model.view_parts import Frame
from sitegen.render import Theme
from sitegen.shell.theme import read_theme
from tests.compose.decided import corrected
from tests.compose.sites import ENTITIES, harbour, site

BASE = "https://example.org/repo/"


def schema(made: Site, path: str) -> dict[str, Any]:
    page = next(recipe for recipe in compose(made) if recipe.path == f"{path}/index.html").page()
    return json.loads(page.view.frame.schema)  # type: ignore[union-attr, no-any-return]


def values(value: Any) -> list[Any]:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [value, *(found for each in inner for found in values(each))]
    return [value]


def changed(**fields: Any) -> Site:
    reading = harbour()
    return site(replace(reading, article=replace(reading.article, **fields)))


def test_an_article() -> None:
    found = schema(site(), "articles/2024/berth")
    address = f"{BASE}articles/2024/berth/"
    assert found["@context"] == "https://schema.org"
    assert (found["@type"], found["@id"], found["url"]) == ("NewsArticle", address, address)
    assert found["headline"] == "Board lets pilots moor at Saltgate"
    assert found["datePublished"] == "2024-09-09T00:00:00+00:00"
    assert found["publisher"] == {"@type": "Organization", "name": "Portmere Packet"}
    assert found["isBasedOn"] == "https://example.org/berth"
    assert found["keywords"] == ["Harbour", "ferry"]
    assert found["inLanguage"] == "en"
    assert [mention["name"] for mention in found["mentions"]] == ["Clara Wetherby", "Edgar Pendrake"]
    assert [part["identifier"] for part in found["hasPart"]] == [f"q-{number}" for number in range(1, 8)]


def test_a_day_begins_where_the_site_is_at_home() -> None:
    made = site()
    there = replace(made, settings=replace(made.settings, timezone="Europe/London"))
    assert schema(there, "articles/2024/berth")["datePublished"] == "2024-09-09T00:00:00+01:00"
    assert "datePublished" not in schema(made, "articles/notes")


def test_a_moment_keeps_its_offset_and_has_no_seconds_in_it() -> None:
    found = schema(changed(moment="2024-09-09T08:30:00+05:30"), "articles/2024/berth")
    assert found["datePublished"] == "2024-09-09T08:30:00+05:30"
    found = schema(changed(moment="1840-09-09T08:30:00-00:01:15"), "articles/2024/berth")
    assert found["datePublished"].endswith(("-00:01", "-00:02"))


@pytest.mark.parametrize(
    ("updated", "modified"),
    [
        ("", None),
        ("2024-06-02", "2024-06-02T00:00:00+00:00"),
        ("2024-05-01T18:30:00+02:00", "2024-05-01T18:30:00+02:00"),
        # The day of publication: no change comes before what it changes.
        ("2024-05-01", "2024-05-01T09:00:00+00:00"),
    ],
)
def test_when_it_was_changed(updated: str, modified: str | None) -> None:
    day = datetime.date(2024, 5, 1)
    found = schema(changed(date=day, moment="2024-05-01T09:00:00+00:00", updated=updated), "articles/2024/berth")
    assert found.get("dateModified") == modified


def test_who_signs_and_who_publishes() -> None:
    found = schema(changed(authors=("Dora Quill", "Portmere Packet")), "articles/2024/berth")
    assert found["author"] == [
        {"@type": "Person", "name": "Dora Quill"},
        {"@type": "Organization", "name": "Portmere Packet"},
    ]
    found = schema(changed(source=None), "articles/2024/berth")
    assert found["publisher"] == {"@type": "Organization", "name": "On the Record", "url": BASE}
    assert "isBasedOn" not in found


def test_text_is_verbatim_and_what_is_reported_is_an_abstract() -> None:
    direct = schema(site(), "quotes/q-1")
    assert direct["text"] == [
        "I have told the builders to start again,",
        "We have written to Mr Pendrake twice.",
    ]
    assert "abstract" not in direct
    mixed = schema(site(), "quotes/q-2")
    assert mixed["text"] == "no appetite for a second survey."
    assert mixed["abstract"] == 'she had "no appetite for a second survey.'
    indirect = schema(site(), "quotes/q-4")
    assert indirect["abstract"] == "the mole would be mended by May"
    assert "text" not in indirect


def test_a_quotation_names_its_speaker_and_its_article() -> None:
    found = schema(site(), "quotes/q-1")
    assert found["creator"] == {
        "@type": "Person",
        "@id": f"{BASE}people/clara-wetherby/",
        "url": f"{BASE}people/clara-wetherby/",
        "name": "Clara Wetherby",
    }
    assert found["isPartOf"]["url"] == f"{BASE}articles/2024/berth/"
    assert found["isPartOf"]["headline"] == "Board lets pilots moor at Saltgate"
    assert schema(site(), "quotes/q-4")["creator"]["@type"] == "Organization"


def test_nobody_is_credited_where_nobody_is_known_or_the_attribution_was_rejected() -> None:
    assert "creator" not in schema(site(), "quotes/q-5")
    reading = harbour()
    quote = reading.analysis.quotes[0]
    rejected = replace(quote, attribution=replace(quote.attribution, status="rejected"))
    made = site(replace(reading, analysis=replace(reading.analysis, quotes=(rejected,))))
    assert {"creator", "creditText"}.isdisjoint(schema(made, "quotes/q-1"))


RECORD = AuthorityRecord(
    "clara-wetherby",
    "content/people/c.md",
    "person",
    "Clara Wetherby",
    ("Mrs Wetherby",),
    "Chair of the board.\n\nMore of *that*.",
    born=PartialDate(1961),
    roles=(Role("chair", PartialDate(2016), None, "Harbour Board"), Role("pilot", None, PartialDate(2015))),
    wikidata="Q1",
)


def with_record(record: AuthorityRecord, **fields: Any) -> Site:
    entity = Entity(record.id, record.kind, record.name, (), record)
    others = [each for each in ENTITIES if each.id != record.id]
    return replace(site(**fields), entities=tuple(sorted([*others, entity], key=lambda each: each.id)))


def test_a_person() -> None:
    assert schema(with_record(RECORD), "people/clara-wetherby") == {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": f"{BASE}people/clara-wetherby/",
        "url": f"{BASE}people/clara-wetherby/",
        "name": "Clara Wetherby",
        "mainEntityOfPage": f"{BASE}people/clara-wetherby/",
        "alternateName": ["Mrs Wetherby"],
        "sameAs": "https://www.wikidata.org/wiki/Q1",
        "description": "Chair of the board.",
        "birthDate": "1961",
        "jobTitle": ["chair"],
        "affiliation": [
            {
                "@type": "Organization",
                "name": "Harbour Board",
                "@id": f"{BASE}organisations/harbour-board/",
                "url": f"{BASE}organisations/harbour-board/",
            }
        ],
        "hasOccupation": [
            {"@type": "Role", "roleName": "chair", "startDate": "2016"},
            {"@type": "Role", "roleName": "pilot", "endDate": "2015"},
        ],
    }


def test_an_organisation_was_founded() -> None:
    record = AuthorityRecord("harbour-board", "o.md", "organisation", "Harbour Board", born=PartialDate(1852))
    found = schema(with_record(record), "organisations/harbour-board")
    assert (found["@type"], found["foundingDate"]) == ("Organization", "1852")


def test_a_note_in_markdown_is_no_description() -> None:
    assert "description" not in schema(site(), "people/clara-wetherby")


@pytest.mark.parametrize("base_url", ["", BASE])
def test_nothing_is_empty_and_no_address_is_relative(base_url: str) -> None:
    for recipe in compose(with_record(RECORD, base_url=base_url)):
        frame = getattr(recipe.page().view, "frame", None)
        if frame is None or not frame.schema:
            continue
        found = json.loads(frame.schema)
        assert not [value for value in values(found) if value in ("", [], {}, None)], recipe.path
        for node in values(found):
            if isinstance(node, dict):
                assert all(node[key].startswith("https://") for key in ("@id", "url") if key in node)
        assert bool(base_url) == ("url" in found), recipe.path


def test_nothing_can_end_the_script() -> None:
    text = script_text({"a": "</script><!-- & \u2028 \x00"})
    assert not set("<>&\u2028\x00") & set(text)
    assert json.loads(text) == {"a": "</script><!-- & \u2028 "}


def test_settings_name_who_answers_for_the_site() -> None:
    made = changed(source=None)
    named = replace(made, settings=replace(made.settings, author="The desk"))
    assert schema(named, "articles/2024/berth")["publisher"]["name"] == "The desk"


def frame_of(made: Site, path: str) -> Frame:
    page = next(recipe for recipe in compose(made) if recipe.path == path).page()
    return page.view.frame  # type: ignore[union-attr]


def way(made: Site, path: str) -> list[tuple[str, str]]:
    found = json.loads(frame_of(made, path).breadcrumbs)
    assert found["@type"] == "BreadcrumbList"
    assert [step["position"] for step in found["itemListElement"]] == [*range(1, len(found["itemListElement"]) + 1)]
    return [(step["name"], step["item"].removeprefix(BASE)) for step in found["itemListElement"]]


HOME = ("On the Record", "")


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("people/index.html", [("People", "people/")]),
        ("people/clara-wetherby/index.html", [("People", "people/"), ("Clara Wetherby", "people/clara-wetherby/")]),
        (
            "articles/2024/berth/index.html",
            [("Articles", "articles/"), ("Board lets pilots moor at Saltgate", "articles/2024/berth/")],
        ),
        (
            "quotes/q-1/index.html",
            [
                ("Quotations", "quotes/"),
                ("Board lets pilots moor at Saltgate", "articles/2024/berth/"),
                ("1 of 7", "quotes/q-1/"),
            ],
        ),
        ("tags/ferry/index.html", [("Tags", "tags/"), ("ferry", "tags/ferry/")]),
        ("pages/about/index.html", [("About us", "pages/about/")]),
        ("about/index.html", [("How this site is made", "about/")]),
    ],
)
def test_the_way_to_a_page(path: str, steps: list[tuple[str, str]]) -> None:
    assert way(site(), path) == [HOME, *steps]


def test_every_page_but_the_first_says_the_way_to_it() -> None:
    for recipe in compose(with_record(replace(RECORD, former_ids=("mrs-wetherby",)))):
        frame = getattr(recipe.page().view, "frame", None)
        if frame is not None:
            none = recipe.path in {"index.html", "404.html", "people/mrs-wetherby/index.html"}
            assert bool(frame.breadcrumbs) != none, recipe.path
            assert bool(frame.schema) != (none and recipe.path != "index.html"), recipe.path


def test_the_way_that_is_shown_is_the_way_that_is_said(tmp_path: Path) -> None:
    """The trail of a page, as it is rendered, leads where its JSON-LD says, in the same words."""
    theme = Theme(read_theme(tmp_path).templates)
    shown = 0
    for recipe in compose(site()):
        page = recipe.page()
        if not getattr(page.view, "trail", ()):
            continue
        document = turbohtml.parse(theme.render(page))
        steps = document.select("nav[aria-label=Breadcrumb] ol > li")
        assert steps, recipe.path
        said = way(site(), recipe.path)[1:]
        assert [step.text for step in steps] == [name for name, _ in said][: len(steps)]
        links = [str(link.attrs["href"]) for link in document.select("nav[aria-label=Breadcrumb] a")]
        folder = BASE + recipe.path.removesuffix("index.html")
        assert [urljoin(folder, link) for link in links] == [BASE + to for _, to in said][: len(links)]
        shown += 1
    assert shown > 8


def test_what_kind_of_page_it_is() -> None:
    home = schema_of(site(), "index.html")
    assert home["@type"] == "WebSite"
    assert home["name"] == "On the Record"
    assert home["publisher"] == {"@type": "Organization", "name": "On the Record"}
    found = {
        path: schema_of(site(), path) for path in ("people/index.html", "about/index.html", "pages/about/index.html")
    }
    assert [each["@type"] for each in found.values()] == ["CollectionPage", "AboutPage", "WebPage"]
    for path, node in found.items():
        assert node["@id"] == node["url"] == BASE + path.removesuffix("index.html")
        assert node["isPartOf"] == {"@type": "WebSite", "@id": BASE, "url": BASE, "name": "On the Record"}


def schema_of(made: Site, path: str) -> dict[str, Any]:
    return json.loads(frame_of(made, path).schema)  # type: ignore[no-any-return]


def test_an_article_was_changed_when_it_was_corrected() -> None:
    found = schema(site(), "articles/2024/berth")
    assert "dateModified" not in found
    assert found["mainEntityOfPage"] == found["url"]
    assert found["isPartOf"]["@type"] == "WebSite"
    found = schema(site(corrected()), "articles/2024/berth")
    assert (found["datePublished"], found["dateModified"]) == ("2024-09-09T00:00:00+00:00", "2026-06-01T00:00:00+00:00")
