"""The list of what a build wrote, in the output folder itself: the next build knows its own files by it."""

import json
from collections.abc import Iterable
from pathlib import Path

# Where a site is built unless the user says otherwise.
OUTPUT = "_site"
MANIFEST = ".sitegen-manifest.json"


def manifest(names: Iterable[str]) -> bytes:
    """Return the content of the list: the names, POSIX paths below the output folder, sorted."""
    return (json.dumps(sorted(names), ensure_ascii=False, indent=0) + "\n").encode()


def read_manifest(output: Path) -> frozenset[str]:
    """Return the names that the list in ``output`` holds; none that would lead out of the folder."""
    try:
        return names_of((output / MANIFEST).read_bytes())
    except OSError:
        return frozenset()


def names_of(content: bytes) -> frozenset[str]:
    """Return the names that a list holds; of one that cannot be read, none."""
    try:
        names = json.loads(content)
    except (ValueError, RecursionError):
        return frozenset()
    if not isinstance(names, list):
        return frozenset()
    return frozenset(name for name in names if isinstance(name, str) and is_inside(name))


def is_inside(name: str) -> bool:
    """Tell whether a POSIX path stays below the folder that it is relative to."""
    return "\0" not in name and all(part not in {"", ".", ".."} for part in name.split("/"))
