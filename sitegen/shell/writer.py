"""The output folder: changed as a whole, only where it differs, and never a stranger's files."""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.digest import digest_bytes
from sitegen.pipeline.copies import refuse_clashes
from sitegen.shell.lock import locked
from sitegen.shell.manifest import MANIFEST, manifest, read_manifest
from sitegen.source.picture_metadata import without_metadata

__all__ = ["MANIFEST", "Written", "check_output", "holds", "write_site"]

# Holds new files, inside the output folder, until all of them are there.
STAGING = ".sitegen-staging"


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to its output folder; ``files`` holds the name and the digest of every file of the site."""

    written: int
    removed: int
    files: tuple[tuple[str, str], ...]


def check_output(output: Path, site: Path, pages: Iterable[str] = ()) -> None:
    """Refuse an output folder that is, or holds, the content, the project, the home folder or ``/``.

    What is written among the ``pages``, folders of the site, would be read by the next build.

    Raises InputError (exit code 2); also for a folder with files that no build of sitegen wrote.
    """
    target = output.resolve()
    guarded = {
        "the content folder": (site / "content").resolve(),
        "the project": site.resolve(),
        "the home folder": Path.home().resolve(),
    }
    for name, folder in guarded.items():
        if target == folder or target in folder.parents:
            raise _refused(output, f"the output folder is or holds {name}", "name another: --output _site")
    if guarded["the content folder"] in target.parents:
        raise _refused(output, "the output folder lies inside the content folder", "name another: --output _site")
    for name in ("templates", "static", "seeds", ".git", ".sitegen", *pages):
        folder = (site / name).resolve()
        if target == folder or folder in target.parents:
            raise _refused(output, f"the output folder lies in {name}/ of the site", "name another: --output _site")
    if output.exists() and not output.is_dir():
        raise _refused(output, "the output is a file, not a folder", "name another, or move the file")
    if output.is_dir() and not (output / MANIFEST).is_file() and any(p.name != STAGING for p in output.iterdir()):
        hint = "empty it, or name another folder with --output"
        raise _refused(output, "the output folder holds files that sitegen did not write", hint)


def holds(output: Path, files: Iterable[tuple[str, str]]) -> bool:
    """Tell whether ``output`` holds exactly ``files``, pairs of name and digest, besides a stranger's."""
    wanted = dict(files)
    if read_manifest(output) != wanted.keys() or (output / STAGING).exists():
        return False
    try:
        return all(
            not (output / name).is_symlink() and digest_bytes((output / name).read_bytes()) == known
            for name, known in wanted.items()
        )
    except OSError:
        return False


def write_site(output: Path, files: Iterable[tuple[str, bytes]], copies: Mapping[str, Path]) -> Written:
    """Make ``output`` hold exactly ``files`` and ``copies``, besides a stranger's files, which stay.

    Names are POSIX paths below ``output``; a name of both is taken from ``files``. Nothing is changed before
    everything that differs has been written beside it: whatever ``files`` raises, or a full disk, leaves the site as
    it was. Then file after file is moved to its place, so that a reader sees an old file or a new one, never a part.
    Raises InputError where the disk refuses or a stranger's file stands in the way.
    """
    created = [folder for folder in (output, *output.parents) if not folder.exists()]
    try:
        output.mkdir(parents=True, exist_ok=True)
        with locked(output):
            return _Writing(output, read_manifest(output)).write(files, copies)
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

    ``before`` are the names of the former build; ``changed`` maps names to staged files.
    """

    output: Path
    before: frozenset[str]
    changed: dict[str, Path] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    safe: set[str] = field(default_factory=set)

    def write(self, files: Iterable[tuple[str, bytes]], copies: Mapping[str, Path]) -> Written:
        staging = self.output / STAGING
        # Under the lock nobody else works here: what lies there is a dead build's.
        _clear(staging)
        try:
            staging.mkdir()
            for name, content in files:
                self._stage(name, content)
            for name in sorted(copies.keys() - self.digests.keys()):
                self._stage(name, _read(copies[name]))
            return self._commit()
        finally:
            _clear(staging)

    def _stage(self, name: str, content: bytes) -> None:
        self.digests[name] = digest_bytes(content)
        target = self.output / name
        self._check(name, target)
        if target.is_file() and not target.is_symlink():
            if target.stat().st_size == len(content) and target.read_bytes() == content:
                return
            if name not in self.before:
                raise _in_the_way(target)
        beside = self.output / STAGING / str(len(self.changed))
        beside.write_bytes(content)
        self.changed[name] = beside

    def _check(self, name: str, target: Path) -> None:
        """Refuse what is a stranger's: a link on the way, a folder in the place of a file, a file of a folder."""
        for parent in _parents(name):
            if parent in self.safe:
                continue
            folder = self.output / parent
            if folder.is_symlink() or (folder.exists() and not folder.is_dir() and parent not in self.before):
                raise _in_the_way(folder)
            self.safe.add(parent)
        if target.is_symlink() and name not in self.before:
            raise _in_the_way(target)
        if target.is_dir() and not target.is_symlink():
            for path in target.rglob("*"):
                if not path.is_dir() and path.relative_to(self.output).as_posix() not in self.before:
                    raise _in_the_way(path)

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
        for name, staged in self.changed.items():
            target = self.output / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir() and not target.is_symlink():
                _remove_empty(target)
            staged.replace(target)
        for name in gone:
            self._remove(name)
        self._list(names)
        return Written(len(self.changed), len(gone), tuple(sorted(self.digests.items())))

    def _refuse_locked(self, gone: Iterable[str]) -> None:
        """Raise OSError where a folder does not let files in or out, before any file is moved."""
        for folder in {(self.output / name).parent for name in (*self.changed, *gone)}:
            nearest = next(path for path in (folder, *folder.parents) if path.is_dir())
            if not os.access(nearest, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(nearest))

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
    parts = PurePosixPath(name).parts
    return ("/".join(parts[:size]) for size in range(1, len(parts)))


def _remove_empty(folder: Path) -> None:
    """Remove a folder that holds nothing but folders."""
    for path, _, _ in os.walk(folder, topdown=False):
        Path(path).rmdir()


def _clear(staging: Path) -> None:
    if staging.is_symlink() or staging.is_file():
        staging.unlink()
    elif staging.exists():
        shutil.rmtree(staging)


def _in_the_way(path: Path) -> InputError:
    hint = "move it away, or name another folder with --output"
    return _refused(path, "something that sitegen did not write stands where a page must go", hint)


def _refused(output: Path, message: str, hint: str) -> InputError:
    return InputError(Diagnostic("output-refused", "error", str(output), None, None, message, hint), exit_code=2)
