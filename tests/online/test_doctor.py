"""What the doctor sees, and that it changes nothing."""

import datetime
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.build import build
from sitegen.cli import main
from sitegen.doctor import examine, machine
from sitegen.starting import init
from tests.online.sites import git, online
from tests.toy import ToyParser

pytestmark = pytest.mark.usefixtures("as_somebody")


def found(folder: Path, name: str) -> list[tuple[str, str, str]]:
    return [(each.status, each.message, each.hint) for each in examine(folder) if each.name == name]


@pytest.fixture
def site(site_of: Callable[..., Path]) -> Path:
    folder = site_of("ann-lee/packet")
    git(folder, "config", "user.name", "Ann Lee")
    git(folder, "config", "user.email", "ann@example.org")
    return folder


def test_a_site_that_is_well(site: Path) -> None:
    online(site)
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    seen = {each.name: each for each in examine(site)}
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()} == before
    fine = {name for name, each in seen.items() if each.status == "ok"}
    assert {
        "python",
        "search",
        "disk",
        "site",
        "model",
        "content",
        "output",
        "cache",
        "ledger",
        "git",
        "remote",
        "pages",
    } <= fine
    assert "weights d8a1061882c1978818314af2db2db9b6" in seen["model"].message
    assert "entries" in seen["cache"].message
    assert "MB, sound" in seen["cache"].message
    assert seen["ledger"].message == "3 quotations, 0 of them no longer published"
    assert seen["remote"].message.endswith("holds gh-pages")
    assert seen["pages"].message == "the site of a project, shown at https://ann-lee.github.io/packet/"


def test_a_new_site(tmp_path: Path) -> None:
    init(tmp_path / "new", today=datetime.date(2026, 11, 24))
    assert found(tmp_path / "new", "git")[0][0] == "warning"
    assert found(tmp_path / "new", "cache") == [("ok", "none yet; the first build makes it", "")]
    assert found(tmp_path / "new", "ledger") == [("ok", "nothing is published yet", "")]


def test_a_damaged_cache(site: Path) -> None:
    build(site, parser=ToyParser())
    path = site / ".sitegen/memo.sqlite"
    content = bytearray(path.read_bytes())
    content[100:4000] = b"\xff" * 3900
    path.write_bytes(content)
    assert [status for status, *_ in found(site, "cache")] == ["warning"]
    assert path.read_bytes() == bytes(content)


@pytest.mark.parametrize(
    ("arrange", "name", "status", "words"),
    [
        (lambda site: (site / "ledger.jsonl").write_text("<<<<<<<\n"), "ledger", "problem", "line 1"),
        (lambda site: (site / "sitegen.toml").write_text("title = "), "site", "problem", ""),
        (lambda site: shutil.rmtree(site / "content"), "content", "problem", "is missing"),
        (lambda site: (site / "content/new.txt").write_text("x"), "git", "warning", "1 files not committed"),
        (lambda site: git(site, "checkout", "-q", "--detach"), "git", "warning", "no branch is checked out"),
        (lambda site: git(site, "remote", "remove", "origin"), "pages", "warning", "there is no remote"),
        (
            lambda site: git(site, "remote", "set-url", "origin", "http://127.0.0.1:9/x.git"),
            "remote",
            "warning",
            "127.0.0.1",
        ),
        (
            lambda site: (site / "sitegen.toml").write_text('title = "T"\nbase_url = "https://x.github.io/y/"\n'),
            "pages",
            "problem",
            "https://ann-lee.github.io/packet/",
        ),
        (
            lambda site: (site / "sitegen.toml").write_text('title = "T"\n[nlp]\nmodel = "no_such_model"\n'),
            "model",
            "problem",
            "no such spaCy pipeline",
        ),
    ],
)
def test_what_is_not_well(site: Path, arrange, name: str, status: str, words: str) -> None:
    arrange(site)
    seen = found(site, name)
    assert status in [each[0] for each in seen]
    assert any(words in each[1] and each[2] for each in seen)


def test_a_workflow_that_installs_nothing(site: Path) -> None:
    (site / ".github/workflows").mkdir(parents=True)
    (site / ".github/workflows/pages.yml").write_text("name: Pages\n")
    for line in ("# sitegen @ somewhere", "sitegen==0.1.0", "sitegenerator @ git+https://example.org/x"):
        (site / "requirements.txt").write_text(f"{line}\n")
        assert found(site, "workflow")[0][0] == "problem"
    (site / "requirements.txt").write_text("sitegen @ git+https://github.com/user/sitegen@c0ffee\n")
    assert found(site, "workflow")[0][0] == "ok"


def test_packages_that_do_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["jinja2>=99", "no-such-thing", "click>=99; python_version < '3'"]
    monkeypatch.setattr(machine.metadata, "requires", lambda name: needed)
    (seen,) = machine.packages()
    assert seen.status == "problem"
    assert "must be >=99" in seen.message
    assert "no-such-thing is missing" in seen.message
    assert "click" not in seen.message


def test_few_watches(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "max_user_watches").write_text("100\n")
    (tmp_path / "max_user_instances").write_text("128\n")
    monkeypatch.setattr(machine, "_INOTIFY", tmp_path)
    seen = machine.watching(site)
    assert seen.status == "warning"
    assert "fs.inotify.max_user_watches=524288" in seen.hint


def test_the_command(site: Path) -> None:
    done = CliRunner().invoke(main, ["doctor", "--site", str(site), "--json"])
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"python", "packages", "model", "cache", "git", "pages", "watching"} <= {each["check"] for each in records}
    assert {*records[0]} == {"check", "status", "message", "hint"}
    assert done.exit_code == any(each["status"] == "problem" for each in records)
    (site / "ledger.jsonl").write_text("{}")
    told = CliRunner().invoke(main, ["doctor", "--site", str(site)])
    assert told.exit_code == 1
    assert "PROBLEM" in told.stdout


def test_no_password_is_shown(site: Path) -> None:
    git(site, "remote", "set-url", "origin", "http://me:secret@127.0.0.1:9/x.git")
    told = CliRunner().invoke(main, ["doctor", "--site", str(site)])
    assert "127.0.0.1:9/x.git" in told.output
    assert "secret" not in told.output
