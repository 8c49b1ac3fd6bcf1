"""States of macros/quotations.html, statements.html and citations.html."""

from dataclasses import replace

from sitegen.model.view_lists import SpeakerGroup, Statement
from sitegen.model.view_parts import (
    ArticleGroup,
    Link,
    MentionPassage,
    Piece,
    QuoteLine,
    QuotePassage,
    VersionLine,
    Words,
)
from sitegen.model.view_quotations import Citation
from sitegen.model.view_text import MarkedText
from tests.gallery.states.making import (
    ADA,
    ARABIC,
    ARTICLE,
    CHINESE,
    CYRILLIC,
    DAY,
    LONG_NAME,
    LONG_TITLE,
    LONG_WORD,
    SAID_IN_ARABIC,
    SAID_IN_HEBREW,
    SCRIPTS,
    UNDATED,
    States,
    over,
    page_of,
    text,
)
from tests.gallery.states.names import DISCS

PLACE = Link("paragraph 4", "articles/winter-berth/#q-1")
HELD = text("We held the berth all winter", over("words", "We held the berth all winter", quote="q-1"))
AGAIN = text("and we shall hold it again.", over("words", "and we shall hold it again.", quote="q-1"))
LONG_WORDS = "The trust was told in so many words that no berth would be let before spring, and it let one. " * 5
WORDS = {
    "very words": Words("q-1", "said", (HELD,), ("",)),
    "short": Words("q-1", "said", (text("Enough."),), ("",), short=True),
    "in two parts, with what stands between": Words("q-1", "said", (HELD, AGAIN), ("", "Ada Fenwick said,")),
    "in two parts": Words("q-1", "said", (HELD, AGAIN), ("", "")),
    "reported, with what leads into it": Words("q-2", "told", (text("the berth had been let"),), ("denied that",)),
    "reported, partly in marks": Words(
        "q-3",
        "told",
        (
            text(
                "the berth “would be let” by spring",
                over("said", "“would be let”"),
                over("words", "would be let", quote="q-3", whole=False),
            ),
        ),
        ("",),
    ),
    "very long": Words("q-4", "said", (text(LONG_WORDS.strip()),), ("",)),
    "a very long word": Words("q-5", "said", (text(f"{LONG_WORD} {LONG_WORD}"),), ("",), short=True),
    "Arabic": Words("q-6", "said", (text("لن يُغلق الميناء في الشتاء، ولا في الربيع."),), ("",)),
    "Hebrew": Words("q-7", "told", (text("הנמל יישאר פתוח עד 31 במרץ"),), ("",)),
    "Russian": Words("q-8", "said", (text(f"Так сказала {CYRILLIC}."),), ("",)),
    "Chinese": Words("q-9", "said", (text(f"{CHINESE}說港口冬天不會關閉。" * 4),), ("",)),
}
LINE = QuoteLine(WORDS["very words"], page_of(ADA), DISCS["machine"], "direct", DAY, ARTICLE, PLACE)
LINES = {
    **{
        title: replace(LINE, words=words, disc=disc)
        for (title, words), disc in zip(WORDS.items(), 4 * tuple(DISCS.values()), strict=False)
    },
    "undated, unknown speaker, versions": replace(
        LINE, speaker=Link("Unknown speaker"), day=UNDATED, versions=Link("3 versions", "quotes/q-1/versions/")
    ),
    "versions without a page, long names": replace(
        LINE, speaker=page_of(LONG_NAME), article=LONG_TITLE, versions=Link("2 versions"), kind="partly in marks"
    ),
    **{f"a name: {script}": replace(LINE, speaker=page_of(name)) for script, name in SCRIPTS.items()},
}


def _pieces(*found: tuple[str, str]) -> tuple[Piece, ...]:
    quote = {"left": "", "cut": "", "gap": ""}
    return tuple(Piece(kind, words, quote.get(kind, "q-1")) for kind, words in found)  # type: ignore[arg-type]


VERSION = VersionLine(
    pieces=_pieces(("same", "We held the berth "), ("gone", "all winter "), ("new", "through the winter")),
    style="said",
    speaker=page_of(ADA),
    disc=DISCS["machine"],
    kind="direct",
    day=DAY,
    source="Ravelsea Observer",
    article=ARTICLE,
    place=PLACE,
    language="en",
    alike="differs in 3 words",
    lead="",
)
VERSIONS = {
    "new words, others gone": VERSION,
    "cut, with a gap, many gone": replace(
        VERSION,
        pieces=_pieces(
            ("cut", "…"), ("same", "held the berth"), ("gap", "…"), ("left", "24 words left out"), ("new", "again.")
        ),
        disc=DISCS["confirmed"],
    ),
    "whole, not compared": replace(
        VERSION, pieces=_pieces(("whole", "the berth was held")), style="told", kind="reported", alike="not compared"
    ),
    "led into": replace(
        VERSION, pieces=_pieces(("same", "he had held the berth")), style="told", kind="reported", lead="denied that"
    ),
    "reported, new words": replace(
        VERSION, pieces=_pieces(("same", "that they held "), ("new", "the berth")), style="told", source="", day=UNDATED
    ),
    "Arabic": replace(VERSION, pieces=_pieces(("same", "لن يُغلق "), ("new", "الميناء")), language="ar"),
    "very long": replace(
        VERSION, pieces=_pieces(("new", LONG_WORD), ("gone", LONG_WORD)), speaker=page_of(LONG_NAME), article=LONG_TITLE
    ),
}


def _passage(key: str, passage: MarkedText, status: str = "machine", **more: object) -> QuotePassage:
    return QuotePassage(
        passage, disc=DISCS[status], kind="direct", place=PLACE, **{"speaker": "", "quote": key, **more}
    )


SAID = text("“We held it,” she said.", over("said", "“We held it,”"), over("mention", "she", href="p/", form="pronoun"))
GROUP = ArticleGroup(ARTICLE, DAY, "Ravelsea Observer", "en", (_passage("q-g1", SAID, filed="direct"),))
GROUPS = {
    "one quotation": GROUP,
    "with topics, versions, other places, who said it, and mentions": replace(
        GROUP,
        topics=(("harbour", "Harbour"), ("winter", "Winter")),
        quotes=(
            _passage("q-g2", replace(SAID, cut_before=True), "confirmed", versions=Link("2 versions", "quotes/q-1/")),
            _passage("q-g3", SAID, "corrected", speaker="a spokeswoman", also=(replace(ARTICLE, note="paragraph 2"),)),
            _passage(
                "q-g4",
                SAID,
                "rejected",
                also=(replace(LONG_TITLE, note="paragraph 12"), replace(ARTICLE, note="paragraph 1")),
            ),
        ),
        mentions=(
            MentionPassage(text("Ada Fenwick left.", over("mention", "Ada Fenwick", href="p/")), PLACE, "3 times"),
            MentionPassage(text("The pilot left.", over("mention", "The pilot", href="p/", form="nominal")), PLACE),
        ),
    ),
    "undated, without source, Arabic": replace(
        GROUP,
        article=Link(ARABIC, "articles/a/", title_of="a"),
        day=UNDATED,
        source="",
        language="ar",
        quotes=(
            _passage("q-g5", text(SAID_IN_ARABIC, over("said", "«لن يُغلق الميناء في الشتاء»"))),
            _passage("q-g6", text(SAID_IN_HEBREW, over("told", "הנמל יישאר פתוח עד 31 במרץ"))),
        ),
    ),
    "very long": replace(
        GROUP, article=LONG_TITLE, source=LONG_NAME, quotes=(_passage("q-g7", text(LONG_WORD), speaker=LONG_NAME),)
    ),
    "nothing but its head": replace(GROUP, quotes=()),
}
SPEAKER = SpeakerGroup("ada", page_of(ADA), 2, "2 statements", (Statement(LINE), Statement(LINE, ARABIC)), Link(""))
CITATION = Citation(
    quote="q-1",
    sentence="Ada Fenwick, quoted in “The winter berth”, Ravelsea Observer, 14 March 2026.",
    bibtex="@misc{q-1,\n  author = {Ada Fenwick},\n  title = {{We held the berth all winter}},\n  year = {2026}\n}",
    address="https://ravelsea.example/quotes/q-1/",
    speaker=ADA,
    how="quoted",
    lead="",
    parts=("We held the berth all winter", "and we shall hold it again."),
    article=ARTICLE,
    where=("Ravelsea Observer", "14 March 2026"),
    language="en",
    direction="ltr",
)
CITATIONS = {
    "with its address": CITATION,
    "without": replace(CITATION, address="", where=()),
    "reported": replace(CITATION, lead="denied that", how="reported", parts=("the berth had been let",)),
    "Arabic": replace(CITATION, speaker=ARABIC, parts=(SAID_IN_ARABIC,), language="ar", direction="rtl"),
    "very long": replace(
        CITATION, sentence=f"{LONG_NAME}, {LONG_WORD}", bibtex=LONG_WORD * 3, address="https://r.example/" + LONG_WORD
    ),
}
QUOTATIONS: States = {
    "quotations.part": {
        name: (WORDS[name], WORDS[name].parts[0]) for name in ("very words", "reported, partly in marks")
    },
    "quotations.large": WORDS,
    "quotations.inline": WORDS,
    "quotations.lines": {"nothing": (), "all": tuple(LINES.values())},
    "quotations.versions": {"none": Link(""), "with a page": Link("2 versions", "v/"), "without": Link("2 versions")},
    "quotations.piece": {
        kind: (Piece(kind, "words", "q-1" if kind not in {"left", "cut", "gap"} else ""), "said")  # type: ignore[arg-type]
        for kind in ("same", "new", "gone", "whole", "left", "cut", "gap")
    },
    "quotations.compared": {
        "nothing": ((), False),
        "of one speaker": (tuple(VERSIONS.values()), False),
        "of several": (tuple(VERSIONS.values()), True),
    },
    "quotations.legend": {"always": ()},
    "quotations.group": GROUPS,
    "statements.speaker": {
        "all that was said": SPEAKER,
        "with more elsewhere": replace(
            SPEAKER, id="more", figure="2 of 31 statements", more=Link("All 31", "tags/harbour/")
        ),
        "very long": replace(
            SPEAKER, id="long", name=page_of(LONG_NAME), statements=tuple(map(Statement, LINES.values()))
        ),
        "nothing": replace(SPEAKER, id="nothing", name=page_of(ARABIC), total=0, figure="none", statements=()),
    },
    "statements.others": {
        "of all scripts": (
            "6 more people speak on this.",
            tuple(page_of(name, "2 statements") for name in SCRIPTS.values()),
        ),
        "one": ("One more person speaks on this.", (page_of(ADA, "1 statement"),)),
    },
    "citations.cite": CITATIONS,
    "citations.embed": CITATIONS,
}
