"""Quotations that one paragraph does not hold: several paragraphs of words, or the speaker's name below them.

Source: each paragraph of a longer quotation opens, only the last closes (Chicago Manual of Style 13.30); a source on a
line of its own below a block quotation (13.69).
"""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.analyse.quotes.carry import Speech
from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.signature import signature
from sitegen.analyse.quotes.speakers import Speakers

_LONGEST_SIGNATURE = 30


def continued(scene: Scene, scenes: Sequence[Scene], number: int, speeches: Sequence[Speech]) -> Speech | None:
    """Return the last of ``speeches`` with passage ``number`` added, where the block before left it open."""
    if number or not _left_open(scene, scenes, speeches):
        return None
    span = scene.content(scene.tokens_of[0])
    last = speeches[-1].found
    return None if span is None else Speech(scene.number, replace(last, spans=(*last.spans, span)))


def signed_below(scene: Scene, scenes: Sequence[Scene], speakers: Speakers, number: int) -> Found | None:
    """Return passage ``number`` as the words of whoever signs in the paragraph below, where it ends its own."""
    below = scene.number + 1
    run = scene.tokens_of[number]
    if number + 1 < len(scene.passages) or below >= len(scenes) or not run:
        return None
    if run.stop < scene.run.stop - 1 or len(scenes[below].run) > _LONGEST_SIGNATURE:
        return None
    voice = signature(scenes[below], speakers, scenes[below].block.start)
    span = scene.content(run)
    return None if voice is None or span is None else Found((span,), (number,), "signed", 0.9, voice)


def begun_above(scene: Scene, scenes: Sequence[Scene], first: Speech, speeches: Sequence[Speech]) -> bool:
    """Tell whether ``first``, which is signed, is the end of a quotation that the block before left open."""
    signed = first.found.rule == "signed" and 0 in first.found.passages
    return signed and _left_open(scene, scenes, speeches) and speeches[-1].found.cue is None


def with_beginning(beginning: Speech, end: Speech) -> Speech:
    """Return the two pieces of a quotation as one, with the speaker of its end."""
    return Speech(end.block, replace(end.found, spans=(*beginning.found.spans, *end.found.spans)))


def _left_open(scene: Scene, scenes: Sequence[Scene], speeches: Sequence[Speech]) -> bool:
    """Tell whether the last of ``speeches`` ends the block before with a passage that goes on in this one."""
    if not scene.number or not speeches or speeches[-1].block != scene.number - 1:
        return False
    before = scenes[scene.number - 1].passages
    return bool(before) and before[-1].continues and speeches[-1].found.spans[-1].end >= before[-1].inner.start
