"""What pages must know of a picture beside a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """How large a picture is, in pixels as it is shown, and in which narrower copies it comes.

    Width and height are 0 where they are not known; ``widths`` are those of the copies, in ascending order. ``shown``
    is False for a file that no browser shows.
    """

    width: int = 0
    height: int = 0
    widths: tuple[int, ...] = ()
    shown: bool = True
