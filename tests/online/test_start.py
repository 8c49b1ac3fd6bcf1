"""What docs/start.md says, done by somebody who has Python and git and nothing else."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from sitegen.cli import main
from tests.online import web_server
from tests.online.conftest import Host
from tests.online.crawl import crawl

ROOT = Path(__file__).parent.parent.parent


def shell_lines() -> str:
    """Return all that the page tells its reader to type."""
    return "\n".join(re.findall(r"^```sh\n(.*?)^```$", (ROOT / "docs/start.md").read_text("utf-8"), re.M | re.S))


def checkout(folder: Path) -> Path:
    """Commit the repository's files as they stand to a repository of their own."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    commit = ["git", "-c", "user.name=Ann Lee", "-c", "user.email=ann@example.org", "commit", "-qm", "As it stands"]
    for command in (["git", "init", "-q", "-b", "main"], ["git", "add", "--all"], commit):
        subprocess.run(command, cwd=folder, check=True)
    return folder


@pytest.mark.model
def test_from_an_empty_folder_to_the_web(host: Host, tmp_path: Path, browser: Browser) -> None:
    source = checkout(tmp_path / "source")
    bare = host.repository("your-name/my-site")
    # A machine with Python and git: nothing of this environment but how packages are found.
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "python3").symlink_to(Path(getattr(sys, "_base_executable", sys.executable)).resolve())
    home = tmp_path / "home"
    home.mkdir()
    configuration = home / ".gitconfig"
    configuration.write_text(
        host.configuration.read_text() + f'[url "{source.as_uri()}"]\n\tinsteadOf = https://github.com/user/sitegen\n'
    )
    passed_on = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "HTTP", "http"))}
    environment = passed_on | {"HOME": str(home), "PATH": f"{tools}:/usr/bin:/bin", "LANG": "C.UTF-8"}
    empty = tmp_path / "empty"
    empty.mkdir()
    done = subprocess.run(
        ["sh", "-eu"], input=shell_lines(), cwd=empty, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "https://your-name.github.io/my-site/" in done.stdout
    assert "Deploy from a branch" in done.stderr

    cloned = tmp_path / "cloned"
    subprocess.run(["git", "clone", "--quiet", "--branch", "gh-pages", bare, cloned], check=True)
    (tmp_path / "nginx").mkdir()
    with web_server.serving(tmp_path / "nginx", {"/my-site/": cloned}) as address:
        pages = crawl(browser, f"{address}/my-site/")
        assert {
            f"{address}/my-site/articles/the-clock-at-tarn-cross/",
            f"{address}/my-site/people/marian-holt/",
        } <= pages
        missing = browser.new_page()
        answer = missing.goto(f"{address}/my-site/nowhere/at-all/")
        assert answer is not None
        assert answer.status == 404
        # It names others from the base of the site, since it stands in for pages at any depth.
        missing.click("text=People")
        assert missing.url == f"{address}/my-site/people/"
        missing.close()
    home_page = (cloned / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://your-name.github.io/my-site/">' in home_page
    assert (cloned / ".nojekyll").exists()
    assert not (cloned / "CNAME").exists()
    # What the reader pushed holds the ledger, with every quotation of the site.
    kept = subprocess.run(["git", "-C", bare, "show", "main:ledger.jsonl"], capture_output=True, text=True, check=True)
    assert kept.stdout.count('"id": "q-') == len(list((cloned / "quotes").glob("q-*")))
    # The workflow installs the very sitegen that the reader has.
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=source, capture_output=True, text=True, check=True)
    wanted = f"sitegen @ git+https://github.com/user/sitegen@{commit.stdout.strip()}"
    assert wanted in (empty / "my-site/requirements.txt").read_text()


@pytest.mark.model
def test_the_demo_site_goes_the_same_way(host: Host, tmp_path: Path, browser: Browser, as_somebody: None) -> None:
    source = checkout(tmp_path / "source")
    bare = host.repository("user/repo")
    subprocess.run(["git", "remote", "add", "origin", f"{host.address}user/repo.git"], cwd=source, check=True)
    done = CliRunner().invoke(main, ["publish", "--site", str(source)])
    assert done.exit_code == 0, done.stderr
    # The host is not GitHub: the address is the one that the configuration gives.
    assert done.stdout == "https://user.github.io/repo/\n"
    cloned = tmp_path / "cloned"
    subprocess.run(["git", "clone", "--quiet", "--branch", "gh-pages", bare, cloned], check=True)
    (tmp_path / "nginx").mkdir()
    with web_server.serving(tmp_path / "nginx", {"/repo/": cloned}) as address:
        pages = crawl(browser, f"{address}/repo/")
    assert {f"{address}/repo/pages/docs/start/", f"{address}/repo/articles/senator-in-moscow/"} <= pages
    # Former addresses lead on, and nothing leads to them.
    files = [path for path in cloned.rglob("index.html") if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    assert len(pages) >= len(files)
