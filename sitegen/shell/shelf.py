"""The files of a preview, each under the digest of what it was made from: builds share what they have in common.

They lie in a folder of this process's own below ``.sitegen/preview/``, which goes with it; what a killed process left
is swept away by the next.
"""

import os
import shutil
import tempfile
import threading
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sitegen.digest import digest_bytes
from sitegen.shell.cache import FOLDER, ignore_in_git
from sitegen.shell.lock import hold
from sitegen.shell.reader import FileState, just_changed, state_of

_NAME = "preview"


class Shelf:
    """Keeps files by key; a context manager that removes them all at its end. Safe to use from several threads."""

    def __init__(self, site: Path) -> None:
        """Make a folder in ``.sitegen/`` of the folder ``site``, or a temporary one where that cannot be written."""
        self._site = site
        self._handle: int | None = None
        self._restoring = threading.Lock()
        try:
            if (site / FOLDER).is_symlink() or (site / FOLDER / _NAME).is_symlink():
                raise OSError
            home = self._home()
            _sweep(home)
            self.folder = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=home))
            self._handle = hold(self.folder)
        except OSError:
            self.folder = Path(tempfile.mkdtemp(prefix="sitegen-preview-"))
        self._copied: dict[Path, tuple[FileState, str]] = {}

    def _home(self) -> Path:
        """Return the folder of all previews of the site, made where it is missing; never the site's own folder."""
        for folder in (self._site / FOLDER, self._site / FOLDER / _NAME):
            folder.mkdir(exist_ok=True)
        ignore_in_git(self._site / FOLDER)
        return self._site / FOLDER / _NAME

    def _restore(self) -> None:
        """Make the folder again: the cache may be deleted at any time, by whoever thinks that it is in the way."""
        with self._restoring:
            if self.folder.is_dir():
                return
            if self.folder.parent.name == _NAME:
                self._home()
            self.folder.mkdir(mode=0o700)
            self._let_go()
            self._handle = hold(self.folder)

    def _let_go(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
        self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Remove the files, and the folder of previews where this was the last."""
        shutil.rmtree(self.folder, ignore_errors=True)
        with suppress(OSError):
            if self.folder.parent.name == _NAME:
                self.folder.parent.rmdir()
        self._let_go()

    def path(self, key: str) -> Path:
        """Return where the file of ``key`` lies, or would lie."""
        return self.folder / key

    def get(self, key: str) -> bytes | None:
        """Return the content of the file of ``key``, or None."""
        try:
            return self.path(key).read_bytes()
        except OSError:
            return None

    def has(self, key: str) -> bool:
        """Tell whether there is a file of ``key``."""
        return self.path(key).is_file()

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content`` under ``key``. Raises OSError where the disk refuses."""
        self._restore()
        handle, beside = tempfile.mkstemp(prefix="new-", dir=self.folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(beside).replace(self.path(key))
        except OSError:
            with suppress(OSError):
                Path(beside).unlink()
            raise

    def copy(self, source: Path) -> str:
        """Keep a copy of a file as it is now and return its key, the digest of its content.

        It is read again only where size, times or inode changed. Raises OSError where it cannot be read.
        """
        found = source.stat()
        state = state_of(found)
        known = self._copied.get(source)
        if known is not None and known[0] == state and self.has(known[1]):
            return known[1]
        content = source.read_bytes()
        key = digest_bytes(content)
        if not self.has(key):
            self.put(key, content)
        if not just_changed(found):
            self._copied[source] = (state, key)
        return key

    def keep(self, keys: Collection[str]) -> None:
        """Remove all files but those of ``keys``."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in keys and not path.name.startswith("new-"):
                    with suppress(OSError):
                        path.unlink()


def _sweep(home: Path) -> None:
    """Remove the folders of processes that are no more."""
    for folder in home.iterdir():
        if folder.is_symlink() or not folder.is_dir():
            continue
        handle = hold(folder)
        if handle is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(handle)
