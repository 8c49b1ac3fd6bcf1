"""The machine: Python, packages, disk, and how the system tells of changed files."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

from sitegen import __version__
from sitegen.doctor.finding import Finding, broken, doubtful, fine
from sitegen.shell.installation import PACKAGE, requirement
from sitegen.shell.search_index import SearchUnavailableError, pagefind_version
from sitegen.shell.watcher import FOLDERS

_OLDEST_PYTHON = (3, 11)
# Bytes.
_SCARCE = 500_000_000
_INOTIFY = Path("/proc/sys/fs/inotify")
# Other programs, editors before all, watch files as well.
_WATCHES_OF_OTHERS = 8_000
_FEWEST_INSTANCES = 16


def python() -> Finding:
    """Look at the interpreter."""
    found = f"{platform.python_implementation()} {platform.python_version()} in {sys.prefix}"
    if sys.version_info < _OLDEST_PYTHON:
        return broken("python", found, "install Python 3.11 or newer, and sitegen with it")
    return fine("python", found)


def packages() -> Iterator[Finding]:
    """Look at sitegen and all that it needs."""
    try:
        needed = [Requirement(line) for line in metadata.requires(PACKAGE) or ()]
    except metadata.PackageNotFoundError:
        yield doubtful("packages", f"sitegen {__version__} runs from its source", "pip install . in its folder")
        return
    wrong = [*filter(None, map(_wrong, (each for each in needed if each.marker is None or each.marker.evaluate())))]
    if wrong:
        yield broken("packages", "; ".join(wrong), "install sitegen again, in a fresh virtual environment")
    else:
        where = requirement() or "a folder of this machine"
        yield fine("packages", f"sitegen {__version__} from {where}, and all {len(needed)} that it needs")


def search() -> Finding:
    """Look at the program that makes search indexes."""
    try:
        return fine("search", pagefind_version())
    except SearchUnavailableError as error:
        hint = "install pagefind_bin for this system again; until then sites are built without a search index"
        return doubtful("search", f"Pagefind cannot be started: {error}", hint)


def disk(folder: Path) -> Finding:
    """Look at the room that is left."""
    free = shutil.disk_usage(folder).free
    message = f"{free / 1e9:.1f} GB free"
    if free < _SCARCE:
        return doubtful("disk", message, "make room: a site is written beside the former one before it takes its place")
    return fine("disk", message)


def watching(folder: Path, pages: Sequence[str] = ()) -> Finding:
    """Look at how many files the system lets programs watch; ``sitegen serve`` needs one watch a folder.

    ``pages`` are the site's further folders.
    """
    if not sys.platform.startswith("linux"):
        return fine("watching", "this system sets no limit that matters")
    folders = sum(1 for name in (*FOLDERS, *pages) for _ in os.walk(folder / name))
    watches, instances = (_limit(name) for name in ("max_user_watches", "max_user_instances"))
    if watches is None or instances is None:
        return doubtful("watching", "the system does not say how much it watches", "sitegen serve looks for itself")
    message = f"{folders:,} folders; the system allows {watches:,} watches and {instances:,} instances"
    if watches < folders + _WATCHES_OF_OTHERS or instances < _FEWEST_INSTANCES:
        wanted = max(524_288, 2 * folders)
        hint = (
            f"sudo sysctl fs.inotify.max_user_watches={wanted} fs.inotify.max_user_instances=512; "
            "until then sitegen serve may have to look at the files itself"
        )
        return doubtful("watching", message, hint)
    return fine("watching", message)


def _limit(name: str) -> int | None:
    try:
        return int((_INOTIFY / name).read_text())
    except (OSError, ValueError):
        return None


def _wrong(needed: Requirement) -> str:
    """Say what is wrong with an installed package, "" where nothing is."""
    try:
        found = metadata.version(needed.name)
    except metadata.PackageNotFoundError:
        return f"{needed.name} is missing"
    if not needed.specifier.contains(Version(found), prereleases=True):
        return f"{needed.name} is {found}, and must be {needed.specifier}"
    return ""
