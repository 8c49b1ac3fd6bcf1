"""What a newsroom puts round a story: bylines above and below it, the dateline before its first words."""

from dataclasses import dataclass

from sitegen.model.article import Block
from sitegen.model.span import Span
from sitegen.source.body import Body
from sitegen.source.bylines import is_credit, read_byline
from sitegen.source.datelines import dateline_length

_NEAR = 6


@dataclass(frozen=True, slots=True)
class Newsroom:
    """``bylines`` are whole blocks; ``authors`` the names in those of the form "By X and Y"."""

    bylines: tuple[Span, ...] = ()
    dateline: Span | None = None
    authors: tuple[str, ...] = ()


def survey(body: Body) -> Newsroom:
    """Return bylines among the first and the last six paragraphs of ``body``, and its one dateline.

    The same words in the middle of an article belong to the story, but for the credit of a picture.
    """
    paragraphs = [leaf for leaf in body.leaves() if leaf.kind == "paragraph" and leaf.span.start < leaf.span.end]
    bylines: list[Span] = []
    authors: dict[str, None] = {}
    for place, leaf in enumerate(paragraphs):
        closing = place >= len(paragraphs) - _NEAR and place > 0
        words = leaf.span.of(body.text)
        if place < _NEAR or closing:
            # A short text is head and tail at once.
            byline = read_byline(words, closing=closing)
            if byline:
                bylines.append(leaf.span)
                authors.update(dict.fromkeys(byline.names))
        elif is_credit(words):
            bylines.append(leaf.span)
    return Newsroom(tuple(bylines), _dateline(body.text, paragraphs, frozenset(bylines)), tuple(authors))


def _dateline(text: str, paragraphs: list[Block], bylines: frozenset[Span]) -> Span | None:
    story = [leaf for leaf in paragraphs[: _NEAR + 4] if leaf.span not in bylines]
    for leaf in story[:_NEAR]:
        length = dateline_length(leaf.span.of(text))
        if length:
            return Span(leaf.span.start, leaf.span.start + length)
    return None
