"""Parts of the preview alone: changes that wait, builds that give up, files on the shelf, pages that moved."""

import datetime
import os
import time
from pathlib import Path

import pytest

from sitegen.model.edition import Edition
from sitegen.model.progress import unwatched
from sitegen.model.relations import Relations
from sitegen.pipeline import Memo
from sitegen.pipeline.memo import MemoryStore
from sitegen.serve.assembly import assemble, preview_memo
from sitegen.serve.changes import Change, Differing, change_of, changed_names
from sitegen.serve.inbox import Inbox
from sitegen.serve.pace import Pace, Superseded
from sitegen.serve.snapshot import Found, Piece, Snapshot
from sitegen.serve.stage import Stage
from sitegen.shell.reader import Seen, read_site
from sitegen.shell.shelf import Shelf
from tests.incremental.edits import matter
from tests.toy import ToyParser


def put(inbox: Inbox, *paths: str) -> None:
    inbox.put(frozenset(paths))


def test_what_a_build_gave_up_is_in_the_next() -> None:
    inbox = Inbox()
    put(inbox, "a")
    assert inbox.take() == {"a"}
    put(inbox, "b")
    assert inbox.take() == {"a", "b"}
    inbox.done()
    assert inbox.take() == frozenset()
    put(inbox, "c")
    assert inbox.take() == {"c"}


def test_a_build_gives_up_for_something_newer_but_not_for_ever(monkeypatch) -> None:
    inbox = Inbox()
    pace = Pace(inbox, unwatched, lambda: None)
    put(inbox, "a")
    inbox.take()
    pace("reading", 0, 1)
    put(inbox, "b")
    with pytest.raises(Superseded):
        pace("reading", 1, 1)
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 5)
    pace("reading", 1, 1)
    inbox.close()
    with pytest.raises(Superseded):
        pace("reading", 1, 1)


def test_what_was_done_is_kept_between_parts_of_a_stage() -> None:
    kept: list[int] = []
    pace = Pace(Inbox(), unwatched, lambda: kept.append(1))
    pace("analysing", 0, 64)
    assert not kept
    pace("analysing", 32, 64)
    assert kept == [1]


def test_stages_are_timed_in_their_order() -> None:
    pace = Pace(Inbox(), unwatched, lambda: None)
    for stage in ("reading", "reading", "composing"):
        pace(stage, 0, 0)
    pace.end()
    assert [name for name, _ in pace.stages] == ["reading files", "reading", "composing"]
    assert abs(sum(seconds for _, seconds in pace.stages) - pace.seconds) < 1e-6


def test_whoever_waits_is_woken_at_the_end() -> None:
    inbox = Inbox()
    assert not inbox.wait(0)
    put(inbox, "a")
    assert inbox.wait(0)
    inbox.take()
    inbox.close()
    assert inbox.wait(60)
    assert inbox.take() == frozenset()


def snapshot(pieces: dict[str, str], base: str = "/", texts: dict[str, tuple[str, str]] | None = None) -> Snapshot:
    return Snapshot({name: Piece(key) for name, key in pieces.items()}, None, base, texts or {})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", Found("index.html")),
        ("/a b/", Found("a b/index.html")),
        ("/a b", Found(redirect="/a%20b/")),
        ("/404", Found("404.html")),
        ("/feed.xml", Found("feed.xml")),
        ("/repo/", Found("index.html")),
        ("/repo/a b", Found(redirect="/repo/a%20b/")),
        ("/repo", Found(redirect="/repo/")),
        ("/a b/index.html/", None),
        ("//a b/", None),
        ("a b/", None),
        ("", None),
        ("/../index.html", None),
    ],
)
def test_addresses(path: str, expected: Found | None) -> None:
    made = snapshot(dict.fromkeys(["index.html", "a b/index.html", "404.html", "feed.xml"], "k"), base="/repo/")
    assert made.find(path) == expected


def moved(before: Snapshot | None, after: Snapshot) -> dict[str, str]:
    return dict(change_of(frozenset(), before, after).moved)


def test_what_differs_between_builds() -> None:
    before = snapshot({"same": "1", "changed": "1", "gone": "1"})
    after = snapshot({"same": "1", "changed": "2", "come": "1"})
    names = changed_names(before, after)
    assert names == {"changed", "gone", "come"}
    assert change_of(names, before, after) == Change(files=("changed", "come", "gone"))
    assert changed_names(None, after) == set(after.pieces)


def test_an_article_that_moved_is_known_by_its_text() -> None:
    before = snapshot({}, texts={"a.md": ("a", "text"), "b.md": ("b", "other"), "c.md": ("c", "third")})
    after = snapshot({}, texts={"new.md": ("new", "text"), "b.md": ("b", "other"), "d.md": ("d", "edited")})
    assert moved(before, after) == {"a": "new"}
    assert moved(None, after) == {}


def test_a_file_whose_page_has_another_address_is_the_same() -> None:
    before = snapshot({"a/": "1"}, texts={"a.md": ("a/", "text")})
    assert moved(before, snapshot({"b/": "1"}, texts={"a.md": ("b/", "edited")})) == {"a/": "b/"}
    # The old address has a page again: whoever is there stays.
    assert moved(before, snapshot({"a/": "2", "b/": "1"}, texts={"a.md": ("b/", "x"), "c.md": ("a/", "y")})) == {}


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((0, 0, 0), "no file changed"),
        ((1, 0, 0), "1 file new"),
        ((0, 0, 2), "2 files changed"),
        ((3, 2, 84), "3 files new, 84 changed, 2 removed"),
    ],
)
def test_what_differs_in_words(figures: tuple[int, int, int], words: str) -> None:
    assert str(Differing(*figures)) == words


def test_two_of_one_text_may_be_either() -> None:
    before = snapshot({}, texts={"a.md": ("a", "text")})
    after = snapshot({}, texts={"b.md": ("b", "text"), "c.md": ("c", "text")})
    assert moved(before, after) == {}


def test_a_shelf_keeps_what_it_is_told_to_and_goes(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.put("one", b"1")
        shelf.put("two", b"2")
        assert (shelf.get("one"), shelf.get("three")) == (b"1", None)
        shelf.keep({"two"})
        assert not shelf.has("one")
        assert shelf.has("two")
        assert (tmp_path / ".sitegen" / ".gitignore").read_text() == "*\n"
    assert not (tmp_path / ".sitegen" / "preview").exists()


def test_a_shelf_that_was_taken_away_is_made_again(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.folder.rmdir()
        shelf.put("one", b"1")
        assert shelf.get("one") == b"1"


def test_copies_follow_their_source(tmp_path: Path) -> None:
    source = tmp_path / "picture.png"
    source.write_bytes(b"one")
    os.utime(source, ns=(0, 0))
    with Shelf(tmp_path / "site") as shelf:
        first = shelf.copy(source)
        assert shelf.copy(source) == first
        source.write_bytes(b"two")
        second = shelf.copy(source)
        assert (shelf.get(first), shelf.get(second)) == (b"one", b"two")


def test_what_killed_previews_left_is_swept_away_but_no_living_ones(tmp_path: Path) -> None:
    dead = tmp_path / ".sitegen" / "preview" / "1-dead"
    dead.mkdir(parents=True)
    (dead / "key").write_text("x")
    with Shelf(tmp_path) as living:
        assert not dead.exists()
        with Shelf(tmp_path) as other:
            assert living.folder.is_dir()
            assert other.folder != living.folder
        assert living.folder.is_dir()


def test_files_are_read_again_only_where_they_changed(tmp_path: Path) -> None:
    file = tmp_path / "content" / "a.md"
    file.parent.mkdir()
    file.write_text("one")
    seen: dict[Path, Seen] = {}
    assert read_site(tmp_path, seen=seen).files[0].content == b"one"
    # A file that was just written may change again within one tick of the clock, so it is not taken as known.
    assert not seen
    long_ago = time.time_ns() - 10_000_000_000
    state = file.stat()
    seen[file] = Seen((long_ago, long_ago, state.st_size, state.st_ino), b"old")
    assert read_site(tmp_path, seen=seen).files[0].content == b"one"
    state = file.stat()
    seen[file] = Seen((state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino), b"as it was read")
    assert read_site(tmp_path, seen=dict(seen)).files[0].content == b"as it was read"
    file.unlink()
    read_site(tmp_path, seen=seen)
    assert not seen


def test_pages_that_slept_hear_all_that_changed_meanwhile(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        stage = Stage(tmp_path, shelf)
        begun = stage.build
        stage.put_on(snapshot({}), Change(styles=("a.css",), moved={"one": "two"}))
        between = stage.build
        stage.put_on(snapshot({}), Change(("a.css", "b.css"), ("p.png",), {"two": "three"}))
        everything = Change(("a.css", "b.css"), ("p.png",), {"one": "three", "two": "three"})
        assert stage.since(begun) == everything
        assert stage.since(between) == Change(("a.css", "b.css"), ("p.png",), {"two": "three"})
        assert stage.since(stage.build) == Change()
        for unknown in ("", "another-1", f"{stage.run}-x"):
            assert stage.since(unknown) is None
        for _ in range(1000):
            stage.fail(())
        assert stage.since(begun) is None


def test_a_mistake_midway_leaves_nothing_half_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build is what one makes that knows nothing."""
    said = (
        matter(title="One")
        + "Mary Lee came early.\n\n“The harbour wall will not hold another winter,” Mary Lee said.\n"
    )
    for path, text in (("sitegen.toml", 'title = "T"\n'), ("content/one.md", said), ("content/two.md", said)):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    edition, shelf = Edition(datetime.date(2026, 5, 1)), Shelf(tmp_path)

    def relations(memo: Memo) -> Relations:
        return assemble(tmp_path, edition, memo, shelf, {}, lambda _: ToyParser(), unwatched).plan.site.relations

    memo = preview_memo(MemoryStore(), {})
    with monkeypatch.context() as broken:
        broken.setattr("sitegen.relate.relater.families", lambda _: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            relations(memo)
    assert relations(memo) == relations(preview_memo(MemoryStore(), {}))
    assert relations(memo).families
