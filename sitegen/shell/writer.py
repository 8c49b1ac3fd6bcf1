"""The output folder: changed as a whole, only where it differs, and never a stranger's files."""

import errno
import os
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.pipeline.copies import refuse_clashes
from sitegen.shell.lock import locked
from sitegen.shell.looks import FIELDS, all_settled, looks_of, settle
from sitegen.shell.manifest import MANIFEST, manifest, read_manifest
from sitegen.shell.refusals import in_the_way
from sitegen.shell.staging import STAGING, Desk, NewFile, clear
from sitegen.shell.standing import LOOK, Standing, content_digest, standing
from sitegen.source.picture_metadata import without_metadata

__all__ = ["Written", "write_site"]

NOTHING = Standing()


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to its output folder; ``files`` holds the name and the digest of every file of the site.

    ``looks`` are those of the files, one behind the other; all zeros for one that may have changed since.
    """

    written: int
    removed: int
    files: tuple[tuple[str, str], ...]
    looks: bytes


def write_site(
    output: Path,
    files: Callable[[Desk, Standing], Iterable[NewFile]],
    copies: Mapping[str, Path],
    left: Standing = NOTHING,
) -> Written:
    """Make ``output`` hold exactly ``files`` and ``copies``, besides a stranger's files, which stay.

    ``files`` is given a place for those that it wants to write by itself, and what stands in the folder, which need not
    be read where it looks as it was ``left``. Names are POSIX paths below ``output``; a name of both is taken from
    ``files``. Nothing is changed before everything that differs has been written beside it: whatever ``files`` raises,
    or a full disk, leaves the site as it was. Then file after file is moved to its place, so that a reader sees an old
    file or a new one, never a part. Raises InputError where the disk refuses or a stranger's file stands in the way.
    """
    created = [folder for folder in (output, *output.parents) if not folder.exists()]
    try:
        output.mkdir(parents=True, exist_ok=True)
        with locked(output):
            return _Writing(output, standing(output, left)).write(files, copies)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            Diagnostic(
                "output-unwritable",
                "error",
                str(error.filename or output),
                None,
                None,
                f"cannot write the site: {reason}",
                "make room, or make the folder writable",
            )
        ) from error
    finally:
        # A build that failed leaves no empty folder behind.
        with suppress(OSError):
            for folder in created:
                folder.rmdir()


@dataclass(slots=True)
class _Writing:
    """One change of an output folder, from the files that stand in it to those that shall.

    ``changed`` maps names to staged files. ``folders`` tells of each folder that was looked at whether it is there,
    ``emptied`` are names where a folder stands that will be empty by then.
    """

    output: Path
    stands: Standing
    before: frozenset[str] = frozenset()
    changed: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    folders: dict[str, bool] = field(default_factory=dict)
    emptied: set[str] = field(default_factory=set)

    def write(self, files: Callable[[Desk, Standing], Iterable[NewFile]], copies: Mapping[str, Path]) -> Written:
        staging = self.output / STAGING
        self.before = read_manifest(self.output)
        # Under the lock nobody else works here: what lies there is a dead build's.
        clear(staging)
        try:
            staging.mkdir()
            desk = Desk(str(staging))
            for file in files(desk, self.stands):
                self._add(desk, file)
            for name in sorted(copies.keys() - self.digests.keys()):
                self._add(desk, NewFile.of(name, _read(copies[name])))
            return self._commit()
        finally:
            clear(staging)

    def _add(self, desk: Desk, file: NewFile) -> None:
        name = file.name
        self.digests[name] = file.digest
        if self.stands.digests.get(name) == file.digest and name not in self.changed:
            return
        staged = file.staged
        if not self._is_free(name) and name not in self.before:
            # A stranger's file that says the same is as good.
            if content_digest(self.output / name) == file.digest:
                return
            raise in_the_way(self.output / name)
        if not staged:
            staged = f"own-{len(self.digests)}"
            desk.stage(staged, file.content or b"")
        self.changed[name] = staged

    def _is_free(self, name: str) -> bool:
        """Tell whether nothing stands where the file ``name`` goes, and refuse what is a stranger's.

        That is a link on the way, a folder in the place of a file, a file in that of a folder.
        """
        if not self._is_there(name.rpartition("/")[0]):
            return True
        target = self.output / name
        if not os.path.lexists(target):
            return True
        if target.is_symlink() and name not in self.before:
            raise in_the_way(target)
        if target.is_dir() and not target.is_symlink():
            for path in target.rglob("*"):
                if not path.is_dir() and path.relative_to(self.output).as_posix() not in self.before:
                    raise in_the_way(path)
            self.emptied.add(name)
            return True
        return False

    def _is_there(self, folder: str) -> bool:
        """Tell whether a folder below the output folder is there; what stands in its way must be a former file."""
        if not folder:
            return True
        found = self.folders.get(folder)
        if found is None:
            found = self._is_there(folder.rpartition("/")[0])
            if found:
                path = self.output / folder
                found = path.is_dir()
                if path.is_symlink() or (not found and path.exists() and folder not in self.before):
                    raise in_the_way(path)
            self.folders[folder] = found
        return found

    def _commit(self) -> Written:
        names = self.digests.keys()
        gone = sorted(self.before - names)
        refuse_clashes(self.digests)
        self._refuse_locked(gone)
        # The list names new files before they come and old ones until they are gone: a build that dies in
        # between leaves nothing that the next one does not know.
        if self.changed or gone:
            self._list(names | self.before)
        folders = {parent for name in self.changed for parent in _parents(name)}
        blocking = [name for name in gone if name in folders or any(p in self.changed for p in _parents(name))]
        for name in blocking:
            self._remove(name)
        staging, above = os.path.join(self.output, STAGING, ""), os.path.join(self.output, "")
        staged = looks_of(staging, self.changed.values())
        # What is removed takes its folders with it.
        there = {""} if blocking else {"", *(folder for folder, found in self.folders.items() if found)}
        for name, beside in self.changed.items():
            folder = name.rpartition("/")[0]
            if folder not in there:
                _make_folder(above + folder)
                there.add(folder)
            if name in self.emptied:
                _remove_empty(self.output / name)
            os.replace(staging + beside, above + name)
        for name in gone:
            self._remove(name)
        self._list(names)
        files = tuple(sorted(self.digests.items()))
        return Written(len(self.changed), len(gone), files, self._looks([name for name, _ in files], staged))

    def _looks(self, names: list[str], staged: "array[int]") -> bytes:
        """Return how all files look now; zeros for one that somebody else may have touched, or may yet unnoticed."""
        if self.changed:
            settle()
        now = time.time_ns()
        found = looks_of(str(self.output), names)
        places = {name: place for place, name in enumerate(self.changed)}
        for place, name in enumerate(names):
            own = slice(place * FIELDS, (place + 1) * FIELDS)
            look = found[own]
            number = places.get(name)
            if number is None:
                sound = look.tobytes() == self.stands.looks.get(name)
            else:
                # Moving a file changes the time of its state alone.
                before = staged[number * FIELDS : (number + 1) * FIELDS]
                sound = (look[0], *look[2:]) == (before[0], *before[2:]) and all_settled(look, now)
            if not sound:
                found[own] = array("Q", bytes(LOOK))
        return found.tobytes()

    def _refuse_locked(self, gone: Iterable[str]) -> None:
        """Raise OSError where a folder does not let files in or out, before any file is moved."""
        nearest = set()
        for folder in {name.rpartition("/")[0] for name in (*self.changed, *gone)}:
            above = folder
            while above and not (self.folders[above] if above in self.folders else (self.output / above).is_dir()):
                above = above.rpartition("/")[0]
            nearest.add(self.output / above)
        for path in sorted(nearest):
            if not os.access(path, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def _list(self, names: Iterable[str]) -> None:
        content = manifest(names)
        target = self.output / MANIFEST
        if not target.is_file() or target.read_bytes() != content:
            beside = self.output / STAGING / "manifest"
            beside.write_bytes(content)
            beside.replace(target)

    def _remove(self, name: str) -> None:
        target = self.output / name
        # A former build wrote no links: behind one lies something that is not the site's.
        if any((self.output / parent).is_symlink() for parent in _parents(name)):
            return
        if not target.is_dir() or target.is_symlink():
            with suppress(FileNotFoundError, NotADirectoryError):
                target.unlink()
        for folder in target.parents:
            if folder == self.output or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def _read(source: Path) -> bytes:
    """Return the content of a file as it is published: a picture does not say where and when it was taken."""
    try:
        return without_metadata(source.read_bytes())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "make the file readable, or take it out, and build again"
        raise InputError(Diagnostic("unreadable", "error", str(source), None, None, reason, hint)) from error


def _parents(name: str) -> Iterator[str]:
    """Yield the folders of a name, the outermost first."""
    parts = name.split("/")
    return ("/".join(parts[:size]) for size in range(1, len(parts)))


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)
    except FileExistsError:
        pass


def _remove_empty(folder: Path) -> None:
    """Remove a folder, if there is one, that holds nothing but folders."""
    for path, _, _ in os.walk(folder, topdown=False):
        Path(path).rmdir()
