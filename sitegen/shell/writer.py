"""The output folder: written atomically, only where it differs, and never over a stranger's files."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO

from sitegen.diagnostics import Diagnostic, InputError

# Lists what a build wrote, so that the next one knows which files are its own.
MANIFEST = ".sitegen-manifest.json"


def check_output(output: Path, site: Path) -> None:
    """Refuse an output folder that is, or holds, the content, the project, the home folder or ``/``.

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
    for name in ("templates", "static", "seeds", ".git"):
        folder = (site / name).resolve()
        if target == folder or folder in target.parents:
            raise _refused(output, f"the output folder lies in {name}/ of the site", "name another: --output _site")
    if output.exists() and not output.is_dir():
        raise _refused(output, "the output is a file, not a folder", "name another, or move the file")
    if output.is_dir() and any(output.iterdir()) and not (output / MANIFEST).is_file():
        hint = "empty it, or name another folder with --output"
        raise _refused(output, "the output folder holds files that sitegen did not write", hint)


def write_site(output: Path, files: Mapping[str, bytes], copies: Mapping[str, Path]) -> tuple[int, int]:
    """Make ``output`` hold exactly ``files`` and ``copies``, besides a stranger's files, which stay.

    Keys are POSIX paths below ``output``. Returns how many files were written and how many removed. Every file is
    written beside its place and moved there. Raises InputError where the disk refuses.
    """
    try:
        return _write(output, files, copies)
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


def _write(output: Path, files: Mapping[str, bytes], copies: Mapping[str, Path]) -> tuple[int, int]:
    output.mkdir(parents=True, exist_ok=True)
    before = _listed(output)
    names = sorted({*files, *copies})
    written = 0
    folders: set[Path] = set()
    for name in names:
        target = output / name
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if name in files:
            written += _put(target, files[name])
        else:
            written += _copy(copies[name], target)
    # The manifest names new files before old ones go: a build that dies leaves nothing unlisted.
    _put(output / MANIFEST, _manifest({*names, *before}))
    gone = sorted(set(before) - set(names))
    for name in gone:
        _remove(output, name)
    _put(output / MANIFEST, _manifest(names))
    return written, len(gone)


def _manifest(names: Iterable[str]) -> bytes:
    return (json.dumps(sorted(names), ensure_ascii=False, indent=0) + "\n").encode()


def _listed(output: Path) -> list[str]:
    try:
        names = json.loads((output / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [
        name for name in names if isinstance(name, str) and not Path(name).is_absolute() and ".." not in name.split("/")
    ]


def _put(target: Path, content: bytes) -> bool:
    same_size = target.is_file() and not target.is_symlink() and target.stat().st_size == len(content)
    if same_size and target.read_bytes() == content:
        return False
    _replace(target, lambda file: file.write(content))
    return True


def _copy(source: Path, target: Path) -> bool:
    same_size = target.is_file() and not target.is_symlink() and target.stat().st_size == source.stat().st_size
    if same_size and target.read_bytes() == source.read_bytes():
        return False
    with source.open("rb") as original:
        _replace(target, lambda file: shutil.copyfileobj(original, file))
    return True


def _replace(target: Path, fill: Callable[[IO[bytes]], object]) -> None:
    """Write beside ``target`` and move it there: a reader sees the old file or the new one, never a part."""
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".sitegen-", delete=False) as file:
        beside = Path(file.name)
        try:
            fill(file)
            file.close()
            beside.chmod(0o644)
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def _remove(output: Path, name: str) -> None:
    target = output / name
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()


def _refused(output: Path, message: str, hint: str) -> InputError:
    return InputError(Diagnostic("output-refused", "error", str(output), None, None, message, hint), exit_code=2)
