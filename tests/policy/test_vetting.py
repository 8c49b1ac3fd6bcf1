"""``sitegen check`` and the policy of a site: what it says, when it reads the articles, and that builds do not ask."""

import datetime
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.build import build
from sitegen.cli import main
from sitegen.vetting import vet
from tests.incremental.edits import matter
from tests.toy import ToyParser

DAY = datetime.date(2026, 5, 1)
BODY = """Boats came early to the quay, and a sign read in large letters there.

"Nobody has asked us about any of it."

"We won the harbour at last," said Mary Lee.
"""
RECORD = "---\nname: Mary Lee\nsensitive: true\n---\n"


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.vetting.SpacyParser", lambda *_: ToyParser())


def made(folder: Path, policy: str = "", record: str = RECORD) -> Path:
    """Write a site with a draft beside its one article, and build it."""
    texts = {
        "sitegen.toml": f'title = "The Record"\nbase_url = "https://a.example/"\n{policy}',
        "content/first.md": matter(title="Harbour won", date="2026-04-01") + BODY,
        "content/draft.md": matter(title="The mill", draft="true") + BODY.replace("harbour", "mill"),
        "content/people/lee.md": record,
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    build(folder, today=DAY, parser=ToyParser())
    return folder


def check(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", str(folder), "--today", str(DAY), *options], catch_exceptions=False)


def test_a_check_fails_and_shows_the_place(tmp_path: Path) -> None:
    done = check(made(tmp_path))
    assert done.exit_code == 1
    assert done.stdout.splitlines()[-1].startswith("policy               2 quotations")
    assert done.stdout.splitlines()[-1].endswith(": 1 problem")
    assert "content/first.md:9:2: error: “We won the harbour at last,” is given to Mary Lee, who" in done.stderr
    assert '9 | "We won the harbour at last," said Mary Lee.' in done.stderr
    assert "decision: confirm, speaker: mary-lee" in done.stderr


def test_a_check_in_json(tmp_path: Path) -> None:
    done = check(made(tmp_path, '[policy]\nunknown_speakers = "forbid"\n'), "--json")
    assert done.exit_code == 1
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert [(each["code"], each["severity"], each["path"], each["line"]) for each in told] == [
        ("policy-sensitive", "error", "content/first.md", 9),
        ("policy-unknown-speaker", "error", "content/first.md", 7),
    ]
    assert json.loads(done.stdout.splitlines()[-1]) == {"check": "policy", "checked": 2, "problems": 2}


@pytest.mark.parametrize("decision", ["confirm", "reject"])
def test_what_an_editor_decided_is_no_offence(tmp_path: Path, decision: str) -> None:
    folder = made(tmp_path, "[policy]\nmachine_share = 0.5\n")
    assert {found.code for found in vet(folder, today=DAY).diagnostics} == {"policy-sensitive", "policy-machine-share"}
    decided = f"- exact: We won the harbour at last,\n  decision: {decision}\n  speaker: mary-lee\n"
    (folder / "content/first.annotations.yaml").write_text(decided, "utf-8")
    found = vet(folder, today=DAY)
    assert found.diagnostics == ()
    assert found.findings[0].checked == 2


def test_an_annotation_without_a_place(tmp_path: Path) -> None:
    folder = made(tmp_path, '[policy]\norphans = "forbid"\n', RECORD.replace("true", "false"))
    assert vet(folder, today=DAY).diagnostics == ()
    lost = "# Ours.\n- exact: Nobody can find these words anywhere.\n  note: Where are they?\n"
    (folder / "content/first.annotations.yaml").write_text(lost, "utf-8")
    found = [(each.code, each.severity, each.path, each.line) for each in vet(folder, today=DAY).diagnostics]
    assert found == [("policy-orphan", "error", "content/first.annotations.yaml", 2)]


def test_drafts_are_checked_where_they_are_shown(tmp_path: Path) -> None:
    folder = made(tmp_path)
    assert {each.path for each in vet(folder, today=DAY).diagnostics} == {"content/first.md"}
    shown = vet(folder, today=DAY, drafts=True)
    assert {each.path for each in shown.diagnostics} == {"content/draft.md", "content/first.md"}
    assert shown.findings[0].checked == 4


def test_who_is_suppressed_says_nothing_that_could_offend(tmp_path: Path) -> None:
    found = vet(made(tmp_path, record=RECORD.replace("---\n", "---\nsuppress: true\n", 1)), today=DAY)
    assert found.diagnostics == ()
    assert [finding.checked for finding in found.findings] == [1]


def test_a_site_without_rules_is_checked_without_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nothing asked for the model")

    monkeypatch.setattr("sitegen.vetting.SpacyParser", refuse)
    for policy, record in (("", RECORD.replace("true", "false")), ("[policy]\nsensitive_confirmed = false\n", RECORD)):
        done = check(made(tmp_path, policy, record))
        assert done.exit_code == 0, done.stderr
        assert "policy" not in done.stdout


def test_what_a_build_read_is_not_read_again(tmp_path: Path) -> None:
    folder, parser = made(tmp_path), ToyParser()
    assert vet(folder, today=DAY, parser=parser).diagnostics
    assert parser.read == 0


def test_no_page_tells_who_is_sensitive(tmp_path: Path) -> None:
    def files(folder: Path) -> dict[str, bytes]:
        output = folder / "_site"
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}

    plain = files(made(tmp_path / "plain", record=RECORD.replace("true", "false")))
    assert files(made(tmp_path / "marked", '[policy]\nmachine_share = 0.1\nunknown_speakers = "forbid"\n')) == plain
