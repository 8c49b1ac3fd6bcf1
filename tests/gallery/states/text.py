"""States of macros/text.html and macros/cast.html."""

from dataclasses import replace

from sitegen.model.view_cast import Presence
from sitegen.model.view_notes import NoteView
from sitegen.model.view_parts import Link, Share
from sitegen.model.view_text import BlockView, Disc, Image, SpeakerLabel
from tests.gallery.states.making import (
    ADA,
    ARABIC,
    CHINESE,
    CYRILLIC,
    HEBREW,
    LONG_NAME,
    LONG_WORD,
    SAID_IN_ARABIC,
    SAID_IN_HEBREW,
    SCRIPTS,
    States,
    over,
    page_of,
    text,
)
from tests.gallery.states.names import DISCS
from tests.gallery.states.notes import REMARKS

VERY_WORDS = text(
    "“We held the berth all winter,” Ada Fenwick said, “and we shall hold it again.”",
    over("said", "“We held the berth all winter,”"),
    over("words", "We held the berth all winter,", quote="q-t1", id="q-t1"),
    over("mention", "We", href="people/ada/", form="pronoun", id="m-t1"),
    over("mention", "Ada Fenwick", href="people/ada/", id="m-t2"),
    over("said", "“and we shall hold it again.”"),
)
REPORTED = text(
    "She told the council that the berth “would be let” by spring, and the harbour master agreed.",
    over("told", "the berth “would be let” by spring", quote="q-t2", id="q-t2"),
    over("said", "“would be let”"),
    over("words", "would be let", quote="q-t2", whole=False),
    over("mention", "She", href="people/ada/", form="pronoun"),
    over("mention", "the harbour master", href="people/ines/", form="nominal"),
    over("mention", "the council"),
)
CROSSING = text(
    "“We told the Harbour Trust so,” the Harbour Trust said it was told, in Ravelsea and elsewhere.",
    over("said", "“We told the Harbour Trust so,”"),
    over("mention", "the Harbour Trust", href="organisations/trust/", id="m-t3"),
    over("emphasis", "told the Harbour"),
    over("strong", "Harbour Trust so,” the"),
    over("link", "was told, in Ravelsea", href="https://ravelsea.example/", title="Elsewhere"),
    over("mention", "Ravelsea", href="places/ravelsea/"),
)
EVIDENCE = text(
    "“No ship is lost,” Ada Fenwick told the Ravelsea Observer, the port authority reported; she and the pilot agreed.",
    over("said", "“No ship is lost,”"),
    over("named", "Ada Fenwick"),
    over("speaker", "Ada Fenwick"),
    over("cue", "told"),
    over("via", "the Ravelsea Observer"),
    over("named", "she", form="pronoun"),
    over("named", "the pilot", form="nominal"),
)
OWN_MARKS = text(
    "By Ines Holm RAVELSEA — So strong, so stressed, so struck, so(coded), so linked,\nso broken.",
    over("byline", "By Ines Holm"),
    over("dateline", "RAVELSEA —"),
    over("strong", "strong"),
    over("emphasis", "stressed"),
    over("strike", "struck"),
    over("code", "so(coded)"),
    over("link", "linked", href="https://ravelsea.example/"),
    over("break", "linked,"),
)
NOTED = text(
    "The berth, a matter of record, was let. So was another.",
    over("words", "a matter of record", id="note-21-words"),
    over("note", "a matter of record", href="#note-21", title="21"),
    over("link", "So was another.", href="https://ravelsea.example/"),
    over("note", "So was", href="#note-21", title="22"),
)
LONG = text(
    f"“{LONG_WORD} {LONG_WORD},” said {LONG_NAME}, {ARABIC}, {HEBREW}, {CYRILLIC} and {CHINESE}. It goes on for long "
    "so that the words run over several lines at any width, and the bar at their edge stands beside each of them.",
    over("said", f"“{LONG_WORD} {LONG_WORD},”"),
    over("mention", LONG_NAME, href="people/long/"),
    over("mention", ARABIC, href="people/a/"),
    over("mention", HEBREW, href="people/h/"),
    over("told", "It goes on for long so that the words run over several lines at any width", quote="q-t3"),
)
IN_ARABIC = text(SAID_IN_ARABIC, over("said", "«لن يُغلق الميناء في الشتاء»"), over("mention", "قالت", form="pronoun"))
IN_HEBREW = text(SAID_IN_HEBREW, over("said", "„הנמל יישאר פתוח עד 31 במרץ“"), over("told", "אמרה"))

PICTURE = Image("picture.svg", "Boats in a row at a quay.", 1200, 800, title="The quay", early=True)
COPIES = replace(PICTURE, srcset="picture.svg 600w, picture.svg 1200w", sizes="(min-width: 48rem) 35.5rem, 100vw")
ELSEWHERE = Image("https://elsewhere.example/quay.jpg", "A quay on another host")


def _shown(image: Image, href: str = "") -> BlockView:
    return BlockView("figure", text=text("", over("image", "", image=image, href=href)))


LABELS = {
    "known, confirmed": SpeakerLabel(ADA, "people/ada/", True, (DISCS["confirmed"],)),
    "unknown": SpeakerLabel("Unknown speaker", "", False, (DISCS["machine"],)),
    "known, without a page": SpeakerLabel("a spokeswoman", "", True, (DISCS["corrected"],)),
    "several discs, and what they say": SpeakerLabel(
        ADA, "people/ada/", True, tuple(DISCS.values()), "4 machine, 1 checked"
    ),
    "to be reported": SpeakerLabel(
        "Ines Holm", "people/ines/", True, (Disc("rejected", "misattributed", "#q", 3, "https://ravelsea.example/3"),)
    ),
    "several, to be reported": SpeakerLabel(
        ADA,
        "people/ada/",
        True,
        tuple(Disc("machine", "machine", "#q", n, f"https://ravelsea.example/{n}") for n in (11, 12)),
    ),
    **{name: SpeakerLabel(name, "people/x/", True, (DISCS["with a hint"],)) for name in SCRIPTS.values()},
}
LABEL = LABELS["known, confirmed"]


def _leaves(kind: str, key: str, *texts: str) -> tuple[BlockView, ...]:
    return tuple(BlockView(kind, id=f"{key}-{number}", text=text(words)) for number, words in enumerate(texts))


def _table(key: str, *rows: tuple[str, ...]) -> BlockView:
    kinds = ("header", *("cell" for _ in rows))
    return BlockView(
        "table",
        children=tuple(
            BlockView("row", children=_leaves(kind, f"{key}-{number}", *cells))
            for number, (kind, cells) in enumerate(zip(kinds, rows, strict=False))
        ),
        notes=(NoteView(31, "12 metres", (REMARKS["a note"],)),) if key == "wide" else (),
    )


BLOCKS = {
    "paragraph, the very words": BlockView("paragraph", "p-1", VERY_WORDS, labels=(LABEL,)),
    "reported, partly in marks": BlockView("paragraph", "p-2", REPORTED, labels=(LABELS["unknown"],)),
    "marks that cross": BlockView("paragraph", "p-3", CROSSING, labels=(LABELS["several discs, and what they say"],)),
    "very long words, names of all scripts": BlockView(
        "paragraph", "p-4", LONG, labels=tuple(LABELS[name] for name in (LONG_NAME, ARABIC))
    ),
    "the author's own marks": BlockView("paragraph", "p-5", OWN_MARKS),
    "Arabic": BlockView("paragraph", "p-6", IN_ARABIC, labels=(LABELS[ARABIC],)),
    "Hebrew": BlockView("paragraph", "p-7", IN_HEBREW, labels=(LABELS[HEBREW],)),
    "with a note": BlockView(
        "paragraph", "p-8", NOTED, notes=(NoteView(21, "a matter of record", tuple(REMARKS.values())),)
    ),
    "byline": BlockView("paragraph", "p-9", text("By Ines Holm"), role="byline"),
    "dateline": BlockView("paragraph", "p-10", text("RAVELSEA, 14 March"), role="dateline"),
    "heading": BlockView("heading", "h-1", text("What was said at the quay"), level=2, labels=(LABEL,)),
    "heading of a lower rank, very long": BlockView("heading", "h-2", text(LONG_WORD), level=4),
    "list in a list": BlockView(
        "list",
        children=(
            *_leaves("item", "li", "The first berth", LONG_WORD),
            BlockView(
                "item",
                children=(
                    BlockView("paragraph", "li-p", text("A paragraph of its own"), labels=(LABEL,)),
                    BlockView("list", children=_leaves("item", "li-li", "inside", ARABIC)),
                ),
            ),
        ),
    ),
    "ordered from 3": BlockView("ordered", level=3, children=_leaves("item", "ol3", "the third", "the fourth")),
    "ordered from 1": BlockView("ordered", level=1, children=_leaves("item", "ol1", "the first", "the second")),
    "block quotation": BlockView("blockquote", children=_leaves("paragraph", "bq", "Set in, as the source has it.")),
    "code, wider than the page": BlockView("code", "pre-1", text("let berth = " + "held, " * 40 + "\nend")),
    "rule": BlockView("rule", "hr-1"),
    "table": _table("narrow", ("Berth", "Length"), ("First", "12 m")),
    "table, wider than the page, with a note": _table(
        "wide",
        tuple(f"Column {n}" for n in range(12)),
        ("12 metres", LONG_WORD, *SCRIPTS.values(), "a", "b", "c", "d"),
    ),
    "figure with a caption": replace(_shown(COPIES), id="f-1", caption=f"The quay in winter. {ARABIC}"),
    "figure without a caption": replace(_shown(PICTURE), id="f-2"),
    "figure that leads elsewhere": replace(
        _shown(replace(PICTURE, width=0, height=0, early=False, title=""), "https://ravelsea.example/"), id="f-3"
    ),
    "picture on another host": replace(_shown(ELSEWHERE), id="f-4"),
    "picture that cannot be shown": replace(_shown(Image("", f"A quay. {LONG_WORD}")), id="f-5"),
    "a leaf of another kind": BlockView("blockquote", "bq-leaf", text("A quotation of one line."), labels=(LABEL,)),
    "without words": BlockView("blockquote"),
}
SHARE = Share(page_of(ADA), "12 quotations, 340 words", 80)


def _steps(number: int, letter: str) -> tuple[Link, ...]:
    return tuple(Link(str(step), f"#{letter}-{step}") for step in range(1, number + 1))


PRESENCES = (
    Presence("ada", SHARE, _steps(3, "q")),
    Presence(
        "ines",
        replace(SHARE, name=page_of("Ines Holm"), percent=30),
        _steps(12, "q"),
        "q-13",
        Link("1 more", "people/ines/#q-13"),
    ),
    Presence("q-9", Share(Link("a spokeswoman"), "1 quotation, 0 words"), _steps(1, "q")),
    *(
        Presence(f"s{n}", replace(SHARE, name=page_of(name)), _steps(n, "q"))
        for n, name in enumerate(SCRIPTS.values(), 1)
    ),
)
TEXT: States = {
    "text.label": LABELS,
    "text.labels": {"nobody": (), "two": (LABEL, LABELS["unknown"])},
    "text.block": BLOCKS,
    "text.blocks": {"nothing": (), "several": _leaves("paragraph", "several", "One.", "Two.")},
    "text.nest": {"list": BlockView("list", children=_leaves("item", "nest", "one", "two"))},
    "text.leaf": {"with label and words": BlockView("item", "leaf-1", text("An item."), labels=(LABEL,))},
    "text.figure": {"narrow": replace(_shown(replace(PICTURE, width=240, height=160)), id="f-6", caption="Narrow")},
    "text.passage": {
        "whole": text("The berth was let, and nobody asked.", article="winter-berth"),
        "cut before and after": replace(CROSSING, cut_before=True, cut_after=True, overlays=CROSSING.overlays[:1]),
        "the very words, with a pronoun": text(
            "“We shall,” she said.", over("said", "“We shall,”"), over("mention", "she", href="p/", form="pronoun")
        ),
        "evidence": EVIDENCE,
        "a description": text("The pilot left.", over("mention", "The pilot", href="people/p/", form="nominal")),
        "Arabic": text(SAID_IN_ARABIC, over("said", "«لن يُغلق الميناء في الشتاء»"), cut_after=True),
        "Hebrew": text(SAID_IN_HEBREW, over("told", "הנמל יישאר פתוח"), cut_before=True),
        "very long words": text(f"{LONG_WORD} {LONG_WORD}", over("said", LONG_WORD)),
    },
    "cast.speakers": {"nobody": (), "with and without more, of all scripts": PRESENCES},
    "cast.named": {"nobody": (), "with and without more, of all scripts": PRESENCES[1:]},
    "cast.who": {"with all steps": PRESENCES[0], "with others": PRESENCES[1]},
    "cast.steps": {"three": PRESENCES[0], "many": PRESENCES[1]},
}
