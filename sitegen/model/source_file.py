"""A file of the content folder, as it was read."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["article", "page", "person", "organisation", "place", "asset"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file: ``path`` as shown to the user, ``relative`` below the content folder, both POSIX.

    ``content`` is empty for an asset, whose bytes are copied when the site is written.
    """

    path: str
    relative: str
    role: Role
    content: bytes
