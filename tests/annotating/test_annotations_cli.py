"""sitegen annotations: what goes where, what is refused, and the exit codes."""

import json
from pathlib import Path

import pytest
from click import Context
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from sitegen.build import build
from sitegen.cli import main
from tests.toy import ToyParser

# Each sentence is long enough to be found again.
FERRY = """\
---
title: The ferry
---
then Judith Ellery came early to the quay.

"The ferry is late," Ellery said before the clerk of the harbour had read the letter.

the clerk met John Penn in the evening. "The ferry is late," Penn said while the lamps went out along the mole.
"""
SIDECAR = "content/ferry.annotations.yaml"


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.annotating.desk.SpacyParser", lambda *_: ToyParser())
    # Nobody's own settings of git.
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content" / "2026").mkdir(parents=True)
    (tmp_path / "sitegen.toml").write_text('title = "The Packet"\nbase_url = "https://a.example/"\n')
    (tmp_path / "content" / "ferry.md").write_text(FERRY)
    (tmp_path / "content" / "2026" / "mole.txt").write_text("At noon the mole broke near Saltmere, and it was loud.\n")
    return tmp_path


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["annotations", *arguments, "--site", str(site)], catch_exceptions=False)


def sidecar(site: Path) -> str:
    return (site / SIDECAR).read_text("utf-8")


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


ADD = ("add", "ferry", "The ferry is late,", "--nth", "1")


def test_add(site: Path) -> None:
    words = (*ADD, "--correct", "speaker=John Penn", "--by", "M. Hale", "--date", "2026-11-30", "--why", "Page 12.")
    dry = run(site, *words, "--dry-run")
    assert (dry.exit_code, (site / SIDECAR).exists()) == (0, False)
    assert f"{SIDECAR} would be written" in dry.stderr
    done = run(site, *words)
    assert done.stdout == dry.stdout
    assert done.exit_code == 0
    lines = sidecar(site).splitlines()
    assert lines[0].startswith("# ")
    assert lines[3] == "- exact: The ferry is late,"
    assert lines[6:] == [
        "  position: 45",
        "  decision: correct",
        "  speaker: John Penn",
        "  was: Judith Ellery",
        "  by: M. Hale",
        "  date: 2026-11-30",
        "  why: Page 12.",
    ]
    built = build(site, parser=ToyParser())
    assert built.plan is not None
    (reading,) = [r for r in built.plan.site.readings if r.article.id == "ferry"]
    assert [quote.attribution.status for quote in reading.analysis.quotes] == ["corrected", "machine"]


def test_the_editor_is_whom_git_knows(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Ann Lee")
    assert run(site, *ADD, "--note", "Hm: *no*.").exit_code == 0
    assert '  note: "Hm: *no*."\n  by: Ann Lee\n  date: 20' in sidecar(site)


def test_every_kind_of_annotation(site: Path) -> None:
    for words in (
        ("--confirm", "quote=direct"),
        ("--correct", "extent=The ferry", "--correct", "extent=late"),
        ("--reject", "speaker=judith-ellery"),
        ("--said", "2024-03", "--evidence", "The log."),
        ("--translation", "Die Fähre", "--language", "de"),
        ("--recording", "https://a.example/1"),
    ):
        assert run(site, *ADD, *words).exit_code == 0, words
    add = run(
        site, "add", "content/ferry.md", "had read the letter", "--add", "quote=indirect", "--speaker", "John Penn"
    )
    assert add.exit_code == 0
    place = run(site, "add", "2026/mole", "Saltmere", "--add", "mention=place", "--proposed")
    assert place.exit_code == 0
    listed = records(run(site, "list", "--json"))
    assert {record["state"] for record in listed} == {"kept", "proposed"}
    assert [(r["facet"], r["parts"]) for r in listed if r["facet"] == "extent"] == [("extent", ["The ferry", "late"])]
    build(site, parser=ToyParser())


def test_words_that_stand_several_times(site: Path) -> None:
    several = run(site, "add", "ferry", "The ferry is late,", "--note", "x")
    assert several.exit_code == 2
    assert "1. line 6: " in several.stderr
    assert "2. line 8: " in several.stderr
    assert "--nth" in several.stderr
    for choice in (("--line", "8"), ("--suffix", '" Penn said'), ("--prefix", "in the evening. “"), ("--nth", "2")):
        (site / SIDECAR).unlink(missing_ok=True)
        assert run(site, "add", "ferry", "The  ferry is late,", *choice, "--note", "x").exit_code == 0, choice
        assert "Penn said" in sidecar(site)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("add", "fery", "x", "--note", "x"), 2, "did you mean ferry?"),
        (("add", "ferry", "The fery is late", "--note", "x"), 2, "annotations-words"),
        (("add", "ferry", "he ferry is late,", "--note", "x"), 2, "annotations-words"),
        ((*ADD,), 2, "one thing"),
        ((*ADD, "--note", "x", "--recording", "https://a.example/"), 2, "one thing"),
        ((*ADD, "--note", "x", "--speaker", "y"), 2, "--add quote=…"),
        ((*ADD, "--correct", "speker=x"), 2, "WHAT=VALUE"),
        ((*ADD, "--correct", "quote=direct"), 2, "makes no sense"),
        ((*ADD, "--add", "quote=loud"), 2, "loud"),
        ((*ADD, "--said", "May"), 2, "no date"),
        ((*ADD, "--recording", "there"), 2, "no web address"),
        ((*ADD, "--translation", "x"), 2, "language"),
        ((*ADD, "--correct", "speaker=judith-elery"), 1, "did you mean judith-ellery?"),
        ((*ADD, "--correct", "extent=never said"), 1, "not found"),
        (("list", "fery"), 2, "did you mean ferry?"),
        (("import", "nothing.json"), 2, "no such file"),
    ],
)
def test_what_is_refused(site: Path, words: tuple[str, ...], code: int, told: str) -> None:
    result = run(site, *words)
    assert result.exit_code == code, result.stderr
    assert told in result.stderr
    assert not (site / SIDECAR).exists()


def test_added_twice(site: Path) -> None:
    assert run(site, *ADD, "--note", "x").exit_code == 0
    again = run(site, *ADD, "--note", "x")
    assert again.exit_code == 1
    assert f"{SIDECAR}:4 says so already" in again.stderr


def test_conflicts_are_refused_and_idle_ones_told(site: Path) -> None:
    assert run(site, *ADD, "--reject", "speaker=judith-ellery", "--date", "2026-01-01").exit_code == 0
    before = sidecar(site)
    conflict = run(site, *ADD, "--correct", "speaker=judith-ellery", "--date", "2026-01-01")
    assert (conflict.exit_code, sidecar(site)) == (1, before)
    # Whichever of the two is told of: no line of what was not written.
    assert "disagree" in conflict.stderr
    assert f"{SIDECAR}:4" in conflict.stderr
    assert conflict.stderr.count(SIDECAR) == 1
    # The newer one holds.
    assert run(site, *ADD, "--correct", "speaker=John Penn", "--date", "2026-01-02").exit_code == 0
    states = {record["date"]: record["state"] for record in records(run(site, "list", "--json"))}
    assert states == {"2026-01-01": "overruled", "2026-01-02": "kept"}
    idle = run(site, "add", "2026/mole", "the mole broke near", "--confirm", "kind=direct")
    assert idle.exit_code == 0
    assert "annotation-idle" in idle.stderr


EDITED = """\
# Ours.

# about the letter
- exact: had read the letter
  prefix: "before the clerk of the harbour "
  suffix: "."
  note: 'n'   # mine
- exact: Ellery said before a clerk of the harbour had read the letter
  prefix: "came early to the quay. “The ferry is late,” "
  suffix: ". the clerk met John Penn in the evening"
  decision: reject
  quote: indirect
# gone
- exact: The bells rang all night over Ravelsea
  prefix: "and then "
  suffix: " until the morning"
  note: "x"
- exact: then Judith Ellery came early
  decision: add
  quote: indirect
  proposed: true
"""


def test_list_check_update_and_prune(site: Path) -> None:
    (site / SIDECAR).write_text(EDITED)
    (site / "content" / "fery.annotations.yaml").write_text("- exact: x\n  note: x\n")
    listed = run(site, "list", "ferry")
    assert [line.split(": ")[:3] for line in listed.stdout.splitlines()] == [
        [f"{SIDECAR}:18", "proposed", "add quote indirect"],
        [f"{SIDECAR}:8", "reworded", "reject quote indirect"],
        [f"{SIDECAR}:4", "kept", "note “n”"],
        [f"{SIDECAR}:14", "orphaned", "note “x”"],
    ]
    checked = run(site, "check", "--json")
    codes = [json.loads(line).get("code") for line in checked.stderr.splitlines()]
    assert checked.exit_code == 1
    assert {"annotation-orphaned", "annotation-reworded", "annotation-stray"} <= set(codes)
    assert checked.stdout == ""
    dry = run(site, "check", "--update", "--dry-run")
    assert "+- exact: Ellery said before the clerk of" in dry.stdout
    assert sidecar(site) == EDITED
    assert run(site, "check", "--update").exit_code == 1
    updated = sidecar(site)
    assert "before the clerk of the harbour had" in updated
    assert updated.startswith(EDITED[: EDITED.index("- exact: Ellery")])
    assert "annotation-reworded" not in run(site, "check").stderr
    assert run(site, "prune", "--dry-run").stdout.count("-- exact: ") == 2
    pruned = run(site, "prune")
    assert pruned.exit_code == 0
    assert not (site / "content" / "fery.annotations.yaml").exists()
    assert sidecar(site) == updated.replace(updated[updated.index("# gone") : updated.index("- exact: then")], "")
    assert run(site, "check").exit_code == 0
    assert "nothing changes" in run(site, "prune").stderr


def test_a_proposal_that_lost_its_place_is_told(site: Path) -> None:
    (site / SIDECAR).write_text("- exact: nowhere to be found\n  note: x\n  proposed: true\n")
    checked = run(site, "check")
    assert checked.exit_code == 1
    assert f"{SIDECAR}:1" in checked.stderr


def test_mistakes_in_files(site: Path) -> None:
    (site / SIDECAR).write_text("- exact: The ferry\n  nte: x\n")
    checked = run(site, "check")
    assert checked.exit_code == 1
    assert "annotation-property" in checked.stderr
    for words in (("list",), (*ADD, "--note", "x"), ("prune",), ("check", "--update")):
        assert run(site, *words).exit_code == 1, words
    (site / SIDECAR).write_text('[{exact: "had read the letter", note: x}]\n')
    refused = run(site, *ADD, "--note", "y")
    assert refused.exit_code == 1
    assert f"{SIDECAR}:1" in refused.stderr
    assert "annotations-form" in refused.stderr


def row(
    exact: str, text: str, id_: str = "a1", uri: str = "https://a.example/articles/ferry/", **more: object
) -> dict[str, object]:
    selector = [{"type": "TextQuoteSelector", "exact": exact}]
    base = {"id": id_, "uri": uri, "text": text, "tags": [], "user": "acct:ann@hypothes.is", "updated": "2026-11-30T1"}
    return base | {"target": [{"source": uri, "selector": selector}]} | more


def test_import(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "rows.json"
    rows = [
        row("had read the letter", "Which one?"),
        row("then Judith Ellery came", "", "a2", "http://localhost:8000/articles/ferry/index.html", tags=["speaker:x"]),
        row("the mole broke", "Why?", "a3", "https://a.example/articles/2026/mole/#top"),
        row("no such words", "Lost", "a4"),
        row("The ferry is late", "Two of them", "a5"),
        row("had read", "Elsewhere", "a6", "https://b.example/"),
        row("", "All of it", "a7", target=[]),
    ]
    file.write_text(json.dumps({"rows": rows}))
    done = run(site, "import", str(file))
    assert done.exit_code == 1
    assert "3 proposed, 0 known already, 4 without a place" in done.stderr
    for words in ("“Lost”", "“Two of them”", "“Elsewhere”", "“All of it”"):
        assert words in done.stderr
    assert "  source: https://hypothes.is/a/a1\n  proposed: true\n" in sidecar(site)
    assert "Why?" in (site / "content" / "2026" / "mole.annotations.yaml").read_text()
    before = sidecar(site)
    again = run(site, "import", str(file))
    assert "0 proposed, 3 known already, 4 without a place" in again.stderr
    assert sidecar(site) == before
    assert {record["state"] for record in records(run(site, "list", "--json"))} == {"proposed"}
    # What an editor made of a proposal is still the same one.
    (site / SIDECAR).write_text(before.replace("note: Which one?", "note: This one.").replace("  proposed: true\n", ""))
    assert "3 known already" in run(site, "import", str(file)).stderr


def test_import_for_one_article_and_at_once(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    selector = {"type": "TextQuoteSelector", "exact": "had read the letter"}
    one = {
        "type": "Annotation",
        "id": "#1",
        "body": [{"purpose": "commenting", "value": "Hm"}],
        "target": {"source": "https://b.example/x", "selector": selector},
    }
    file.write_text(json.dumps(one))
    dry = run(site, "import", str(file), "--article", "ferry", "--accept", "--dry-run")
    assert (dry.exit_code, (site / SIDECAR).exists()) == (0, False)
    assert run(site, "import", str(file), "--article", "ferry", "--accept").exit_code == 0
    assert "proposed" not in sidecar(site)
    assert "1 known already" in run(site, "import", str(file), "--article", "ferry").stderr


def test_a_readers_report(site: Path, tmp_path: Path) -> None:
    built = build(site, parser=ToyParser(), accept=("all",))
    assert built.plan is not None
    quote = next(quote for quote in built.plan.quotes if quote.speaker is not None)
    report = {
        "type": "Annotation",
        "motivation": "questioning",
        "target": {
            "source": "https://a.example/articles/ferry/",
            "selector": [
                {"type": "TextQuoteSelector", "exact": quote.exact[0], "prefix": quote.prefix, "suffix": quote.suffix}
            ],
        },
        "sitegen:article": "ferry",
        "sitegen:quotation": quote.id,
    }
    file = tmp_path / "report.txt"
    file.write_text(f"It was not she.\n\n{json.dumps(report)}\n")
    assert run(site, "import", str(file)).exit_code == 0
    text = sidecar(site)
    assert "  by: a reader\n  why: It was not she.\n  proposed: true\n" in text
    assert (
        "  decision: reject\n  speaker: judith-ellery\n" in text or "  decision: correct\n  speaker: unknown\n" in text
    )
    assert run(site, "import", str(file)).exit_code == 0
    assert sidecar(site) == text
    # It holds as soon as the last line is deleted.
    (site / SIDECAR).write_text(text.replace("  proposed: true\n", ""))
    assert records(run(site, "list", "--json"))[0]["state"] == "kept"


def test_import_of_what_is_no_json(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"rows": [\n  {"id": }\n]}')
    result = run(site, "import", str(file))
    assert result.exit_code == 1
    assert f"{file}:2:" in result.stderr
    assert result.stderr.endswith("nothing was written\n")


def test_completion_and_help(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    completing = ShellComplete(main, {}, "sitegen", "_SITEGEN_COMPLETE")

    def words(*line: str, start: str = "") -> set[str]:
        return {found.value for found in completing.get_completions([*line], start)}

    assert words("annotations") == {"list", "add", "check", "import", "prune"}
    monkeypatch.chdir(site)
    assert words("annotations", "list") == {"ferry", "2026/mole"}
    assert words("annotations", "add", start="f") == {"ferry"}
    assert words("annotations", "add", "ferry", "x", "--correct", start="sp") == {"speaker="}
    for command in ("", *main.get_command(Context(main), "annotations").commands):
        line = ["annotations", *([command] if command else []), "--help"]
        assert "Example: sitegen annotations" in CliRunner().invoke(main, line).stdout
