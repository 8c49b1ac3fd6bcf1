"""What a page says of itself where its address is shared."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Social:
    """What a page says of itself where somebody shares its address (Open Graph), besides its description.

    ``kind`` is Open Graph's type. ``image`` is the absolute address of a card, "" for none, with ``alt`` for its words;
    ``own_card`` tells that these are the page's title. The rest is an article's.
    """

    kind: str
    title: str
    locale: str
    image: str = ""
    alt: str = ""
    own_card: bool = False
    published: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
