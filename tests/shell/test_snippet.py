"""The line of the file and the caret under the place."""

from pathlib import Path

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.shell.snippet import Snippets


def remark(line: int | None, column: int | None, message: str = "wrong", path: str = "a.md") -> Diagnostic:
    return Diagnostic("code", "error", path, line, column, message, "hint")


def shown(folder: Path, text: str, line: int, column: int | None) -> list[str]:
    (folder / "a.md").write_text(text, "utf-8")
    return Snippets(folder).of(remark(line, column)).split("\n")


def test_the_caret_stands_under_the_column(tmp_path: Path) -> None:
    assert shown(tmp_path, "one\ntitle: x\n", 2, 8) == ["  2 | title: x", "    |        ^"]


def test_wide_characters_take_two_cells_and_tabs_one(tmp_path: Path) -> None:
    assert shown(tmp_path, "漢字\tx", 1, 4) == ["  1 | 漢字 x", "    |      ^"]


def test_a_long_line_is_shown_round_the_place(tmp_path: Path) -> None:
    line, caret = shown(tmp_path, "a" * 500 + "X" + "b" * 500, 1, 501)
    assert len(line) < 120
    assert line[caret.index("^")] == "X"


def test_no_column_no_caret(tmp_path: Path) -> None:
    assert shown(tmp_path, "one", 1, None) == ["  1 | one"]


@pytest.mark.parametrize("path", ["../a.md", "missing.md", "/etc/hostname", "."])
def test_nothing_else_is_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.md").write_text("secret")
    folder = tmp_path / "site"
    folder.mkdir()
    assert Snippets(folder).of(remark(1, 1, path=path)) == ""


def test_the_column_is_that_of_the_words_that_are_quoted(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("**Lee** met Lee and Tom.\n", "utf-8")
    found = Snippets(tmp_path).located([remark(1, None, "“Tom” could be two"), remark(1, None, "“Lee” could be two")])
    assert [diagnostic.column for diagnostic in found] == [21, None]
