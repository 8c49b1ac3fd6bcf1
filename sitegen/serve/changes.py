"""What is new in a build, for those who have a page of the site open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sitegen.serve.snapshot import Piece, Snapshot
from sitegen.serve.stage import Problem


@dataclass(frozen=True, slots=True)
class News:
    """What the worker tells the channel: ``etags`` are the digests of open pages as they are now.

    ``styles`` are the paths of changed style sheets, ``files`` those of other copied files that changed; ``moved``
    maps pages that went to those that took their place.
    """

    number: int
    problems: tuple[Problem, ...] = ()
    etags: Mapping[str, str] = field(default_factory=dict)
    styles: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)


def changed_names(before: Snapshot | None, after: Snapshot) -> frozenset[str]:
    """Return the names of files that came, went or are made from something else."""
    old = before.pieces if before is not None else {}
    new = after.pieces
    return frozenset(name for name in old.keys() | new.keys() if _key(old, name) != _key(new, name))


def copied(names: frozenset[str], before: Snapshot | None, after: Snapshot) -> Iterator[str]:
    """Yield those of ``names`` that are copied files, in order."""
    for name in sorted(names):
        piece = after.pieces.get(name) or (before.pieces.get(name) if before is not None else None)
        if piece is not None and piece.recipe is None:
            yield name


def moved(before: Snapshot | None, after: Snapshot) -> dict[str, str]:
    """Return the pages of articles whose files were renamed: where one of two builds has a text that the other has not.

    Only what can be told for sure: a text that one page lost and one other got.
    """
    if before is None:
        return {}
    gone = _by_text(before, before.articles.keys() - after.articles.keys())
    come = _by_text(after, after.articles.keys() - before.articles.keys())
    return {
        gone[text][0]: come[text][0]
        for text in gone.keys() & come.keys()
        if len(gone[text]) == len(come[text]) == 1 and gone[text] != come[text]
    }


def _by_text(snapshot: Snapshot, paths: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(paths):
        name, text = snapshot.articles[path]
        found.setdefault(text, []).append(name)
    return found


def _key(pieces: Mapping[str, Piece], name: str) -> str:
    piece = pieces.get(name)
    return "" if piece is None else piece.key
