"""Who relays words whose speaker has a cue already: Lee said …, according to the Packet. Lee was quoted by the Packet.

Source: Guardian and AP style, where "according to" names a source and never the speaker of a cue beside it; nested
attribution in Pareti 2015, section 3.4.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace

from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.analyse.quotes.trim import REPORTING
from sitegen.model.quote import Voice

_QUOTED = frozenset({"quoted", "cited"})
_REPORTED = frozenset({"reported", "quoted", "told", "recalled", "cited"})
# How many tokens may stand behind "…, the Packet reported": "on Monday.".
_LAST = 4
_RELAYING = _REPORTED | REPORTING | {"according"}


def relayed(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Set ``via`` of the quotations of each sentence that names who relays it."""
    tokens = scene.tokens
    relays: dict[int, tuple[int, Voice]] = {}
    for index in scene.run:
        if tokens.lower[index] in _RELAYING and not scene.inside(index):
            voice = _relay(scene, speakers, index)
            if voice is not None:
                relays.setdefault(scene.sentence_start(index), (tokens.parse.starts[index], voice))
    return tuple(_with_relay(scene, quotation, relays) for quotation in found) if relays else found


def _with_relay(scene: Scene, quotation: Found, relays: Mapping[int, tuple[int, Voice]]) -> Found:
    """Return a quotation with who relays it, where a sentence that it stands in says so and its own cue does not."""
    if quotation.voice is None or quotation.via is not None:
        return quotation
    places = [quotation.cue, *quotation.spans] if quotation.cue is not None else quotation.spans
    for span in places:
        token = bisect_left(scene.tokens.parse.starts, span.start)
        at, voice = relays.get(scene.sentence_start(token), (-1, None)) if token in scene.run else (-1, None)
        if voice is not None and (quotation.cue is None or quotation.cue.start != at):
            return replace(quotation, via=voice)
    return quotation


def _relay(scene: Scene, speakers: Speakers, index: int) -> Voice | None:
    """Return the source of "according to X", "as reported by X", "was quoted by X" or "…, X reported" at ``index``."""
    tokens = scene.tokens
    lower, following = tokens.lower, index + 1
    if lower[index] in REPORTING and tokens.parse.tags[index] in {"VBD", "VBZ"}:
        subject = speakers.subject(scene, index)
        mention = None if subject is None else speakers.mention_at(subject)
        behind = scene.sentence_end(index) - index
        if mention is not None and mention.kind == "organisation" and behind <= _LAST:
            return Voice(mention.span, "name", mention.kind, mention.cluster)
    if following not in scene.run or scene.inside(following):
        return None
    if lower[index] == "according" and lower[following] == "to":
        return speakers.prepositional(scene, following)
    if lower[following] != "by":
        return None
    begins = lower[index] in _REPORTED and index > scene.run.start and lower[index - 1] in {"as", "first"}
    return speakers.prepositional(scene, following) if begins or lower[index] in _QUOTED else None
