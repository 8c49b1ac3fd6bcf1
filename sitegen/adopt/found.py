"""What is handed in: a file of the folder that is taken over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One file: ``path`` is POSIX and relative to the folder.

    ``content`` is None where only the name matters: pictures, and all that ``wants`` does not ask for.
    """

    path: str
    content: bytes | None = None
