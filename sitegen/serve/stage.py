"""What the server shows: the newest whole build, the last good one, and what is wrong with the content."""

import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.digest import digest_bytes
from sitegen.serve.snapshot import Piece, Snapshot
from sitegen.shell.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Problem:
    """A remark with its line of the file and a caret below it, for the page."""

    diagnostic: Diagnostic
    snippet: str = ""


@dataclass(slots=True)
class Stage:
    """Written by the worker alone, one attribute at a time; read by whoever answers requests.

    ``shown`` may still be rendering; ``good`` is the last build of which every page could be made.
    """

    shelf: Shelf
    shown: Snapshot | None = None
    good: Snapshot | None = None
    problems: tuple[Problem, ...] = ()
    number: int = 0
    settled: threading.Event = field(default_factory=threading.Event)

    def content(self, snapshot: Snapshot, name: str) -> bytes:
        """Return the bytes of a file of ``snapshot``, made now if they were not before.

        Raises InputError where a template is at fault, OSError where the disk is.
        """
        piece = snapshot.pieces[name]
        found = self.shelf.get(piece.key)
        if found is None:
            found = _make(piece, snapshot)
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
                try:
                    return self.content(snapshot, name)
                except (InputError, OSError):
                    continue
        return None

    def etag(self, name: str) -> str:
        """Return the digest of the page ``name`` as it is shown now, "" where there is none."""
        found = self.best(name)
        return "" if found is None else digest_bytes(found)

    def etags(self, names: Iterable[str]) -> dict[str, str]:
        """Return the digests of several pages."""
        return {name: self.etag(name) for name in names}


def _make(piece: Piece, snapshot: Snapshot) -> bytes:
    if piece.recipe is not None:
        return snapshot.theme.render(piece.recipe.page()).encode()
    if piece.source is None:
        raise FileNotFoundError(piece.key)
    return piece.source.read_bytes()
