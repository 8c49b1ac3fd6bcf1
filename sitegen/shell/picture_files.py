"""The sizes of pictures, read from their files."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen.source.pictures import picture_size

# A JPEG may hold a preview and a colour profile before it says how large it is.
_MOST_BYTES = 1_000_000


def sizes_of(names: Iterable[str], files: Mapping[str, Path]) -> dict[str, tuple[int, int]]:
    """Return width and height in pixels of the pictures ``names``, those left out of which the file does not tell."""
    sizes = {}
    for name in names:
        try:
            with files[name].open("rb") as file:
                size = picture_size(file.read(_MOST_BYTES))
        except OSError:
            continue
        if size is not None:
            sizes[name] = size
    return sizes
