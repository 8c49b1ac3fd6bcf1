"""A turn of a transcript or an interview: MARTA LEE: We closed the quay in June.

Source: the layout of transcripts in news. ``label`` is only set where the article has several labelled paragraphs.
"""

from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice
from sitegen.model.span import Span


def turns(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Report the whole paragraph behind its label as the words of whoever the label names."""
    label = scene.label
    content = None if label is None else _content(scene, label)
    if label is None or content is None:
        return found
    tokens = scene.tokens
    mentions = [mention for index in label if (mention := speakers.mention_at(index)) is not None]
    if mentions and mentions[-1].kind != "place":
        voice = Voice(mentions[-1].span, "name", mentions[-1].kind, mentions[-1].cluster)
    else:
        voice = Voice(tokens.span(label), "nominal", None)
    colon = tokens.span(range(label.stop, label.stop + 1))
    numbers = tuple(n for n, passage in enumerate(scene.passages) if passage.inner.overlaps(content))
    return (*found, Found((content,), numbers, "turn", 0.9, voice, colon))


def _content(scene: Scene, label: range) -> Span | None:
    """Return what stands behind the label; where the label stands in marks, up to where they close."""
    if not scene.inside(label.start):
        return scene.content(range(label.stop + 1, scene.run.stop))
    whole = scene.content(range(label.start, scene.run.stop))
    start = scene.tokens.parse.starts[label.stop + 1]
    return Span(start, whole.end) if whole is not None and start < whole.end else None
