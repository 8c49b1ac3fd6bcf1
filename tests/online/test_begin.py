"""A site begun: it builds at once, touches nothing that is there, and its workflow is what GitHub understands."""

import datetime
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.build import build
from sitegen.checking import check_site
from sitegen.cli import main
from sitegen.diagnostics import InputError
from sitegen.shell import installation
from sitegen.source import read_article
from sitegen.starting import STARTER, init, new_article

DAY = datetime.date(2026, 11, 24)


@pytest.mark.model
def test_a_new_site_builds_and_passes_its_check(tmp_path: Path) -> None:
    folder = tmp_path / "my-site"
    started = init(folder, today=DAY)
    assert set(started.made.written) == {
        "sitegen.toml",
        "content/the-clock-at-tarn-cross.md",
        "content/pages/about.md",
        "content/people/marian-holt.md",
        ".gitignore",
        "requirements.txt",
        ".github/workflows/pages.yml",
    }
    built = build(folder, today=DAY)
    assert {remark.code for remark in built.diagnostics} == {"base-url-missing"}
    assert not check_site(folder, today=DAY).diagnostics
    assert (built.outcome.articles, built.outcome.people) == (1, 3)
    quotations = (folder / "_site/quotes/index.html").read_text("utf-8")
    assert all(name in quotations for name in ("Marian Holt", "Edwin Sarkis", "Desmond Pryce"))


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/mine.txt").write_text("My own words.")
    started = init(tmp_path, today=DAY)
    assert started.made.kept == (".gitignore",)
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert (tmp_path / "content/mine.txt").read_text() == "My own words."
    again = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert again.exit_code == 2
    assert "init-exists" in again.stderr


@pytest.mark.parametrize("what", ["link", "file"])
def test_a_start_that_cannot_be_made_can_be_made_again(tmp_path: Path, what: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    site = tmp_path / "site"
    site.mkdir()
    if what == "link":
        (site / "content").symlink_to(outside)
    else:
        (site / "content").write_text("no folder")
    assert CliRunner().invoke(main, ["init", str(site)]).exit_code == 2
    assert list(outside.iterdir()) == []
    assert [path.name for path in site.iterdir()] == ["content"]
    (site / "content").unlink()
    assert CliRunner().invoke(main, ["init", str(site)]).exit_code == 0


def test_a_new_site_knows_its_repository(tmp_path: Path) -> None:
    for command in (
        ["init", "--quiet", "--initial-branch", "trunk"],
        ["remote", "add", "origin", "git@github.com:ann-lee/packet.git"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    init(tmp_path, today=DAY)
    assert 'base_url = "https://ann-lee.github.io/packet/"' in (tmp_path / "sitegen.toml").read_text()


# The workflow.


def test_the_workflow_is_valid(tmp_path: Path) -> None:
    init(tmp_path, today=DAY)
    schema = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    workflow = tmp_path / ".github/workflows/pages.yml"
    done = subprocess.run([*schema, workflow], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    # The schema is a check that can fail.
    workflow.write_text(workflow.read_text().replace("runs-on:", "run-on:"))
    assert subprocess.run([*schema, workflow], capture_output=True, check=False).returncode != 0


def test_the_workflow_is_safe_and_does_its_work() -> None:
    text = (STARTER / "pages.yml").read_text()
    uses = re.findall(r"uses: (\S+)", text)
    assert {action.split("@")[0] for action in uses} == {
        "actions/checkout",
        "actions/setup-python",
        "actions/cache/restore",
        "actions/cache/save",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    }
    assert all(re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40}", action) for action in uses)
    assert "\npermissions: {}\n" in text
    granted = re.findall(r"^ {6}([a-z-]+): (read|write)$", text, re.M)
    assert granted == [("contents", "read"), ("pages", "read"), ("pages", "write"), ("id-token", "write")]
    commands = re.findall(r"run: (.+)$", text, re.M)
    wanted = [
        "pip install --requirement requirements.txt",
        'sitegen build --base-url "$ADDRESS"',
        "sitegen check",
        "sitegen diff --check",
    ]
    assert [command for command in commands if command != "|"] == wanted
    assert "path: .sitegen\n" in text
    assert "cache: pip\n" in text


# Where sitegen comes from.


@pytest.mark.parametrize(
    ("noted", "expected"),
    [
        (None, ""),
        (
            {"url": "https://github.com/user/sitegen", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
            r"sitegen @ git\+https://github\.com/user/sitegen@c0ffee",
        ),
        (
            {"url": "https://example.org/sitegen.whl", "archive_info": {}},
            r"sitegen @ https://example\.org/sitegen\.whl",
        ),
        (
            {"url": "https://me:secret@example.org/sitegen", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
            r"sitegen @ git\+https://example\.org/sitegen@c0ffee",
        ),
        ({"url": "file:///nowhere/sitegen", "dir_info": {}}, ""),
        ({"url": "file:///nowhere/sitegen.whl", "archive_info": {}}, ""),
        ("damaged", ""),
    ],
)
def test_where_it_was_installed_from(noted, expected, monkeypatch: pytest.MonkeyPatch) -> None:
    class Noted:
        def read_text(self, name: str) -> str | None:
            return None if noted is None else noted if isinstance(noted, str) else json.dumps(noted)

    monkeypatch.setattr(installation.metadata, "distribution", lambda name: Noted())
    assert re.fullmatch(expected, installation.requirement())


def test_a_checkout_is_installed_at_its_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in (
        ["init", "--quiet"],
        ["remote", "add", "origin", "git@github.com:user/sitegen.git"],
        ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "--message", "one"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)

    class Noted:
        def read_text(self, name: str) -> str:
            return json.dumps({"url": tmp_path.as_uri(), "dir_info": {"editable": True}})

    monkeypatch.setattr(installation.metadata, "distribution", lambda name: Noted())
    # A commit that nobody else has cannot be installed.
    assert installation.requirement() == ""
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=tmp_path, check=True)
    found = installation.requirement()
    assert re.fullmatch(r"sitegen @ git\+https://github\.com/user/sitegen@[0-9a-f]{40}", found)


# Articles.


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The clock stays late", "the-clock-stays-late"),
        ('Who said: "never"? #1 - yes', "who-said-never-1-yes"),
        ("  Zwei\n Zeilen\x07 ", "zwei-zeilen"),
        ("Über Öl 😀", "uber-ol"),
        ("null", "null"),
        ("'", None),
    ],
)
def test_a_new_article(tmp_path: Path, title: str, name: str | None) -> None:
    init(tmp_path, today=DAY)
    path = new_article(tmp_path, title, today=DAY)
    assert path.parent == tmp_path / "content/2026"
    assert name is None or path.stem.startswith(name)
    article, remarks = read_article("content/x.md", "x", path.read_bytes(), language="en", timezone="UTC")
    assert article is not None
    assert (article.title, article.date) == (" ".join(title.replace("\x07", " ").split()), DAY)
    assert {remark.code for remark in remarks} == {"empty-body"}


def test_no_article_is_overwritten(tmp_path: Path) -> None:
    init(tmp_path, today=DAY)
    path = new_article(tmp_path, "Twice", today=DAY, draft=True)
    assert "draft: true" in path.read_text()
    path.write_text("Written since.")
    with pytest.raises(InputError, match="is there already"):
        new_article(tmp_path, "Twice", today=DAY)
    assert path.read_text() == "Written since."
    with pytest.raises(InputError, match="the title is empty"):
        new_article(tmp_path, " \n", today=DAY)


def test_an_article_needs_a_site(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["new", "Nowhere", "--site", str(tmp_path)])
    assert done.exit_code == 2
    assert "config-missing" in done.stderr
    assert list(tmp_path.iterdir()) == []


# Texts taken over.


def former_site(folder: Path) -> Path:
    """A Jekyll site with a post, a draft, a page, a picture and what is none of these."""
    files = {
        "_config.yml": "title: Harbour Notes\nlang: en-GB\n",
        "_posts/2020-01-02-ferry.md": (
            "---\nlayout: post\ntitle: The ferry stops\ncategories: ferry\nmood: calm\n---\n"
            "The ferry stops.\n\n“It was time,” said Ann Lee.\n"
        ),
        "_drafts/idea.md": "Rosa Kettering said nothing yet.\n",
        "about.md": "---\nlayout: page\ntitle: About us\n---\nWe write about the harbour.\n",
        "assets/quay.png": "no picture",
        "_layouts/post.html": "<p>{{ content }}</p>",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    (folder / "away.md").symlink_to("/etc/hostname")
    return folder


@pytest.mark.model
def test_a_former_site_is_taken_over(tmp_path: Path) -> None:
    former = former_site(tmp_path / "former")
    before = {path: path.read_bytes() for path in former.rglob("*") if path.is_file()}
    done = CliRunner().invoke(main, ["init", str(tmp_path / "site"), "--from", str(former)])
    assert done.exit_code == 0, done.output
    assert {path: path.read_bytes() for path in former.rglob("*") if path.is_file()} == before
    assert "3 texts and 1 other file taken over from Jekyll" in done.stderr
    assert "mood (1 text): kept as a comment: nothing reads it here" in done.stderr
    assert "categories (1 text): taken as `tags`" in done.stderr
    assert "not taken over: a link, or no regular file" in done.stderr
    content = tmp_path / "site/content"
    assert {path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()} == {
        "2020/ferry.md",
        "idea.md",
        "pages/about.md",
        "assets/quay.png",
    }
    configuration = (tmp_path / "site/sitegen.toml").read_text()
    assert 'title = "Harbour Notes"' in configuration
    assert 'language = "en-GB"' in configuration
    built = build(tmp_path / "site", today=DAY)
    assert built.outcome.articles == 1
    assert {remark.code for remark in built.diagnostics} <= {"base-url-missing", "title-missing"}
    assert not check_site(tmp_path / "site", today=DAY).diagnostics


@pytest.mark.parametrize(
    ("arrange", "words"),
    [
        (shutil.rmtree, "there is no such folder"),
        (lambda former: [shutil.rmtree(former), former.mkdir()], "holds no texts"),
    ],
    ids=["missing", "empty"],
)
def test_nothing_to_take_over(tmp_path: Path, arrange, words: str) -> None:
    former = former_site(tmp_path / "former")
    arrange(former)
    with pytest.raises(InputError, match=words):
        init(tmp_path / "site", former=former, today=DAY)
    assert not (tmp_path / "site").exists()


def test_a_site_is_not_made_inside_what_it_takes_over(tmp_path: Path) -> None:
    former = former_site(tmp_path)
    for folder in (tmp_path, tmp_path / "new"):
        with pytest.raises(InputError, match="would lie in the folder"):
            init(folder, former=former, today=DAY)
    assert not (tmp_path / "new").exists()
