"""What numpy's library of matrices is told before it is loaded."""

import os
import platform
from pathlib import Path

import pytest

from sitegen.shell.matrices import prepare_matrices

WIDE = "avx512f avx512bw avx512cd avx512dq avx512vl"
NAMES = ("OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE")


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        # Set first, so that whatever is set meanwhile is taken back.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")


@pytest.mark.parametrize(
    ("described", "core"),
    [
        (f"processor : 0\nflags\t\t: fpu avx2 {WIDE}\n\nprocessor : 1\nflags\t\t: {WIDE} sse\n", "SKYLAKEX"),
        (f"flags\t\t: fpu avx2 {WIDE}\n\nflags\t\t: fpu avx2\n", None),
        ("flags\t\t: fpu avx2 avx512f\n", None),
        ("Features : fp asimd\n", None),
        ("", None),
    ],
)
def test_wide_vectors_are_used_where_every_processor_has_them(tmp_path: Path, described: str, core: str | None) -> None:
    (tmp_path / "cpuinfo").write_text(described, "utf-8")
    prepare_matrices(tmp_path / "cpuinfo")
    assert os.environ.get("OPENBLAS_CORETYPE") == core
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


def test_what_the_user_set_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cpuinfo").write_text(f"flags : {WIDE}\n", "utf-8")
    for name in NAMES:
        monkeypatch.setenv(name, "HASWELL" if "CORE" in name else "3")
    prepare_matrices(tmp_path / "cpuinfo")
    assert [os.environ[name] for name in NAMES] == ["3", "HASWELL"]


def test_where_nothing_is_described_nothing_is_known(tmp_path: Path) -> None:
    prepare_matrices(tmp_path / "nowhere")
    assert "OPENBLAS_CORETYPE" not in os.environ
