"""Words, then their speaker doing something: "You know, it happens," Lee went on. "Who paid?" Lee pressed him.

Source: quotations with a stage direction in place of a cue (Krestel et al. 2008, section 3). The words must end with
a comma, a question or an exclamation, and the next words must be a person and a finite verb.
"""

from sitegen.analyse.lexicon.cues import SILENT
from sitegen.analyse.quotes.found import Found, claimed
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECT_WITHIN, _VERB_WITHIN, _FEWEST_TOKENS = 5, 3, 4


def subject_after(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute a free passage at the head of its sentence to the person who is the next subject."""
    taken = claimed(found)
    results = list(found)
    for number, run in enumerate(scene.tokens_of):
        if number in taken or len(run) < _FEWEST_TOKENS or not scene.passages[number].closed:
            continue
        begins = run.start == scene.run.start or run.start - 1 in scene.sentence_ends
        inner = scene.passages[number].inner.of(scene.tokens.text).rstrip()
        if not begins or not inner.endswith((",", "?", "!")):
            continue
        pair = _subject_and_verb(scene, speakers, run.stop)
        span = scene.content(run)
        if pair is not None and span is not None:
            subject, verb = pair
            cue = scene.tokens.span(range(verb, verb + 1))
            results.append(Found((span,), (number,), "subject-after", 0.75, speakers.voice(scene, subject), cue))
    return tuple(results)


def _subject_and_verb(scene: Scene, speakers: Speakers, start: int) -> tuple[int, int] | None:
    parse = scene.tokens.parse
    for subject in range(start, min(start + _SUBJECT_WITHIN, scene.run.stop)):
        if scene.inside(subject):
            return None
        verb = parse.heads[subject]
        if parse.deps[subject] == "nsubj" and 0 < verb - subject <= _VERB_WITHIN and parse.tags[verb] in _FINITE:
            acts = speakers.is_human(subject) and scene.tokens.lower[verb] not in SILENT
            return (subject, verb) if acts else None
    return None
