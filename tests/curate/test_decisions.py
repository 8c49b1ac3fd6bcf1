"""Decisions of an editor: what is written, that the next build follows it, and what is refused."""

import os
from pathlib import Path

import pytest

from sitegen.curating import everybody
from sitegen.diagnostics import InputError
from sitegen.shell.record_files import record_ids, write_records
from tests.curate.site import decide, files, make_site, people
from tests.toy import ToyParser


def refused(folder: Path, what: str, *words: object) -> list[tuple[str, str, int | None]]:
    """Return code, path and line of what keeps a decision from being made; nothing may have been written."""
    before = files(folder)
    with pytest.raises(InputError) as found:
        decide(folder, what, *words)
    assert files(folder) == before
    return [(remark.code, remark.path, remark.line) for remark in found.value.diagnostics]


def record(folder: Path, name: str) -> str:
    return (folder / "content" / "people" / name).read_bytes().decode()


def test_everybody(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"x.md": "---\nname: Rosa Kettering\n---\n"})
    assert people(folder) == {
        "judith-ellery": ("ferry", "quay"),
        "judy-ellery": ("mole",),
        "rosa-kettering": (),
        "john-penn": ("bakery", "quay", "regatta"),
    }


def test_merge_makes_a_record(tmp_path: Path) -> None:
    folder = make_site(tmp_path)
    done = decide(folder, "merge", "judith-ellery", "Judy Ellery")
    assert done.written
    assert record(folder, "judith-ellery.md") == (
        "---\nname: Judith Ellery\nid: judith-ellery\nvariants:\n  - Judy Ellery\nformer_ids:\n  - judy-ellery\n---\n"
    )
    assert people(folder)["judith-ellery"] == ("ferry", "mole", "quay")
    assert "judy-ellery" not in people(folder)
    # A former id is an id still, and both names mean one: nothing is left to merge.
    assert refused(folder, "merge", "judith-ellery", "judy-ellery") == [("people-same", "judith-ellery", None)]


def test_merge_takes_a_record_over(tmp_path: Path) -> None:
    folder = make_site(
        tmp_path,
        {
            "judith-ellery.md": "---\n# ours\nname: Judith Ellery\nborn: 1961\nvariants: [J. M. Ellery]\n---\n".replace(
                "\n", "\r\n"
            ),
            "old/judy.md": (
                "---\nname: Judy Ellery\nid: judy\nborn: 1961\ndied: 2024\nroles: [chair]\nimage: judy.jpg\n"
                "not: Ellery Arms\nformer_ids: [j-e]\nnoindex: yes\nsensitive: true\n---\nA note.\n"
            ),
        },
    )
    done = decide(folder, "merge", "judith-ellery", "j-e")
    assert [(change.path, change.after is None) for change in done.amendments] == [
        ("content/people/judith-ellery.md", False),
        ("content/people/old/judy.md", True),
    ]
    assert record(folder, "judith-ellery.md") == (
        "---\n# ours\nname: Judith Ellery\nid: judith-ellery\nborn: 1961\ndied: 2024\n"
        'roles:\n  - "chair"\nimage: old/judy.jpg\nnot:\n  - Ellery Arms\nformer_ids:\n  - j-e\n  - judy\n'
        "noindex: true\nsensitive: true\nvariants: [J. M. Ellery, Judy Ellery]\n---\n\nA note.\n"
    ).replace("\n", "\r\n")
    assert not (folder / "content" / "people" / "old" / "judy.md").exists()
    assert people(folder) == {
        "judith-ellery": ("ferry", "mole", "quay"),
        "john-penn": ("bakery", "quay", "regatta"),
    }


def test_records_that_disagree_are_not_merged(tmp_path: Path) -> None:
    folder = make_site(
        tmp_path,
        {
            "a.md": "---\nname: Judith Ellery\nborn: 1961\nwikidata: Q1\n---\nOne.\n",
            "b.md": "---\nname: Judy Ellery\n# about\nborn: 1962\nnot: [Judith Ellery]\nwikidata: Q1\n---\n\nTwo.\n",
        },
    )
    assert refused(folder, "merge", "judith-ellery", "judy-ellery") == [
        ("people-conflict", "content/people/a.md", 3),
        ("people-conflict", "content/people/b.md", 4),
        ("people-conflict", "content/people/a.md", None),
        ("people-conflict", "content/people/b.md", 5),
        ("people-conflict", "content/people/a.md", 6),
        ("people-conflict", "content/people/b.md", 9),
    ]


def test_who_is_sensitive_in_one_record_alone_is_not_merged_unseen(tmp_path: Path) -> None:
    folder = make_site(
        tmp_path,
        {
            "a.md": "---\nname: Judith Ellery\nsensitive: false\n---\n",
            "b.md": "---\nname: Judy Ellery\n# see the letter\nsensitive: true\n---\n",
        },
    )
    assert refused(folder, "merge", "judith-ellery", "judy-ellery") == [
        ("people-conflict", "content/people/a.md", 3),
        ("people-conflict", "content/people/b.md", 4),
    ]


def test_split(tmp_path: Path) -> None:
    folder = make_site(tmp_path)
    decide(folder, "split", "john-penn", ["regatta"], "john-penn-rower")
    assert record(folder, "john-penn.md") == (
        "---\nname: John Penn\nid: john-penn\narticles:\n  - bakery\n  - quay\n---\n"
    )
    assert record(folder, "john-penn-rower.md") == (
        "---\nname: John Penn\nid: john-penn-rower\narticles:\n  - regatta\n---\n"
    )
    found = people(folder)
    assert (found["john-penn"], found["john-penn-rower"]) == (("bakery", "quay"), ("regatta",))
    # One more, of the one who is left; and what was said stays said.
    decide(folder, "split", "john-penn", ["quay"], "john-penn-clerk", "John Q. Penn")
    assert "variants:\n  - John Penn\n" in record(folder, "john-penn-clerk.md")
    found = people(folder)
    assert [found[f"john-penn{end}"] for end in ("", "-rower", "-clerk")] == [("bakery",), ("regatta",), ("quay",)]
    # Merged again, they are one.
    decide(folder, "merge", "john-penn", "john-penn-rower")
    decide(folder, "merge", "john-penn", "john-penn-clerk")
    assert people(folder)["john-penn"] == ("bakery", "quay", "regatta")
    assert sorted(files(folder)) == [
        "bakery.md",
        "ferry.md",
        "mole.md",
        "people/john-penn.md",
        "quay.md",
        "regatta.md",
    ]


def test_split_beside_ids_in_front_matter(tmp_path: Path) -> None:
    text = "here John Penn rowed."
    told = "people: [{name: John Penn, id: penn-two}]\n"
    mine = "people: [{name: John Penn, id: john-penn}]\n"
    folder = make_site(
        tmp_path, articles={"a": ("", text), "b": ("", text), "c": ("", text), "d": (told, text), "e": (mine, text)}
    )
    decide(folder, "split", "john-penn", ["b"], "penn-two")
    assert "articles:\n  - b\n---" in record(folder, "penn-two.md")
    # Nobody has said who is meant in the others: the name stays without a link there.
    assert people(folder) == {"john-penn": ("e",), "penn-two": ("b", "d")}


def test_split_refuses(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"x.md": "---\nname: Rosa Kettering\nformer_ids: [rosa]\n---\n"})
    (folder / "content" / "bakery.md").write_text(
        "---\ntitle: B\npeople: [{name: John Penn, id: john-penn}]\n---\nhere John Penn baked.\n"
    )

    def codes(*words: object) -> list[str]:
        return [code for code, _, _ in refused(folder, "split", "john-penn", *words)]

    assert codes(["regatta"], "../x") == ["people-id"]
    assert codes(["regatta"], "con") == ["people-id"]
    assert codes(["regatta"], "john-penn") == ["people-id"]
    assert codes(["regatta"], "rosa") == ["people-id"]
    assert codes(["ferry"], "penn-two") == ["people-articles"]
    assert codes([], "penn-two") == ["people-articles"]
    assert codes(["bakery", "quay", "regatta"], "penn-two") == ["people-articles"]
    assert codes(["bakery"], "penn-two") == ["people-stated"]
    assert codes(["regatta"], "penn-two", "Judith Ellery") == ["people-name-taken"]


def test_rename(tmp_path: Path) -> None:
    folder = make_site(tmp_path)
    decide(folder, "rename", "judith-ellery", "Judith Mary  Ellery")
    assert record(folder, "judith-ellery.md") == (
        "---\nname: Judith Mary Ellery\nid: judith-ellery\nvariants:\n  - Judith Ellery\n---\n"
    )
    roster = everybody(folder, parser=ToyParser())
    assert [(e.name, e.articles) for e in roster.people if e.id == "judith-ellery"] == [
        ("Judith Mary Ellery", ("ferry", "quay"))
    ]
    assert not decide(folder, "rename", "judith-ellery", "Judith Mary Ellery").amendments
    decide(folder, "rename", "judith-ellery", "Judith Ellery")
    assert "variants:\n  - Judith Mary Ellery\n---" in record(folder, "judith-ellery.md")
    assert refused(folder, "rename", "judith-ellery", "John Penn") == [("people-name-taken", "John Penn", None)]
    assert refused(folder, "rename", "judith-ellery", " \x07 ") == [("people-name", " \x07 ", None)]


def test_a_new_record_claims_no_name_of_others(tmp_path: Path) -> None:
    text = "here John Penn rowed."
    told = "people: [{name: John Penn, id: penn-two}]\n"
    third = told.replace("two", "three")
    articles = {"a": (third, text), "b": (told, text), "c": ("", "here Jack Penn rowed.")}
    folder = make_site(tmp_path, articles=articles)
    assert refused(folder, "never", "Penn Street", "penn-two") == [("people-name-taken", "penn-two", None)]
    # One that is known by its id alone keeps its articles by the former id, and claims nobody's name.
    decide(folder, "merge", "jack-penn", "penn-two")
    assert "variants" not in record(folder, "jack-penn.md")
    assert people(folder) == {"jack-penn": ("b", "c"), "penn-three": ("a",)}


def test_never(tmp_path: Path) -> None:
    articles = {"a": ("", "here John Penn rowed. They met in John Penn Hall."), "b": ("", "here John Penn rowed.")}
    folder = make_site(tmp_path, articles=articles)

    def mentions() -> int:
        return next(e.mentions for e in everybody(folder, parser=ToyParser()).people if e.id == "john-penn")

    decide(folder, "never", "Penn  Street", "john-penn")
    decide(folder, "never", "John Penn Hall", "john-penn")
    assert "not:\n  - John Penn Hall\n  - Penn Street\n" in record(folder, "john-penn.md")
    assert mentions() == 2
    assert not decide(folder, "never", "Penn Street", "john-penn").amendments
    assert refused(folder, "never", "john penn", "john-penn") == [("people-name", "john penn", None)]
    decide(folder, "rename", "john-penn", "Jack Penn")
    code = ("people-conflict", "content/people/john-penn.md", 4)
    assert refused(folder, "never", "John Penn", "john-penn") == [code]
    assert [c for c, _, _ in refused(folder, "rename", "john-penn", "Penn Street")] == ["people-conflict"]


def test_whom_a_word_means(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"o.md": "---\nname: John Penn\nid: penn-2\n---\n"})
    (folder / "content" / "people" / "p.md").write_text("---\nname: John Penn\nid: penn-3\n---\n")
    assert refused(folder, "never", "X", "John Penn") == [("people-ambiguous", "John Penn", None)]
    assert refused(folder, "never", "X", "Joan Penn") == [("people-unknown", "Joan Penn", None)]
    assert refused(folder, "never", "X", "") == [("people-unknown", "PERSON", None)]


def test_an_organisation_is_no_person(tmp_path: Path) -> None:
    folder = make_site(tmp_path)
    (folder / "content" / "organisations").mkdir()
    (folder / "content" / "organisations" / "b.md").write_text("---\nname: Harbour Board\n---\n")
    assert refused(folder, "merge", "judith-ellery", "harbour-board") == [("people-kind", "harbour-board", None)]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    folder = make_site(tmp_path)
    before = files(folder)
    for words in (
        ("merge", "judith-ellery", "judy-ellery"),
        ("split", "john-penn", ["quay"], "penn-two"),
        ("rename", "john-penn", "Jack Penn"),
        ("never", "Penn Street", "john-penn"),
    ):
        done = decide(folder, *words, dry_run=True)
        assert done.amendments
        assert not done.written
    assert files(folder) == before


def test_another_file_in_the_place(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"Judith-Ellery.md": "---\nname: Rosa Kettering\n---\n"})
    found = refused(folder, "rename", "judith-ellery", "Judith Mary Ellery")
    assert found == [("people-file", "content/people/judith-ellery.md", None)]


def test_a_record_in_an_unusual_form(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"j.md": "---\n{name: Judith Ellery}\n---\n"})
    assert refused(folder, "never", "Ellery Arms", "judith-ellery") == [
        ("people-record-form", "content/people/j.md", 2)
    ]


def test_files_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_site(tmp_path, {"a.md": "A", "b.md": "B"})
    name = "content/people/{}.md".format
    with pytest.raises(InputError, match="changed meanwhile"):
        write_records(folder, {name("a"): (b"A", b"new"), name("b"): (b"X", None)})
    with pytest.raises(InputError, match="changed meanwhile"):
        write_records(folder, {name("a"): (None, b"new")})
    before = files(folder)
    for wrong in ("content/people/../a.md", "content/quay.md", "../x.md"):
        with pytest.raises(PermissionError):
            write_records(folder, {wrong: (None, b"new")})
    real = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "c.md":
            raise OSError(28, "No space left on device", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="No space"):
        write_records(folder, {name("a"): (b"A", b"new"), name("c"): (None, b"new")})
    assert files(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_not_followed(tmp_path: Path) -> None:
    folder = make_site(tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "content" / "people").rmdir()
    (folder / "content" / "people").symlink_to(elsewhere)
    with pytest.raises(PermissionError):
        decide(folder, "rename", "john-penn", "Jack Penn")
    assert not list(elsewhere.iterdir())


def test_ids_for_completion(tmp_path: Path) -> None:
    folder = make_site(
        tmp_path, {"a.md": "---\nname: Ann Lee # x\n---\n", "b.md": "---\r\nid: 'b-1'\r\nname: B\r\n---\r\n"}
    )
    assert list(record_ids(folder)) == ["ann-lee", "b-1"]
