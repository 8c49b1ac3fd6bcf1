"""What changed in a folder is told, whatever changed it and however."""

import errno
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver

from sitegen.shell.watcher import Watcher, look, look_again


class Watched:
    """A site folder and what its watcher has told so far."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.told: list[frozenset[str]] = []
        self.watcher = Watcher(site)
        self.thread = threading.Thread(target=self._listen)
        self.thread.start()

    def _listen(self) -> None:
        for changed in self.watcher.changes(idle=0.2):
            if changed:
                self.told.append(changed)

    def after(self, change: Callable[[], object]) -> frozenset[str]:
        """Return all that is told of a change, until half a second of quiet."""
        self.told.clear()
        change()
        end = time.monotonic() + 10
        while not self.told and time.monotonic() < end:
            time.sleep(0.01)
        known = -1
        while known != len(self.told):
            known = len(self.told)
            time.sleep(0.5)
        return frozenset().union(*self.told)

    def end(self) -> None:
        self.watcher.stop()
        self.thread.join(10)
        assert not self.thread.is_alive()


def write(path: Path, text: str = "x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture(params=["notices", "no notices"])
def watched(tmp_path: Path, request, monkeypatch) -> Iterator[Watched]:
    if request.param == "no notices":

        def refuse(*arguments, **options):
            raise OSError(errno.ENOSPC, "inotify watch limit reached")

        monkeypatch.setattr(BaseObserver, "schedule", refuse)
    else:
        # Only notices are left to tell of anything.
        monkeypatch.setattr("sitegen.shell.watcher._LOOK_ANYWAY", 60.0)
    write(tmp_path / "sitegen.toml")
    for name in ("one", "two", "deep/three"):
        write(tmp_path / "content" / f"{name}.md")
    found = Watched(tmp_path)
    codes = [diagnostic.code for diagnostic in found.watcher.diagnostics]
    assert codes == ([] if request.param == "notices" else ["watch-polling"])
    for diagnostic in found.watcher.diagnostics:
        assert diagnostic.message.endswith("inotify watch limit reached")
        assert "fs.inotify" in diagnostic.hint
    yield found
    found.end()


def test_saves_of_all_kinds(watched: Watched) -> None:
    site = watched.site
    one = site / "content" / "one.md"
    assert watched.after(lambda: write(one, "longer")) == {"content/one.md"}

    def by_renaming() -> None:
        write(site / "content" / ".one.md.tmp", "renamed")
        (site / "content" / ".one.md.tmp").replace(one)

    assert watched.after(by_renaming) == {"content/one.md"}

    def with_old_times_and_size() -> None:
        found = one.stat()
        write(site / "new", "another")
        os.utime(site / "new", ns=(found.st_atime_ns, found.st_mtime_ns))
        (site / "new").replace(one)

    assert watched.after(with_old_times_and_size) == {"content/one.md"}
    assert watched.after(one.unlink) == {"content/one.md"}
    assert watched.after(lambda: write(site / "content/a/b/c.txt")) == {"content/a/b/c.txt"}
    assert watched.after(lambda: write(site / "content/a/b/c.txt", "yy")) == {"content/a/b/c.txt"}
    assert watched.after(lambda: (site / "content/two.md").rename(site / "content/2.md")) == {
        "content/two.md",
        "content/2.md",
    }


def test_an_emptied_file_is_given_time(watched: Watched) -> None:
    one = watched.site / "content" / "one.md"

    def slowly() -> None:
        with one.open("w", encoding="utf-8") as file:
            time.sleep(0.25)
            file.write("written at last")

    watched.after(slowly)
    assert watched.told == [{"content/one.md"}]
    # What stays empty is told all the same.
    assert watched.after(lambda: write(one, "")) == {"content/one.md"}


def test_everything_that_a_site_is_made_of(watched: Watched) -> None:
    for name in (
        "sitegen.toml",
        "ledger.jsonl",
        "content/people/ann-lee.md",
        "content/one.annotations.yaml",
        "content/picture.png",
        "templates/article.html",
        "static/style.css",
        "static/.well-known/security.txt",
    ):
        told = watched.after(lambda name=name: write(watched.site / name, name))
        assert {path for path in told if not path.endswith("/")} == {name}


def test_folders_of_pages_come_and_go_with_the_configuration(watched: Watched) -> None:
    site = watched.site

    def configured(text: str) -> set[str]:
        return set(watched.after(lambda: write(site / "sitegen.toml", text)))

    assert configured('[pages]\nfolders = ["docs", "a/deep"]\n') == {"sitegen.toml"}
    assert watched.after(lambda: write(site / "docs/start.md")) == {"docs/", "docs/start.md"}
    assert watched.after(lambda: write(site / "docs/start.md", "longer")) == {"docs/start.md"}
    assert watched.after(lambda: write(site / "a/deep/b.md")) == {"a/deep/", "a/deep/b.md"}
    # While the configuration is being written, nothing is lost.
    assert configured("[pages\n") == {"sitegen.toml"}
    assert watched.after(lambda: write(site / "docs/start.md", "longer yet")) == {"docs/start.md"}
    gone = {"docs/", "docs/start.md", "a/deep/", "a/deep/b.md"}
    assert configured('title = "x"\n') == {"sitegen.toml", *gone}
    assert configured('[pages]\nfolders = ["docs"]\n') == {"sitegen.toml", "docs/", "docs/start.md"}


def test_what_editors_leave_is_not_told(watched: Watched) -> None:
    site = watched.site

    def leave() -> None:
        for name in (".one.md.swp", "one.md~", "#one.md#", ".git/index"):
            write(site / "content" / name)
        write(site / "_site" / "index.html")
        write(site / ".sitegen" / "memo")
        time.sleep(0.3)
        write(site / "content" / "one.md", "a real change")

    assert watched.after(leave) == {"content/one.md"}


def test_five_hundred_at_once_are_few_bursts(watched: Watched) -> None:
    names = {f"content/checkout/{number}.md" for number in range(500)}
    assert watched.after(lambda: [write(watched.site / name) for name in names]) == names
    assert len(watched.told) <= 6


def test_a_folder_vanishes_and_comes_back(watched: Watched) -> None:
    content = watched.site / "content"
    gone = watched.after(lambda: shutil.rmtree(content))
    assert gone == {"content/", "content/one.md", "content/two.md", "content/deep/three.md"}
    assert watched.after(content.mkdir) == {"content/"}
    assert watched.after(lambda: write(content / "one.md")) == {"content/one.md"}
    assert watched.after(lambda: write(content / "one.md", "again")) == {"content/one.md"}

    def replace_at_once() -> None:
        shutil.rmtree(content)
        write(content / "one.md", "in a new folder")

    watched.after(replace_at_once)
    assert watched.after(lambda: write(content / "one.md", "once again")) == {"content/one.md"}
    other = watched.site / "other"
    watched.after(lambda: content.rename(other))
    assert watched.after(lambda: other.rename(content)) == {"content/", "content/one.md"}
    assert watched.after(lambda: write(content / "one.md", "once more")) == {"content/one.md"}


def test_links_are_looked_at_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "outside" / "secret.md")
    (tmp_path / "site" / "content").mkdir(parents=True)
    (tmp_path / "site" / "content" / "link").symlink_to(tmp_path / "outside")
    (tmp_path / "site" / "content" / "nowhere.md").symlink_to("missing")
    assert look(tmp_path / "site").keys() == {"content/", "content/link", "content/nowhere.md"}
    (tmp_path / "site" / "docs").symlink_to(tmp_path / "outside")
    assert look(tmp_path / "site", ["docs", "docs/deep"]) == look(tmp_path / "site")


def test_folders_as_deep_as_they_can_be(tmp_path: Path) -> None:
    folder = tmp_path / "static"
    folder.mkdir()
    before = Path.cwd()
    try:
        os.chdir(folder)
        for _ in range(1100):
            os.mkdir("a")  # noqa: PTH102  a path this long has no name
            os.chdir("a")
    finally:
        os.chdir(before)
    try:
        assert look(tmp_path).keys() == {"static/"}
    finally:
        # Python's own way of removing folders would not come so deep.
        subprocess.run(["rm", "-rf", str(folder)], check=True)


def test_without_any_notices_at_all(tmp_path: Path, monkeypatch) -> None:
    def refuse() -> None:
        raise OSError(errno.EMFILE, "inotify instance limit reached")

    monkeypatch.setattr("sitegen.shell.watcher.Observer", refuse)
    write(tmp_path / "content" / "one.md")
    watched = Watched(tmp_path)
    assert [diagnostic.code for diagnostic in watched.watcher.diagnostics] == ["watch-polling"]
    assert watched.after(lambda: write(tmp_path / "content" / "one.md", "longer")) == {"content/one.md"}
    watched.end()


def test_where_only_files_can_have_changed_the_others_are_not_looked_at(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for name in ("a.md", "b.md", "c.md"):
        (content / name).write_text(name, "utf-8")
    known = look(tmp_path)
    for name in ("a.md", "b.md", "new.md", ".hidden.md"):
        (content / name).write_text("other words", "utf-8")
    (content / "c.md").unlink()
    (tmp_path / "beside.md").write_text("no part of the site", "utf-8")
    told = [str(content / name) for name in ("a.md", "c.md", "new.md", ".hidden.md")]
    again = look_again(tmp_path, known, [*told, str(tmp_path / "beside.md")])
    assert again is not None
    assert again | {"content/b.md": look(tmp_path)["content/b.md"]} == look(tmp_path)
    assert again["content/b.md"] == known["content/b.md"]
    assert look_again(tmp_path, known, [str(tmp_path / "sitegen.toml")]) is None
    assert look_again(tmp_path, known, [str(content)]) is None
