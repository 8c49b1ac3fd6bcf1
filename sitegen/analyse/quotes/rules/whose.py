"""Whose words a cue reports, chosen among the noun phrases of its sentence.

Source: see ``reports.sources``. What the rules before took from grammar alone stands where nothing is surer.
"""

from dataclasses import replace

from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.reports.sources import choose_source
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice

# The least odds of a speaker; below, the speaker that grammar gave stays, or none.
_LEAST = 0.3
# Rules that know the speaker from the layout or from their phrase.
_SURE = frozenset({"turn", "signed", "colon", "in-words"})


def whose(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Set speaker and confidence of every quotation with a cue of its own."""
    attributed = (_attributed(scene, speakers, quotation) for quotation in found)
    return tuple(quotation for quotation in attributed if quotation.voice is not None or quotation.passages)


def _attributed(scene: Scene, speakers: Speakers, quotation: Found) -> Found:
    cue = None if quotation.cue is None else scene.tokens.at.get(quotation.cue.start)
    if cue is None or quotation.rule in _SURE:
        return quotation
    head, odds = choose_source(scene, speakers, cue, quotation.spans)
    if odds < _LEAST:
        return quotation
    return replace(quotation, voice=None if head is None else _voice(scene, speakers, head), confidence=odds)


def _voice(scene: Scene, speakers: Speakers, head: int) -> Voice:
    parse = scene.tokens.parse
    above = parse.heads[head]
    # Of several the whole list: "Lee and Kim said". Of an office beside a name the name: "Lee, the mayor, said".
    while above in scene.run and not scene.inside(above) and above != head:
        listed = parse.deps[head] == "conj" and parse.tags[above].startswith(("N", "PRP"))
        mention = speakers.mention_at(above)
        named = parse.deps[head] == "appos" and mention is not None and mention.kind == "person"
        if not listed and not named:
            break
        head, above = above, parse.heads[above]
    return speakers.voice(scene, head)
