"""What is read from a content folder, and what is left alone."""

import os

import pytest

from sitegen.diagnostics import InputError
from sitegen.shell.reader import Seen, read_paths, read_site, state_of


def site(tmp_path, **files: str):
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_roles(tmp_path) -> None:
    names = [
        "a.md",
        "b/c.txt",
        "pages/about.md",
        "people/ann.md",
        "organisations/o.md",
        "b/pic.png",
        "a.annotations.yaml",
    ]
    sources = read_site(site(tmp_path, **dict.fromkeys(names, "x")))
    assert [(file.path, file.role) for file in sources.files] == [
        ("content/a.annotations.yaml", "annotations"),
        ("content/a.md", "article"),
        ("content/b/c.txt", "article"),
        ("content/b/pic.png", "asset"),
        ("content/organisations/o.md", "organisation"),
        ("content/pages/about.md", "page"),
        ("content/people/ann.md", "person"),
    ]


def test_folders_of_pages(tmp_path) -> None:
    folder = site(tmp_path, **{"a.md": "x", "docs/x.png": "x"})
    for name in (
        "docs/README.md",
        "docs/deep/b.markdown",
        "docs/x.png",
        "docs/notes.txt",
        "docs/.hidden.md",
        "other/c.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    # What is known of a page is not read again, as with articles.
    state = state_of((tmp_path / "docs/README.md").stat())
    sources = read_site(folder, ["docs"], {tmp_path / "docs/README.md": Seen(state, b"known")})
    assert [(file.path, file.relative, file.role) for file in sources.files] == [
        ("content/a.md", "a.md", "article"),
        ("content/docs/x.png", "docs/x.png", "asset"),
        ("docs/README.md", "docs/README.md", "page"),
        ("docs/deep/b.markdown", "docs/deep/b.markdown", "page"),
        ("docs/notes.txt", "docs/notes.txt", "asset"),
        ("docs/x.png", "docs/x.png", "asset"),
    ]
    assert sources.assets == {name: tmp_path / name for name in ("content/docs/x.png", "docs/notes.txt", "docs/x.png")}
    assert [file.content for file in sources.of("page")] == [b"known", b"x"]


def test_leftovers_and_hidden_files_are_left_out(tmp_path) -> None:
    names = [".a.md.swp", "a.md~", "#a.md#", ".hidden.md", "a.md.bak"]
    assert not read_site(site(tmp_path, **dict.fromkeys([*names, "b.md"], "x"))).of("article")[1:]


def test_links_are_not_followed(tmp_path) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text("secret")
    folder = site(tmp_path / "site", **{"a.md": "x"})
    (folder / "content" / "link.md").symlink_to(outside)
    (folder / "content" / "loop").symlink_to(folder / "content")
    sources = read_site(folder)
    assert [file.path for file in sources.files] == ["content/a.md"]
    assert [d.path for d in sources.diagnostics] == ["content/link.md", "content/loop"]


def test_a_pipe_is_not_opened(tmp_path) -> None:
    folder = site(tmp_path, **{"a.md": "x"})
    os.mkfifo(folder / "content" / "pipe.md")
    assert [d.code for d in read_site(folder).diagnostics] == ["special-file"]


def test_no_content_folder(tmp_path) -> None:
    with pytest.raises(InputError, match="content-missing"):
        read_site(tmp_path)


def test_single_files_and_folders(tmp_path) -> None:
    folder = site(tmp_path, **{"a.md": "x", "b/c.txt": "y", "b/pic.png": "z"})
    sources = read_paths([folder / "content" / "a.md", folder / "content" / "b"])
    assert [(file.relative, file.role) for file in sources.files] == [("a.md", "article"), ("c.txt", "article")]
    with pytest.raises(InputError) as error:
        read_paths([folder / "nothing"])
    assert error.value.exit_code == 2
