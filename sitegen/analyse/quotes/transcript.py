"""Which paragraphs of an article are turns of a transcript, and how they are labelled."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sitegen.analyse.quotes.scene import Scene

_LONGEST_LABEL = 8
_FEWEST_TURNS = 3
_FEWEST_WORDS = 3


def with_labels(scenes: Sequence[Scene]) -> list[Scene]:
    """Return the scenes, those that are turns with their label, where the article is or holds a transcript.

    It does where three paragraphs begin with a label and a colon, and one label comes back.
    """
    labels = {scene.number: label for scene in scenes if (label := _label(scene)) is not None}
    times = Counter(_text(scenes[number], label) for number, label in labels.items())
    if len(labels) < _FEWEST_TURNS or max(times.values()) == 1:
        return list(scenes)
    return [replace(scene, label=labels.get(scene.number)) for scene in scenes]


def _text(scene: Scene, label: range) -> str:
    return scene.tokens.span(label).of(scene.tokens.text).casefold().split()[-1]


def _label(scene: Scene) -> range | None:
    """Return the tokens of a block's label: a few capitalised words before a colon that a sentence follows.

    Some papers set the whole turn in quotation marks, its label too.
    """
    words, run = scene.tokens.words, scene.run
    start = run.start + (bool(run) and scene.inside(run.start))
    for index in range(start, min(start + _LONGEST_LABEL, run.stop)):
        if words[index] == ":" and index > start:
            behind = run.stop - index - 1
            return range(start, index) if behind >= _FEWEST_WORDS else None
        if not (words[index][0].isupper() or words[index] in {".", "-", "(", ")", ",", "–"}):
            return None
    return None
