"""A cue set between commas: The quay, she said, was closed.

Source: parenthetical reporting clauses (Quirk et al., A Comprehensive Grammar of the English Language, 14.29).
"""

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.quotes.found import Found, claimed, cues
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers

_COMMAS = frozenset({",", "—", "–", "--", "-"})


def inserted(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Report the sentence round a clause of speaker and cue between commas as mixed or indirect speech."""
    tokens = scene.tokens
    used, taken = cues(found), claimed(found)
    results = list(found)
    for verb in scene.run:
        frames = VERBS.get(tokens.lower[verb], ("", ""))[1]
        if scene.inside(verb) or not ("q" in frames or "c" in frames) or tokens.parse.starts[verb] in used:
            continue
        if tokens.parse.tags[verb] not in {"VBD", "VBZ", "VBP"} or verb + 1 not in scene.run:
            continue
        if tokens.words[verb + 1] not in _COMMAS:
            continue
        subject = speakers.subject(scene, verb)
        if subject is None or not 0 < verb - subject <= 3:
            continue
        opening = _opening(scene, subject)
        if opening is None:
            continue
        first, last = scene.sentence_start(opening), scene.sentence_end(verb)
        before, after = scene.content(range(first, opening)), scene.content(range(verb + 2, last + 1))
        if before is None or after is None:
            continue
        inner = {
            scene.owner[index] for index in (*range(first, opening), *range(verb + 2, last + 1)) if scene.inside(index)
        }
        if inner & taken:
            continue
        results.append(
            Found(
                (before, after),
                tuple(sorted(inner)),
                "clause.inserted",
                0.9,
                speakers.voice(scene, subject),
                tokens.span(range(verb, verb + 1)),
            )
        )
    return tuple(results)


def _opening(scene: Scene, subject: int) -> int | None:
    """Return the comma before the noun phrase of ``subject``, within its first few words."""
    for index in range(subject - 1, max(scene.run.start, subject - 5), -1):
        if scene.inside(index):
            return None
        if scene.tokens.words[index] in _COMMAS:
            return index if index > scene.sentence_start(index) else None
    return None
