"""Who relays words whose speaker has a cue already: Lee said …, according to the Packet. Lee was quoted by the Packet.

Source: Guardian and AP style, where "according to" names a source and never the speaker of a cue beside it; nested
attribution in Pareti 2015, section 3.4.
"""

from dataclasses import replace

from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice
from sitegen.model.span import Span

_QUOTED = frozenset({"quoted", "cited"})
_REPORTED = frozenset({"reported", "quoted", "told", "recalled", "cited"})
_RELAYING = _REPORTED | {"according"}


def relayed(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Set ``via`` of the quotations of each sentence that names who relays it."""
    results = list(found)
    lower = scene.tokens.lower
    for index in scene.run:
        if lower[index] not in _RELAYING or scene.inside(index):
            continue
        voice = _relay(scene, speakers, index)
        if voice is None:
            continue
        at = scene.tokens.parse.starts[index]
        sentence = scene.tokens.span(range(scene.sentence_start(index), scene.sentence_end(index) + 1))
        for number, quotation in enumerate(results):
            own = quotation.cue is not None and quotation.cue.start == at
            if _in_sentence(quotation, sentence) and not own and quotation.voice is not None and quotation.via is None:
                results[number] = replace(quotation, via=voice)
    return tuple(results)


def _relay(scene: Scene, speakers: Speakers, index: int) -> Voice | None:
    """Return the source of "according to X", "as reported by X" and "was quoted by X" at token ``index``."""
    tokens = scene.tokens
    lower, following = tokens.lower, index + 1
    if following not in scene.run or scene.inside(following):
        return None
    if lower[index] == "according" and lower[following] == "to":
        return speakers.prepositional(scene, following)
    if lower[following] != "by":
        return None
    begins = lower[index] in _REPORTED and index > scene.run.start and lower[index - 1] in {"as", "first"}
    return speakers.prepositional(scene, following) if begins or lower[index] in _QUOTED else None


def _in_sentence(quotation: Found, sentence: Span) -> bool:
    cued = quotation.cue is not None and sentence.covers(quotation.cue)
    return cued or any(part.overlaps(sentence) for part in quotation.spans)
