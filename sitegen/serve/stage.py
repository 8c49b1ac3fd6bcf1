"""What the server shows: the newest whole build, the last good one, and what is wrong with the content."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest_bytes
from sitegen.serve.snapshot import Piece, Snapshot
from sitegen.shell.shelf import Shelf
from sitegen.shell.snippet import Snippets

MISSING = "404.html"
# What the digest of a page begins with that is not there.
NONE = "none-"


@dataclass(frozen=True, slots=True)
class Problem:
    """A remark with its line of the file and a caret below it, for the page."""

    diagnostic: Diagnostic
    snippet: str = ""


def problems_of(diagnostics: Iterable[Diagnostic], site: Path) -> tuple[Problem, ...]:
    """Return remarks with their lines; their paths are relative to ``site``."""
    snippets = Snippets(site)
    return tuple(Problem(found, snippets.of(found)) for found in snippets.located(diagnostics))


@dataclass(slots=True)
class Stage:
    """Written by the worker alone, one attribute at a time; read by whoever answers requests.

    ``shown`` may still be rendering; ``good`` is the last build of which every page could be made.
    """

    site: Path
    shelf: Shelf
    shown: Snapshot | None = None
    good: Snapshot | None = None
    problems: tuple[Problem, ...] = ()

    def content(self, snapshot: Snapshot, name: str) -> bytes:
        """Return the bytes of a file of ``snapshot``, made now if they were not before.

        Raises InputError where a template is at fault, OSError where the disk is.
        """
        piece = snapshot.pieces[name]
        found = self.shelf.get(piece.key)
        if found is None:
            found = _make(piece, snapshot)
            # A file whose copy was lost may have another content by now: it is not taken for what it was.
            if piece.recipe is not None or digest_bytes(found) == piece.key:
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
    if piece.source is None:
        raise FileNotFoundError(piece.key)
    return piece.source.read_bytes()
