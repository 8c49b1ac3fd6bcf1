"""What a reader can find on its own: one record of the search index."""

from dataclasses import dataclass, field
from typing import Literal

SearchKind = Literal[
    "Article",
    "Person",
    "Organisation",
    "Place",
    "Direct quotation",
    "Quotation partly in marks",
    "Reported quotation",
    "Page",
]

# Stands between the parts of a quotation that its article interrupts.
BETWEEN = " … "


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page, or a quotation in its place, as the search finds it.

    ``url`` leads from the root of the site to it. ``title`` is what it is called, of a quotation its speaker's name;
    ``text`` the words that are searched besides, on one line; of a quotation they are the article's own, its parts
    parted by ``BETWEEN``. ``names`` are further names of an entity, ``article`` is the title of the article in which a
    quotation stands, ``day`` a date in words, ``by`` who wrote or published it, or relayed the words of a quotation;
    each "" for none. All of these can be searched. By ``kind``, ``people`` and ``year`` ("2026", "" for none) results
    are narrowed; ``people`` are labels, no two people's the same. ``has_page`` tells of a quotation that it has a page
    of its own as well, ``lead`` how its article leads into reported words ("denied that"), "" for none.
    """

    url: str
    kind: SearchKind
    title: str
    text: str = ""
    names: tuple[str, ...] = ()
    article: str = ""
    day: str = ""
    by: str = ""
    people: tuple[str, ...] = ()
    year: str = ""
    has_page: bool = field(default=False, kw_only=True)
    lead: str = field(default="", kw_only=True)
