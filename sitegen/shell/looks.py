"""How files look from outside, which tells whether one was written or replaced: times, size and inode.

Nothing but the standard library's smallest parts is imported here: a build that finds nothing changed is done before
the rest could be loaded.
"""

import os
import time
from array import array
from collections.abc import Iterable, Sequence

# The looks of files, one behind the other: time of content and of state in nanoseconds, size in bytes, inode.
Looks = array  # of "Q"
FIELDS = 4
# To look at so many takes longer than to make a copy of a small process, by far.
_MANY = 20_000
_MISSING = (0, 0, 0, 0)

# How long a file may change again and yet look the same, in nanoseconds. File systems count time in ticks: of 10 ms at
# most where a stamp is not whole in these, else of as much as 2 s (FAT).
_TICK = 10_000_000
_FINE, _COARSE = 30_000_000, 2_500_000_000


def looks_of(folder: str, names: Iterable[str]) -> "Looks[int]":
    """Return the looks of files below ``folder``; links are not followed, and what is not there is all zeros."""
    found = array("Q")
    add, lstat, above = found.extend, os.lstat, os.path.join(folder, "")
    for name in names:
        try:
            seen = lstat(above + name)
            add((seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino))
        except (OSError, ValueError):
            add(_MISSING)
    return found


def looks_by_two(folder: str, names: Sequence[str]) -> "Looks[int]":
    """Return ``looks_of``; of many, a copy of this process looks at half. For processes of one thread alone."""
    if len(names) < _MANY or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return looks_of(folder, names)
    middle = len(names) // 2
    reading, writing = os.pipe()
    copy = os.fork()
    if not copy:
        try:
            os.close(reading)
            with open(writing, "wb") as answer:
                answer.write(looks_of(folder, names[middle:]).tobytes())
        finally:
            os._exit(0)
    os.close(writing)
    found = looks_of(folder, names[:middle])
    with open(reading, "rb") as answer:
        rest = answer.read()
    os.waitpid(copy, 0)
    if len(rest) != (len(names) - middle) * FIELDS * found.itemsize:
        return looks_of(folder, names)
    found.frombytes(rest)
    return found


def settled(changed: int, now: int) -> bool:
    """Tell whether a file that was stamped with ``changed`` could not change after ``now`` and still look the same."""
    return now - changed > (_FINE if changed % _TICK else _COARSE)


def settle() -> None:
    """Wait until a change to what was just written would show, where stamps are fine."""
    time.sleep(1.5 * _FINE / 1e9)


def all_settled(looks: "Looks[int]", now: int) -> bool:
    """Tell whether none of the files that look so could change after ``now`` and still look the same."""
    stamps = *looks[0::FIELDS], *looks[1::FIELDS]
    return all(settled(stamp, now) for stamp in stamps if now - stamp <= _COARSE)
