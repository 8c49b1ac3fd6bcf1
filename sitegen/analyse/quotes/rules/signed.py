"""Words with their speaker's name behind a dash: "We won." — Ann Lee

Source: epigraphs, pull quotes and lists of quotations (Chicago Manual of Style, 13.36); posts that are quoted with their
author's name. The name ends its line, or a comma, a bracket or a date follows.
"""

from sitegen.analyse.quotes.found import Found, claimed
from sitegen.analyse.quotes.marks import words_in
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice

_DASHES = frozenset({"—", "–", "-", "--", "―", "~"})
_BEHIND = frozenset({",", "(", ";", ":", "[", "@"})
_LONGEST_SIGNATURE = 12
_FEWEST_WORDS = 3


def signed(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute what a dash and a name follow: the free passage right before, or all since a passage began the line."""
    taken = claimed(found)
    results = list(found)
    begin = scene.run.start
    for dash in scene.run:
        if scene.tokens.words[dash] not in _DASHES or scene.inside(dash):
            continue
        voice = signature(scene, speakers, dash)
        if voice is None or voice.span is None:
            continue
        content = _content(scene, begin, dash)
        span = scene.content(content) if content else None
        numbers = {scene.owner[index] for index in content if scene.inside(index)}
        if span is not None and not numbers & taken and words_in(scene.tokens.text, span) >= _FEWEST_WORDS:
            results.append(Found((span,), tuple(sorted(numbers)), "signed", 0.9, voice))
        begin = next((index for index in range(dash, scene.run.stop) if scene.inside(index)), scene.run.stop)
    return tuple(results)


def _content(scene: Scene, begin: int, dash: int) -> range:
    """Return what is signed at ``dash``: from the passage that begins the line, else the passage right before."""
    if begin < dash and scene.inside(begin):
        return range(begin, dash)
    if dash > begin and scene.inside(dash - 1):
        return scene.tokens_of[scene.owner[dash - 1]]
    return range(0)


def signature(scene: Scene, speakers: Speakers, start: int) -> Voice | None:
    """Return who signs at token ``start``: a dash and, right behind it, a name that ends its line; else None."""
    tokens = scene.tokens
    first = start + 1
    if first >= scene.run.stop or tokens.words[start] not in _DASHES or scene.inside(start):
        return None
    for index in range(first, min(first + _LONGEST_SIGNATURE, scene.run.stop)):
        if index > first and _ends(scene, index) and tokens.words[index - 1] != ".":
            # A name that nobody knows, such as one in capitals.
            return Voice(tokens.span(range(first, index)), "nominal", None)
        mention = speakers.mention_at(index)
        if mention is None:
            if scene.inside(index) or not (tokens.words[index][0].isupper() or tokens.words[index] == "."):
                return None
            continue
        if mention.kind == "place":
            return None
        behind = tokens.within(mention.span).stop
        if not _ends(scene, behind):
            return None
        return Voice(mention.span, "name", mention.kind, mention.cluster)
    return None


def _ends(scene: Scene, index: int) -> bool:
    """Tell whether a signature may end before token ``index``."""
    tokens = scene.tokens
    if index >= scene.run.stop or tokens.words[index] in _BEHIND or scene.inside(index):
        return True
    if "\n" in tokens.text[tokens.parse.ends[index - 1] : tokens.parse.starts[index]]:
        return True
    return tokens.words[index] == "." and (index + 1 >= scene.run.stop or scene.inside(index + 1))
