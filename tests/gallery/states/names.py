"""States of macros/names.html."""

from dataclasses import dataclass

from sitegen.model.view_parts import ArticleLine, Fact, Link, Share
from sitegen.model.view_text import Disc
from tests.gallery.states.making import (
    ADA,
    ARTICLE,
    DAY,
    LONG_NAME,
    LONG_TITLE,
    LONG_WORD,
    SCRIPTS,
    UNDATED,
    States,
    page_of,
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of words, and how they run."""

    language: str
    direction: str


LINKS = {
    "with a page": page_of(ADA),
    "without a page": Link("a spokeswoman for the port"),
    "the title of an article": ARTICLE,
    "the first words of a quotation": Link("“We held the berth…”", "quotes/q-1/", excerpt_of="q-1"),
    "an article that is not published yet": Link("The spring berth", "articles/spring/", title_of="s", state="draft"),
    "not published yet, without a page": Link("The summer berth", title_of="t", state="not yet published"),
    **{script: page_of(name) for script, name in SCRIPTS.items()},
    "very long, without a page": Link(LONG_WORD),
}
DISCS = {
    "machine": Disc("machine", "machine", "quotes/q-1/", 1),
    "confirmed": Disc("confirmed", "confirmed", "quotes/q-1/", 2),
    "corrected": Disc("corrected", "corrected", "quotes/q-1/", 3),
    "rejected": Disc("rejected", "misattributed", "quotes/q-1/", 4),
    "with a hint": Disc("machine", "machine, no cue, 2 versions", "quotes/q-1/", 5),
}
SHARES = {
    "nothing": (),
    "0, 1 and 100 per cent, with and without a page": (
        Share(page_of("Ines Holm"), "12 quotations, 340 words", 100),
        Share(Link("a spokeswoman"), "1 quotation, 4 words", 1),
        Share(page_of("Thomas Ellery"), "none"),
    ),
    "with a link to more": (
        Share(page_of(ADA), "7 quotations", 60, Link("both sides", "between/a/b/")),
        Share(page_of(LONG_NAME), "3 quotations", 25, Link("both sides", "between/a/c/")),
    ),
    "names of all scripts": tuple(
        Share(page_of(name), f"{number} quotations", 10 * number) for number, name in enumerate(SCRIPTS.values(), 2)
    ),
}
FACTS = {
    "nothing": (),
    "words, a link, a note, a link out of the site": (
        Fact("Quotations", "23", note="in 4 articles"),
        Fact("First named", "14 March 2026", "articles/winter-berth/"),
        Fact("Wikidata", "Q0000000", "https://www.wikidata.org/", far=True),
        Fact("Rule", "The name stands beside a word that reports speech", note="verb-subject"),
    ),
    "a gauge, empty, half and full": (
        Fact("Confidence", "0.00", percent=0),
        Fact("Confidence", "0.50", percent=50, note="measured"),
        Fact("Confidence", "1.00", percent=100),
    ),
    "a disc of every status": tuple(
        Fact("Status", "since 14 March 2026", disc=disc, note="by an editor") for disc in DISCS.values()
    ),
    "very long words": (
        Fact(LONG_WORD, LONG_WORD),
        Fact("Address", f"https://ravelsea.example/{LONG_WORD}", "https://ravelsea.example/", LONG_WORD, far=True),
        *(Fact(script, name) for script, name in SCRIPTS.items()),
    ),
}
LINES = {
    "nothing": (),
    "with summary, source and speakers, and without": (
        ArticleLine(ARTICLE, DAY, "Ravelsea Observer", "The berth was held all winter.", "Ada Fenwick, Ines Holm"),
        ArticleLine(Link("Notes", "articles/notes/", title_of="notes"), UNDATED, "", "", ""),
    ),
    "long and not published yet": (
        ArticleLine(LONG_TITLE, DAY, LONG_NAME, " ".join([LONG_NAME] * 4), ", ".join(SCRIPTS.values())),
        ArticleLine(
            Link("The spring berth", "articles/spring/", title_of="spring", state="draft"), DAY, "", "", "Nobody"
        ),
    ),
    "other scripts": tuple(
        ArticleLine(Link(name, "articles/s/", title_of="s"), DAY, name, name, name) for name in SCRIPTS.values()
    ),
}
NAMES: States = {
    "names.words": LINKS,
    "names.name": LINKS,
    "names.list": {
        "nothing": (),
        "one": (page_of(ADA),),
        "of all scripts": tuple(page_of(name) for name in SCRIPTS.values()),
    },
    "names.day": {"known": DAY, "undated": UNDATED},
    "names.tongue": {
        "of the page": Tongue("en", "ltr"),
        "another one": Tongue("ru", "ltr"),
        "another one from the right": Tongue("he", "rtl"),
    },
    "names.bar": {"0 %": 0, "1 %": 1, "50 %": 50, "100 %": 100},
    "names.bars": SHARES,
    "names.status": DISCS,
    "names.facts": FACTS,
    "names.fact_rows": {"one": FACTS["words, a link, a note, a link out of the site"][:1]},
    "names.articles": {
        **{title: (lines, 3, True) for title, lines in LINES.items()},
        "without summaries, under a heading": (LINES["with summary, source and speakers, and without"], 4, False),
    },
}
