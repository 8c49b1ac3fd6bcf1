"""What is laid over an article's text: quotations, mentions, bylines and the author's own formatting."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from sitegen.compose.entry import Record
from sitegen.compose.hrefs import Addresses
from sitegen.compose.images import image_in_text
from sitegen.compose.permalinks import Place
from sitegen.model.article import Article, Block
from sitegen.model.quote import Quote
from sitegen.model.span import Span
from sitegen.model.view_text import Overlay, OverlayKind

_OPENING = re.compile(r"(?:``|''|[\"'“”„‟«»‘‚‹›「『`])\Z")
_CLOSING = re.compile(r"''|[\"'“”«»’‘‹›」』]")
# The first picture is seen at once where no more characters than these stand before it.
_NEAR = 600


def quote_overlays(quote: Quote, text: str, *, anchor: bool = False) -> list[Overlay]:
    """Return the marks of one quotation in ``text``: its content, and the very words inside a mixed one.

    With ``anchor`` the first part carries the quotation's id. What a reader sees takes in the quotation marks round
    the words; the overlay that names the quotation keeps to the words.
    """
    direct = quote.kind == "direct"
    marks: list[Overlay] = []
    for number, span in enumerate(quote.spans):
        id_ = quote.id if anchor and number == 0 else ""
        seen = with_marks(text, span) if direct else with_outer_marks(text, span, quote.verbatim)
        marks += _shown("said" if direct else "told", seen, Overlay("words", span.start, span.end, id_, quote=quote.id))
    if quote.kind == "mixed":
        for span in quote.verbatim:
            words = Overlay("words", span.start, span.end, quote=quote.id, whole=False)
            marks += _shown("said", with_marks(text, span), words)
    return marks


def _shown(kind: OverlayKind, seen: Span, words: Overlay) -> list[Overlay]:
    """Return one overlay that both shows and names the words where their spans are one, else two."""
    if (seen.start, seen.end) == (words.start, words.end):
        return [Overlay(kind, words.start, words.end, words.id, quote=words.quote, whole=words.whole)]
    return [Overlay(kind, seen.start, seen.end), words]


def with_marks(text: str, span: Span) -> Span:
    """Return ``span`` with the quotation marks that touch it."""
    before = _OPENING.search(text, max(0, span.start - 2), span.start)
    after = _CLOSING.match(text, span.end)
    return Span(before.start() if before else span.start, after.end() if after else span.end)


def with_outer_marks(text: str, span: Span, verbatim: Iterable[Span]) -> Span:
    """Return reported words with the marks of those very words that begin or end them."""
    inside = [with_marks(text, part) for part in verbatim if span.covers(part)]
    return Span(min([span.start, *(i.start for i in inside)]), max([span.end, *(i.end for i in inside)]))


def standing_alone(quote: Quote, text: str) -> tuple[Span, ...]:
    """Return the parts of a quotation as they stand outside their article: reported ones with their outer marks.

    Direct ones have none: whoever shows them adds marks of its own.
    """
    if quote.kind == "direct":
        return quote.spans
    return tuple(with_outer_marks(text, span, quote.verbatim) for span in quote.spans)


def evidence_overlays(quote: Quote) -> list[Overlay]:
    """Return the marks that name speaker, cue and relaying source of a quotation, none where these were rejected."""
    attribution = quote.attribution
    if attribution.status == "rejected":
        return []
    speaker = attribution.voice.span if attribution.voice is not None else None
    via = attribution.via.span if attribution.via is not None else None
    marks = []
    if speaker is not None:
        marks.append(Overlay("speaker", speaker.start, speaker.end))
    if attribution.cue is not None:
        marks.append(Overlay("cue", attribution.cue.start, attribution.cue.end))
    if via is not None:
        marks.append(Overlay("via", via.start, via.end))
    return marks


def article_overlays(
    record: Record, place: Place, addresses: Addresses, former: Mapping[str, Sequence[str]]
) -> list[Overlay]:
    """Return everything laid over an article, offsets counted in its text.

    ``former`` are the ids that its quotations had in it before: each stays an anchor of the first part.
    """
    reading = record.reading
    marks = author_overlays(reading.article, addresses)
    for quote in reading.analysis.quotes:
        first = quote.spans[0]
        marks += (Overlay("words", first.start, first.end, id_) for id_ in former.get(quote.id, ()))
        marks += quote_overlays(quote, reading.article.text, anchor=True)
    for number, mention, entity, is_link in record.meant():
        span, href = mention.span, place.to(entity.folder) if is_link else ""
        marks.append(Overlay("mention", span.start, span.end, id=f"m{number}", href=href, form=mention.form))
    return marks


def author_overlays(article: Article, addresses: Addresses) -> list[Overlay]:
    """Return the author's formatting, with links that lead nowhere taken away, and bylines and dateline."""
    marks = [Overlay("byline", span.start, span.end) for span in article.bylines]
    if article.dateline is not None:
        marks.append(Overlay("dateline", article.dateline.start, article.dateline.end))
    around: dict[int, str] = {}
    for mark in article.marks:
        start, end = mark.span.start, mark.span.end
        if mark.kind == "link":
            href = addresses.link(mark.href)
            if href and start == end:
                around[start] = href  # a link round a picture alone
            elif href:
                marks.append(Overlay("link", start, end, href=href, title=mark.title))
    near, early = article.after_headline + _NEAR, True
    for mark in article.marks:
        start, end = mark.span.start, mark.span.end
        if mark.kind == "image":
            src, href = addresses.image(mark.href), around.get(start, "")
            image = image_in_text(src, mark, addresses.picture(mark.href), early=early and start <= near)
            marks.append(Overlay("image", start, start, href=href, image=image))
            early = False
        elif mark.kind != "link":
            marks.append(Overlay(mark.kind, start, end))
    return marks


def divide(leaves: Sequence[Block], overlays: Iterable[Overlay]) -> list[tuple[Overlay, ...]]:
    """Cut overlays at the borders of ``leaves``; returns those of each leaf, offsets counted in its own text.

    What lies between leaves is dropped. An id stays with the first part that is left.
    """
    starts = [leaf.span.start for leaf in leaves]
    parts: list[list[Overlay]] = [[] for _ in leaves]
    for overlay in overlays:
        number = max(0, bisect_right(starts, overlay.start) - 1)
        anchor = overlay.id
        while number < len(leaves) and leaves[number].span.start <= overlay.end:
            span = leaves[number].span
            start, end = max(overlay.start, span.start), min(overlay.end, span.end)
            # A picture between two leaves with no text of its own belongs to the one that it touches first.
            if start < end or (overlay.start == overlay.end and start == end):
                parts[number].append(overlay.moved(start - span.start, end - span.start, anchor))
                anchor = ""
                if overlay.start == overlay.end:
                    break
            number += 1
    return [tuple(part) for part in parts]


def within(overlays: Iterable[Overlay], span: Span) -> tuple[Overlay, ...]:
    """Return the overlays that touch ``span``, cut to it, offsets counted from its start."""
    start, end = span.start, span.end
    return tuple(
        [
            o.moved((o.start if o.start > start else start) - start, (o.end if o.end < end else end) - start, o.id)
            for o in overlays
            if o.start < end and start < o.end
        ]
    )
