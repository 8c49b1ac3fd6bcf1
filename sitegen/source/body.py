"""The body of an article, before anybody has asked what is headline, byline and dateline."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model.annotation import Placed
from sitegen.model.article import Block, Mark, TextLine


@dataclass(frozen=True, slots=True)
class Body:
    """``text``, its blocks and marks; every offset counts in ``text``. What else it has is as in an Article."""

    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    lines: tuple[TextLine, ...] = ()
    annotations: tuple[Placed, ...] = ()

    def leaves(self) -> Iterator[Block]:
        """Yield the blocks that hold text, in the order of the text."""
        for block in self.blocks:
            yield from block.leaves()
