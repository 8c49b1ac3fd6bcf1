"""New files beside a site, until all of them are there."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sitegen.digest import digest_bytes

# Holds new files, inside the output folder.
STAGING = ".sitegen-staging"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that the output folder shall hold, by its digest.

    ``content`` are its bytes; where it was ``staged`` already, these stand beside the site under that name; where there
    is neither, the folder holds the file.
    """

    name: str
    digest: str
    content: bytes | None = None
    staged: str = ""

    @classmethod
    def of(cls, name: str, content: bytes) -> Self:
        """Return the file of these bytes."""
        return cls(name, digest_bytes(content), content)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where new files are put down until all are there. Several processes may work at it, under names of their own."""

    folder: str

    def stage(self, name: str, content: bytes) -> None:
        """Write a file beside the site. Raises OSError."""
        handle = os.open(f"{self.folder}/{name}", _NEW, 0o666)
        try:
            left = memoryview(content)
            while left:
                left = left[os.write(handle, left) :]
        finally:
            os.close(handle)


def clear(staging: Path) -> None:
    """Remove what lies there, whatever it is."""
    if staging.is_symlink() or staging.is_file():
        staging.unlink()
    elif staging.exists():
        shutil.rmtree(staging)
