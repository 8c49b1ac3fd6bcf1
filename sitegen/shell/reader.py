"""The files of a site, and single texts anywhere, read from disk. Nothing outside the given folder is followed."""

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.leftover import is_leftover
from sitegen.model.source_file import ANNOTATIONS, Role, SourceFile, is_nearly_annotations

# Time of content, time of state (both in ns), size in bytes, inode.
FileState = tuple[int, int, int, int]

_MARKDOWN = frozenset({".md", ".markdown"})
_TEXTS = _MARKDOWN | {".txt"}
_RECORDS: dict[str, Role] = {"people": "person", "organisations": "organisation", "places": "place"}
# Longer than a tick of any clock that files are stamped with, in nanoseconds; FAT's is 2 s.
_TICK_NS = 2_500_000_000


@dataclass(frozen=True, slots=True)
class Sources:
    """All files of a run, in the order of their paths, and remarks on what was left out.

    ``assets`` says where the bytes of each asset are, by its path as users see it.
    """

    files: tuple[SourceFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    assets: dict[str, Path] = field(default_factory=dict)

    def of(self, *roles: Role) -> tuple[SourceFile, ...]:
        """Return the files that play one of ``roles``."""
        return tuple(file for file in self.files if file.role in roles)


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was read, and what its size, times and inode were then."""

    state: FileState
    content: bytes


def read_site(folder: Path, pages: Sequence[str] = (), seen: dict[Path, Seen] | None = None) -> Sources:
    """Read ``content/`` of the site in ``folder``, and its folders of plain ``pages``.

    With ``seen``, files are read again only where size, times or inode changed; it is brought up to date.
    Raises InputError where the content folder is missing.
    """
    content = folder / "content"
    if not content.is_dir():
        raise InputError(
            Diagnostic(
                "content-missing",
                "error",
                "content",
                None,
                None,
                f"the content folder {content} is missing",
                "make a folder content/ beside sitegen.toml and put articles (*.md, *.txt) into it",
            )
        )
    known = {} if seen is None else dict(seen)
    now: dict[Path, Seen] = {}
    found = [_read(content, "content/", role_of, known=known, now=now)]
    found += [_read(folder / name, f"{name}/", _role_of_page, above=folder, known=known, now=now) for name in pages]
    if seen is not None:
        seen.clear()
        seen.update(now)
    return Sources(
        tuple(file for sources in found for file in sources.files),
        tuple(remark for sources in found for remark in sources.diagnostics),
        {name: path for sources in found for name, path in sources.assets.items()},
    )


def read_paths(paths: Sequence[Path]) -> Sources:
    """Read single files, and all texts below folders, as articles; ids are relative to each folder or file.

    Raises InputError (exit code 2) for a path that does not exist.
    """
    files: list[SourceFile] = []
    remarks: list[Diagnostic] = []
    for path in paths:
        if path.is_dir():
            found = _read(path, f"{_readable(path.as_posix()).rstrip('/')}/", _role_of_text)
            files.extend(found.files)
            remarks.extend(found.diagnostics)
        elif path.exists():
            beside = path.with_suffix(ANNOTATIONS)
            found_here: list[tuple[Path, Role]] = [(path, "article")]
            found_here += [(beside, "annotations")] if beside.is_file() else []
            for each, role in found_here:
                file = _file(each, _readable(each.as_posix()), _readable(each.name), role, remarks)
                files.extend([file] if file is not None else [])
        else:
            hint = "name a text file, a folder of texts, or a site"
            missing = Diagnostic(
                "path-missing", "error", _readable(path.as_posix()), None, None, "no such file or folder", hint
            )
            raise InputError(missing, exit_code=2)
    return Sources(tuple(files), tuple(remarks))


def _read(
    top: Path,
    shown: str,
    role_of: Callable[[str], Role | None],
    *,
    above: Path | None = None,
    known: dict[Path, Seen] | None = None,
    now: dict[Path, Seen] | None = None,
) -> Sources:
    """Read what lies below ``top``; ids are relative to it, or to the folder ``above`` it."""
    remarks: list[Diagnostic] = []
    files = []
    assets = {}
    for path in _walk(top, shown, remarks):
        below = path.relative_to(top).as_posix()
        if is_nearly_annotations(below):
            message = "called nearly like a file of annotations; left out"
            hint = f"its name must end with “{ANNOTATIONS}”"
            remarks.append(_left_out("annotation-file-name", shown + below, message, hint))
            continue
        role = "annotations" if below.endswith(ANNOTATIONS) else role_of(below)
        if role is None:
            continue
        relative = below if above is None else path.relative_to(above).as_posix()
        file = _file(path, shown + below, relative, role, remarks, (known or {}).get(path), now)
        if file is not None:
            files.append(file)
            if role == "asset":
                assets[file.path] = path
    return Sources(tuple(files), tuple(remarks), assets)


def _walk(folder: Path, shown: str, remarks: list[Diagnostic]) -> Iterator[Path]:
    """Yield the regular files below ``folder``, sorted; links, devices, hidden files and editors' leftovers are not."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        remarks.append(unreadable(shown.rstrip("/"), error))
        return
    for entry in entries:
        path = Path(entry.path)
        name = entry.name
        if is_leftover(name):
            continue
        if not _is_text(name):
            readable = _readable(name)
            hint = "rename the file: its name is not valid UTF-8"
            remarks.append(_left_out("file-name", shown + readable, "a file name that cannot be read", hint))
        elif entry.is_symlink():
            remarks.append(_left_out("symlink", shown + name, "a symbolic link is not followed", "copy the file here"))
        elif entry.is_dir():
            yield from _walk(path, f"{shown}{name}/", remarks)
        elif entry.is_file():
            yield path
        else:
            remarks.append(_left_out("special-file", shown + name, "not a regular file; left out", "move it elsewhere"))


def state_of(found: os.stat_result) -> FileState:
    """Return what tells whether a file was written or replaced: see ``FileState``."""
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def just_changed(found: os.stat_result) -> bool:
    """Tell whether a file may change again and yet look the same: file systems count time in ticks."""
    return time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < _TICK_NS


def _readable(name: str) -> str:
    """Return a name as it can be shown: bytes that are not UTF-8 as question marks."""
    return name.encode("utf-8", "replace").decode()


def _is_text(name: str) -> bool:
    """Tell whether a file name is UTF-8; bytes that are not come as surrogates, which no page can show."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def role_of(relative: str) -> Role:
    """Return what a file is by its path below ``content/``."""
    path = PurePosixPath(relative)
    if path.suffix.lower() not in _TEXTS:
        return "asset"
    if len(path.parts) > 1 and path.parts[0] in _RECORDS:
        return _RECORDS[path.parts[0]]
    return "page" if path.parts[0] == "pages" and len(path.parts) > 1 else "article"


def _role_of_page(relative: str) -> Role:
    return "page" if PurePosixPath(relative).suffix.lower() in _MARKDOWN else "asset"


def _role_of_text(relative: str) -> Role | None:
    return "article" if PurePosixPath(relative).suffix.lower() in _TEXTS else None


def _file(
    path: Path,
    shown: str,
    relative: str,
    role: Role,
    remarks: list[Diagnostic],
    known: Seen | None = None,
    now: dict[Path, Seen] | None = None,
) -> SourceFile | None:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            remarks.append(_left_out("special-file", shown, "not a regular file; left out", "move it elsewhere"))
            return None
        state = state_of(found)
        if known is not None and known.state == state:
            content = known.content
        else:
            # The bytes of an asset are copied when the site is written; holding them all would cost memory.
            content = b"" if role == "asset" else path.read_bytes()
        if now is not None and not just_changed(found):
            now[path] = Seen(state, content)
    except FileNotFoundError:
        remarks.append(_left_out("vanished", shown, "the file vanished while it was read", "build again"))
        return None
    except OSError as error:
        remarks.append(unreadable(shown, error))
        return None
    return SourceFile(shown, relative, role, content)


def reread(file: SourceFile, path: Path) -> SourceFile | None:
    """Return a file as it is now at ``path``; None where it is not there, or no regular file that can be read."""
    try:
        return replace(file, content=path.read_bytes()) if stat.S_ISREG(path.lstat().st_mode) else None
    except OSError:
        return None


def _left_out(code: str, path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, "warning", path, None, None, message, hint)


def unreadable(path: str, error: OSError) -> Diagnostic:
    """Return the error that the file shown as ``path`` cannot be read."""
    reason = (error.strerror or str(error)).lower()
    return Diagnostic("unreadable", "error", path, None, None, reason, "make the file readable, or take it out")


def states_of(files: Mapping[str, Path]) -> tuple[tuple[str, FileState | None], ...]:
    """Return the states of files that are copied: reading them all only to compare them would be slow."""
    states: list[tuple[str, FileState | None]] = []
    for name, path in sorted(files.items()):
        try:
            states.append((name, state_of(path.stat())))
        except OSError:
            # Whether it can be copied shows when it is; until then the site is not what it was.
            states.append((name, None))
    return tuple(states)
