"""A headline that names its speaker: Lee: Board "never asked" about the crane.

Source: observed in news; the name before the colon speaks for the whole line.
"""

from sitegen.analyse.quotes.found import Found, claimed
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice

_LONGEST_LABEL = 6


def headline_speaker(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute the free passages of a block that begins with a person's name and a colon."""
    taken = claimed(found)
    colon = next((i for i in scene.run[: _LONGEST_LABEL + 1] if scene.tokens.words[i] == ":"), None)
    if colon is None or scene.inside(colon):
        return found
    mentions = [m for i in range(scene.run.start, colon) if (m := speakers.mention_at(i)) is not None]
    if not mentions or mentions[-1].kind != "person":
        return found
    voice = Voice(mentions[-1].span, "name", mentions[-1].kind, mentions[-1].cluster)
    cue = scene.tokens.span(range(colon, colon + 1))
    results = list(found)
    for number, run in enumerate(scene.tokens_of):
        if number in taken or not run or run.start < colon or scene.titled(number):
            continue
        span = scene.content(run)
        if span is not None:
            results.append(Found((span,), (number,), "colon", 0.75, voice, cue))
    return tuple(results)
