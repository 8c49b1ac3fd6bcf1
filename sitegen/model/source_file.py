"""A file of the content folder, or of a folder of pages, as it was read."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Role = Literal["article", "page", "person", "organisation", "place", "annotations", "asset"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file: ``path`` as shown to the user, ``relative`` what its id is made from, both POSIX.

    ``relative`` is below the content folder, or below the site where the file lies in another folder of pages.
    ``content`` is empty for an asset, whose bytes are copied when the site is written.
    """

    path: str
    relative: str
    role: Role
    content: bytes


ANNOTATIONS = ".annotations.yaml"


_NEARLY = re.compile(r".*[.]annotations?[.]ya?ml(?:[.]txt)?", re.IGNORECASE | re.DOTALL)


def is_nearly_annotations(name: str) -> bool:
    """Tell whether the name of a file was meant for one of annotations, but is not quite that."""
    return not name.endswith(ANNOTATIONS) and _NEARLY.fullmatch(name) is not None


def stem_of(path: str) -> str:
    """Return the path of a text without its suffix: that of an article is also that of its file of annotations."""
    return path.removesuffix(ANNOTATIONS) if path.endswith(ANNOTATIONS) else str(PurePosixPath(path).with_suffix(""))


def is_folder_page(path: str) -> bool:
    """Tell whether a page is its folder's own, as code forges show it: README.md or index.md."""
    return PurePosixPath(path).stem.lower() in {"readme", "index"}
