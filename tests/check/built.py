"""A built site that somebody changes, and what its check finds."""

import datetime
from pathlib import Path

import pytest

from sitegen.check import Expected, Report, check
from sitegen.checking import check_site

DAY = datetime.date(2026, 5, 1)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def codes(folder: Path) -> set[tuple[str, str]]:
    return {(found.code, found.path) for found in check_site(folder, today=DAY).diagnostics}


def edit(folder: Path, path: str, old: str, new: str) -> int:
    """Change the first ``old`` in a file of the built site, and return its line."""
    file = folder / "_site" / path
    text = file.read_text("utf-8")
    assert old in text, text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


class Captured:
    """A built site in memory, as a check sees it: to be checked again with other contents."""

    def __init__(self, site: Path) -> None:
        def capture(paths: tuple[str, ...], files: object, expected: Expected) -> Report:
            self.paths, self.files, self.expected = paths, dict(files), expected  # type: ignore[call-overload]
            return check(paths, self.files.items(), expected)

        with pytest.MonkeyPatch.context() as monkeypatch:
            monkeypatch.setattr("sitegen.checking.check", capture)
            self.report = check_site(site, today=DAY)
