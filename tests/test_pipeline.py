"""The stages through a memo: what did not change is not made again."""

from dataclasses import replace

import pytest

from sitegen.digest import digest
from sitegen.model.article import NamedPerson
from sitegen.model.entity import AuthorityRecord
from sitegen.model.settings import Settings
from sitegen.model.source_file import Role, SourceFile
from sitegen.model.span import Span
from sitegen.pipeline import Memo, read_together
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.memo import MemoryStore
from sitegen.source import read_article
from tests.toy import ToyParser


def article(text: str, id_: str = "a"):
    found, _ = read_article(f"content/{id_}.txt", id_, text.encode(), language="en", timezone="UTC")
    assert found is not None
    return found


TEXT = 'Mary Lee came early.\n"We won," Lee said.\nThe hall was cold and the doors stood open.'


def test_a_second_run_reads_nothing() -> None:
    memo, parser = Memo(), ToyParser()
    first, _, _ = read_together([article(TEXT)], parser, (), memo)
    read = parser.read
    second, _, _ = read_together([article(TEXT)], parser, (), memo)
    assert parser.read == read
    assert first == second


def test_an_edit_reads_its_own_paragraph_alone() -> None:
    memo, parser = Memo(), ToyParser()
    read_together([article(TEXT)], parser, (), memo)
    read = parser.read
    read_together([article(TEXT.replace("cold", "warm"))], parser, (), memo)
    assert parser.read == read + 1


def test_incremental_equals_clean() -> None:
    memo, parser = Memo(), ToyParser()
    versions = [TEXT, TEXT + "\nTom Lee left.", TEXT.replace("Mary", "Nora"), "Tom Lee left.", TEXT]
    for version in versions:
        articles = [article(version), article("Mary Lee spoke.", "b")]
        assert read_together(articles, parser, (), memo) == read_together(articles, ToyParser(), (), Memo())


def test_a_record_reaches_the_articles_that_name_it() -> None:
    record = AuthorityRecord("mia", "content/people/mia.md", "person", "Maria Stone", ("Mia Stone",))
    readings, resolution, _ = read_together(
        [article("Mia Stone spoke first on the quay."), article(TEXT, "b")], ToyParser(), (record,), Memo()
    )
    assert [entity.name for entity in resolution.entities] == ["Mary Lee", "Maria Stone"]
    assert readings[0].entities == ("mia",)


SMITHS = (
    AuthorityRecord("smith-carpenter", "content/people/one.md", "person", "John Smith", ("Johnny Smith",)),
    AuthorityRecord("smith-pilot", "content/people/two.md", "person", "John Smith"),
)


@pytest.mark.parametrize("records", [SMITHS, SMITHS[::-1]])
def test_a_name_of_two_records_is_linked_only_where_the_author_says_who_is_meant(records) -> None:
    text = 'John Smith came early.\n"We won," Smith said.'
    open_ = article(text, "open")
    told = replace(article(text, "told"), people=(NamedPerson("John Smith", "smith-pilot"),))
    nickname = article('Johnny Smith came early.\n"We won," Smith said.', "nickname")
    readings, resolution, _ = read_together([open_, told, nickname], ToyParser(), records, Memo())
    assert [set(reading.entities) for reading in readings] == [{None}, {"smith-pilot"}, {"smith-carpenter"}]
    (remark,) = resolution.diagnostics
    assert remark.path == "content/open.txt"
    assert "smith-carpenter or smith-pilot" in remark.message


def test_an_id_that_no_record_has_is_told_where_one_must_be_meant() -> None:
    def file(relative: str, role: Role, text: str) -> SourceFile:
        return SourceFile(f"content/{relative}", relative, role, text.encode())

    def told(person: str) -> list[tuple[int | None, str]]:
        head = f"---\ntitle: T\ndate: 2026-05-01\npeople:\n  - {person}\n---\nJohn Smith came.\n"
        record = file("people/smith.md", "person", "---\nname: John Smith\nid: js-pilot\n---\n")
        found = read_contents([file("a.md", "article", head), record], Settings(), Memo())
        return [(d.line, d.hint) for d in found.diagnostics if d.code == "unknown-person-id"]

    assert told("{name: John Smith, id: somebody}") == [(5, "did you mean js-pilot?")]
    assert told("{name: Jack Smith, id: js-pilott}") == [(5, "did you mean js-pilot?")]
    assert told("{name: John Smith, id: js-pilot}") == []
    assert told("{name: Ann Lee, id: ann-lee-2}") == []


def test_a_language_that_the_model_does_not_read() -> None:
    text = "---\ntitle: T\nlanguage: de\npeople: [Ann Lee]\n---\n\u201eWir haben gewonnen\u201c, sagte Ann Lee."
    found, _ = read_article("content/a.md", "a", text.encode(), language="en", timezone="UTC")
    parser = ToyParser()
    (reading,), _, remarks = read_together([found], parser, (), Memo())
    assert parser.read == 0
    assert [span.of(found.text) for span in reading.analysis.passages] == ["Wir haben gewonnen"]
    assert not reading.analysis.quotes
    assert reading.entities == ("ann-lee",)
    assert [remark.code for remark in remarks] == ["language-unknown"]


def test_people_of_the_front_matter_are_found_as_they_are_written() -> None:
    text = "---\ntitle: T\npeople: [bell hooks, Xi]\n---\nThe essay by bell hooks was read. They met Xi at noon."
    found, _ = read_article("content/a.md", "a", text.encode(), language="en", timezone="UTC")
    (reading,), _, _ = read_together([found], ToyParser(), (), Memo())
    linked = {m.span.of(found.text): reading.entities[m.cluster] for m in reading.analysis.mentions}
    assert linked == {"bell hooks": "bell-hooks", "Xi": "xi"}


def test_remember_makes_equal_inputs_once() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return 7

    store = MemoryStore()
    memo = Memo(store, {"stage": "1"})
    assert memo.remember("stage", int, ("x",), make) == memo.remember("stage", int, ("x",), make)
    assert len(made) == 1
    Memo(store, {"stage": "2"}).remember("stage", int, ("x",), make)
    memo.remember("other", int, ("x",), make)
    assert len(made) == 3


def test_values_are_held_for_two_turns_without_a_use() -> None:
    memo = Memo(MemoryStore(), holding=frozenset({"kept"}))
    first = memo.value_of("kept", "k", object)
    assert memo.value_of("kept", "k", object) is first
    assert memo.value_of("other", "k", object) is not memo.value_of("other", "k", object)
    memo.turn()
    assert memo.value_of("kept", "k", object) is first
    memo.turn()
    memo.turn()
    assert memo.value_of("kept", "k", object) is not first


def test_a_held_value_is_the_one_that_was_kept() -> None:
    store = MemoryStore()
    memo = Memo(store, holding=frozenset({"stage"}))
    value = ("a", "b")
    kept = memo.keep("stage", ("x",), value)
    store.clear()
    assert memo.recall("stage", tuple[str, str], ("x",)) is kept  # type: ignore[arg-type]
    assert Memo(store).recall("stage", tuple[str, str], ("x",)) is None  # type: ignore[arg-type]


def test_digests_of_values_are_those_of_their_content() -> None:
    memo = Memo()
    for _ in range(3):
        assert memo.digest_of(article(TEXT)) == digest(article(TEXT))
        memo.turn()


def test_what_cannot_be_decoded_is_made_anew() -> None:
    store = MemoryStore()
    memo = Memo(store)
    memo.keep("stage", ("x",), "seven")
    assert memo.recall("stage", int, ("x",)) is None
    assert memo.remember("stage", int, ("x",), lambda: 7).value == 7


def test_the_digest_is_fixed() -> None:
    """Ids on published pages are made with it: it must not change from version to version."""
    assert digest(("a", Span(1, 2), None, 1.5), size=5) == "3fcb2b32fc"
