"""A site published to real repositories: what arrives there, what is kept, and what is refused."""

import gzip
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from sitegen.build import build
from sitegen.cli import main
from sitegen.diagnostics import InputError
from sitegen.differing import differences, report_page
from sitegen.publishing import publish
from tests.conftest import FLAGS
from tests.online import web_server
from tests.online.conftest import Host
from tests.online.crawl import crawl
from tests.online.sites import accepted_by, commit, git, online
from tests.serve.preview import article
from tests.toy import ToyParser

pytestmark = pytest.mark.usefixtures("as_somebody")


def codes(refused: pytest.ExceptionInfo[InputError]) -> set[str]:
    return {remark.code for remark in refused.value.diagnostics}


# Where a site stands.


@pytest.mark.parametrize(
    ("name", "base_url", "url", "domain"),
    [
        ("ann-lee/packet", "", "https://ann-lee.github.io/packet/", ""),
        ("ann-lee/Packet", "https://ann-lee.github.io/Packet", "https://ann-lee.github.io/Packet/", ""),
        ("Ann-Lee/ann-lee.github.io", "", "https://ann-lee.github.io/", ""),
        ("ann-lee/packet", "https://archive.example.org/", "https://archive.example.org/", "archive.example.org"),
        ("ann-lee/packet", "https://example.org/packet/", "https://example.org/packet/", ""),
    ],
    ids=["project", "project-said", "owner", "domain", "below-the-owner's-domain"],
)
def test_the_site_stands_where_its_repository_is_shown(
    site_of: Callable[..., Path], host: Host, tmp_path: Path, browser: Browser, name, base_url, url, domain
) -> None:
    folder = site_of(name, base_url=base_url)
    made = online(folder)
    assert made.address.url == url
    cloned = tmp_path / "cloned"
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(host.root / f"{name}.git"), str(cloned))
    assert f'rel="canonical" href="{url}"' in (cloned / "index.html").read_text()
    assert ((cloned / "CNAME").read_text().strip() if domain else "") == domain
    assert (cloned / "CNAME").exists() == bool(domain)
    path = "/" + url.split("/", 3)[3]
    (tmp_path / "nginx").mkdir()
    with web_server.serving(tmp_path / "nginx", {path: cloned}) as address:
        assert len(crawl(browser, address + path)) > 10
        answer = browser.new_context().request.get(f"{address}{path}no/such/page/")
        assert answer.status == 404
        assert f'href="{path}people/"' in answer.text()


def test_a_domain_of_its_own_in_a_browser(
    site_of: Callable[..., Path], host: Host, tmp_path: Path, browser: Browser
) -> None:
    folder = site_of("ann-lee/packet", base_url="http://archive.example.org/")
    online(folder)
    cloned = tmp_path / "cloned"
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(host.root / "ann-lee/packet.git"), str(cloned))
    (tmp_path / "nginx").mkdir()
    with web_server.serving(tmp_path / "nginx", {"/": cloned}) as address:
        port = address.rpartition(":")[2]
        rule = f"--host-resolver-rules=MAP archive.example.org:80 127.0.0.1:{port}"
        found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        chromium = browser.browser_type.launch(executable_path=found, args=[*FLAGS, rule])
        page = chromium.new_page()
        page.goto("http://archive.example.org/")
        page.get_by_role("link", name="Rosa Kettering").first.click()
        assert page.url == "http://archive.example.org/people/rosa-kettering/"
        assert page.locator("link[rel=canonical]").get_attribute("href") == page.url
        chromium.close()


def test_an_address_elsewhere_is_left_as_it_was_given(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet", address=f"{host.address}ann-lee/packet.git", base_url="https://example.org/x/")
    assert online(folder).address.url == "https://example.org/x/"
    assert 'href="https://example.org/x/"' in git(folder, "show", "gh-pages:index.html")


def test_no_address_at_all(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet", address=str(host.root / "ann-lee/packet.git"))
    made = online(folder)
    assert made.address.url == ""
    assert [remark.code for remark in made.diagnostics] == ["base-url-missing"]


def test_a_wrong_address_is_refused(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet", base_url="https://ann-lee.github.io/other/")
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"base-url-mismatch"}
    assert "https://ann-lee.github.io/packet/" in refused.value.diagnostics[0].hint


# What is kept.


def test_history_and_domain_are_kept(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    git(folder, "switch", "--quiet", "--orphan", "gh-pages")
    (folder / "CNAME").write_text("old.example.org")
    (folder / "old.html").write_text("<p>the former site</p>")
    commit(folder, "The former site")
    git(folder, "push", "--quiet", "origin", "gh-pages")
    before = git(folder, "rev-parse", "HEAD")
    git(folder, "switch", "--quiet", "main")
    git(folder, "branch", "--quiet", "-D", "gh-pages")
    made = online(folder)
    assert made.address.url == "https://old.example.org/"
    assert made.update.strange == ("old.html",)
    there = host.root / "ann-lee/packet.git"
    assert git(there, "show", "gh-pages:CNAME") == "old.example.org"
    assert git(there, "rev-parse", "gh-pages~1") == before
    assert git(there, "show", f"{before}:old.html") == "<p>the former site</p>"
    assert "old.html" not in git(there, "ls-tree", "--name-only", "gh-pages").split()


def test_a_second_publish_commits_nothing(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    online(folder)
    there, heads = host.root / "ann-lee/packet.git", git(folder, "rev-parse", "main", "gh-pages")
    made = online(folder)
    assert not made.update
    assert (made.commit, made.ledger_commit) == ("", "")
    assert git(folder, "rev-parse", "main", "gh-pages") == heads
    assert git(there, "rev-parse", "gh-pages") == heads.split()[1]


def test_only_the_site_is_published(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    build(folder, parser=ToyParser())
    (folder / "_site/notes-to-self.txt").write_text("not for readers")
    online(folder)
    assert "notes-to-self.txt" not in git(host.root / "ann-lee/packet.git", "ls-tree", "-r", "--name-only", "gh-pages")
    assert (folder / "_site/notes-to-self.txt").exists()


def test_the_ledger_is_committed_alone_and_changes_no_page(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet", base_url="https://ann-lee.github.io/packet/")
    build(folder, parser=ToyParser())
    before = {path: path.read_bytes() for path in (folder / "_site").rglob("*") if path.is_file()}
    made = online(folder)
    assert git(folder, "show", "--name-only", "--format=%s", "HEAD").split("\n")[2:] == ["ledger.jsonl"]
    assert git(folder, "status", "--porcelain") == ""
    assert made.entries == (folder / "ledger.jsonl").read_text().count('"id"') == 3
    build(folder, parser=ToyParser())
    assert {path: path.read_bytes() for path in (folder / "_site").rglob("*") if path.is_file()} == before


def test_a_site_in_a_folder_of_a_larger_repository(site_of: Callable[..., Path], host: Host, tmp_path: Path) -> None:
    inner = site_of("ann-lee/packet")
    outer = tmp_path / "outer"
    outer.mkdir()
    shutil.rmtree(inner / ".git")
    shutil.move(inner, outer / "site")
    git(outer, "init", "--quiet", "--initial-branch", "main")
    git(outer, "remote", "add", "origin", "https://github.com/ann-lee/packet.git")
    commit(outer)
    (outer / "unrelated.txt").write_text("work in progress")
    online(outer / "site")
    assert git(outer, "show", "--name-only", "--format=%s", "HEAD").split("\n")[2:] == ["site/ledger.jsonl"]
    assert "index.html" in git(host.root / "ann-lee/packet.git", "ls-tree", "--name-only", "gh-pages").split()


def test_other_names_for_branch_and_remote(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    host.repository("ann-lee/mirror")
    git(folder, "remote", "add", "mirror", "git@github.com:ann-lee/mirror.git")
    git(folder, "config", f"url.{host.address}.insteadOf", "git@github.com:")
    made = online(folder, remote="mirror", branch="pages/live")
    assert made.address.url == "https://ann-lee.github.io/mirror/"
    assert git(host.root / "ann-lee/mirror.git", "rev-parse", "pages/live") == made.commit
    assert "gh-pages" not in git(host.root / "ann-lee/packet.git", "branch", "--list")


# What is refused, and that nothing is lost.


def unchanged(folder: Path, there: Path) -> tuple[str, ...]:
    refs = "for-each-ref", "--format=%(refname) %(objectname)", "refs/heads"
    ledger = folder / "ledger.jsonl"
    return git(folder, *refs), git(there, *refs), ledger.read_text() if ledger.exists() else ""


def test_a_dirty_work_tree(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    before = unchanged(folder, host.root / "ann-lee/packet.git")
    for name in ("content/ferry.md", "content/new.txt"):
        (folder / name).write_text("Not committed.")
        with pytest.raises(InputError, match=f"not everything is committed: {name}") as refused:
            online(folder)
        assert codes(refused) == {"publish-dirty"}
        git(folder, "stash", "--quiet", "--include-untracked")
    assert unchanged(folder, host.root / "ann-lee/packet.git") == before


def test_a_changed_speaker_waits_until_it_is_accepted(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    there = host.root / "ann-lee/packet.git"
    online(folder)
    mole = folder / "content/mole.md"
    mole.write_text(mole.read_text().replace("Edgar Pendrake said", "Rosa Kettering said"))
    commit(folder)
    before = unchanged(folder, there)
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"speaker-changed"}
    (remark,) = refused.value.diagnostics
    assert (remark.path, remark.line) == ("content/mole.md", 8)
    assert "Edgar Pendrake (edgar-pendrake)" in remark.message
    assert "Rosa Kettering (rosa-kettering)" in remark.message
    assert unchanged(folder, there) == before
    built = build(folder, parser=ToyParser(), accept=(accepted_by(remark.hint),))
    assert "speaker-changed" not in {found.code for found in built.diagnostics}
    commit(folder, "Accepted")
    online(folder)
    assert "Rosa Kettering" in git(there, "show", "gh-pages:articles/mole/index.html")


def test_edited_words_do_not_slip_through_the_gate(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet")
    online(folder)
    ferry = folder / "content/ferry.md"
    edited = ferry.read_text().replace("wrong by an hour", "wrong by two hours").replace("Rosa Kettering", "Ann Lee")
    ferry.write_text(edited)
    commit(folder)
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"speaker-changed"}
    build(folder, parser=ToyParser(), accept=("all",))
    commit(folder, "Accepted")
    online(folder)
    assert '"former": ["q-' in (folder / "ledger.jsonl").read_text()


def test_a_renamed_article_does_not_slip_through_the_gate(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet")
    online(folder)
    ferry = folder / "content/ferry.md"
    (folder / "content/boat.md").write_text(ferry.read_text().replace("Rosa Kettering", "Ann Lee"))
    ferry.unlink()
    commit(folder)
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"speaker-changed"}


def test_what_is_gone_stays_in_the_ledger(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet")
    online(folder)
    (folder / "content/mole.md").rename(folder.parent / "kept.md")
    commit(folder)
    online(folder)
    gone = [line for line in (folder / "ledger.jsonl").read_text().splitlines() if '"article": "mole"' in line]
    assert gone
    assert all('"removed": true' in line for line in gone)
    assert not differences(folder, parser=ToyParser()).differences
    # It comes back under another's name: that is no new quotation.
    text = (folder.parent / "kept.md").read_text().replace("Edgar Pendrake", "Ann Lee")
    (folder / "content/mole.md").write_text(text)
    commit(folder)
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"speaker-changed"}


def test_another_model_goes_through_the_same_gate(site_of: Callable[..., Path]) -> None:
    class Blind(ToyParser):
        """A model that finds no names and no subjects: it takes all names for common nouns."""

        identity = replace(ToyParser.identity, name="blind")

        def parse(self, texts):
            return [
                replace(
                    parse,
                    labels=("",) * len(parse),
                    tags=tuple("NN" if tag == "NNP" else tag for tag in parse.tags),
                    deps=("dep",) * len(parse),
                )
                for parse in super().parse(texts)
            ]

    folder = site_of("ann-lee/packet")
    online(folder)
    with pytest.raises(InputError) as refused:
        publish(folder, parser=Blind())
    assert codes(refused) == {"speaker-changed"}
    compared = differences(folder, parser=Blind())
    assert compared.model is not None
    assert compared.model[0].startswith("toy 1")
    assert len(compared.waiting) == len(refused.value.diagnostics) > 0
    assert "Read by blind 1" in report_page(compared).decode()


def test_a_site_that_fails_its_check(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    (folder / "templates").mkdir()
    template = '{% extends "shipped/page.html" %}{% block main %}<a href="nowhere/">Lost</a>{% endblock %}'
    (folder / "templates/about.html").write_text(template)
    commit(folder)
    before = unchanged(folder, host.root / "ann-lee/packet.git")
    with pytest.raises(InputError) as refused:
        online(folder)
    assert "check-link" in codes(refused)
    assert unchanged(folder, host.root / "ann-lee/packet.git") == before


def test_an_unreachable_remote(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet", address="http://127.0.0.1:9/ann-lee/packet.git")
    before = unchanged(folder, host.root / "ann-lee/packet.git")
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"publish-unreachable"}
    assert unchanged(folder, host.root / "ann-lee/packet.git") == before


def test_branches_that_went_different_ways(site_of: Callable[..., Path], host: Host, tmp_path: Path) -> None:
    folder = site_of("ann-lee/packet")
    online(folder)
    there, other = host.root / "ann-lee/packet.git", tmp_path / "other"
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(there), str(other))
    (other / "theirs.txt").write_text("somebody else's")
    commit(other, "Theirs")
    git(other, "push", "--quiet")
    mine = git(folder, "commit-tree", "gh-pages^{tree}", "-p", "gh-pages", "-m", "Mine")
    git(folder, "update-ref", "refs/heads/gh-pages", mine)
    before = unchanged(folder, there)
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"publish-diverged"}
    assert unchanged(folder, there) == before
    # Without commits of one's own, the other's are followed and kept.
    git(folder, "update-ref", "refs/heads/gh-pages", "gh-pages~1")
    online(folder)
    assert "Theirs" in git(there, "log", "--format=%s", "gh-pages")


def test_a_remote_that_takes_nothing(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    there = host.root / "ann-lee/packet.git"
    hook = there / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho closed for the holidays >&2\nexit 1\n")
    hook.chmod(0o755)
    before = unchanged(folder, there)
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"publish-rejected"}
    assert unchanged(folder, there) == before
    hook.unlink()
    assert online(folder).commit


def test_a_remote_that_breaks_off_after_it_took_the_site(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    there = host.root / "ann-lee/packet.git"
    hook = there / "hooks/post-receive"
    hook.write_text("#!/bin/sh\nkill -9 $PPID\n")
    hook.chmod(0o755)
    made = online(folder)
    assert git(there, "rev-parse", "gh-pages") == made.commit
    assert (folder / "ledger.jsonl").exists()


@pytest.mark.parametrize(
    "arrange",
    [
        lambda folder: hook(folder, "pre-commit", "exit 1"),
        lambda folder: hook(folder, "commit-msg", "exit 1"),
        lambda folder: git(folder, "config", "core.autocrlf", "true"),
        lambda folder: git(folder, "config", "core.safecrlf", "true"),
        lambda folder: (folder / ".git/info/exclude").write_text("*.jsonl\n"),
        lambda folder: (folder / ".git/info/attributes").write_text("*.jsonl text eol=crlf\n"),
    ],
    ids=["pre-commit", "commit-msg", "autocrlf", "safecrlf", "ignored", "eol"],
)
def test_nothing_keeps_the_ledger_from_its_branch(site_of: Callable[..., Path], arrange) -> None:
    folder = site_of("ann-lee/packet")
    arrange(folder)
    made = online(folder)
    assert not made.failed
    assert git(folder, "rev-parse", "main") == made.ledger_commit
    assert git(folder, "show", "main:ledger.jsonl").count('"id"') == 3
    (folder / "ledger.jsonl").unlink()
    git(folder, "checkout", "--quiet", "ledger.jsonl")
    assert git(folder, "status", "--porcelain") == ""
    again = online(folder)
    assert (again.commit, again.ledger_commit) == ("", "")


def hook(folder: Path, name: str, lines: str) -> None:
    path = folder / ".git/hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)


@pytest.mark.model
def test_a_branch_that_moved_meanwhile(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet")
    hook(folder, "pre-push", "git commit --quiet --allow-empty --message meanwhile")
    done = CliRunner().invoke(main, ["publish", "--site", str(folder)])
    assert done.exit_code == 1
    assert "the site is published, but its ledger is not up to date" in done.stderr
    assert "nothing was published" not in done.stderr
    assert done.stdout == "https://ann-lee.github.io/packet/\n"
    assert git(folder, "log", "-1", "--format=%s") == "meanwhile"
    hook(folder, "pre-push", "exit 0")
    again = CliRunner().invoke(main, ["publish", "--site", str(folder)])
    assert again.exit_code == 0
    assert git(folder, "show", "main:ledger.jsonl")


def test_a_colleague_who_is_behind(site_of: Callable[..., Path], tmp_path: Path) -> None:
    """Somebody else has published since: their articles are not taken offline, and their corrections not back."""
    folder = site_of("ann-lee/packet")
    online(folder)
    git(folder, "push", "--quiet", "origin", "main")
    colleague = tmp_path / "colleague"
    git(tmp_path, "clone", "--quiet", "https://github.com/ann-lee/packet.git", str(colleague))
    words = 'Edgar Pendrake said: "Nobody has ever asked me about it."'
    article(folder / "content/light.md", "The light is lit", words)
    commit(folder)
    online(folder)
    article(colleague / "content/dusk.md", "Dusk")
    commit(colleague)
    with pytest.raises(InputError) as refused:
        online(colleague)
    assert codes(refused) == {"publish-behind"}
    git(folder, "push", "--quiet", "origin", "main")
    git(colleague, "pull", "--quiet", "--rebase")
    assert online(colleague).commit
    # The history of the content may be made anew; the published words are known all the same.
    git(folder, "checkout", "--quiet", "--orphan", "anew")
    (folder / "ledger.jsonl").unlink()
    article(folder / "content/light.md", "The light is lit", words.replace("Edgar Pendrake", "Rosa Kettering"))
    commit(folder, "Anew")
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"publish-behind"}
    with pytest.raises(InputError) as refused:
        online(folder, rewritten=True)
    assert codes(refused) == {"speaker-changed"}
    build(folder, parser=ToyParser(), accept=(accepted_by(refused.value.diagnostics[0].hint),))
    commit(folder, "Accepted")
    assert online(folder, rewritten=True).commit


def test_an_index_in_use(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet")
    hook(folder, "pre-push", "touch .git/index.lock")
    made = online(folder)
    assert made.failed
    (folder / ".git/index.lock").unlink()
    hook(folder, "pre-push", "exit 0")
    assert git(folder, "status", "--porcelain") == ""
    assert online(folder).ledger_commit == git(folder, "rev-parse", "main")


def test_a_ledger_that_was_taken_away(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet")
    online(folder)
    (folder / "ledger.jsonl").unlink()
    mole = folder / "content/mole.md"
    mole.write_text(mole.read_text().replace("Edgar Pendrake said", "Rosa Kettering said"))
    with pytest.raises(InputError) as refused:
        online(folder)
    # Not with "git stash": who puts the ledger away opens the gate.
    assert "stash" not in refused.value.diagnostics[0].hint
    commit(folder)
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"speaker-changed"}


@pytest.mark.parametrize(
    "arrange",
    [
        lambda folder: (folder / ".git/info/exclude").write_text("secret*\n"),
        lambda folder: git(folder, "config", "status.showUntrackedFiles", "no"),
    ],
    ids=["ignored", "untracked-not-shown"],
)
def test_what_git_does_not_follow_is_not_published(site_of: Callable[..., Path], host: Host, arrange) -> None:
    folder = site_of("ann-lee/packet")
    arrange(folder)
    article(folder / "content/secret.md", "Not yet")
    with pytest.raises(InputError, match=r"content/secret\.md") as refused:
        online(folder)
    assert codes(refused) == {"publish-dirty"}
    git(folder, "add", "--force", "content/secret.md")
    git(folder, "commit", "--quiet", "--message", "Now")
    git(folder, "update-index", "--skip-worktree", "content/ferry.md")
    with pytest.raises(InputError, match=r"content/ferry\.md"):
        online(folder)
    assert "gh-pages" not in git(host.root / "ann-lee/packet.git", "branch", "--list")


def test_a_folder_that_hides_nothing_by_its_name(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet")
    (folder / "content/ferry.md").write_text("Not committed.")
    with pytest.raises(InputError, match="not everything is committed"):
        online(folder, output=folder / "*")


def test_a_name_that_means_something_else(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet")
    git(folder, "tag", "gh-pages")
    with pytest.raises(InputError, match="means something else"):
        online(folder)
    for name in ("HEAD", "-x", "a..b", ""):
        with pytest.raises(InputError) as refused:
            online(folder, branch=name)
        assert codes(refused) == {"publish-git"}
    for name in ("--upload-pack=touch x", "-x", "..", "https://example.org/"):
        with pytest.raises(InputError, match="there is no remote"):
            online(folder, remote=name)


def test_pushes_go_elsewhere(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("upstream/packet")
    shutil.rmtree(host.root / "ann-lee/packet.git", ignore_errors=True)
    host.repository("ann-lee/packet")
    git(folder, "config", "remote.origin.pushurl", "https://github.com/ann-lee/packet.git")
    assert online(folder).address.url == "https://ann-lee.github.io/packet/"


def test_a_name_that_is_no_domain(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    git(folder, "switch", "--quiet", "--orphan", "gh-pages")
    (folder / "CNAME").write_bytes(b"\xff https://example.org/")
    commit(folder, "By hand")
    git(folder, "push", "--quiet", "origin", "gh-pages")
    git(folder, "switch", "--quiet", "main")
    made = online(folder)
    assert made.address.url == "https://ann-lee.github.io/packet/"
    show = ["git", "show", "gh-pages:CNAME"]
    kept = subprocess.run(show, cwd=host.root / "ann-lee/packet.git", capture_output=True, check=True)
    assert kept.stdout == b"\xff https://example.org/"


def test_a_site_that_was_taken_down(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    online(folder)
    git(host.root / "ann-lee/packet.git", "branch", "-D", "gh-pages")
    made = online(folder)
    assert made.pushed
    assert not made.update


def test_a_git_of_somebody_else(site_of: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook of another repository hands on where that is."""
    folder = site_of("ann-lee/packet")
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    made = online(folder)
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert git(folder, "rev-parse", "gh-pages") == made.commit
    assert list((other / ".git/refs/heads").iterdir()) == []


def test_from_another_folder(site_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = site_of("ann-lee/packet")
    monkeypatch.chdir(folder.parent)
    assert online(Path("site")).commit


@pytest.mark.parametrize(
    ("arrange", "words"),
    [
        (lambda folder: shutil.rmtree(folder / ".git"), "in no git repository"),
        (lambda folder: git(folder, "checkout", "--quiet", "--detach"), "no branch is checked out"),
        (lambda folder: git(folder, "switch", "--quiet", "-c", "gh-pages"), "is checked out here"),
        (lambda folder: git(folder, "remote", "remove", "origin"), "there is no remote"),
        (lambda folder: git(folder, "update-ref", "-d", "HEAD"), "nothing is committed yet"),
        (lambda folder: git(folder, "worktree", "add", "-q", "-b", "gh-pages", "../tree"), "is checked out in"),
    ],
    ids=["no-repository", "detached", "on-the-branch", "no-remote", "no-commit", "other-work-tree"],
)
def test_what_git_is_not_ready_for(site_of: Callable[..., Path], arrange, words) -> None:
    folder = site_of("ann-lee/packet")
    arrange(folder)
    with pytest.raises(InputError, match=words) as refused:
        online(folder)
    assert codes(refused) == {"publish-git"}
    assert not (folder / "_site").exists()


def test_nobody_to_commit(site_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = site_of("ann-lee/packet")
    monkeypatch.delenv("EMAIL", raising=False)
    for kind in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{kind}_NAME")
        monkeypatch.delenv(f"GIT_{kind}_EMAIL")
        with pytest.raises(InputError, match="who commits"):
            online(folder)


def test_limits_are_warned_about(site_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.hosting.limits.LARGEST_SITE", 10_000)
    monkeypatch.setattr("sitegen.hosting.limits.LARGEST_FILE", 20_000)
    made = online(site_of("ann-lee/packet"))
    limits = [remark for remark in made.diagnostics if remark.code == "pages-limit"]
    large = {remark.path for remark in limits}
    assert "." in large
    assert any(path.startswith("static/style.") for path in large)
    assert "index.html" not in large
    assert made.commit


# The command line.


@pytest.mark.model
def test_the_command_says_what_it_would_do_and_what_it_did(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    before = unchanged(folder, host.root / "ann-lee/packet.git")
    dry = CliRunner().invoke(main, ["publish", "--site", str(folder), "--dry-run"])
    assert dry.exit_code == 0, dry.output
    assert dry.stdout == "https://ann-lee.github.io/packet/\n"
    assert "would be committed to gh-pages and pushed to origin" in dry.stderr
    assert unchanged(folder, host.root / "ann-lee/packet.git") == before
    done = CliRunner().invoke(main, ["publish", "--site", str(folder)])
    assert done.exit_code == 0, done.output
    assert done.stdout == "https://ann-lee.github.io/packet/\n"
    assert "push it as well: git push origin main" in done.stderr
    again = CliRunner().invoke(main, ["publish", "--site", str(folder)])
    assert "holds this site already" in again.stderr


# The rules of a site.


def test_a_site_that_does_not_meet_its_policy_is_not_published(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    record = folder / "content/people/rosa.md"
    record.parent.mkdir()
    record.write_text("---\nname: Rosa Kettering\nsensitive: true\n---\n", "utf-8")
    commit(folder, "A record")
    for dry_run in (True, False):
        with pytest.raises(InputError) as refused:
            online(folder, dry_run=dry_run)
        assert [(found.code, found.path, found.line) for found in refused.value.diagnostics] == [
            ("policy-sensitive", "content/ferry.md", 10),
            ("policy-sensitive", "content/mole.md", 10),
        ]
        assert refused.value.exit_code == 1
    assert git(host.root / "ann-lee/packet.git", "branch", "--list") == ""
    assert not (folder / "ledger.jsonl").exists()
    with (folder / "sitegen.toml").open("a") as file:
        file.write("[policy]\nsensitive_confirmed = false\n")
    commit(folder, "No longer asked for")
    assert online(folder).commit


def test_many_offences_are_cut_short(site_of: Callable[..., Path]) -> None:
    folder = site_of("ann-lee/packet")
    lines = "\n\n".join(f'"The tide will come at {number}," Edgar Pendrake said.' for number in range(30))
    article(folder / "content" / "tides.md", "Tides", lines)
    record = folder / "content/people/edgar.md"
    record.parent.mkdir()
    record.write_text("---\nname: Edgar Pendrake\nsensitive: true\n---\n", "utf-8")
    commit(folder, "Tides")
    with pytest.raises(InputError) as refused:
        online(folder)
    assert codes(refused) == {"policy-sensitive"}
    assert len(refused.value.diagnostics) == 21
    assert refused.value.diagnostics[-1].message == "and 11 more"


# Somebody who must not be named.


def test_somebody_is_suppressed_after_the_site_was_published(site_of: Callable[..., Path], host: Host) -> None:
    folder = site_of("ann-lee/packet")
    online(folder)
    before = set((folder / "ledger.jsonl").read_text("utf-8").splitlines()[1:])
    assert any("Rosa Kettering" in line for line in before)
    record = folder / "content/people/rosa.md"
    record.parent.mkdir()
    record.write_text("---\nname: Rosa Kettering\nsuppress: true\n---\n", "utf-8")
    commit(folder, "A court order")
    made = online(folder)
    assert made.commit
    online_now = folder.parent / "online now"
    git(folder, "clone", "--quiet", "--branch", "gh-pages", str(host.root / "ann-lee/packet.git"), str(online_now))
    files = [path for path in online_now.rglob("*") if path.is_file() and ".git" not in path.parts]
    shown = {path.relative_to(online_now).as_posix(): path.read_bytes() for path in files}
    # The index of the search is compressed.
    shown = {name: gzip.decompress(each) if each[:2] == b"\x1f\x8b" else each for name, each in shown.items()}
    assert any(name.startswith("pagefind/fragment/") for name in shown)
    assert not [name for name, each in shown.items() if b"kettering" in name.encode().lower() + each.lower()]
    assert "████ █████████ said on Monday" in shown["articles/ferry/index.html"].decode()
    after = (folder / "ledger.jsonl").read_text("utf-8").splitlines()[1:]
    assert {re.sub(r', "removed": true, "day": "[-0-9]+"', "", line) for line in after} == before
    assert all(('"removed": true' in line) == ("Rosa Kettering" in line) for line in after if '"speaker"' in line)
