"""Text as the search index holds it: on one line, without blanks that nobody sees."""

from collections.abc import Iterable

from sitegen.model.view_text import publishable


def on_one_line(text: str) -> str:
    """Return ``text`` on one line as it can be published."""
    return " ".join(_visible(text).split())


def places_on_line(text: str, begin: int, cuts: Iterable[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Return where things stand on the line of ``text`` from ``begin`` on, by the cuts at which they begin or end.

    The first are the places of what begins at each of ``cuts``, the second those where what goes up to it ends. All are
    code points; no cut lies before ``begin``.
    """
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    done, length, parted = begin, 0, False
    for cut in sorted(cuts):
        piece = _visible(text[done:cut])
        line = " ".join(piece.split())
        if line:
            length += len(line) + (length > 0 and (parted or piece[0].isspace()))
            parted = piece[-1].isspace()
        else:
            parted = parted or bool(piece)
        starts[cut] = length + (length > 0 and (parted or text[cut : cut + 1].isspace()))
        ends[cut] = length
        done = cut
    return starts, ends


def _visible(text: str) -> str:
    return publishable(text).replace("\u200b", "")
