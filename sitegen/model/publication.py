"""What a site says in public, page layout aside: who is said to have said what, and whom each name leads to."""

from dataclasses import dataclass

from sitegen.model.covering import is_same_but_covered

_ARTICLES = frozenset({"a", "an", "the"})


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name, case and articles aside."""
    return tuple(word for word in name.casefold().split() if word not in _ARTICLES)


@dataclass(frozen=True, slots=True)
class PublishedSpeaker:
    """Whom words are given to: the name that readers see, and the person whose page it leads to, "" for none."""

    name: str
    person: str = ""

    def is_same(self, other: "PublishedSpeaker | None") -> bool:
        """Tell whether ``other`` is the same speaker.

        That is the same person, by a name that has a word in common with the other: an id alone may have come to mean
        somebody else. Of speakers without a page it is the same name, "a" and "the" aside. A name in which a
        suppressed one was covered since, or is no longer, is the same.
        """
        if other is None or self.person != other.person:
            return False
        one, two = _words(self.name), _words(other.name)
        return one == two or bool(self.person and set(one) & set(two)) or is_same_but_covered(self.name, other.name)


@dataclass(frozen=True, slots=True)
class PublishedQuote:
    """A quotation as readers find it.

    ``exact`` holds its words, part by part, the marks of direct parts left out; ``prefix`` and ``suffix`` stand before
    the first and behind the last of them, ``start`` is the offset of the first character in the article's text, in code
    points: together a TextQuoteSelector and a TextPositionSelector. Of a quotation that was read from a page, nothing
    stands round it, and ``start`` only tells the order. ``speaker`` is None where nobody knows. ``path`` and ``line``
    say where it stands in the user's files, "" and 0 where only a page or the ledger is known. ``page`` tells whether
    it has a page of its own; if not, it lives in its article's alone. ``decided`` tells that a person has said whose
    words these are, or that they are nobody's known.
    """

    id: str
    article: str
    exact: tuple[str, ...]
    speaker: PublishedSpeaker | None
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    path: str = ""
    line: int = 0
    page: bool = True
    decided: bool = False


@dataclass(frozen=True, slots=True)
class PublishedLink:
    """A mention that leads to the page of ``person``: ``block`` and ``word`` count from 0, the word in its block."""

    block: int
    word: int
    text: str
    person: str


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An article as readers find it: the words of its blocks, the links of its mentions, its quotations."""

    id: str
    blocks: tuple[tuple[str, ...], ...] = ()
    links: tuple[PublishedLink, ...] = ()
    quotes: tuple[PublishedQuote, ...] = ()
    path: str = ""
