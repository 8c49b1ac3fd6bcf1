"""States of macros/indexes.html."""

from sitegen.model.view_lists import Figure, FilterRow, IndexLine, LetterGroup
from sitegen.model.view_parts import Link
from tests.gallery.states.making import (
    ADA,
    ARABIC,
    CHINESE,
    CYRILLIC,
    HEBREW,
    LONG_NAME,
    LONG_WORD,
    SCRIPTS,
    States,
    page_of,
)

ONE = (Figure("12", "quotations"),)
THREE = (*ONE, Figure("1,204", "words"), Figure("3", "articles"))
LETTERS = tuple(Link(letter, f"people/#{letter}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
INDEX_LINES = (
    IndexLine(page_of(ADA), THREE),
    IndexLine(Link("without a page"), ()),
    *(IndexLine(page_of(name), ONE) for name in SCRIPTS.values()),
)
INDEXES: States = {
    "indexes.jumps": {
        "nothing": ((), "Letters"),
        "letters of many scripts": (
            (*LETTERS, Link("Я", "#a"), Link("א", "#b"), Link("ع", "#c"), Link("歐", "#d")),
            "Letters",
        ),
        "years": (tuple(Link(str(year), f"#{year}") for year in range(2026, 1988, -1)), "Years"),
    },
    "indexes.figures": {"none": (), "one": ONE, "three": THREE},
    "indexes.lines": {"nothing": (), "all": INDEX_LINES},
    "indexes.beyond": {
        "nothing": (),
        "with and without figures": (
            Link("Quotations", "quotes/", "312"),
            Link("Person", "people/a/"),
            page_of(LONG_NAME, "4"),
        ),
    },
    "indexes.letters": {
        "nothing": (),
        "a letter that goes on, others with an anchor": (
            LetterGroup("A", INDEX_LINES),
            LetterGroup("B", tuple(IndexLine(page_of(f"Bettany {number}"), ONE) for number in range(30)), "letter-b"),
            LetterGroup("ع", (IndexLine(page_of(ARABIC), THREE),), "letter-ain"),
            LetterGroup("א", (IndexLine(page_of(HEBREW), THREE),), "letter-alef"),
            LetterGroup("Е", (IndexLine(page_of(CYRILLIC), THREE),), "letter-ye"),
            LetterGroup("歐", (IndexLine(page_of(CHINESE), THREE),), "letter-ou"),
        ),
    },
    "indexes.filters": {
        "nothing": (),
        "people, years, kinds": (
            FilterRow(
                "Person",
                (
                    Link("All", "quotes/", "3,120", current="page"),
                    *(page_of(name, "12") for name in (ADA, *SCRIPTS.values())),
                ),
            ),
            FilterRow("Year", tuple(Link(str(year), f"{year}/", "204") for year in range(2026, 2006, -1))),
            FilterRow(
                "Kind", (Link("direct", "d/", "2"), Link("reported", "r/"), Link(LONG_WORD, "l/", "1", current="true"))
            ),
        ),
    },
}
