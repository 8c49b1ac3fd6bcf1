"""Whether anything changed since the last build, told by how files look."""

import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sitegen.shell.looks import looks_by_two, looks_of, settle
from sitegen.shell.unchanged import FILE, Unchanged, Watch, unchanged

OPTIONS = {"drafts": False, "search": True}
KNOWN = {
    "figures": {"pages": 2},
    "remarks": [["code", "warning", "content/a.md", 1, None, "message", "hint"]],
    "since": "2026-05-01",
    "until": None,
    "manifest": "list.json",
    "staging": ".staging",
}
NAMES = ["a/index.html", "index.html", "pagefind/fragment/x.pf_fragment"]
DAY = date(2026, 5, 2)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name in (
        "content/a.md",
        "content/b/picture.png",
        "templates/article.html",
        "sitegen.toml",
        "docs/page.md",
        ".sitegen/memo.sqlite",
        *(f"_site/{name}" for name in (*NAMES, "list.json")),
    ):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("12345")
    (tmp_path / "code" / "__pycache__").mkdir(parents=True)
    (tmp_path / "code" / "rules.py").write_text("12345")
    (tmp_path / "code" / "names").mkdir()
    (tmp_path / "library").write_text("12345")
    (site / "content" / "link.md").symlink_to(tmp_path / "library")
    settle()
    return site


def keep(site: Path, watch: Watch | None = None) -> None:
    output = str(site / "_site")
    looks = looks_of(output, NAMES).tobytes()
    beside = [str(site.parent / "code"), "docs"], [str(site.parent / "library")]
    (watch or Watch(str(site))).keep(output, OPTIONS, NAMES, looks, KNOWN, *beside)


def found(site: Path, *, day: date = DAY, output: str = "_site", **options: bool) -> Unchanged | None:
    return unchanged(str(site), str(site / output), day, OPTIONS | options)


def test_what_was_said_is_said_again(site: Path) -> None:
    keep(site)
    known = found(site)
    assert known is not None
    assert (known.figures, known.remarks) == (KNOWN["figures"], KNOWN["remarks"])


def edit_unseen(path: Path) -> None:
    """Edit a file so that its size and the time of its content stay."""
    before = path.stat()
    path.write_text("54321")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(path: Path) -> None:
    beside = path.with_name("beside")
    beside.write_text("12345")
    beside.replace(path)


WAYS: list[Callable[[Path], object]] = [edit_unseen, replace, Path.unlink]
READ = ["content/a.md", "content/b/picture.png", "templates/article.html", "sitegen.toml", "docs/page.md"]
WRITTEN = ["_site/a/index.html", "_site/index.html", "_site/list.json"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", [*READ, *WRITTEN, "../code/rules.py", "../library"])
def test_every_way_to_change_a_file_is_noticed(site: Path, name: str, way: Callable[[Path], object]) -> None:
    keep(site)
    way(site / name)
    assert found(site) is None


@pytest.mark.parametrize(
    "name",
    ["content/new.md", "content/b/c/new.md", "templates/new.html", "static/new.css", "ledger.jsonl", "../code/new.py"],
)
def test_a_new_file_is_noticed(site: Path, name: str) -> None:
    keep(site)
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text("new")
    assert found(site) is None


def test_folders_of_files_that_are_named_by_their_content_tell_of_them(site: Path) -> None:
    keep(site)
    (site / "_site/pagefind/fragment/y.pf_fragment").write_text("new")
    assert found(site) is None


def test_a_strangers_file_and_what_python_compiles_count_for_nothing(site: Path) -> None:
    keep(site)
    (site / "_site/stranger.txt").write_text("mine")
    (site / "../code/__pycache__/rules.pyc").write_text("compiled")
    (site / "../code/names/__pycache__").mkdir()
    assert found(site) is not None


def test_another_run_is_not_the_same(site: Path) -> None:
    keep(site)
    assert found(site, day=date(2026, 4, 30)) is None
    assert found(site, day=date(2030, 1, 1)) is not None
    assert found(site, drafts=True) is None
    assert found(site, output="elsewhere") is None


def test_a_build_at_work_is_left_to_its_work(site: Path) -> None:
    keep(site)
    (site / "_site/.staging").mkdir()
    assert found(site) is None


def test_a_moved_site_is_the_same(site: Path) -> None:
    keep(site)
    moved = site.rename(site.with_name("moved"))
    assert found(moved) is not None


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"nonsense", b'{"version": 1}\n', b"\xff\xfe\n\n"])
def test_damage_is_no_news(site: Path, damage: bytes) -> None:
    keep(site)
    file = site / ".sitegen" / FILE
    file.write_bytes(damage)
    assert found(site) is None
    keep(site)
    file.write_bytes(file.read_bytes()[:-9])
    assert found(site) is None


def test_what_changes_while_a_build_reads_is_not_taken_for_what_it_read(site: Path) -> None:
    for change in (
        lambda: (site / "content/a.md").write_text("later"),
        (site / "content/b/picture.png").unlink,
        (site / "sitegen.toml").unlink,
    ):
        keep(site)
        watch = Watch(str(site))
        change()
        settle()
        keep(site, watch)
        assert found(site) is None


def test_what_may_change_unseen_is_not_trusted(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was written in the present tick of the clock could be written again in it."""
    (site / "content/a.md").write_text("now")
    keep(site)
    assert found(site) is None
    settle()
    # A file system that counts whole seconds has long ticks.
    stamp = time.time_ns() // 1_000_000_000 * 1_000_000_000
    os.utime(site / "content/a.md", ns=(stamp, stamp))
    settle()
    keep(site)
    assert found(site) is None


def test_two_see_what_one_sees(tmp_path: Path) -> None:
    (tmp_path / "here").write_text("x", "utf-8")
    names = ["here", "nowhere", *(f"nowhere/{number}" for number in range(30_000)), "here"]
    assert looks_by_two(str(tmp_path), names) == looks_of(str(tmp_path), names)
    assert looks_by_two(str(tmp_path), names[:3]) == looks_of(str(tmp_path), names[:3])
