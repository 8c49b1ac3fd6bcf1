"""The one table of the cache: an SQLite file with content by key."""

import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

# Raise it when the table changes: a file of another version is emptied.
_VERSION = 1
# One tree, no index beside it that could come to say otherwise: what is damaged and written again is found again.
_SCHEMA = "CREATE TABLE memo (key BLOB PRIMARY KEY, made INTEGER, checksum BLOB, content BLOB) WITHOUT ROWID"
# How long to wait for another build that writes, in seconds.
_PATIENCE = 60.0
# Not the file is at fault here, but the world round it: it stays as it is.
_OUTSIDE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}


@dataclass(frozen=True, slots=True)
class Row:
    """Content as stored, with a checksum over key and content."""

    checksum: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class Condition:
    """How a file is: how many entries it holds, its size in bytes, and whether all of it can be read."""

    entries: int
    size: int
    sound: bool


def condition(path: Path) -> Condition:
    """Read the whole file at ``path``, and change nothing."""
    size = path.stat().st_size
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as found:
            (version,) = found.execute("PRAGMA user_version").fetchone()
            (verdict,) = found.execute("PRAGMA quick_check(1)").fetchone()
            (entries,) = found.execute("SELECT count(*) FROM memo").fetchone() if version == _VERSION else (0,)
            return Condition(int(entries), size, verdict == "ok")
    except (sqlite3.Error, UnicodeDecodeError):
        return Condition(0, size, sound=False)


class Table:
    """An open file. Every method raises ``sqlite3.Error``; ``is_damage`` tells whether the file is to blame."""

    def __init__(self, path: Path) -> None:
        """Open ``path``, and make it where it is missing or of another version."""
        self._connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            # A machine that loses power may leave it damaged, which is noticed; waiting for the disk costs every build.
            self._connection.execute("PRAGMA synchronous = OFF")
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        version = self._number("PRAGMA user_version")
        if version == _VERSION:
            return
        self._connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        self._connection.execute("BEGIN IMMEDIATE")
        # Another build may have made the table while this one waited.
        if self._number("PRAGMA user_version") != _VERSION:
            self._connection.execute("DROP TABLE IF EXISTS memo")
            self._connection.execute(_SCHEMA)
            self._connection.execute(f"PRAGMA user_version = {_VERSION}")
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def row(self, key: bytes) -> Row | None:
        """Return what is stored under ``key``; a row whose fields are not what they should be counts as none."""
        found = self._connection.execute("SELECT checksum, content FROM memo WHERE key = ?", (key,)).fetchone()
        if found is None or not isinstance(found[0], bytes) or not isinstance(found[1], bytes):
            return None
        return Row(found[0], found[1])

    def insert(self, rows: Mapping[bytes, Row]) -> int:
        """Store ``rows`` by their keys in one transaction, in place of what was there; returns how many.

        Each is read again before it counts as written.
        """
        now = time.time_ns()
        entries = [(key, now, row.checksum, row.content) for key, row in rows.items()]
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.executemany("INSERT OR REPLACE INTO memo VALUES (?, ?, ?, ?)", entries)
            # A broken tree can take a row and not find it again; a good one costs a few microseconds a row here.
            if any(self.row(key) != row for key, row in rows.items()):
                raise sqlite3.DatabaseError("what was written is not found again")
            self._connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        return len(entries)

    def bytes_taken(self) -> int:
        """Return the size of the file, room that is free inside it left out."""
        pages = self._number("PRAGMA page_count") - self._number("PRAGMA freelist_count")
        return pages * self._number("PRAGMA page_size")

    def is_sound(self) -> bool:
        """Read the whole file and tell whether it is consistent."""
        (found,) = self._connection.execute("PRAGMA quick_check(1)").fetchone()
        return bool(found == "ok")

    def prune(self, keep: Iterable[bytes]) -> None:
        """Delete all but the entries ``keep`` and the newest others, which may take as much room as those."""
        self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY) WITHOUT ROWID")
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.execute("DELETE FROM temp.kept")
            self._connection.executemany("INSERT OR IGNORE INTO temp.kept VALUES (?)", ((key,) for key in keep))
            room = self._number("SELECT total(length(content)) FROM memo WHERE key IN temp.kept")
            others = "SELECT key, length(content) FROM memo WHERE key NOT IN temp.kept ORDER BY made DESC, key"
            dropped = []
            for key, size in self._connection.execute(others).fetchall():
                room -= size
                if room < 0:
                    dropped.append((key,))
            self._connection.executemany("DELETE FROM memo WHERE key = ?", dropped)
            self._connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        self._connection.execute("PRAGMA incremental_vacuum").fetchall()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _number(self, query: str) -> int:
        (number,) = self._connection.execute(query).fetchone()
        return int(number)


def is_damage(error: Exception) -> bool:
    """Tell whether the file itself is broken, so that it must be made anew."""
    return (getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF) not in _OUTSIDE
