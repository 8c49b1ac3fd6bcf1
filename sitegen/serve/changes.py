"""What is new in a build, for those who have a page of the site open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sitegen.serve.problem import Problem
from sitegen.serve.snapshot import Piece, Snapshot


@dataclass(frozen=True, slots=True)
class Change:
    """What a build changed besides the pages themselves; ``number`` counts the changes of one run.

    ``styles`` are the paths of changed style sheets, ``files`` those of other copied files that changed; ``moved`` maps
    pages that went to those that took their place.
    """

    styles: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    number: int = 0


def sum_of(changes: Iterable[Change]) -> Change:
    """Return several changes, one after the other, as one."""
    styles: dict[str, None] = {}
    files: dict[str, None] = {}
    moved: dict[str, str] = {}
    for change in changes:
        styles |= dict.fromkeys(change.styles)
        files |= dict.fromkeys(change.files)
        moved = {page: change.moved.get(to, to) for page, to in moved.items()} | dict(change.moved)
    return Change(tuple(styles), tuple(files), moved)


@dataclass(frozen=True, slots=True)
class News:
    """What the worker tells the channel: ``etags`` are the digests of open pages as they are now.

    ``remarks`` are those on the files of open pages.
    """

    build: str
    change: Change
    problems: tuple[Problem, ...] = ()
    etags: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Differing:
    """How many files came, went, and are made from something else."""

    new: int
    gone: int
    other: int

    def __str__(self) -> str:
        told = ((self.new, "new"), (self.other, "changed"), (self.gone, "removed"))
        words = [f"{number:,} {what}" for number, what in told if number]
        if not words:
            return "no file changed"
        return ", ".join(words).replace(" ", " file " if words[0].startswith("1 ") else " files ", 1)


def differing(names: frozenset[str], before: Snapshot | None, after: Snapshot) -> Differing:
    """Count ``names``, those that differ between two builds."""
    old = before.pieces.keys() if before is not None else frozenset()
    new, gone = len(names - old), len(names - after.pieces.keys())
    return Differing(new, gone, len(names) - new - gone)


def changed_names(before: Snapshot | None, after: Snapshot) -> frozenset[str]:
    """Return the names of files that came, went or are made from something else."""
    old = before.pieces if before is not None else {}
    new = after.pieces
    return frozenset(name for name in old.keys() | new.keys() if _key(old, name) != _key(new, name))


def change_of(names: frozenset[str], before: Snapshot | None, after: Snapshot) -> Change:
    """Return what a build changed besides the pages themselves; ``names`` are the files that differ."""
    files = tuple(_copied(names, before, after))
    styles = tuple(name for name in files if name.endswith(".css"))
    return Change(styles, tuple(name for name in files if name not in styles), _moved(before, after))


def _copied(names: frozenset[str], before: Snapshot | None, after: Snapshot) -> Iterator[str]:
    """Yield those of ``names`` that are copied files, in order."""
    for name in sorted(names):
        piece = after.pieces.get(name) or (before.pieces.get(name) if before is not None else None)
        if piece is not None and piece.recipe is None:
            yield name


def _moved(before: Snapshot | None, after: Snapshot) -> dict[str, str]:
    """Return the pages that went, with those that took their place.

    Only what can be told for sure: the page of the same file, which got another address, or that of a file whose text
    one file lost and one other got.
    """
    if before is None:
        return {}
    old, new = before.texts, after.texts
    found = {old[path][0]: new[path][0] for path in old.keys() & new.keys() if old[path][0] != new[path][0]}
    gone, come = _by_text(before, old.keys() - new.keys()), _by_text(after, new.keys() - old.keys())
    for text in gone.keys() & come.keys():
        if len(gone[text]) == len(come[text]) == 1 and gone[text] != come[text]:
            found[gone[text][0]] = come[text][0]
    return {page: new_page for page, new_page in found.items() if page not in after.pieces}


def _by_text(snapshot: Snapshot, paths: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(paths):
        name, text = snapshot.texts[path]
        found.setdefault(text, []).append(name)
    return found


def _key(pieces: Mapping[str, Piece], name: str) -> str:
    piece = pieces.get(name)
    return "" if piece is None else piece.key
