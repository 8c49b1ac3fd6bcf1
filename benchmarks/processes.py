"""Programs run and watched: CPU seconds, wall time and memory of a process and of all that it starts. Linux only."""

import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

# Seconds between two looks at the memory of the processes.
_LOOK = 0.05


@dataclass(frozen=True, slots=True)
class Peak:
    """The most memory that a process ever held, in bytes, what it shares with others included."""

    program: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Run:
    """A program that has ended well. ``wall`` and ``cpu`` are seconds, ``cpu`` those of all its processes.

    ``peaks`` are of each of its processes, the first one first; empty where nobody watched them.
    """

    wall: float
    cpu: float
    out: str
    err: str
    peaks: tuple[Peak, ...] = ()


@dataclass
class _Watch:
    """A process and all that it starts, seen from outside; some of these have sessions of their own."""

    first: int
    peaks: dict[int, Peak] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)

    def look(self) -> None:
        # Who is older has the lower number, until numbers begin anew: then the next look finds the child.
        for process in sorted(int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()):
            try:
                self._note(process, Path("/proc") / str(process))
            except OSError:
                # It has ended meanwhile.
                continue

    def _note(self, process: int, folder: Path) -> None:
        # The program's name may hold anything, blanks and brackets too.
        program, _, numbers = (folder / "stat").read_text("utf-8", "replace").partition("(")[2].rpartition(")")
        parent = int(numbers.split()[1])
        if process != self.first and process not in self.known and parent not in self.known:
            return
        self.known.add(process)
        status = (folder / "status").read_text("utf-8", "replace")
        peak = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")), 0)
        if peak:
            self.peaks[process] = Peak(program, peak * 1024)

    def found(self) -> tuple[Peak, ...]:
        first = self.peaks.pop(self.first, None)
        return (*([first] if first else ()), *self.peaks.values())


def run(
    command: Sequence[str | Path],
    *,
    cores: int = 0,
    environment: Mapping[str, str] | None = None,
    watched: bool = False,
    kill_after: float = 0.0,
) -> Run:
    """Run a program and all that it starts, on the first ``cores`` processors if that is not 0, until it ends.

    With ``watched``, its processes are looked at again and again, which costs a little of what is measured. All of them
    are killed after ``kill_after`` seconds, if that is not 0; the CPU seconds are then those of the first process and
    of those that had ended before. Raises CalledProcessError where it fails, unless it was to be killed.
    """
    with _cores(cores), tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, **(environment or {})},
            start_new_session=True,
        )
        watch = _Watch(process.pid)
        deadline = threading.Timer(kill_after, os.killpg, (process.pid, signal.SIGKILL))
        if kill_after:
            deadline.start()
        status, usage = _ended(process.pid, watch if watched else None)
        deadline.cancel()
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        done = Run(wall, usage.ru_utime + usage.ru_stime, _read(out), _read(err), watch.found())
    if process.returncode and not kill_after:
        raise subprocess.CalledProcessError(process.returncode, process.args, done.out, done.err)
    return done


@contextmanager
def _cores(number: int) -> Iterator[None]:
    """Have what is started meanwhile run on the first ``number`` processors, on all of them for 0."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(allowed)[: number or None])
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def _ended(process: int, watch: _Watch | None) -> tuple[int, resource.struct_rusage]:
    while watch is not None:
        watch.look()
        ended, status, usage = os.wait4(process, os.WNOHANG)
        if ended:
            return status, usage
        time.sleep(_LOOK)
    _, status, usage = os.wait4(process, 0)
    return status, usage


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")
