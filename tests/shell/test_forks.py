"""Work that copies of the process do: the same results, in order, and the same mistakes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen.shell import forks
from sitegen.shell.forks import forked


@pytest.fixture(autouse=True)
def small_work_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forks, "_WORTH_FORKING", 2)


def test_results_come_in_order_from_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forks, "_LIFETIME", 200)
    made = list(forked(lambda number: (number, os.getpid()), 2_500, processes=3))
    assert [number for number, _ in made] == list(range(2_500))
    assert os.getpid() not in {process for _, process in made}
    # A copy ends when it is old.
    assert len({process for _, process in made}) > 3


def test_one_process_does_it_all_itself() -> None:
    assert set(forked(lambda _: os.getpid(), 100, processes=1)) == {os.getpid()}


def test_what_is_done_first_is_done_here_and_once() -> None:
    made = list(forked(lambda _: os.getpid(), 100, first=[7, 50], processes=2))
    assert [number for number, process in enumerate(made) if process == os.getpid()] == [7, 50]


def test_a_mistake_is_raised_in_its_turn() -> None:
    def work(number: int) -> int:
        if number in {40, 90}:
            raise KeyError(number)
        return number

    results = forked(work, 200, first=[90], processes=2)
    assert [next(results) for _ in range(40)] == list(range(40))
    with pytest.raises(KeyError, match="40"):
        next(results)


def test_a_copy_that_is_killed_is_stood_in_for() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if number == 30 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert list(forked(work, 300, processes=2)) == list(range(300))


def test_nothing_is_left_of_work_that_is_given_up() -> None:
    results = forked(lambda number: os.getpid(), 5_000, processes=2)
    copies = {next(results) for _ in range(100)} - {os.getpid()}
    results.close()  # type: ignore[attr-defined]
    assert copies
    for copy in copies:
        # It has ended, and was waited for.
        with pytest.raises(ChildProcessError):
            os.waitpid(copy, os.WNOHANG)


def test_copies_end_with_a_process_that_is_killed(tmp_path: Path) -> None:
    program = f"""
import os, pathlib, time
from sitegen.shell import forks
forks._WORTH_FORKING = 2
def work(number):
    pathlib.Path({str(tmp_path)!r}, str(os.getpid())).touch()
    time.sleep(0.01)
for _ in forks.forked(work, 10_000, processes=2): pass
"""
    parent = subprocess.Popen([sys.executable, "-c", program])
    patience = time.monotonic() + 30
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < patience:
        time.sleep(0.02)
    parent.kill()
    parent.wait()
    copies = {int(path.name) for path in tmp_path.iterdir()}
    assert len(copies) == 2
    while any(Path(f"/proc/{copy}").exists() for copy in copies) and time.monotonic() < patience:
        time.sleep(0.05)
    assert not [copy for copy in copies if Path(f"/proc/{copy}").exists()]
