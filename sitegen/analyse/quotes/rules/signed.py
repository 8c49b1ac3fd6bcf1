"""Words with their speaker's name behind a dash: "We won." — Ann Lee

Source: epigraphs, pull quotes and lists of quotations (Chicago Manual of Style, 13.36); posts that are quoted with
their author's name.
"""

from sitegen.analyse.quotes.found import Found, claimed
from sitegen.analyse.quotes.marks import words_in
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.signature import signature
from sitegen.analyse.quotes.speakers import Speakers

_FEWEST_WORDS = 3
_ENDS = (".", "!", "?", "…", ",")


def signed(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute the free passages that a dash and a name follow, each with all since the line began."""
    taken = claimed(found)
    results = list(found)
    begin = 0
    for number, passage in enumerate(scene.passages):
        # "Gull with Chip" – Ned Foss: a work and who made it.
        work = scene.title_case(number) and not passage.inner.of(scene.tokens.text).rstrip().endswith(_ENDS)
        speaks = bool(scene.tokens_of[number]) and not work
        voice = signature(scene, speakers, passage.outer.end) if speaks else None
        if voice is None:
            continue
        first = begin if _same_line(scene, begin, number) else number
        span = scene.content(range(scene.tokens_of[first].start, scene.tokens_of[number].stop))
        numbers = tuple(range(first, number + 1))
        if span is not None and not taken & set(numbers) and words_in(scene.tokens.text, span) >= _FEWEST_WORDS:
            results.append(Found((span,), numbers, "signed", 0.9, voice))
        begin = number + 1
    return tuple(results)


def _same_line(scene: Scene, first: int, last: int) -> bool:
    """Tell whether passage ``first`` begins the block or a line, and no line ends before passage ``last`` does."""
    text, start, end = scene.tokens.text, scene.passages[first].outer.start, scene.passages[last].outer.end
    before = text[scene.block.start : start].rstrip(" \t")
    return bool(scene.tokens_of[first]) and (not before or before.endswith("\n")) and "\n" not in text[start:end]
