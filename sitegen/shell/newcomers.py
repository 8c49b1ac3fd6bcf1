"""New files of a site: written where nothing stands, never over what is there."""

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Made:
    """Paths below the folder: ``written`` are new, ``kept`` were there already."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def write_new(folder: Path, files: Mapping[str, bytes | Path]) -> Made:
    """Write ``files``, contents or files to copy, by their paths below ``folder``; what is there already stays.

    Raises OSError, also where a link would lead out of the folder.
    """
    written, kept = [], []
    for name, content in files.items():
        path = folder / name
        if not path.parent.resolve().is_relative_to(folder.resolve()):
            raise PermissionError(errno.EACCES, "a link leads out of the folder", str(path.parent))
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() or path.is_symlink():
            kept.append(name)
            continue
        beside = path.with_name(f".{path.name[:100]}.{os.getpid()}")
        try:
            beside.write_bytes(content.read_bytes() if isinstance(content, Path) else content)
            beside.rename(path)
        finally:
            beside.unlink(missing_ok=True)
        written.append(name)
    return Made(tuple(written), tuple(kept))
