"""A line of the table of speeds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: two figures, and how far their ratio may go; or one figure and its limit (``theirs``).

    ``note`` tells what else was seen, ``holds`` is False where that alone is a failure.
    """

    work: str
    ours: float
    theirs: float
    unit: str
    reach: float
    note: str = ""
    holds: bool = True

    @property
    def ratio(self) -> float:
        """How many times the other figure ours is."""
        return self.ours / self.theirs

    @property
    def reached(self) -> bool:
        """Whether the ratio is within reach, and all else as it must be."""
        return self.ratio <= self.reach and self.holds

    def __str__(self) -> str:
        figures = f"{self.ours:9.2f} {self.theirs:9.2f} {self.unit:<5}"
        told = "reached" if self.reached else "NOT REACHED"
        return f"{self.work:<54} {figures} {self.ratio:7.3f} {self.reach:7.2f}  {told:<11}  {self.note}"


HEADING = f"{'work':<54} {'sitegen':>9} {'peer':>9} {'':5} {'ratio':>7} {'reach':>7}"
