"""What a site says otherwise: since it was published, against a revision, against another folder."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from sitegen.build import build
from sitegen.cli import main
from sitegen.diagnostics import InputError
from sitegen.differing import Compared, differences, report_page
from tests.online.sites import commit, git, online
from tests.serve.preview import article, small_site
from tests.toy import ToyParser

pytestmark = pytest.mark.usefixtures("as_somebody")


@pytest.fixture
def published(site_of: Callable[..., Path]) -> Path:
    """A site that was published, with a tag at what was."""
    folder = site_of("ann-lee/packet")
    online(folder)
    git(folder, "tag", "v1.0")
    return folder


def edited(folder: Path) -> None:
    """Change a bit of everything."""
    mole = folder / "content/mole.md"
    mole.write_text(mole.read_text().replace("Edgar Pendrake said", "Rosa Kettering said"))
    ferry = folder / "content/ferry.md"
    ferry.write_text(ferry.read_text().replace("wrong by an hour", "wrong by a whole hour"))
    article(folder / "content/light.md", "The light is lit", 'Edgar Pendrake said: "Nobody asked me."')


def compared(folder: Path, **options: str) -> Compared:
    return differences(folder, parser=ToyParser(), **options)  # type: ignore[arg-type]


def counts(found: Compared) -> dict[str, int]:
    made = found.differences
    return {
        "given": len(made.reattributed),
        "edited": len(made.edited),
        "moved": len(made.moved),
        "added": len(made.added),
        "lost": len(made.lost),
        "links": len(made.relinked),
    }


NOTHING = dict.fromkeys(("given", "edited", "moved", "added", "lost", "links"), 0)
EDITED = {"given": 1, "edited": 1, "moved": 0, "added": 2, "lost": 0, "links": 0}


def test_nothing_since_it_was_published(published: Path) -> None:
    assert counts(compared(published)) == NOTHING
    told = CliRunner().invoke(main, ["diff", "--help"])
    assert "git revision" in told.stdout


@pytest.mark.parametrize("against", ["", "v1.0", "HEAD", "gh-pages", "origin/gh-pages"])
def test_since_it_was_published(published: Path, against: str) -> None:
    edited(published)
    found = compared(published, against=against)
    assert counts(found) == EDITED
    assert found.differences.reattributed[0].after.line == 8
    assert len(found.waiting) == 1


def test_against_folders(published: Path, tmp_path: Path) -> None:
    build(published, output=tmp_path / "built", parser=ToyParser())
    shutil.copytree(published / "content", tmp_path / "former/content")
    shutil.copy(published / "sitegen.toml", tmp_path / "former")
    edited(published)
    for against in ("built", "former"):
        assert counts(compared(published, against=str(tmp_path / against))) == EDITED


def test_what_was_taken_away(published: Path) -> None:
    (published / "content/mole.md").unlink()
    found = compared(published)
    assert counts(found) == NOTHING | {"lost": 2}
    assert {quote.article for quote in found.differences.lost} == {"mole"}


def test_a_record_links_names_elsewhere(published: Path) -> None:
    (published / "content/people").mkdir()
    record = "---\nname: Rosa Kettering\nid: rosa-kettering-pilot\n---\n"
    (published / "content/people/rosa.md").write_text(record)
    found = compared(published)
    assert counts(found)["links"] == 2
    changed = {(link.before, link.after) for link in found.differences.relinked}
    assert changed == {("rosa-kettering", "rosa-kettering-pilot")}
    assert counts(found)["given"] == 2


def test_before_the_first_publish(tmp_path: Path) -> None:
    folder = small_site(tmp_path / "site")
    found = compared(folder)
    assert counts(found) == NOTHING | {"added": 3}
    assert found.waiting == ()
    assert "no branch gh-pages" in found.notes[0]
    assert "no speaker is guarded" in found.notes[1]


@pytest.mark.parametrize("against", ["no-such-tag", "../nowhere", "--help", "HEAD~99"])
def test_against_nothing(published: Path, against: str) -> None:
    with pytest.raises(InputError) as refused:
        compared(published, against=against)
    assert refused.value.exit_code == 2
    assert {remark.code for remark in refused.value.diagnostics} == {"diff-against"}


@pytest.mark.model
def test_the_command(published: Path, tmp_path: Path) -> None:
    site = ["--site", str(published)]
    build(published, accept=("all",))
    assert CliRunner().invoke(main, ["diff", *site, "--check"]).exit_code == 0
    edited(published)
    told = CliRunner().invoke(main, ["diff", *site])
    assert told.exit_code == 0
    assert "given to somebody else (1)" in told.stdout
    assert "was Edgar Pendrake (edgar-pendrake), now Rosa Kettering (rosa-kettering)" in told.stdout
    assert "content/mole.md:8" in told.stdout
    assert "sitegen build --accept q-" in told.stderr
    assert CliRunner().invoke(main, ["diff", *site, "--check"]).exit_code == 1
    data = CliRunner().invoke(main, ["diff", *site, "--json"])
    records = [json.loads(line) for line in data.stdout.splitlines()]
    assert [each["change"] for each in records if "change" in each].count("re-attributed") == 1
    assert records[-1]["re-attributed"] == 1
    new = CliRunner().invoke(main, ["build", str(published), "--accept", "new"])
    assert new.exit_code == 0
    assert CliRunner().invoke(main, ["diff", *site, "--check"]).exit_code == 1
    done = CliRunner().invoke(main, ["build", str(published), "--accept", "all"])
    assert "git commit ledger.jsonl" in done.stderr
    assert "speaker-changed" not in done.stderr
    assert CliRunner().invoke(main, ["diff", *site, "--check"]).exit_code == 0
    wrong = CliRunner().invoke(main, ["build", str(published), "--accept", "q-0000000000"])
    assert wrong.exit_code == 2
    assert "unknown-quotation" in wrong.stderr
    for other in (["--drafts"], ["--future"], ["--today", "2020-01-01"]):
        assert CliRunner().invoke(main, ["build", str(published), "--accept", "all", *other]).exit_code == 2
    typo = CliRunner().invoke(main, ["build", str(published), "--accept", "all", "--accept", "typo", "--json"])
    assert typo.exit_code == 2
    assert json.loads(typo.stderr.splitlines()[0])["code"] == "unknown-quotation"


def test_the_report(published: Path, tmp_path: Path, browser: Browser) -> None:
    edited(published)
    (tmp_path / "report.html").write_bytes(report_page(compared(published)))
    page = browser.new_page(viewport={"width": 360, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "report.html").as_uri())
    assert len(asked) == 1
    assert page.locator("h2").all_inner_texts() == ["Given to somebody else 1", "Edited 1", "New 2"]
    assert page.locator("section").first.locator("blockquote").inner_text() == "It will hold."
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def test_an_edit_that_shows_in_the_build(published: Path) -> None:
    edited(published)
    for _ in range(2):
        built = build(published, parser=ToyParser())
        assert [(remark.path, remark.line) for remark in built.diagnostics if remark.code == "speaker-changed"] == [
            ("content/mole.md", 8)
        ]
    (published / "ledger.jsonl").write_text("<<<<<<< ours\n")
    with pytest.raises(InputError, match="not the first line"):
        build(published, parser=ToyParser())


def test_a_renamed_article_is_no_heap_of_edits(published: Path) -> None:
    (published / "content/mole.md").rename(published / "content/breakwater.md")
    assert counts(compared(published)) == NOTHING | {"moved": 2}


def test_a_forged_revision_writes_nothing_outside(published: Path, tmp_path: Path) -> None:
    """A tree may hold names that lead out of it; git checks them out nowhere, and so do we."""
    blob = git(published, "hash-object", "-w", "sitegen.toml")
    inner = make_tree(published, f"100644 blob {blob}\tforged.txt\n")
    outer = git(published, "ls-tree", "HEAD") + f"\n040000 tree {inner}\t..\n"
    forged = git(published, "commit-tree", "-m", "forged", make_tree(published, outer))
    before = set(tmp_path.parent.rglob("forged.txt"))
    assert counts(compared(published, against=forged)) == NOTHING
    assert set(tmp_path.parent.rglob("forged.txt")) == before
    assert not (Path(tempfile.gettempdir()) / "forged.txt").exists()


def make_tree(folder: Path, lines: str) -> str:
    done = subprocess.run(["git", "mktree"], cwd=folder, input=lines, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_errors_of_a_revision_are_its_own(published: Path) -> None:
    (published / "sitegen.toml").write_text("title = \n")
    commit(published, "Broken")
    (published / "sitegen.toml").write_text('title = "The Packet"\n')
    with pytest.raises(InputError) as refused:
        compared(published, against="HEAD")
    (remark,) = refused.value.diagnostics
    assert (remark.path, remark.line) == ("HEAD:sitegen.toml", None)
    assert "line 1" in remark.message


def test_what_controls_a_terminal_is_not_let_through(published: Path) -> None:
    article(published / "content/light.md", "The light is lit", 'Edgar Pendrake said: "Nobody \x1b[2J asked me."')
    done = CliRunner().invoke(main, ["diff", "--site", str(published), "--against", "v1.0"])
    assert "\x1b" not in done.output
