"""sitegen people: what goes where, and the exit codes."""

import json
from pathlib import Path

import pytest
from click import Context
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from sitegen.build import build
from sitegen.cli import main
from tests.curate.site import files, make_site
from tests.toy import ToyParser


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.curating.SpacyParser", lambda *_: ToyParser())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path, {"x.md": "---\nname: Rosa Kettering\nsuppress: true\nnoindex: true\n---\n"})


def run(site: Path, *arguments: str, color: bool = False) -> Result:
    words = ["people", *arguments, "--site", str(site)]
    return CliRunner().invoke(main, words, catch_exceptions=False, color=color)


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_list(site: Path) -> None:
    assert run(site, "list").stdout.splitlines() == [
        "id              name            articles  mentions  quotations  record  marks",
        "judith-ellery   Judith Ellery          2         3           1  no",
        "judy-ellery     Judy Ellery            1         2           1  no",
        "rosa-kettering  Rosa Kettering         0         0           0  yes     suppressed noindex",
        "john-penn       John Penn              3         5           2  no",
    ]
    assert run(site, "list", "--recorded").stdout.count("\n") == 2
    assert "rosa" not in run(site, "list", "--unrecorded").stdout
    assert run(site, "list", "--kind", "organisation").stdout == ""
    assert [line.split()[0] for line in run(site, "list", "--kind", "place").stdout.splitlines()] == [
        "id",
        "penn-street",
    ]
    found = lines(run(site, "list", "--format", "jsonl").stdout)
    assert found[2] == {
        "id": "rosa-kettering",
        "kind": "person",
        "name": "Rosa Kettering",
        "articles": 0,
        "mentions": 0,
        "quotations": 0,
        "record": "content/people/x.md",
        "suppress": True,
        "noindex": True,
        "sensitive": False,
    }
    assert lines(run(site, "list", "--json").stdout) == found


def test_show(site: Path) -> None:
    assert run(site, "show", "john-penn").stdout.splitlines() == [
        "John Penn",
        "id: john-penn",
        "record: none",
        "forms: John Penn, Penn",
        "content/bakery.md:4: bakery: 2 mentions, 1 quotation",
        "content/quay.md:4: quay: 1 mention, 0 quotations",
        "content/regatta.md:5: regatta: 2 mentions, 1 quotation",
    ]
    (shown,) = lines(run(site, "show", "Rosa Kettering", "--json").stdout)
    assert (shown["id"], shown["articles"], shown["unresolved"]) == ("rosa-kettering", [], [])
    unknown = run(site, "show", "Jon Penn")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert "did you mean john-penn?" in unknown.stderr
    ambiguous = run(site, "show", "Ellery", "--json")
    assert ambiguous.exit_code == 2
    (remark,) = lines(ambiguous.stderr)
    assert (remark["code"], remark["hint"]) == ("people-ambiguous", "give the id")


def test_candidates(site: Path) -> None:
    found = run(site, "candidates")
    assert found.stdout.splitlines() == [
        "Judith Ellery (judith-ellery) and Judy Ellery (judy-ellery) may be one: a short form of the given name",
        "  one person:  sitegen people merge judith-ellery judy-ellery",
        "  two people:  sitegen people rename judith-ellery 'Judith Ellery'",
        "  two people:  sitegen people rename judy-ellery 'Judy Ellery'",
        "",
    ]
    assert "1 pair that may be one, 0 who may be two, 0 names without a link" in found.stderr
    (pair,) = lines(run(site, "candidates", "--json").stdout)
    assert pair["commands"]["same"] == ["sitegen people merge judith-ellery judy-ellery"]  # type: ignore[index]
    # The commands settle it: they are not suggested again.
    for command in pair["commands"]["not_same"]:  # type: ignore[index]
        words = command.replace("'", "").split()
        assert run(site, words[2], words[3], " ".join(words[4:])).exit_code == 0
    assert "may be one" not in run(site, "candidates").stdout


def test_names_without_a_link(tmp_path: Path) -> None:
    text = "here John Penn rowed."
    told = [f"people: [{{name: John Penn, id: penn-{number}}}]\n" for number in (1, 2)]
    articles = {"a": (told[0], text), "b": (told[1], text), "c": ("", text)}
    site = make_site(tmp_path, articles=articles)
    assert run(site, "candidates").stdout.splitlines()[-4:] == [
        "content/c.md:4: “John Penn” could be penn-1 or penn-2",
        "  in that article's front matter:  people: [{name: John Penn, id: penn-1}]",
        "  in that article's front matter:  people: [{name: John Penn, id: penn-2}]",
        "",
    ]
    assert "content/c.md:4: “John Penn”, 1 time, is linked to nobody" in run(site, "show", "penn-2").stdout


def test_merge_on_the_terminal(site: Path) -> None:
    before = files(site)
    words = ("merge", "judith-ellery", "Judy Ellery")
    dry = run(site, *words, "--dry-run")
    assert files(site) == before
    assert dry.exit_code == 0
    assert "content/people/judith-ellery.md would be written" in dry.stderr
    done = run(site, *words)
    assert done.stdout == dry.stdout
    assert done.stdout.splitlines() == [
        "--- /dev/null",
        "+++ b/content/people/judith-ellery.md",
        "@@ -0,0 +1,8 @@",
        "+---",
        "+name: Judith Ellery",
        "+id: judith-ellery",
        "+variants:",
        "+  - Judy Ellery",
        "+former_ids:",
        "+  - judy-ellery",
        "+---",
    ]
    assert done.stderr == "content/people/judith-ellery.md written\n"
    assert "judy-ellery" not in run(site, "list").stdout
    assert "former ids: judy-ellery" in run(site, "show", "judy-ellery").stdout


def test_colours_on_a_terminal_only(site: Path) -> None:
    words = ("rename", "john-penn", "Jack Penn", "--dry-run")
    assert "\x1b" not in run(site, *words).stdout
    assert "\x1b[32m+name: Jack Penn" in run(site, *words, color=True).stdout


def test_the_other_commands(site: Path) -> None:
    split = run(site, "split", "john-penn", "--articles", "regatta, quay", "--id", "penn-two", "--json")
    assert [(change["path"], change["change"]) for change in lines(split.stdout)] == [
        ("content/people/penn-two.md", "new"),
        ("content/people/john-penn.md", "new"),
    ]
    assert lines(split.stderr)[0] == {"message": "content/people/penn-two.md written"}
    assert run(site, "rename", "penn-two", "Jack Penn").exit_code == 0
    assert run(site, "never", "Penn Street", "Jack Penn").exit_code == 0
    again = run(site, "never", "Penn Street", "penn-two")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "nothing changes" in again.stderr
    built = build(site, parser=ToyParser(), drafts=True, future=True)
    assert not [remark for remark in built.diagnostics if remark.severity == "error"]
    assert (site / "_site" / "people" / "penn-two" / "index.html").is_file()


def test_mistakes(site: Path) -> None:
    refused = run(site, "merge", "john-penn", "nobody")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.endswith("nothing was written\n")
    (site / "content" / "people" / "a.md").write_text("---\nname: Judith Ellery\nborn: 1961\n---\n")
    (site / "content" / "people" / "b.md").write_text("---\nname: Judy Ellery\nborn: 1962\n---\n")
    conflict = run(site, "merge", "judith-ellery", "judy-ellery")
    assert conflict.exit_code == 1
    assert "content/people/a.md:3" in conflict.stderr
    assert "content/people/b.md:3" in conflict.stderr
    (site / "content" / "people" / "b.md").write_text("---\nname: Judy Ellery\nborn: ?\n---\n")
    assert run(site, "list").exit_code == 1
    assert run(site / "nothing", "list").exit_code == 2


def test_completion_of_ids(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    completing = ShellComplete(main, {}, "sitegen", "_SITEGEN_COMPLETE")

    def words(*line: str) -> set[str]:
        return {found.value for found in completing.get_completions([*line], "ro")}

    assert words("people", "--site") == set()
    assert words("people", "show", "--site", str(site)) == {"rosa-kettering"}
    monkeypatch.chdir(site)
    assert words("people", "merge", "x") == {"rosa-kettering"}
    assert words("people", "never", "text") == {"rosa-kettering"}


def test_help_has_an_example_each() -> None:
    for command in ("", *main.get_command(Context(main), "people").commands):
        words = ["people", *([command] if command else []), "--help"]
        assert "Example: sitegen people" in CliRunner().invoke(main, words).stdout
