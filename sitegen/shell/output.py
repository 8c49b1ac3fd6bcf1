"""The files of a built site, read from disk one at a time."""

import os
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.shell.manifest import MANIFEST, OUTPUT

__all__ = ["OUTPUT", "built_for", "output_files", "output_paths"]

_CANONICAL = re.compile(r'<link rel="canonical" href="(https?://[^"\s]*)">')

# Larger files are pictures or archives; nothing that pages are made of comes near.
_LARGEST = 50_000_000


def output_paths(output: Path) -> tuple[str, ...]:
    """Return the POSIX paths of all files below ``output``, sorted; links are not followed.

    Raises InputError (exit code 2) where there is no built site.
    """
    if not (output / MANIFEST).is_file():
        message, hint = "there is no built site in this folder", "build it first: sitegen build"
        raise InputError(Diagnostic("check-nothing", "error", str(output), None, None, message, hint), exit_code=2)
    found = []
    for folder, _, names in os.walk(output):
        for name in names:
            path = Path(folder, name)
            if not path.is_symlink() and path.is_file():
                found.append(path.relative_to(output).as_posix())
    return tuple(sorted(found))


def output_files(output: Path, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield each path with the content of its file; of a file that cannot be read or is huge, nothing."""
    for path in paths:
        file = output / path
        if path != MANIFEST and file.stat().st_size <= _LARGEST:
            yield path, file.read_bytes()


def built_for(output: Path) -> str:
    """Return the address that a built site was made for, as the canonical link of its home page says it; or ""."""
    try:
        found = _CANONICAL.search((output / "index.html").read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    return unescape(found[1]) if found else ""
