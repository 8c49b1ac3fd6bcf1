"""What the server shows: the newest whole build, the last good one, and what is wrong with the content."""

import secrets
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen.digest import digest_bytes
from sitegen.serve.changes import Change, sum_of
from sitegen.serve.problem import Problem, problems_of
from sitegen.serve.snapshot import Piece, Snapshot
from sitegen.shell.shelf import Shelf

MISSING = "404.html"
# What the digest of a page begins with that is not there.
NONE = "none-"
_MOST_CHANGES = 500


@dataclass(slots=True)
class Stage:
    """Written by the worker alone; read by whoever answers requests, under ``changing`` where several attributes count.

    ``shown`` may still be rendering; ``good`` is the last build of which every page could be made. ``number`` counts
    what was told to open pages, and ``history`` holds the newest of it.
    """

    site: Path
    shelf: Shelf
    shown: Snapshot | None = None
    good: Snapshot | None = None
    problems: tuple[Problem, ...] = ()
    number: int = 0
    history: tuple[Change, ...] = ()
    run: str = field(default_factory=lambda: secrets.token_hex(4))
    changing: threading.RLock = field(default_factory=threading.RLock)
    _flawed: bool = False

    @property
    def build(self) -> str:
        """What a page is marked with, so that it can ask what has become of it since: this run, and the number."""
        return f"{self.run}-{self.number}"

    @property
    def stays(self) -> bool:
        """Whether what is shown is a good site, as far as is known, whatever the problems are."""
        return self.shown is not None and not self._flawed

    @property
    def outcome(self) -> str:
        """What is shown when there are problems, in words."""
        if self.stays:
            return "not rebuilt; the last good site stays"
        return "some pages cannot be made" if self.shown is not None else "nothing to show yet"

    def put_on(self, snapshot: Snapshot, change: Change) -> None:
        """Show ``snapshot``; ``change`` is what differs from before."""
        with self.changing:
            self.shown, self.problems, self._flawed = snapshot, (), False
            self._record(change)

    def take_back(self) -> None:
        """Show the last good build again, if there is one: the newest turned out to have a flaw."""
        with self.changing:
            self._flawed = self.good is None
            self.shown = self.good or self.shown

    def fail(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong; what is shown stays."""
        with self.changing:
            self.problems = problems
            self._record(Change())

    def _record(self, change: Change) -> None:
        self.number += 1
        self.history = (*self.history, replace(change, number=self.number))[-_MOST_CHANGES:]

    def since(self, build: str) -> Change | None:
        """Return all that changed since ``build``, or None where that is not known."""
        run, _, number = build.partition("-")
        history = self.history
        if run != self.run or not number.isdecimal() or (history and int(number) < history[0].number - 1):
            return None
        return sum_of([change for change in history if change.number > int(number)])

    def content(self, snapshot: Snapshot, name: str) -> bytes:
        """Return the bytes of a file of ``snapshot``, made now if they were not before.

        Raises InputError where a template is at fault, OSError where the disk is.
        """
        piece = snapshot.pieces[name]
        found = self.shelf.get(piece.key)
        if found is None:
            found = _make(piece, snapshot)
            # A file whose copy was lost may have another content by now: it is not taken for what it was.
            if piece.source is None or digest_bytes(found) == piece.key:
                # A full disk costs time, not the page.
                with suppress(OSError):
                    self.shelf.put(piece.key, found)
        return found

    def best(self, name: str) -> bytes | None:
        """Return the bytes of a file of the newest build, or of the last good one where the newest cannot make it.

        None where the newest has no such file.
        """
        shown = self.shown
        if shown is None or name not in shown.pieces:
            return None
        for snapshot in (shown, self.good):
            if snapshot is not None and name in snapshot.pieces:
                # Whatever is wrong with it, the worker tells when it comes to this page.
                with suppress(Exception):
                    return self.content(snapshot, name)
        return None

    def etag(self, name: str) -> str:
        """Return the digest of the page ``name`` as it is shown now, or of what stands in for it."""
        found = self.best(name)
        return self.etag_of_none() if found is None else digest_bytes(found)

    def etag_of_none(self) -> str:
        """Return the digest of the page for missing addresses, marked as such."""
        found = self.best(MISSING)
        return NONE if found is None else NONE + digest_bytes(found)

    def remarks(self, name: str) -> tuple[Problem, ...]:
        """Return what is to be said about the file of the page ``name``."""
        shown = self.shown
        return () if shown is None else problems_of(shown.remarks.get(name, ()), self.site)

    def etags(self, names: Iterable[str]) -> dict[str, str]:
        """Return the digests of several pages."""
        return {name: self.etag(name) for name in names}


def _make(piece: Piece, snapshot: Snapshot) -> bytes:
    if piece.recipe is not None:
        return snapshot.theme.render(piece.recipe.page()).encode()
    if piece.drawn is not None:
        return piece.drawn.make()
    if piece.source is None:
        raise FileNotFoundError(piece.key)
    return piece.source.read_bytes()
