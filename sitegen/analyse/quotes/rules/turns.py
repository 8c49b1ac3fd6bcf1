"""A turn of a transcript or an interview: MARTA LEE: We closed the quay in June.

Source: the layout of transcripts in news. A label alone proves nothing ("Update: …"): ``label`` is only set where the
article has several labelled paragraphs.
"""

from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice
from sitegen.model.span import Span


def turns(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Report the whole paragraph behind its label as the words of whoever the label names."""
    label = scene.label
    if label is None:
        return found
    tokens = scene.tokens
    whole = scene.content(range(label.start, scene.run.stop))
    if whole is None:
        return found
    content = Span(tokens.parse.starts[label.stop + 1], whole.end)
    mentions = [mention for index in label if (mention := speakers.mention_at(index)) is not None]
    if mentions and mentions[-1].kind != "place":
        voice = Voice(mentions[-1].span, "name", mentions[-1].kind, mentions[-1].cluster)
    else:
        voice = Voice(tokens.span(label), "nominal", None)
    colon = Span(tokens.parse.starts[label.stop], tokens.parse.ends[label.stop])
    numbers = tuple(n for n, passage in enumerate(scene.passages) if passage.inner.end > content.start)
    return (*found, Found((content,), numbers, "turn", 0.9, voice, colon))
