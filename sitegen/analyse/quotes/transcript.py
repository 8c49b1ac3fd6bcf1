"""Which paragraphs of an article are turns of a transcript, and how they are labelled."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sitegen.analyse.lexicon.nouns import HUMAN, NEVER_NAMES
from sitegen.analyse.lexicon.titles import is_title
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.person_name import plausible

_LONGEST_LABEL = 8
_FEWEST_TURNS = 3
_FEWEST_WORDS = 2
_SIGNS = frozenset({".", "-", "(", ")", ",", "–"})
_ASKING = frozenset({"q", "a", "question", "answer", "interviewer", "host", "moderator"})
# "Division One" is nobody.
_CALLED = (HUMAN | _ASKING) - frozenset("one some many others another both most few general".split())


def with_labels(scenes: Sequence[Scene], speakers: Speakers) -> list[Scene]:
    """Return the scenes, those that are turns with their label, where the article is or holds a transcript.

    It does where three paragraphs begin with the label of somebody and a colon, and one label that surely names
    somebody comes back. Where it does, what looks like a name is one.
    """
    labels = {scene.number: label for scene in scenes if (label := _label(scene)) is not None}
    sure = [number for number, label in labels.items() if _names_somebody(scenes[number], speakers, label)]
    times = Counter(_last_word(scenes[number], labels[number]) for number in sure)
    if not times or max(times.values()) == 1:
        return list(scenes)
    turns = {n: label for n, label in labels.items() if n in sure or _looks_like_a_name(scenes[n], label)}
    if len(turns) < _FEWEST_TURNS:
        return list(scenes)
    return [replace(scene, label=turns.get(scene.number)) for scene in scenes]


def _last_word(scene: Scene, label: range) -> str:
    return scene.tokens.span(label).of(scene.tokens.text).casefold().split()[-1]


def _looks_like_a_name(scene: Scene, label: range) -> bool:
    words = scene.tokens.words[label.start : label.stop]
    while len(words) > _FEWEST_WORDS and is_title(words[0]):
        words = words[1:]
    never = any(word.lower() in NEVER_NAMES for word in words)
    return len(words) >= _FEWEST_WORDS and plausible(words) and not never


def _label(scene: Scene) -> range | None:
    """Return the tokens of a block's label: a few capitalised words before a colon.

    Some papers set the whole turn in quotation marks, its label too.
    """
    words, run = scene.tokens.words, scene.run
    start = run.start + (bool(run) and scene.inside(run.start))
    for index in range(start, min(start + _LONGEST_LABEL, run.stop)):
        if words[index] == ":" and index > start:
            label = range(start, index)
            behind = sum(words[i][0].isalnum() for i in range(index + 1, run.stop))
            return label if behind >= _FEWEST_WORDS else None
        if not (words[index][0].isupper() or words[index] in _SIGNS):
            return None
    return None


def _names_somebody(scene: Scene, speakers: Speakers, label: range) -> bool:
    """Tell a speaker's label from "Update:" and "Where:": a name, a word for a person, a word in capitals, Q and A."""
    tokens = scene.tokens
    words = [index for index in label if tokens.words[index][0].isalpha()]
    if any((mention := speakers.mention_at(index)) is not None and mention.kind == "person" for index in words):
        return True
    if any(tokens.lower[index] in _CALLED for index in words):
        return True
    capitals = all(tokens.words[index].isupper() and len(tokens.words[index]) > 2 for index in words)
    return bool(words) and capitals and not any(tokens.lower[index] in NEVER_NAMES for index in words)
