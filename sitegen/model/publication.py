"""What a site says in public, page layout aside: who is said to have said what, and whom each name leads to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Whom words are given to: the name that readers see, and the person whose page it leads to, "" for none."""

    name: str
    person: str = ""

    def is_same(self, other: "Source | None") -> bool:
        """Tell whether ``other`` is the same source: the same person, else nobody with a page under the same name."""
        if other is None or self.person or other.person:
            return other is not None and self.person == other.person
        return self.name.casefold() == other.name.casefold()


@dataclass(frozen=True, slots=True)
class PublishedQuote:
    """A quotation as readers find it.

    ``exact`` holds its words, part by part; ``prefix`` and ``suffix`` stand before the first and behind the last of
    them, ``start`` is the offset of the first character in the article's text: together a TextQuoteSelector and a
    TextPositionSelector. ``speaker`` is None where nobody knows. ``path`` and ``line`` say where it stands in the
    user's files, "" and 0 where only a page or the ledger is known.
    """

    id: str
    article: str
    exact: tuple[str, ...]
    speaker: Source | None
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class PublishedLink:
    """A mention that leads to somebody's page: ``block`` and ``word`` count from 0, the word in its block."""

    block: int
    word: int
    text: str
    target: Source
    line: int = 0


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An article as readers find it: the words of its blocks, the links of its mentions, its quotations."""

    id: str
    blocks: tuple[tuple[str, ...], ...] = ()
    links: tuple[PublishedLink, ...] = ()
    quotes: tuple[PublishedQuote, ...] = ()
    path: str = ""
