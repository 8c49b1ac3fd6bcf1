"""The folder of a former site: its files, read as far as taking them over needs."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.adopt import Found
from sitegen.diagnostics import Diagnostic

# Bytes. Longer texts than a site takes are told apart by their size alone.
_LARGEST = 5_000_000


def former_files(
    folder: Path, *, wants: Callable[[str], bool], skipped: Callable[[str], bool], remarks: list[Diagnostic]
) -> Iterator[Found]:
    """Yield the regular files below ``folder``; links are not followed, folders that are ``skipped`` are not entered.

    What cannot be read is left out, with a warning in ``remarks``.
    """
    for root, folders, names in os.walk(folder, onerror=lambda error: remarks.append(_unread(folder, error))):
        folders[:] = sorted(name for name in folders if not skipped(name))
        # A walk does not enter them.
        for name in (name for name in folders if Path(root, name).is_symlink()):
            path = Path(root, name).relative_to(folder).as_posix()
            remarks.append(_left_out(f"{path}/", "a link to a folder", "copy the folder itself"))
        for name in sorted(names):
            file = Path(root, name)
            path = file.relative_to(folder).as_posix()
            if file.is_symlink() or not file.is_file():
                remarks.append(_left_out(path, "a link, or no regular file", "copy the file itself"))
            elif not _is_text(path):
                shown = path.encode("utf-8", "replace").decode()
                remarks.append(_left_out(shown, "a file name that cannot be read", "rename the file"))
            else:
                try:
                    wanted = wants(path) and file.stat().st_size <= _LARGEST
                    yield Found(path, file.read_bytes() if wanted else None)
                except OSError as error:
                    remarks.append(_unread(folder, error))


def _is_text(path: str) -> bool:
    return path.isprintable() or not any("\ud800" <= character <= "\udfff" or character < " " for character in path)


def _unread(folder: Path, error: OSError) -> Diagnostic:
    path = Path(error.filename or folder)
    shown = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
    return _left_out(shown, (error.strerror or str(error)).lower(), "make it readable, and take it over by hand")


def _left_out(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("adopted-not", "warning", path, None, None, f"not taken over: {message}", hint)
