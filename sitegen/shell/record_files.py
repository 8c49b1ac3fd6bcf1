"""Files of authority records: read for completion, written all or none, and never outside of their folder."""

import errno
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.slug import slugify
from sitegen.shell.lock import locked

FOLDER = "content/people"
_ID = re.compile(r"^id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
_NAME = re.compile(r"^name:[ \t]*[\"']?([^\"'#\n]+)", re.MULTILINE)
# The keys of a record stand at the head of its file.
_HEAD_BYTES = 4096


def record_ids(folder: Path) -> Iterator[str]:
    """Yield the ids of the people of whom the site in ``folder`` has a record, as far as a quick look tells."""
    for path in sorted((folder / FOLDER).rglob("*.md")):
        with suppress(OSError), path.open("rb") as file:
            text = file.read(_HEAD_BYTES).decode("utf-8", "replace").replace("\r\n", "\n")
            if found := _ID.search(text):
                yield found[1]
            elif found := _NAME.search(text):
                yield slugify(found[1])


def write_records(folder: Path, changes: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
    """Write files of the site in ``folder``: for each path, its content before and after, None for no file.

    All new contents are on the disk before the first file is replaced; where the system refuses one, the others are
    put back. Raises InputError, and writes nothing, where a file is no longer what it was; OSError where the system
    refuses, or where a path leads out of ``content/people``.
    """
    home = folder / FOLDER
    _refuse_links(folder, home)
    home.mkdir(parents=True, exist_ok=True)
    for name in changes:
        _check(folder, home, name)
    with locked(home):
        for name, (before, _after) in changes.items():
            if _content(folder / name) != before:
                message, hint = "the file changed meanwhile", "nothing was written; run the command again"
                raise InputError(Diagnostic("people-changed", "error", name, None, None, message, hint))
        _replace(folder, changes)


def _replace(folder: Path, changes: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
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


def _refuse_links(folder: Path, home: Path) -> None:
    if home.resolve() != folder.resolve() / FOLDER:
        raise PermissionError(errno.EACCES, "a link stands in the place of the folder", str(home))


def _check(folder: Path, home: Path, name: str) -> None:
    """Raise OSError where ``name`` is no plain file below the folder of records."""
    path = folder / name
    inside = path.parent.resolve().is_relative_to(home.resolve()) and name.startswith(f"{FOLDER}/")
    if not inside or ".." in Path(name).parts or path.is_symlink():
        raise PermissionError(errno.EACCES, "the path leads out of the folder of records", str(path))
