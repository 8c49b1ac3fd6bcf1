"""Where a noun phrase stands, as seen from a cue: on the page and in the grammar of its sentence.

The page also tells where the parser is at a loss: between marks and a cue, or between two commas behind a name.
"""

from dataclasses import dataclass

from sitegen.analyse.quotes.reports.context import MODIFIERS, PAUSES
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers

# How much may stand before the head in its noun phrase.
_LONGEST = 8
# What stands between a subject and its verb without parting them: "had also said".
_LIGHT = frozenset({"RB", "MD", "VBZ", "VBP", "VBD"})
_PAIRS = frozenset({(",", ","), ("(", ")"), ("—", "—"), ("–", "–"), ("-", "-"), ("--", "--")})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_UP, _DOWN = 4, 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a noun phrase stands on the page, whatever the grammar made of it.

    ``opens`` is what stands before it: the sentence's beginning, a mark, a word. ``towards`` is what lies between it
    and the cue: nothing, an apposition between commas or brackets, a relative clause, or the first word.
    """

    opens: str
    towards: str

    @classmethod
    def of(cls, scene: Scene, speakers: Speakers, cue: int, head: int) -> "Place":
        """Look around the noun phrase whose head is ``head``."""
        tokens, tags, owner = scene.tokens, scene.tokens.parse.tags, scene.owner
        mention = speakers.mention_at(head)
        run = tokens.within(mention.span) if mention is not None else range(head, head + 1)
        first, stop = run[0], run[-1] + 1
        while first > scene.run.start and run[0] - first < _LONGEST and tags[first - 1] in MODIFIERS:
            if first - 1 in owner or first - 1 == cue:
                break
            first -= 1
        if first == scene.sentence_start(first):
            opens = "^"
        else:
            opens = "“" if first - 1 in owner else "<cue>" if first - 1 == cue else tokens.forms[first - 1]
        between = range(stop, cue) if head < cue else range(cue + 1, first)
        return cls(opens, _between(scene, between))


def _between(scene: Scene, between: range) -> str:
    tokens, tags = scene.tokens, scene.tokens.parse.tags
    words = [index for index in between if tags[index] not in _LIGHT]
    if not words:
        return "next"
    if any(index in scene.owner for index in words):
        return "marks"
    first, last = tokens.words[words[0]], tokens.words[words[-1]]
    if len(words) > 1 and (first, last) in _PAIRS:
        return first + last
    lead = tokens.lower[words[1]] if first == "," and len(words) > 1 else tokens.lower[words[0]]
    if lead in _RELATIVE:
        return f"rel{first == ','}{last == ','}"
    return first if first in PAUSES else tags[words[0]]


class Paths:
    """The paths of dependency labels from one cue: up to a common ancestor, and down from there."""

    def __init__(self, scene: Scene, cue: int) -> None:
        self.parse = scene.tokens.parse
        self.up = {cue: ""}
        node, path = cue, ""
        for _ in range(_UP):
            if self.parse.heads[node] == node:
                break
            path += f"^{self.parse.deps[node]}"
            node = self.parse.heads[node]
            self.up[node] = path

    def to(self, index: int) -> str:
        """Return the path to ``index``, or "far"."""
        node, path = index, ""
        for _ in range(_DOWN):
            if node in self.up:
                break
            path = f">{self.parse.deps[node]}{path}"
            node = self.parse.heads[node]
        return self.up[node] + path if node in self.up else "far"
