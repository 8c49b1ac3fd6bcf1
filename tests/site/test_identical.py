"""The same content gives the same bytes, wherever and however it is built; nothing new gives nothing to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.incremental.edits import listed
from tests.site.conftest import ROOT, TODAY, copied


def run(site: Path, *options: str, cores: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    def pin() -> None:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])

    return subprocess.run(
        [sys.executable, *options, "-m", "sitegen", "build", str(site), "--today", TODAY.isoformat()],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        preexec_fn=pin if cores and hasattr(os, "sched_setaffinity") else None,
    )


@pytest.mark.model
def test_two_builds_under_other_circumstances(tmp_path: Path) -> None:
    one = copied(tmp_path / "one")
    two = copied(tmp_path / "somewhere else" / "zwei")
    run(one, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1", OMP_NUM_THREADS="1", cores=1)
    run(two, TZ="America/Adak", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8", PYTHONHASHSEED="2")
    assert listed(one / "_site") == listed(two / "_site")


@pytest.mark.model
def test_nothing_changed_nothing_read_nothing_written(tmp_path: Path) -> None:
    site = copied(tmp_path / "site")
    assert "spacy" in run(site, "-X", "importtime").stderr
    before = states(tmp_path)
    again = run(site, "-X", "importtime")
    assert "spacy" not in again.stderr
    assert "(0 files written, 0 removed)" in again.stderr
    assert states(tmp_path) == before


@pytest.mark.model
def test_an_edit_that_changes_no_words_imports_no_model(tmp_path: Path) -> None:
    site = copied(tmp_path / "site")
    run(site)
    article = sorted((site / "content").glob("*.md"))[0]
    article.write_text(article.read_text("utf-8").replace("---\n", "---\nsummary: A new summary.\n", 1), "utf-8")
    again = run(site, "-X", "importtime")
    assert "spacy" not in again.stderr
    assert "(0 files written" not in again.stderr


def states(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return what tells a file, or a folder, that was touched from one that was not."""
    found = {}
    for path in [folder, *folder.rglob("*")]:
        state = path.stat()
        found[str(path)] = state.st_ino, state.st_mtime_ns, state.st_ctime_ns
    return found
