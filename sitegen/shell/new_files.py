"""New files of a site: written where nothing stands, never over what is there."""

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Made:
    """Paths below the folder: ``written`` are new, ``kept`` were there already; ``diagnostics`` tell of the others."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def write_new(folder: Path, files: Mapping[str, bytes | Path]) -> Made:
    """Write ``files``, contents or files to copy, by their paths below ``folder``, in their order.

    What is there already stays; of files to copy, one that cannot be read is left out with a warning. Raises OSError,
    and then nothing was written, where a file stands in the place of a folder, or a link would lead out of the folder;
    also where the disk takes no more.
    """
    for name in files:
        _check(folder, folder / name)
    written, kept, remarks = [], [], []
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name[:100]}.{os.getpid()}")
        try:
            if path.exists() or path.is_symlink() or not _place(content, beside, path):
                kept.append(name)
            else:
                written.append(name)
        except OSError as error:
            if not isinstance(content, Path) or error.filename != str(content):
                raise
            message = f"not taken over: {(error.strerror or str(error)).lower()}"
            hint = "make it readable, and copy it by hand"
            remarks.append(Diagnostic("adopted-not", "warning", str(content), None, None, message, hint))
        finally:
            beside.unlink(missing_ok=True)
    return Made(tuple(written), tuple(kept), tuple(remarks))


def _place(content: bytes | Path, beside: Path, path: Path) -> bool:
    """Write to ``beside`` and move that to ``path``; tell whether nothing had come there meanwhile."""
    if isinstance(content, Path):
        shutil.copyfile(content, beside)
    else:
        beside.write_bytes(content)
    with suppress(FileExistsError):
        try:
            os.link(beside, path)
        except FileExistsError:
            raise
        except OSError:
            # Some file systems know no second name for a file.
            beside.rename(path)
        return True
    return False


def _check(folder: Path, path: Path) -> None:
    """Raise OSError where ``path`` cannot be made below ``folder``."""
    if not path.parent.resolve().is_relative_to(folder.resolve()):
        raise PermissionError(errno.EACCES, "a link leads out of the folder", str(path.parent))
    for parent in path.parents:
        if parent == folder:
            break
        if parent.exists() and not parent.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "a file stands where a folder must be", str(parent))
