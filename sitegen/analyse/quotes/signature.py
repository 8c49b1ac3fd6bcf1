"""The name that signs words, behind a dash: — Ann Lee"""

import re
from bisect import bisect_left

from sitegen.analyse.lexicon.nouns import NEVER_NAMES, TIMES
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import PRONOUNS, Speakers
from sitegen.model.quote import Voice

_DASH = re.compile(r"\s*(?:—|–|―|--?|~)\s*")
# What may follow a name that is known: an office, a place, an occasion.
_BEHIND = frozenset(", ( ; : [ @ in on at to during of from speaking via".split())
_NO_NAMES = NEVER_NAMES | TIMES | PRONOUNS
_LONGEST_SIGNATURE = 12
_MOST_UNKNOWN_WORDS = 4


def signature(scene: Scene, speakers: Speakers, offset: int) -> Voice | None:
    """Return who signs at ``offset``: a dash and, right behind it, a name that ends its line, or that a comma, a
    bracket, a place or an occasion follows; else None. A name that nobody knows must end its line."""
    tokens = scene.tokens
    dash = _DASH.match(tokens.text, offset, scene.block.end)
    first = bisect_left(tokens.parse.starts, dash.end()) if dash else scene.run.stop
    for index in range(first, min(first + _LONGEST_SIGNATURE, scene.run.stop + 1)):
        if index > first and _ends_line(scene, index) and tokens.words[index - 1] != ".":
            return _unknown(scene, range(first, index))
        if index == scene.run.stop:
            return None
        mention = speakers.mention_at(index)
        if mention is None:
            if scene.inside(index) or not (tokens.words[index][0].isupper() or tokens.words[index] == "."):
                return None
            continue
        behind = tokens.within(mention.span).stop
        if mention.kind == "place" or not (_ends_line(scene, behind) or tokens.lower[behind] in _BEHIND):
            return None
        return Voice(mention.span, "name", mention.kind, mention.cluster)
    return None


def _unknown(scene: Scene, run: range) -> Voice | None:
    """Return a name that nobody knows, such as one in capitals; no day, no "I", no single word."""
    words = [scene.tokens.lower[index] for index in run if scene.tokens.words[index][0].isalpha()]
    if not 1 < len(words) <= _MOST_UNKNOWN_WORDS or _NO_NAMES.intersection(words):
        return None
    return Voice(scene.tokens.span(run), "nominal", None)


def _ends_line(scene: Scene, index: int) -> bool:
    """Tell whether a line ends before token ``index``: the block, a line feed, the next words in marks."""
    tokens = scene.tokens
    if index >= scene.run.stop or scene.inside(index):
        return True
    if "\n" in tokens.text[tokens.parse.ends[index - 1] : tokens.parse.starts[index]]:
        return True
    return tokens.words[index] == "." and (index + 1 >= scene.run.stop or scene.inside(index + 1))
