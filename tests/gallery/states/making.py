"""What states are made of: names of all scripts, texts that are marked by their own words, pictures."""

from collections.abc import Callable, Mapping

from sitegen.model.view_parts import Day, Link
from sitegen.model.view_text import MarkedText, Overlay, OverlayKind

# By macro, then by what is special about the state: what the macro is given, all of it where it takes several values.
States = Mapping[str, Mapping[str, object]]

ADA = "Ada Fenwick"
LONG_NAME = "Sir Bartholomew Featherstonehaugh-Cholmondeley of the Upper Marshes and Lower Ravelsea"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstand"
ARABIC = "عبد الرحمن بن محمد المنصوري"
HEBREW = "דנה אור־לב"
CYRILLIC = "Евдокия Преображенская"
CHINESE = "歐陽靖雯"
SCRIPTS = {
    "Arabic": ARABIC,
    "Hebrew": HEBREW,
    "Cyrillic": CYRILLIC,
    "Chinese": CHINESE,
    "a very long name": LONG_NAME,
    "a very long word": LONG_WORD,
}
SAID_IN_ARABIC = "قالت: «لن يُغلق الميناء في الشتاء»، ثم غادرت 14 مارس."
SAID_IN_HEBREW = "„הנמל יישאר פתוח עד 31 במרץ“, אמרה."
DAY = Day("14 March 2026", "2026-03-14")
UNDATED = Day("undated")
ARTICLE = Link("The winter berth", "articles/winter-berth/", title_of="winter-berth")
LONG_TITLE = Link(
    f"What the {LONG_WORD} asked of the harbour trust, and what nobody at the quay would say when asked again",
    "articles/long/",
    title_of="long",
)


def page_of(name: str, note: str = "") -> Link:
    """Return the name with a page of its own."""
    return Link(name, "people/somebody/", note)


def over(kind: OverlayKind, words: str, **more: object) -> Callable[[str], Overlay]:
    """Return a mark over the first ``words`` of a text; what has no length stands behind them."""

    def laid(text: str) -> Overlay:
        start = text.index(words)
        end = start + len(words)
        return Overlay(kind, end if kind in {"image", "break", "note"} else start, end, **more)  # type: ignore[arg-type]

    return laid


def text(words: str, *marks: Callable[[str], Overlay], **more: object) -> MarkedText:
    """Return ``words`` with ``marks`` over them."""
    return MarkedText(words, tuple(mark(words) for mark in marks), **more)  # type: ignore[arg-type]
