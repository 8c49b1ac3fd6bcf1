"""The output folder: what differs is written, what is gone is removed, what is a stranger's stays."""

from pathlib import Path

import pytest

from sitegen.diagnostics import InputError
from sitegen.shell.manifest import MANIFEST
from sitegen.shell.refusals import check_output
from sitegen.shell.staging import NewFile
from sitegen.shell.standing import as_left, holds, standing
from sitegen.shell.writer import write_site as write


def listed(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def write_site(output: Path, files: dict[str, bytes], copies: dict[str, Path]) -> tuple[int, int]:
    done = write(output, lambda desk, stands: (NewFile.of(*file) for file in files.items()), copies)
    assert holds(output, done.files, standing(output, as_left(done.files, done.looks)))
    return done.written, done.removed


def test_writes_only_what_differs(tmp_path) -> None:
    out = tmp_path / "out"
    assert write_site(out, {"a.html": b"1", "b/c.html": b"2"}, {}) == (2, 0)
    assert write_site(out, {"a.html": b"1", "b/c.html": b"3"}, {}) == (1, 0)
    assert (out / "b" / "c.html").read_bytes() == b"3"
    assert listed(out) == {"a.html", "b/c.html", MANIFEST}


def test_removes_what_is_no_longer_made_and_nothing_else(tmp_path) -> None:
    out = tmp_path / "out"
    write_site(out, {"a.html": b"1", "b/c.html": b"2"}, {})
    (out / "b" / "notes.txt").write_text("mine")
    assert write_site(out, {"a.html": b"1"}, {}) == (0, 1)
    assert listed(out) == {"a.html", "b/notes.txt", MANIFEST}
    (out / "b" / "notes.txt").unlink()


def test_copies(tmp_path) -> None:
    picture = tmp_path / "p.png"
    picture.write_bytes(b"png")
    out = tmp_path / "out"
    assert write_site(out, {}, {"x/p.png": picture}) == (1, 0)
    assert write_site(out, {}, {"x/p.png": picture}) == (0, 0)


@pytest.mark.parametrize("output", [".", "content", "content/x", "..", "/", "~", "templates/out"])
def test_refuses_folders_that_matter(tmp_path, monkeypatch, output: str) -> None:
    home = tmp_path / "home"
    site = home / "site"
    (site / "content").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    target = home if output == "~" else Path(output) if output == "/" else site / output
    with pytest.raises(InputError) as error:
        check_output(target, site)
    assert error.value.exit_code == 2


def test_refuses_a_strangers_folder(tmp_path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    with pytest.raises(InputError, match="did not write"):
        check_output(out, tmp_path / "site")


def test_a_manifest_cannot_reach_outside(tmp_path) -> None:
    out = tmp_path / "out"
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    write_site(out, {"a.html": b"1"}, {})
    (out / MANIFEST).write_text('["../victim.txt", "/etc/hostname", "a.html"]')
    write_site(out, {}, {})
    assert victim.exists()


def test_a_file_that_would_be_a_folder_is_refused_before_anything_changes(tmp_path) -> None:
    out = tmp_path / "out"
    write_site(out, {"a.html": b"1"}, {})
    with pytest.raises(InputError, match="a file and a folder"):
        write_site(out, {"a.html": b"2", "b/index.html": b"2", "b": b"2"}, {})
    assert (out / "a.html").read_bytes() == b"1"
    assert listed(out) == {"a.html", MANIFEST}


def test_what_fails_on_the_way_leaves_the_site_as_it_was(tmp_path) -> None:
    out = tmp_path / "out"
    write_site(out, {"a.html": b"1"}, {})

    def pages(desk, stands):
        yield NewFile.of("a.html", b"2")
        yield NewFile.of("c/new.html", b"2")
        raise InputError

    with pytest.raises(InputError):
        write(out, pages, {})
    assert listed(out) == {"a.html", MANIFEST}
    assert (out / "a.html").read_bytes() == b"1"
    with pytest.raises(InputError):
        write(tmp_path / "never" / "made", pages, {})
    assert not (tmp_path / "never").exists()


@pytest.mark.parametrize("place", ["a.html", "b/c.html", "b"])
def test_a_stranger_in_the_way_is_not_overwritten(tmp_path, place: str) -> None:
    out = tmp_path / "out"
    write_site(out, {"z.html": b"1"}, {})
    (out / place).parent.mkdir(exist_ok=True)
    (out / place).write_text("mine")
    with pytest.raises(InputError) as error:
        write_site(out, {"a.html": b"2", "b/c.html": b"2", "z.html": b"2"}, {})
    assert error.value.exit_code == 2
    assert (out / place).read_text() == "mine"
    assert (out / "z.html").read_bytes() == b"1"


def test_links_in_the_output_lead_nobody_outside(tmp_path) -> None:
    out = tmp_path / "out"
    write_site(out, {"b/c.html": b"1"}, {})
    (out / "b" / "c.html").unlink()
    (out / "b").rmdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "c.html").write_text("mine")
    (out / "b").symlink_to(elsewhere)
    with pytest.raises(InputError):
        write_site(out, {"b/c.html": b"2"}, {})
    write_site(out, {}, {})
    assert (elsewhere / "c.html").read_text() == "mine"
