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
class FoundInside:
    """A quotation that is no record of its own, as it is found in that of its article.

    ``id`` is its anchor in the article, ``parts`` are starts and ends of its words in the text of the record, in code
    points. ``speaker`` is the name that is shown, ``person`` the label of whom it stands for among ``people`` of a
    record, "" for none; ``lead`` and ``by`` are those of a record.
    """

    id: str
    kind: SearchKind
    parts: tuple[tuple[int, int], ...]
    speaker: str
    person: str = ""
    lead: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page, or a quotation in its place, as the search finds it.

    ``url`` leads from the root of the site to it. ``title`` is what it is called, of a quotation its speaker's name;
    ``text`` the words that are searched besides, on one line; of a quotation they are the article's own, its parts
    parted by ``BETWEEN``. ``names`` are further names of an entity, ``article`` is the title of the article in which a
    quotation stands, ``day`` a date in words, ``by`` who wrote or published it, or relayed the words of a quotation;
    each "" for none. All of these can be searched. By ``kind``, ``people`` and ``year`` ("2026", "" for none) results
    are narrowed; ``people`` are labels, no two people's the same. ``has_page`` tells of a quotation that it has a page
    of its own as well, ``lead`` how its article leads into reported words ("denied that"), "" for none. ``quotations``
    are those that are found inside an article: it is narrowed by their kinds as by its own.
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
    quotations: tuple[FoundInside, ...] = field(default=(), kw_only=True)
