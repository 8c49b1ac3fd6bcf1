"""Every file in ``tests/cases/source/annotations`` is a case: a title, a file of annotations, and what is read from it.

Expected lines are as in ``test_source_cases``: ``annotation: LINE:COLUMN decision facet | value | key=value …`` and
``diagnostic: severity code LINE:COLUMN | the message, or a part of it | a part of the hint``.
"""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.digest import digest
from sitegen.model.annotation import Annotation
from sitegen.model.yaml_text import yaml_text
from sitegen.source import read_annotations
from sitegen.source.annotation_keys import DECISIONS, KEYS, REMARKS
from sitegen.source.annotations import LARGEST

CASES = sorted((Path(__file__).parents[1] / "cases" / "source" / "annotations").glob("*.md"))
_FORM = re.compile(r"# .+\n\n(?:.+\n\n)*?````\n(?P<content>.*?)````\n+(?P<expected>.*)", re.DOTALL)
_SHOWN = ("speaker", "via", "entity", "was", "said", "evidence", "language", "by", "date", "why", "source", "proposed")
PATH = "content/ferry.annotations.yaml"


def shown(annotation: Annotation) -> str:
    selector = annotation.selector
    values = {name: getattr(selector, name) for name in ("exact", "prefix", "suffix", "position")}
    values |= {"value": annotation.value, "parts": " / ".join(annotation.parts)}
    values |= {name: getattr(annotation, name) for name in _SHOWN}
    known = [f"{name}={value}" for name, value in values.items() if value not in {"", None, False}]
    what = " ".join(filter(None, (annotation.decision, annotation.facet)))
    return " | ".join((f"{annotation.line}:{annotation.column} {what}", *known)).replace("\n", "\\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    form = _FORM.fullmatch(case.read_text(encoding="utf-8"))
    assert form, f"{case} does not have the form of a case"
    annotations, remarks = read_annotations(PATH, form["content"].encode())
    lines = form["expected"].strip().splitlines()
    assert [shown(one) for one in annotations] == [
        line.removeprefix("annotation: ").strip() for line in lines if line.startswith("annotation: ")
    ]
    expected = [line.removeprefix("diagnostic: ") for line in lines if line.startswith("diagnostic: ")]
    found = [f"{note.severity} {note.code} {note.line}:{note.column}" for note in remarks]
    assert found == [line.split(" | ")[0].strip() for line in expected]
    for note, line in zip(remarks, expected, strict=True):
        for part, text in zip(line.split(" | ")[1:], (note.message, note.hint), strict=False):
            assert part.strip() in text
    assert all(note.hint and note.path == PATH for note in remarks)


def test_decoded_as_articles_are() -> None:
    (one,), remarks = read_annotations(PATH, "\ufeff- exact: Zoë\r\n  note: “Yes”\r\n".encode())
    assert (one.selector.exact, one.value, one.line, one.path, one.origin) == ("Zoë", "“Yes”", 1, PATH, "sidecar")
    assert remarks == ()
    assert [note.code for note in read_annotations(PATH, b"- exact: \xff")[1]] == ["not-utf-8"]


@pytest.mark.parametrize(
    "content", ["", "\n \n", "# Nothing yet.\n", "---\n", "[]", "\ufeff# Nothing\r\n", "---\n# x\n---"]
)
def test_nothing_is_no_mistake(content: str) -> None:
    assert read_annotations(PATH, content.encode()) == ((), ())


def test_too_large_a_file_is_refused() -> None:
    (note,) = read_annotations(PATH, b"#" * (LARGEST + 1))[1]
    assert (note.code, note.severity, note.line) == ("annotation-too-long", "error", 1)


def test_the_first_unknown_keys_tell_the_story() -> None:
    _, remarks = read_annotations(PATH, b"- {id: x, exact: a, note: b}\n" * 50)
    assert [note.code for note in remarks].count("annotation-unknown-key") == 20


def test_every_field_of_an_annotation_is_compared_in_cases() -> None:
    apart = {"selector", "decision", "facet", "value", "parts", "origin", "path", "line", "column"}
    assert {field.name for field in fields(Annotation)} == apart | set(_SHOWN)


WORDS = st.one_of(
    st.sampled_from(
        ["direct", "person", "correct", "add", "en", "2026-11-30", "2026", "https://a.example/", "true", ""]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.sampled_from(
        ["[a, b]", "{a: b}", "&a b", "*a", "!b c", "|\n    a\n\n    b", "a #b", "'a", '"a', "- a", "a: b", "~"]
    ),
)
MEMBERS = st.lists(st.tuples(st.sampled_from([*(key.name for key in KEYS), "exakt"]), WORDS), max_size=6)


def _check(content: bytes) -> None:
    annotations, remarks = read_annotations(PATH, content)
    assert all(note.hint and note.path == PATH for note in remarks)
    for one in annotations:
        assert one.selector.exact.strip() == one.selector.exact != ""
        assert one.facet in REMARKS if not one.decision else one.decision in DECISIONS[one.facet]  # type: ignore[index]
        assert bool(one.value or one.parts or one.said)
        digest(one)


@settings(deadline=None)
@given(st.lists(MEMBERS, max_size=4), st.booleans())
def test_no_list_raises(members: list[list[tuple[str, str]]], quoted: bool) -> None:
    lists = ["\n  ".join(f"{key}: {yaml_text(word) if quoted else word}" for key, word in member) for member in members]
    _check("".join(f"- {lines}\n" for lines in lists).encode())


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_no_bytes_raise(content: bytes) -> None:
    _check(content)
    _check(b"- exact: " + content)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_words_come_back(words: str) -> None:
    content = f"- exact: gate\n  note: {yaml_text(words)}\n"
    annotations, remarks = read_annotations(PATH, content.encode())
    if words.strip():
        assert [one.value for one in annotations] == [words.rstrip("\n")]
    else:
        assert [note.code for note in remarks] == ["annotation-empty"]
