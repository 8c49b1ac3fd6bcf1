"""The people of one article: who said how much in it, and where each of them speaks or is named."""

from dataclasses import dataclass

from sitegen.model.view_parts import Link, Share


@dataclass(frozen=True, slots=True)
class Presence:
    """A person in an article, and the passages in which they speak or are named, in the order of the text.

    ``who`` tells the people of one article apart: the id of an entity, or of the first quotation of somebody without a
    page. ``steps`` lead to the first passages, numbered from 1; ``rest`` are the anchors of all others, with blanks
    between them, and ``more`` says how many these are and leads to where all can be read, None where there are none.
    """

    who: str
    share: Share
    steps: tuple[Link, ...]
    rest: str = ""
    more: Link | None = None
