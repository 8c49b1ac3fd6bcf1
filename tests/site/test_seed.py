"""The seed article: every person in it, nobody else, and every quotation with the speaker a reader would name."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "000_923e63cd493ac46d.txt"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def record() -> dict:
    result = CliRunner().invoke(main, ["analyze", str(SEED)], catch_exceptions=False)
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    return json.loads(line)


def test_text_is_the_file(record: dict) -> None:
    assert record["text"] == SEED.read_text("utf-8")


def test_people(record: dict) -> None:
    people = {entity["id"]: entity["name"] for entity in record["entities"] if entity["kind"] == "person"}
    assert people == {
        "rand-paul": "Rand Paul",
        "donald-trump": "Donald Trump",
        "vladimir-putin": "Vladimir Putin",
        "sergey-ryabkov": "Sergey Ryabkov",
        "leonid-slutsky": "Leonid Slutsky",
        "konstantin-kosachev": "Konstantin Kosachev",
        "maria-butina": "Maria Butina",
    }


@pytest.mark.parametrize(
    ("surname", "entity"),
    [
        ("Paul", "rand-paul"),
        ("Trump", "donald-trump"),
        ("Putin", "vladimir-putin"),
        ("Ryabkov", "sergey-ryabkov"),
        ("Slutsky", "leonid-slutsky"),
        ("Kosachev", "konstantin-kosachev"),
        ("Butina", "maria-butina"),
    ],
)
def test_every_mention_of_a_surname_is_linked(record: dict, surname: str, entity: str) -> None:
    linked = [m for m in record["mentions"] if m["entity"] == entity and m["form"] == "name"]
    assert sum(m["text"].endswith(surname) for m in linked) == record["text"].count(surname)


def test_quotations(record: dict) -> None:
    marked = [
        (q["kind"], q["text"][:24], (q["speaker"] or {}).get("name"), (q["via"] or {}).get("text"))
        for q in record["quotes"]
        if q["verbatim"]
    ]
    assert marked == [
        ("direct", "I am pleased to announce", "Rand Paul", None),
        ("mixed", 'he had "general discussi', "Rand Paul", None),
        ("direct", "We had general discussio", "Rand Paul", None),
        ("direct", "your biggest issue right", "Rand Paul", None),
        ("direct", "there was no interferenc", "Konstantin Kosachev", None),
        ("direct", "there of course will not", "Konstantin Kosachev", None),
        ("direct", "We are interested in non", "Leonid Slutsky", "Russian state media"),
    ]
    assert not record["passages"]


def test_reported_speech(record: dict) -> None:
    told = {q["text"]: q["speaker"]["name"] or q["speaker"]["text"] for q in record["quotes"] if not q["verbatim"]}
    assert told["he misspoke"] == "Donald Trump"


def test_the_words_without_a_cue_are_carried_over(record: dict) -> None:
    (quote,) = [q for q in record["quotes"] if q["text"].startswith("We had general")]
    assert quote["cue"] is None
    assert quote["rule"] == "carry-over"
    assert quote["speaker"]["text"] == "Paul"


def test_every_span_is_a_slice(record: dict) -> None:
    text = record["text"]
    for found in (*record["mentions"], *record["quotes"], *record["passages"]):
        assert text[found["start"] : found["end"]] == found["text"]
    for quote in record["quotes"]:
        for voice in (quote["speaker"], quote["cue"], quote["via"]):
            if voice and voice["start"] is not None:
                assert text[voice["start"] : voice["end"]] == voice["text"]


def test_the_demo_holds_the_seed_unchanged() -> None:
    body = (ROOT / "content" / "senator-in-moscow.md").read_text("utf-8").split("---\n", 2)[2]
    assert body.strip().split("\n\n") == SEED.read_text("utf-8").strip().split("\n")
