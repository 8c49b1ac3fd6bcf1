"""In somebody's words: the crane is, in the words of Ann Lee, "a gift to the tide". In Lee's words, it is "a gift".
As Lee put it, the crane was "a gift".

Source: observed in news; Quirk et al., A Comprehensive Grammar of the English Language, 8.124 (style disjuncts).
"""

from sitegen.analyse.quotes.found import Found, claimed
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice

_CUES = frozenset({"words", "put", "puts"})


def in_words(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute the free passages of a sentence that says in whose words it speaks."""
    taken = claimed(found)
    results = list(found)
    done: set[int] = set()
    lower = scene.tokens.lower
    for index in scene.run:
        if lower[index] not in _CUES or scene.inside(index):
            continue
        sentence = range(scene.sentence_start(index), scene.sentence_end(index) + 1)
        if sentence.start in done:
            continue
        find = _whose if lower[index] == "words" else _who_put_it
        voice = find(scene, speakers, index)
        if voice is None:
            continue
        done.add(sentence.start)
        cue = scene.tokens.span(range(index, index + 1))
        for number in dict.fromkeys(scene.owner[inside] for inside in sentence if scene.inside(inside)):
            span = scene.content(scene.tokens_of[number]) if number not in taken else None
            if span is not None and not scene.titled(number):
                results.append(Found((span,), (number,), "in-words", 0.9, voice, cue))
                taken.add(number)
    return tuple(results)


def _whose(scene: Scene, speakers: Speakers, words: int) -> Voice | None:
    """Return whose words: "in the words | of Ann Lee", "in Ann Lee's | words", "in her | words"."""
    tokens = scene.tokens
    opening = speakers.phrase_start(scene, words) - 1
    if opening not in scene.run or tokens.lower[opening] != "in":
        return None
    owner = next((child for child in tokens.children[words] if tokens.parse.deps[child] == "poss"), None)
    if owner is not None and not scene.inside(owner):
        return speakers.voice(scene, owner)
    following = words + 1
    if following in scene.run and tokens.lower[following] == "of":
        return speakers.prepositional(scene, following)
    return None


def _who_put_it(scene: Scene, speakers: Speakers, put: int) -> Voice | None:
    """Return who put it so: "as | Lee | put it"."""
    tokens = scene.tokens
    subject = speakers.subject(scene, put)
    if subject is None or subject > put or tokens.lower[put + 1 : put + 2] != ("it",):
        return None
    before = speakers.phrase_start(scene, subject) - 1
    return speakers.voice(scene, subject) if before in scene.run and tokens.lower[before] == "as" else None
