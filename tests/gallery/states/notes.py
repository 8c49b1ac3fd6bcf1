"""States of macros/notes.html and macros/corrections.html."""

from dataclasses import replace

from sitegen.model.view_former import Correction
from sitegen.model.view_notes import DecisionLine, NoteView, Remark, Signature
from sitegen.model.view_parts import Day, Link
from tests.gallery.states.making import (
    ADA,
    ARABIC,
    ARTICLE,
    CYRILLIC,
    DAY,
    HEBREW,
    LONG_NAME,
    LONG_TITLE,
    LONG_WORD,
    SAID_IN_ARABIC,
    SAID_IN_HEBREW,
    UNDATED,
    States,
    over,
    page_of,
    text,
)

SIGNED = Signature("Ines Holm", "14 March 2026", "2026-03-14")
UNSIGNED = Signature("an editor")
MARKDOWN = f"""The figure is *not* in the minutes. See [them](https://ravelsea.example/).

- first
- second

> Set in.

    code that is wider than the note, {LONG_WORD}

| a | b |
| --- | --- |
| {LONG_WORD} | 2 |
"""
REMARKS = {
    "a note": Remark("note", "", "The berth was let in March.", SIGNED),
    "a long note, about words that are cut": Remark("note", "", MARKDOWN, UNSIGNED, words="We held the", cut=True),
    "said on a day, with evidence": Remark("said", "Said on 12 March 2026", "The minutes tell the day.", SIGNED),
    "said on a day": Remark("said", "Said on 12 March 2026", "", UNSIGNED),
    "a translation from the right": Remark(
        "translation", "Translation into Arabic", SAID_IN_ARABIC, SIGNED, language="ar", direction="rtl"
    ),
    "a translation": Remark(
        "translation",
        "Translation into Russian",
        CYRILLIC,
        UNSIGNED,
        language="ru",
        direction="ltr",
        words="We held it",
    ),
    "a recording": Remark("recording", "Recording, 4:13", "", SIGNED, "https://ravelsea.example/recording"),
}
NOTES_BESIDE = {
    "on words of the text": NoteView(1, "the berth was let", (REMARKS["a note"],)),
    "on words that are cut, with all kinds": NoteView(
        2, "the council was told that", tuple(REMARKS.values()), cut=True
    ),
    "on a quotation": NoteView(3, "“We held the berth…”", (REMARKS["a recording"],), excerpt_of="q-1"),
    "on words from the right": NoteView(4, HEBREW, (replace(REMARKS["said on a day"], text=SAID_IN_HEBREW),)),
    "on a very long word": NoteView(5, LONG_WORD, (Remark("note", "", LONG_WORD, Signature(LONG_NAME)),)),
}
DECISIONS = {
    "was, now, why and source": DecisionLine(
        "Speaker corrected", ADA, ARABIC, "The minutes name him.", SIGNED, "https://ravelsea.example/"
    ),
    "only now": DecisionLine("Quotation added", "", "“We shall hold it”", "", UNSIGNED),
    "only was": DecisionLine("Misattributed", "Ines Holm", "", "She was not there.", SIGNED),
    "neither": DecisionLine("Speaker confirmed", "", "", "", UNSIGNED),
    "very long": DecisionLine(
        "Extent of the words corrected",
        f"{LONG_WORD} {LONG_WORD}",
        LONG_NAME,
        " ".join([LONG_NAME] * 3),
        Signature(LONG_NAME),
    ),
}
CORRECTION = Correction(
    id="c-edited",
    what="edited",
    day=DAY,
    quotation=Link("“We held the berth…”", "quotes/q-1/", excerpt_of="q-1"),
    speaker=page_of(ADA),
    article=ARTICLE,
    former=(Link("q-0f1e2d3c4b", "quotes/q-0f1e2d3c4b/"), Link("q-1a2b3c4d5e")),
)
CORRECTIONS = {
    "edited, with its former addresses": CORRECTION,
    "with more of these than fit": replace(CORRECTION, id="c-more", more="and 3 more"),
    "taken out": replace(
        CORRECTION,
        id="c-gone",
        what="taken out",
        day=UNDATED,
        quotation=Link("q-1", "quotes/q-1/"),
        speaker=Link(""),
        former=(),
    ),
    "without day and article": replace(
        CORRECTION, id="c-bare", day=Day(""), article=Link(""), speaker=Link(""), former=(), quotation=Link("q-2")
    ),
    **{
        f"decided: {title}": replace(
            CORRECTION, id=f"c-decided-{number}", what=line.what.lower(), former=(), decision=line
        )
        for number, (title, line) in enumerate(DECISIONS.items())
    },
    "a name, with its passage": replace(
        CORRECTION,
        id="c-name",
        what="name corrected",
        speaker=Link(""),
        former=(),
        decision=DECISIONS["was, now, why and source"],
        passage=text("Ada Fenwick left.", over("words", "Ada Fenwick"), cut_before=True, article="winter-berth"),
        language="en",
        place=Link("paragraph 4", "articles/winter-berth/#p4"),
    ),
    "a passage of another language": replace(
        CORRECTION,
        id="c-arabic",
        article=LONG_TITLE,
        speaker=page_of(LONG_NAME),
        passage=text(SAID_IN_ARABIC, over("said", "«لن يُغلق الميناء في الشتاء»"), article="long"),
        language="ar",
        place=Link("paragraph 12", "articles/long/#p12"),
    ),
}
NOTES: States = {
    "notes.signature": {
        "with a day": SIGNED,
        "without": UNSIGNED,
        "from the right": Signature(ARABIC, "1 May", "2026-05-01"),
    },
    "notes.foreign": {name: REMARKS[name] for name in ("a note", "a translation from the right")},
    "notes.quoted": {
        name: NOTES_BESIDE[name] for name in ("on words of the text", "on words that are cut, with all kinds")
    },
    "notes.remark": {
        **{title: (remark, False) for title, remark in REMARKS.items()},
        "short, beside the text": (REMARKS["said on a day, with evidence"], True),
    },
    "notes.remarks": {"none": (), "several": tuple(REMARKS.values())[:3]},
    "notes.note": NOTES_BESIDE,
    "notes.notes": {"none": (), "one": (NoteView(6, "let", (REMARKS["a note"],)),)},
    "notes.change": DECISIONS,
    "notes.reason": DECISIONS,
    "notes.origin": DECISIONS,
    "notes.decisions": {"none": (), "all": tuple(DECISIONS.values())},
    "corrections.corrections": {
        "none": ((), True),
        **{title: ((line,), True) for title, line in CORRECTIONS.items()},
        "of one article": ((replace(CORRECTION, id="c-one"),), False),
    },
}
