"""Words with their speaker's name behind a dash: "We won." — Ann Lee

Source: epigraphs, pull quotes and lists of quotations (Chicago Manual of Style, 13.36); posts that are quoted with
their author's name. The name ends its line, or a comma, a bracket, a place or an occasion follows.
"""

import re
from bisect import bisect_left

from sitegen.analyse.quotes.found import Found, claimed
from sitegen.analyse.quotes.marks import words_in
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice

_DASH = re.compile(r"\s*(?:—|–|―|--?|~)\s*")
_BEHIND = frozenset(", ( ; : [ @ in on at to during of from speaking via".split())
_LONGEST_SIGNATURE = 12
_FEWEST_WORDS = 3


def signed(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute the free passages that a dash and a name follow, each with all since the line began."""
    taken = claimed(found)
    results = list(found)
    begin = 0
    for number, passage in enumerate(scene.passages):
        voice = signature(scene, speakers, passage.outer.end) if scene.tokens_of[number] else None
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


def signature(scene: Scene, speakers: Speakers, offset: int) -> Voice | None:
    """Return who signs at ``offset``: a dash and, right behind it, a name that ends its line; else None."""
    tokens = scene.tokens
    dash = _DASH.match(tokens.text, offset, scene.block.end)
    first = bisect_left(tokens.parse.starts, dash.end()) if dash else scene.run.stop
    for index in range(first, min(first + _LONGEST_SIGNATURE, scene.run.stop + 1)):
        if index > first and _ends(scene, index) and tokens.words[index - 1] != ".":
            # A name that nobody knows, such as one in capitals.
            return Voice(tokens.span(range(first, index)), "nominal", None)
        if index == scene.run.stop:
            return None
        mention = speakers.mention_at(index)
        if mention is None:
            if scene.inside(index) or not (tokens.words[index][0].isupper() or tokens.words[index] == "."):
                return None
            continue
        if mention.kind == "place" or not _ends(scene, tokens.within(mention.span).stop):
            return None
        return Voice(mention.span, "name", mention.kind, mention.cluster)
    return None


def _ends(scene: Scene, index: int) -> bool:
    """Tell whether a signature may end before token ``index``."""
    tokens = scene.tokens
    if index >= scene.run.stop or tokens.lower[index] in _BEHIND or scene.inside(index):
        return True
    if "\n" in tokens.text[tokens.parse.ends[index - 1] : tokens.parse.starts[index]]:
        return True
    return tokens.words[index] == "." and (index + 1 >= scene.run.stop or scene.inside(index + 1))
