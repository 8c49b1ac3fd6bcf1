"""According to X. With a speaker already known, X relays; without one, X speaks.

Source: Guardian and AP style, where "according to" names a source and never a cue of its own speaker's.
"""

from dataclasses import replace

from sitegen.analyse.quotes.found import Found, claimed
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice
from sitegen.model.span import Span


def according_to(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Give the source of each "according to" to the quotations of its sentence, as ``via`` or as speaker.

    A sentence without any quotation is indirect speech of the source: its content is the sentence less the
    phrase.
    """
    results = list(found)
    for index in scene.run:
        if scene.tokens.lower[index] != "according" or index + 1 not in scene.run or scene.inside(index):
            continue
        if scene.tokens.lower[index + 1] != "to":
            continue
        source = speakers.prepositional(scene, index + 1)
        if source is None or source.span is None:
            continue
        sentence = range(scene.sentence_start(index), scene.sentence_end(index) + 1)
        span = scene.tokens.span(sentence)
        near = [number for number, quotation in enumerate(results) if _in_sentence(quotation, span)]
        if near:
            for number in near:
                if results[number].voice is not None and results[number].via is None:
                    results[number] = replace(results[number], via=source)
            continue
        cue = scene.tokens.span(range(index, index + 2))
        results.extend(_content(scene, sentence, index, source, cue, claimed(results)))
    return tuple(results)


def _in_sentence(quotation: Found, sentence: Span) -> bool:
    cued = quotation.cue is not None and sentence.covers(quotation.cue)
    return cued or any(part.overlaps(sentence) for part in quotation.spans)


def _content(scene: Scene, sentence: range, index: int, source: Voice, cue: Span, taken: set[int]) -> tuple[Found, ...]:
    """Return the longer part of the sentence, before the phrase or behind it, as the source's words."""
    starts = scene.tokens.parse.starts
    behind = next(
        (i for i in range(index, sentence.stop) if source.span and starts[i] >= source.span.end), sentence.stop
    )
    parts = [
        span
        for run in (range(sentence.start, index), range(behind, sentence.stop))
        if len(run) > 2 and (span := scene.content(run)) is not None
    ]
    if not parts:
        return ()
    longest = max(parts, key=len)
    passages = tuple(
        number
        for number, passage in enumerate(scene.passages)
        if number not in taken and longest.overlaps(passage.inner)
    )
    return (Found((longest,), passages, "according-to", 0.85, source, cue),)
