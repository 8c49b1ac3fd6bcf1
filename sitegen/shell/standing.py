"""What stands in an output folder of what a build left there: read only where it looks otherwise."""

import os
import time
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.digest import digest_bytes
from sitegen.shell.looks import FIELDS, all_settled, looks_of
from sitegen.shell.manifest import read_manifest
from sitegen.shell.staging import STAGING

# Bytes that tell how a file looks.
LOOK = FIELDS * array("Q").itemsize


@dataclass(frozen=True, slots=True)
class Standing:
    """What an output folder holds of a build's files: their digests and their looks, by their names.

    ``looks`` leaves out a file that may have changed since and look the same.
    """

    digests: Mapping[str, str] = field(default_factory=dict)
    looks: Mapping[str, bytes] = field(default_factory=dict)


def as_left(files: Iterable[tuple[str, str]], looks: bytes) -> Standing:
    """Return what a build left: ``files`` and ``looks`` are those of ``Written``."""
    digests = dict(files)
    parts = (looks[place : place + LOOK] for place in range(0, len(looks), LOOK))
    return Standing(digests, {name: look for name, look in zip(digests, parts, strict=True) if any(look)})


def standing(output: Path, left: Standing) -> Standing:
    """Return what ``output`` holds of the files that its list names.

    What still looks as it was ``left`` is not read again.
    """
    begun = time.time_ns()
    names = sorted(read_manifest(output))
    now = looks_of(str(output), names).tobytes()
    digests, looks = {}, {}
    for place, name in enumerate(names):
        look = now[place * LOOK : (place + 1) * LOOK]
        if left.looks.get(name) == look:
            digests[name], looks[name] = left.digests[name], look
            continue
        found = content_digest(output / name)
        if found:
            digests[name] = found
            if all_settled(array("Q", look), begun):
                looks[name] = look
    return Standing(digests, looks)


def holds(output: Path, files: Iterable[tuple[str, str]], stands: Standing) -> bool:
    """Tell whether ``output`` holds exactly ``files``, pairs of name and digest, besides a stranger's."""
    wanted = dict(files)
    is_idle = not os.path.lexists(output / STAGING)
    return is_idle and read_manifest(output) == wanted.keys() and stands.digests == wanted


def looks_in_order(stands: Standing, files: Iterable[tuple[str, str]]) -> bytes:
    """Return how ``files`` look, one behind the other as in ``Written``."""
    return b"".join(stands.looks.get(name, bytes(LOOK)) for name, _ in files)


def content_digest(path: Path) -> str:
    """Return the digest of a file, "" where there is none, or one that cannot be read."""
    try:
        return digest_bytes(path.read_bytes()) if path.is_file() and not path.is_symlink() else ""
    except OSError:
        return ""
