"""A build that would change nothing, told by the looks of all files that it reads and writes, before any is read.

Nothing is imported here but what Python has loaded already, or nearly so: a build of which nothing changed is over in
the time that importing the rest would take. Whatever is in doubt is left to a build that reads.
"""

import datetime
import json
import os
import sys
import time
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sitegen.shell.looks import FIELDS, Looks, all_settled, looks_by_two, looks_of

# In ``.sitegen/`` of the site: what the last build read and wrote.
FILE = "last-build"
# Raise it when the file changes.
_VERSION = 1
_CONFIGURATION, _LEDGER = "sitegen.toml", "ledger.jsonl"
_OWN = ("content", "templates", "static")
# Files that are named by their content, in folders that hold nothing else: these tell of new and removed ones.
_BY_CONTENT = ("pagefind/fragment", "pagefind/index")
# Python writes these for itself.
_COMPILED = ("__pycache__", ".pyc")


class Unchanged:
    """What there is to say of a site that is as it was: figures by their names, and remarks by their fields."""

    def __init__(self, figures: Mapping[str, int], remarks: Sequence[Sequence[Any]]) -> None:
        self.figures = figures
        self.remarks = remarks


def unchanged(site: str, output: str, day: datetime.date, options: Mapping[str, Any]) -> Unchanged | None:
    """Return what the last build of ``site`` came to, if it was one with these ``options`` and all is as it left it.

    None also where that cannot be told without a closer look.
    """
    try:
        folder = os.path.join(site, ".sitegen")
        if os.path.islink(folder):
            return None
        with open(os.path.join(folder, FILE), "rb") as opened:
            content = opened.read()
        line, _, rest = content.partition(b"\n")
        known = json.loads(line)
        if (
            known["version"] != _VERSION
            or known["run"] != _run(site, output, options)
            or not (known["since"] or "") <= day.isoformat() <= (known["until"] or "9999")
            or os.path.lexists(os.path.join(output, known["staging"]))
        ):
            return None
        size = known["names"]
        names = rest[:size].decode("utf-8", "surrogateescape").split("\0")
        read, inside = _read_looks(site, known["trees"], known["files"])
        if rest[size:] != looks_by_two(output, names).tobytes() + read.tobytes() + inside:
            return None
        return Unchanged(known["figures"], known["remarks"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


class Watch:
    """All that a build reads besides the options: begun before it reads, and kept when it is done.

    ``begun`` is the time in nanoseconds: what was changed later may not have been read as it is now.
    """

    def __init__(self, site: str) -> None:
        self._site = site
        self._begun = time.time_ns()
        self._single = looks_of(site, (_CONFIGURATION, _LEDGER))

    def keep(
        self,
        output: str,
        options: Mapping[str, Any],
        names: Iterable[str],
        looks: bytes,
        known: Mapping[str, Any],
        trees: Iterable[str],
        files: Iterable[str],
    ) -> None:
        """Write down how all looks, for ``unchanged``; nothing is kept where that would not tell of a change.

        ``names`` and ``looks`` are those of the files in ``output``; ``trees`` are folders that were read besides the
        site's own, ``files`` single files. ``known`` holds "figures" and "remarks", see ``Unchanged``; the first and
        last day of which they hold, "since" and "until", or None; and the names of what a build has in ``output`` for
        itself: the "manifest", and the folder "staging" while it works. Raises OSError where a folder cannot be read.
        """
        trees, files = [*_OWN, *trees], [*files]
        others = [*_BY_CONTENT, known["manifest"]]
        watched, left = _one_by_one(names, looks)
        now = time.time_ns()
        beside = looks_of(output, others)
        read, inside = _read_looks(self._site, trees, files)
        sound = (
            all(map(os.path.exists, files))
            and all(left[FIELDS - 1 :: FIELDS])
            and all_settled(beside, now)
            and all_settled(read, self._begun)
            and looks_of(self._site, (_CONFIGURATION, _LEDGER)) == self._single
        )
        joined = "\0".join((*watched, *others)).encode("utf-8", "surrogateescape")
        head = {
            **known,
            "version": _VERSION,
            "run": _run(self._site, output, options),
            "names": len(joined),
            "trees": trees,
            "files": files,
        }
        parts = (json.dumps(head).encode(), b"\n", joined, left.tobytes(), beside.tobytes(), read.tobytes(), inside)
        _put(os.path.join(self._site, ".sitegen", FILE), b"".join(parts) if sound else b"")


def _one_by_one(names: Iterable[str], looks: bytes) -> tuple[list[str], "Looks[int]"]:
    """Return the names and the looks of those files that are looked at one by one, and not by their folder."""
    watched, left = [], array("Q")
    seen = array("Q", looks)
    for place, name in enumerate(names):
        if not name.startswith(_BY_CONTENT):
            watched.append(name)
            left.extend(seen[place * FIELDS : (place + 1) * FIELDS])
    return watched, left


def _put(path: str, content: bytes) -> None:
    """Write a file, or remove it for no content; what cannot be done is left to a build that reads."""
    try:
        if not content:
            os.unlink(path)
        elif not os.path.islink(os.path.dirname(path)):
            # Of one name, so that none is left behind for good by a build that is killed.
            with open(f"{path}.new", "wb") as opened:
                opened.write(content)
            os.replace(f"{path}.new", path)
    except OSError:
        return


def _run(site: str, output: str, options: Mapping[str, Any]) -> list[Any]:
    """Return what a run is told by besides files: the interpreter, where it finds libraries, and the options."""
    inside = os.path.relpath(os.path.realpath(output), os.path.realpath(site))
    return [sys.version, sys.prefix, sys.path[1:], os.path.expanduser("~"), inside, dict(options)]


def _read_looks(site: str, trees: Iterable[str], files: Iterable[str]) -> tuple["Looks[int]", bytes]:
    """Return the looks of all that is read, and the names of what lies in ``trees``."""
    looks = array("Q")
    names: list[str] = []
    for tree in trees:
        # Beside the code of packages lies what Python compiled of it.
        _walk(os.path.join(site, tree), names, looks, _COMPILED if os.path.isabs(tree) else ())
    for name in (_CONFIGURATION, _LEDGER, *files):
        _add(os.path.join(site, name), looks)
    return looks, "\0".join(names).encode("utf-8", "surrogateescape")


def _walk(folder: str, names: list[str], looks: "Looks[int]", but: tuple[str, ...]) -> None:
    """Add the names and looks of a folder and of all that lies in it; links are not followed further than one step.

    Names that end like one of ``but`` are passed over; they come and go, which shows in the looks of their folders.
    """
    if not but:
        _add(folder, looks)
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.endswith(but)), key=_name)
    except OSError:
        names.append("")
        return
    for entry in entries:
        names.append(entry.name)
        if entry.is_dir(follow_symlinks=False):
            _walk(entry.path, names, looks, but)
        elif entry.is_symlink():
            _add(entry.path, looks)
        else:
            seen = entry.stat(follow_symlinks=False)
            looks.extend((seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino))
    names.append("")


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def _add(path: str, looks: "Looks[int]") -> None:
    """Add how ``path`` looks, and what it leads to where it is a link; zeros for nothing."""
    for look in (os.lstat, os.stat):
        try:
            seen = look(path)
            looks.extend((seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino))
        except OSError:
            looks.extend((0, 0, 0, 0))
