"""Web Annotations: every selector finds one place on the page, and the words there."""

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import turbohtml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.compose import compose
from sitegen.model.analysis import Analysis
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.site import Reading, Site
from sitegen.model.span import Span
from sitegen.model.view import LinesView
from sitegen.render import Theme
from sitegen.source import read_article
from tests.compose.sites import ENTITIES, harbour, nested, site, span

FOLDER = Path(__file__).parents[2] / "templates"
THEME = Theme({p.relative_to(FOLDER).as_posix(): p.read_text("utf-8") for p in FOLDER.rglob("*") if p.is_file()})
BASE = "https://example.org/repo/"


def annotations(made: Site, id_: str) -> dict[str, Any]:
    view = next(r for r in compose(made) if r.path == f"articles/{id_}/annotations.jsonld").page().view
    assert isinstance(view, LinesView)
    found = json.loads("\n".join(view.lines))
    assert len(view.lines) == len(found["items"]) + 2
    return found  # type: ignore[no-any-return]


def words_of_page(made: Site, id_: str) -> str:
    """Return what a reader finds in the page of an article, labels aside, every run of white space one blank."""
    html = THEME.render(next(r for r in compose(made) if r.path == f"articles/{id_}/index.html").page())
    document = turbohtml.parse(html)
    for element in document.select("script, style, head, main aside"):
        element.decompose()
    body = document.select_one("body")
    assert body is not None
    return " ".join(body.text.split())


def targets(found: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [tuple(target["selector"]) for each in found["items"] for target in each["target"]]


def check_targets(made: Site, reading: Reading) -> None:
    page, text = words_of_page(made, reading.article.id), reading.article.text
    for words, place in targets(annotations(made, reading.article.id)):
        prefix, suffix = words.get("prefix", ""), words.get("suffix", "")
        start, end = place["start"], place["end"]
        assert text[start:end] == words["exact"]
        assert text[start - len(prefix) : start] == prefix
        assert text[end : end + len(suffix)] == suffix
        whole = " ".join((prefix + words["exact"] + suffix).split())
        first = page.find(whole)
        assert first >= 0, whole
        assert page.find(whole, first + 1) < 0, whole


def test_an_annotation_names_the_words_the_speaker_and_the_evidence() -> None:
    found = annotations(site(), "2024/berth")
    address = f"{BASE}articles/2024/berth/annotations.jsonld"
    assert found["@context"] == ["http://www.w3.org/ns/anno.jsonld", {"sitegen": f"{BASE}data/#"}]
    assert (found["id"], found["type"], len(found["items"])) == (address, "AnnotationPage", 7)
    first = found["items"][0]
    assert (first["id"], first["type"], first["motivation"]) == (f"{address}#q-1", "Annotation", "describing")
    assert first["body"] == {
        "id": f"{BASE}quotes/q-1/",
        "type": "schema:Quotation",
        "schema:inLanguage": "en",
        "schema:creator": {
            "id": f"{BASE}people/clara-wetherby/",
            "type": "schema:Person",
            "schema:name": "Clara Wetherby",
        },
        "sitegen:kind": "direct",
        "sitegen:speakerText": "Wetherby",
        "sitegen:cue": "said",
        "sitegen:rule": "cue.split",
        "sitegen:confidence": 0.97,
        "sitegen:status": "machine",
    }
    assert [t["selector"][0]["exact"] for t in first["target"]] == [
        "I have told the builders to start again,",
        "We have written to Mr Pendrake twice.",
    ]
    assert {t["source"] for t in first["target"]} == {f"{BASE}articles/2024/berth/"}


def test_what_is_not_known_is_not_said() -> None:
    by_id = {each["id"].partition("#")[2]: each["body"] for each in annotations(site(), "2024/berth")["items"]}
    assert not any(key.startswith("schema:cre") or "cue" in key for key in by_id["q-5"])
    assert by_id["q-4"]["sitegen:via"] == "Estuary Wire"
    assert by_id["q-2"]["sitegen:verbatim"] == ["no appetite for a second survey."]
    assert "sitegen:verbatim" not in by_id["q-1"]


def test_a_nameless_speaker_is_credited_in_the_words_of_the_text() -> None:
    def body(words: str, kind: Any) -> dict[str, Any]:
        reading = harbour()
        voice = Voice(span(reading.article.text, words), "nominal", kind)
        quote = replace(reading.analysis.quotes[4], attribution=Attribution("cue.before", 0.5, voice))
        changed = replace(reading, analysis=replace(reading.analysis, quotes=(quote,)))
        return annotations(site(changed), "2024/berth")["items"][0]["body"]  # type: ignore[no-any-return]

    nobody = body("A voice from the back", None)
    assert nobody["schema:creditText"] == "A voice from the back"
    assert "schema:creator" not in nobody
    somebody = body("A voice from the back", "person")
    assert somebody["schema:creator"] == {"type": "schema:Person", "schema:name": "A voice from the back"}


def test_a_rejected_attribution_credits_nobody() -> None:
    reading = harbour()
    quote = reading.analysis.quotes[0]
    rejected = replace(quote, attribution=replace(quote.attribution, status="rejected"))
    changed = replace(reading, analysis=replace(reading.analysis, quotes=(rejected,)))
    body = annotations(site(changed), "2024/berth")["items"][0]["body"]
    assert body["sitegen:status"] == "rejected"
    assert "schema:creator" not in body
    assert "sitegen:speakerText" not in body


def test_without_an_address_of_the_site_they_resolve_against_the_file() -> None:
    found = annotations(site(base_url=""), "2024/berth")
    assert found["@context"][1] == {"@vocab": "../../../data/#", "sitegen": ""}
    assert found["id"] == "annotations.jsonld"
    first = found["items"][0]
    assert first["id"] == "annotations.jsonld#q-1"
    assert first["target"][0]["source"] == "./"
    assert first["body"]["schema:creator"]["id"] == "../../../people/clara-wetherby/"


def test_every_selector_finds_one_place() -> None:
    for reading in (harbour(), nested()):
        check_targets(site(), reading)


WORD = st.sampled_from(["no", "yes", "harbour", "“No,”", "said", "é😀"])
LINE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
BLOCK = st.one_of(
    LINE,
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    LINE.map(lambda line: f"> {line}"),
    LINE.map(lambda line: f"## {line}"),
    LINE.map(lambda line: f"    {line}"),
    st.tuples(LINE, LINE).map(lambda pair: f"| {pair[0]} | {pair[1]} |\n|---|---|\n| {pair[1]} | {pair[0]} |"),
    LINE.map(lambda line: f"{line}  \n**{line}** *{line}*"),
)


@settings(max_examples=150, deadline=None)
@given(blocks=st.lists(BLOCK, min_size=1, max_size=6), headed=st.booleans(), data=st.data())
def test_words_that_occur_many_times_are_told_apart(blocks: list[str], headed: bool, data: st.DataObject) -> None:
    body = "\n\n".join([*(["# The pier, at last"] if headed else []), *blocks, "The end of all this."])
    source = f"---\ntitle: Other words\ndate: 2026-05-01\n---\n{body}\n" if not headed else body
    article, _ = read_article("content/a.md", "a.md", source.encode(), timezone="UTC", language="en")
    assert article is not None
    article = replace(article, date=datetime.date(2026, 5, 1))
    leaves = [leaf for leaf in article.leaves() if article.text[leaf.span.start : leaf.span.end].strip()]
    quotes = []
    for number, leaf in enumerate(data.draw(st.lists(st.sampled_from(leaves), min_size=1, max_size=5))):
        start = data.draw(st.integers(leaf.span.start, leaf.span.end - 1))
        words = Span(start, data.draw(st.integers(start + 1, leaf.span.end)))
        if words.of(article.text).strip() == words.of(article.text):
            quotes.append(Quote(f"q-{number}", "indirect", (words,), (), Attribution("unknown", 0.1)))
    reading = Reading(article, Analysis(quotes=tuple(quotes)), ())
    check_targets(replace(site(reading), entities=ENTITIES), reading)


def test_what_repeats_for_long_is_told_apart_by_its_position() -> None:
    line = "“No,” said Ann."
    text = "\n\n".join([line] * 300)
    quotes = tuple(
        Quote(f"q{n}", "direct", (Span(at + 1, at + 4),), (Span(at + 1, at + 4),), Attribution("unknown", 0.1))
        for n, at in enumerate(range(0, len(text), len(line) + 2))
    )
    article, _ = read_article("content/no.txt", "no", text.encode(), timezone="UTC", language="en")
    assert article is not None
    found = targets(annotations(site(Reading(article, Analysis(quotes=quotes), ())), "no"))
    assert len(found) == 300
    assert max(len(words.get("prefix", "") + words.get("suffix", "")) for words, _ in found) < 1100
    assert len({place["start"] for _, place in found}) == 300
