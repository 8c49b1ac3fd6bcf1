"""What stages made, kept on disk between builds: one SQLite file in ``.sitegen/`` of the site.

Nothing in it is needed. It may be deleted at any time; a build that is killed leaves it whole, by SQLite's journal;
what is damaged is noticed by its checksum and made anew; builds at the same time share it.
"""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sitegen.diagnostics import Diagnostic
from sitegen.shell.table import Row, Table, is_damage

FOLDER = ".sitegen"
FILE = "memo.sqlite"

T = TypeVar("T")

# A damaged schema also shows as names that are no UTF-8.
_BROKEN = (sqlite3.Error, UnicodeDecodeError)

# Entries are committed together: a build that is killed loses no more than these many bytes.
_BATCH_BYTES = 4_000_000
_WORTH_PACKING = 512
# How MessagePack begins what is bytes itself: a picture, or what was packed before it came here.
_BYTES = (b"\xc4", b"\xc5", b"\xc6")
# The file is pruned when it takes more than this many times what the last build used, and this many bytes besides.
_MOST_TIMES = 3
_SPARE_BYTES = 1_000_000


class Cache:
    """The store of a site on disk: a context manager that commits and closes at its end.

    Where it cannot be used, it keeps nothing, and ``diagnostics`` says why.
    """

    def __init__(self, site: Path) -> None:
        """Use ``.sitegen/`` in the folder ``site``; nothing is written before there is something to keep."""
        self._folder = site / FOLDER
        self._table: Table | None = None
        self._usable = True
        self._fresh: dict[bytes, Row] = {}
        self._fresh_bytes = 0
        self._used: dict[bytes, int] = {}
        self._wrote = False
        self._damaged = 0
        self._process = os.getpid()
        self._inherited: Table | None = None
        self.diagnostics: list[Diagnostic] = []

    def __enter__(self) -> Self:
        """Open the file, if there is one."""
        try:
            if self._folder.is_symlink():
                self._give_up("it is a symbolic link")
            elif self._file.is_symlink():
                self._start_over()
            elif self._file.exists():
                self._open()
        except OSError as error:
            self._give_up((error.strerror or str(error)).lower())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Commit what is new, also when the build failed: what was read need not be read again."""
        self.commit()
        self._close()

    @property
    def _file(self) -> Path:
        return self._folder / FILE

    def get(self, key: str) -> bytes | None:
        """Return what was put under ``key`` (hexadecimal), or None; damaged content counts as none."""
        if os.getpid() != self._process:
            self._come_into_own()
        name = bytes.fromhex(key)
        row = self._fresh.get(name) or self._try(lambda table: table.row(name))
        if row is None:
            return None
        if row.checksum != _checksum(name, row.content):
            self._damaged += 1
            return None
        self._used[name] = len(row.content)
        return _unpacked(row.content)

    def _come_into_own(self) -> None:
        """Open the file anew in a copy of the process: SQLite forbids the use of a connection that was inherited."""
        self._process = os.getpid()
        self._inherited, self._table = self._table, None
        if self._inherited is not None and self._usable:
            with suppress(OSError, *_BROKEN):
                self._table = Table(self._file)

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content``, in place of what was there."""
        if not self._usable:
            return
        name = bytes.fromhex(key)
        stored = _packed(content)
        self._fresh[name] = Row(_checksum(name, stored), stored)
        self._used[name] = len(stored)
        self._fresh_bytes += len(stored)
        if self._fresh_bytes > _BATCH_BYTES:
            self.commit()

    def commit(self) -> None:
        """Write to disk what is not there yet."""
        # Where writing shows that the file is broken, there is a new one at the second attempt.
        if self._fresh and not self._insert():
            self._insert()
        self._fresh.clear()
        self._fresh_bytes = 0
        if self._damaged:
            hint = "nothing need be done; check the disk if it happens again"
            self._remark("cache-damaged", f"{self._damaged} damaged entries were made anew", hint)
            self._damaged = 0

    def _insert(self) -> bool:
        if self._usable and self._table is None:
            self._open()
        done = self._try(lambda table: table.insert(self._fresh)) is not None
        self._wrote = self._wrote or done
        return done

    def prune(self, also: Callable[[], Iterable[str]]) -> None:
        """Drop old entries if there are too many: those that this build did not use, the oldest first.

        ``also`` returns more keys to keep: what the build would have needed, had it not known what follows from it.
        """
        self.commit()
        if not self._wrote or self._table is None:
            return
        self._wrote = False
        live = sum(self._used.values())
        taken = self._try(lambda table: table.bytes_taken())
        if taken is not None and taken > _MOST_TIMES * live + _SPARE_BYTES:
            keep = {*self._used, *map(bytes.fromhex, also())}
            self._try(lambda table: table.prune(keep))

    def _open(self) -> None:
        try:
            # Another build may make it at the same moment.
            self._folder.mkdir(parents=True, exist_ok=True)
            ignore_in_git(self._folder)
            self._table = Table(self._file)
        except OSError as error:
            self._give_up((error.strerror or str(error)).lower())
        except _BROKEN as error:
            self._recover(error)

    def _try(self, action: Callable[[Table], T]) -> T | None:
        if self._table is None:
            return None
        try:
            return action(self._table)
        except _BROKEN as error:
            # A copy of the process leaves it to the process itself.
            if self._inherited is None:
                self._recover(error)
            return None

    def _recover(self, error: Exception) -> None:
        if is_damage(error) or not self._is_sound():
            hint = "nothing need be done; check the disk if it happens again"
            self._remark("cache-damaged", f"the cache was damaged and is made anew: {error}", hint)
            self._start_over()
        else:
            self._give_up(str(error))

    def _is_sound(self) -> bool:
        """Tell whether the file is whole: a page number that is nonsense also looks like a full disk."""
        if self._table is None:
            return True
        try:
            return self._table.is_sound()
        except _BROKEN as error:
            return not is_damage(error)

    def _start_over(self) -> None:
        self._close()
        self._wrote = False
        for name in (FILE, f"{FILE}-journal"):
            try:
                (self._folder / name).unlink(missing_ok=True)
            except OSError as error:
                self._give_up((error.strerror or str(error)).lower())

    def _give_up(self, reason: str) -> None:
        self._close()
        self._usable = False
        self._fresh.clear()
        self._remark(
            "cache-unusable", f"the cache cannot be used: {reason}", "the build goes on without it, and takes longer"
        )

    def _close(self) -> None:
        if self._table is not None:
            with suppress(*_BROKEN):
                self._table.close()
        self._table = None

    def _remark(self, code: str, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(code, "warning", f"{FOLDER}/{FILE}", None, None, message, hint))


def ignore_in_git(folder: Path) -> None:
    """Keep the cache out of any repository, whatever the site's own .gitignore says. Raises OSError."""
    file = folder / ".gitignore"
    if not file.exists():
        file.write_text("*\n", "utf-8")


def _packed(content: bytes) -> bytes:
    """Return content as it is stored: with a first byte that tells how, and compressed where that makes it smaller."""
    pays = len(content) > _WORTH_PACKING and content[:1] not in _BYTES
    small = zlib.compress(content, 1) if pays else content
    return b"z" + small if len(small) < len(content) else b"-" + content


def _unpacked(stored: bytes) -> bytes:
    return zlib.decompress(stored[1:]) if stored[:1] == b"z" else stored[1:]


def _checksum(key: bytes, content: bytes) -> bytes:
    """Return a checksum that fits one key alone: a row that a broken index mixes up is noticed as well."""
    return blake2b(content, digest_size=16, key=key).digest()
