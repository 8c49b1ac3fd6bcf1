"""Files of a site that a command changes: all of them or none, never outside of their folder, and none unseen."""

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sitegen.shell.lock import locked

# For each path below the site, the content of the file before and after, None for no file.
Changes = Mapping[str, tuple[bytes | None, bytes | None]]


class ChangedMeanwhile(Exception):  # noqa: N818 - somebody else's doing, no bug
    """A file is no longer what it was when it was read; ``path`` is that below the site. Nothing was written."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def write_amended(folder: Path, home: str, changes: Changes) -> None:
    """Write files of the site in ``folder``, all of which lie below its folder ``home``.

    All new contents are on the disk before the first file is replaced; where the system refuses one, the others are
    put back. Raises ChangedMeanwhile, and writes nothing, where a file is no longer what it was; OSError where the
    system refuses, or where a path leads out of ``home``.
    """
    top = folder / home
    if top.resolve() != folder.resolve() / home:
        raise PermissionError(errno.EACCES, "a link stands in the place of the folder", str(top))
    top.mkdir(parents=True, exist_ok=True)
    for name in changes:
        _check(folder, home, name)
    with locked(top):
        for name, (before, _after) in changes.items():
            if _content(folder / name) != before:
                raise ChangedMeanwhile(name)
        _replace(folder, changes)


def _replace(folder: Path, changes: Changes) -> None:
    staged: dict[str, Path] = {}
    done: list[str] = []
    try:
        for name, (before, after) in changes.items():
            if after is not None and after != before:
                path = folder / name
                staged[name] = beside = path.with_name(f".{path.name[:100]}.{os.getpid()}")
                beside.write_bytes(after)
                if before is not None:
                    shutil.copymode(path, beside)
        for name, beside in staged.items():
            beside.replace(folder / name)
            done.append(name)
        for name, (before, after) in changes.items():
            if after is None and before is not None:
                (folder / name).unlink()
                done.append(name)
    except OSError:
        with suppress(OSError):
            for name in done:
                _restore(folder / name, changes[name][0])
        raise
    finally:
        for beside in staged.values():
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _check(folder: Path, home: str, name: str) -> None:
    """Raise OSError where ``name`` is no plain file below ``home``."""
    path = folder / name
    inside = path.parent.resolve().is_relative_to((folder / home).resolve()) and name.startswith(f"{home}/")
    if not inside or ".." in Path(name).parts or path.is_symlink():
        raise PermissionError(errno.EACCES, "the path leads out of its folder", str(path))
