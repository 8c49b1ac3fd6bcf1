"""Overlays that cross each other, as one properly nested sequence of pieces."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sitegen.model.view_text import MarkedText, Overlay, OverlayKind

# Outer to inner, where two overlays cover the same characters.
_ORDER: tuple[OverlayKind, ...] = (
    "byline",
    "dateline",
    "told",
    "said",
    "words",
    "link",
    "mention",
    "speaker",
    "via",
    "cue",
    "named",
    "strong",
    "emphasis",
    "strike",
    "code",
    "image",
    "break",
    "note",
)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
# What has no length.
_VOID = frozenset({"image", "break", "note"})


# A frozen dataclass takes three times as long to make, and a site has hundreds of thousands of pieces.
class Piece(NamedTuple):
    """A step of the sequence: a tag that opens or closes, an element without content, or ``text``.

    ``first`` and ``last`` tell whether the overlay begins or ends here, or is continued from or in another piece.
    ``linked`` tells that the piece may be a link: no other link is open around it.
    """

    step: Literal["open", "close", "void", "text"]
    overlay: Overlay | None = None
    text: str = ""
    first: bool = True
    last: bool = True
    linked: bool = False


def segments(marked: MarkedText) -> Iterator[Piece]:
    """Yield the pieces of ``marked``: balanced, and their text is ``marked.text``.

    An overlay that crosses another is closed and opened again where they cross; links are never divided and never
    nested, the author's own come before mentions. Overlays without length are dropped, images, breaks and notes aside.
    """
    text, size = marked.text, len(marked.text)
    if not marked.overlays:
        if text:
            yield Piece("text", text=text)
        return
    overlays = sorted(
        (o for o in marked.overlays if 0 <= o.start < o.end <= size), key=lambda o: (o.start, -o.end, _RANK[o.kind])
    )
    voids = sorted(
        (o for o in marked.overlays if o.start == o.end and 0 <= o.start <= size and o.kind in _VOID),
        key=lambda o: o.start,
    )
    linked = _linkable(overlays)
    points = sorted({0, size, *(o.start for o in overlays), *(o.end for o in overlays), *(o.start for o in voids)})
    stack: list[int] = []
    begun: set[int] = set()
    done = next_overlay = next_void = 0
    for point in points:
        if point > done:
            yield Piece("text", text=text[done:point])
            done = point
        again: list[int] = []
        ending = next((depth for depth, number in enumerate(stack) if overlays[number].end <= point), len(stack))
        yield from _close(stack, ending, overlays, linked, point, again)
        while next_void < len(voids) and voids[next_void].start == point:
            free = not any(number in linked for number in stack)
            yield Piece("void", voids[next_void], linked=free)
            next_void += 1
        while next_overlay < len(overlays) and overlays[next_overlay].start == point:
            yield from _close(stack, _yielding(stack, next_overlay, overlays, linked), overlays, linked, point, again)
            again.append(next_overlay)
            next_overlay += 1
        for number in sorted(again, key=lambda n: (-overlays[n].end, _RANK[overlays[n].kind], n)):
            yield Piece("open", overlays[number], first=number not in begun, linked=number in linked)
            begun.add(number)
            stack.append(number)


def _close(
    stack: list[int], depth: int, overlays: list[Overlay], linked: set[int], point: int, again: list[int]
) -> Iterator[Piece]:
    """Close what is open from ``depth`` on; what has not ended yet goes to ``again``."""
    while len(stack) > depth:
        number = stack.pop()
        ended = overlays[number].end <= point
        if not ended:
            again.append(number)
        yield Piece("close", overlays[number], last=ended, linked=number in linked)


def _yielding(stack: list[int], new: int, overlays: list[Overlay], linked: set[int]) -> int:
    """Return the depth from which open overlays yield to a new one that they would divide by ending first.

    Links are never divided; what shows quotations is divided by links alone, for each piece begins with a bar.
    """
    firm = _firmness(overlays[new], new in linked)
    depth, found = len(stack), len(stack)
    while depth and _firmness(overlays[stack[depth - 1]], stack[depth - 1] in linked) < firm:
        depth -= 1
        if overlays[stack[depth]].end < overlays[new].end:
            found = depth
    return found


def _firmness(overlay: Overlay, linked: bool) -> int:
    return 2 if linked else 1 if overlay.kind in {"said", "told"} else 0


def _linkable(overlays: list[Overlay]) -> set[int]:
    """Return the numbers of the overlays that become links: none overlaps another, the author's own go first."""
    own: list[int] = []
    reach = 0
    for number, overlay in enumerate(overlays):
        if overlay.kind == "link" and overlay.href and overlay.start >= reach:
            own.append(number)
            reach = overlay.end
    chosen = set(own)
    reach = position = 0
    for number, overlay in enumerate(overlays):
        if overlay.kind != "mention" or not overlay.href or overlay.start < reach:
            continue
        while position < len(own) and overlays[own[position]].end <= overlay.start:
            position += 1
        if position == len(own) or overlays[own[position]].start >= overlay.end:
            chosen.add(number)
            reach = overlay.end
    return chosen
