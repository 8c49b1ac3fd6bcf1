"""One code of a diagnostic, explained."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """What a diagnostic of this code means and what helps; ``example`` shows a right form, where one helps."""

    code: str
    topic: str
    meaning: str
    remedy: str
    example: str = ""
