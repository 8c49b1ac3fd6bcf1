"""Bands between two lists of names: which are drawn, and where each begins and ends."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.compose.network.edges import Edge, Node
from sitegen.compose.network.ordering import ordered
from sitegen.compose.permalinks import Place
from sitegen.compose.wording import count, figure
from sitegen.model.view_network import Band, BandPicture, End
from sitegen.model.view_parts import Link

# So many bands, and names at each side, can still be told apart; network.css has a rule for each name.
MOST_BANDS = 30
MOST_NAMES = 20
# network.css gives every row this height, in pixels: two lines of small type.
ROW = 32
_MOST_ROWS = 3
_WIDEST, _THINNEST = 4.0, 1.0
# Room between the bands of one name and those of the next.
_BETWEEN = 6


def drawn(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """Return the first of ``edges``, as many as one picture can show."""
    speakers: set[str] = set()
    about: set[str] = set()
    for number, edge in enumerate(edges[:MOST_BANDS]):
        speakers.add(edge.speaker.id)
        about.add(edge.about.id)
        if max(len(speakers), len(about)) > MOST_NAMES:
            return tuple(edges[:number])
    return tuple(edges[:MOST_BANDS])


def band_picture(place: Place, edges: Sequence[Edge]) -> BandPicture:
    """Return the picture of ``edges``, whose rows in the table are numbered from 1."""
    bands = {(edge.speaker.id, edge.about.id): edge.weight for edge in edges}
    back = {(about, speaker): weight for (speaker, about), weight in bands.items()}
    speakers, spoken_about = ordered(bands)
    left = _Side("f", speakers, {id_: _joined(id_, spoken_about, bands) for id_ in speakers})
    right = _Side("t", spoken_about, {id_: _joined(id_, speakers, back) for id_ in spoken_about})
    scale = min(_WIDEST, (_MOST_ROWS * ROW - _BETWEEN) / max(left.heaviest, right.heaviest))
    height = max(sum(side.rows(id_, scale) for id_ in side.order) for side in (left, right)) * ROW
    starts, ends = left.ports(height, scale), right.ports(height, scale)
    nodes = {node.id: node for edge in edges for node in (edge.speaker, edge.about)}
    return BandPicture(
        height,
        tuple(left.end(place, nodes[id_], right, scale) for id_ in left.order),
        tuple(right.end(place, nodes[id_], left, scale) for id_ in right.order),
        tuple(
            Band(
                _path(
                    starts[edge.speaker.id, edge.about.id],
                    ends[edge.about.id, edge.speaker.id],
                    _width(edge.weight, scale),
                ),
                (left.key(edge.speaker.id), right.key(edge.about.id)),
                number,
                f"{edge.speaker.name} about {edge.about.name}: {count(edge.weight, 'quotation')}",
            )
            for number, edge in enumerate(edges, 1)
        ),
    )


def _joined(id_: str, others: Sequence[str], bands: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Return those among ``others`` that bands join to ``id_``, in their order, each with the weight."""
    return {other: bands[id_, other] for other in others if (id_, other) in bands}


@dataclass(frozen=True, slots=True)
class _Side:
    """One list of names, from top to bottom; ``joined`` are, for each, those at the other side with the weights."""

    letter: str
    order: tuple[str, ...]
    joined: Mapping[str, Mapping[str, int]]

    @property
    def heaviest(self) -> int:
        """The largest sum of the bands of one name."""
        return max(sum(weights.values()) for weights in self.joined.values())

    def key(self, id_: str) -> str:
        return f"{self.letter}{self.order.index(id_) + 1}"

    def stack(self, id_: str, scale: float) -> float:
        """Return how high the bands of a name stand one upon the other, in pixels."""
        return sum(_width(weight, scale) for weight in self.joined[id_].values())

    def rows(self, id_: str, scale: float) -> int:
        return math.ceil((self.stack(id_, scale) + _BETWEEN) / ROW)

    def ports(self, height: int, scale: float) -> dict[tuple[str, str], float]:
        """Return where the top of each band stands at this side, by the names here and there.

        The names stand in the middle of ``height``; bands leave them in the order of those that they lead to.
        """
        found = {}
        top = (height - ROW * sum(self.rows(id_, scale) for id_ in self.order)) / 2
        for id_ in self.order:
            room = ROW * self.rows(id_, scale)
            y = top + (room - self.stack(id_, scale)) / 2
            for other, weight in self.joined[id_].items():
                found[id_, other] = y
                y += _width(weight, scale)
            top += room
        return found

    def end(self, place: Place, node: Node, there: "_Side", scale: float) -> End:
        joined = self.joined[node.id]
        return End(
            node_link(place, node),
            figure(sum(joined.values())),
            self.key(node.id),
            self.rows(node.id, scale),
            tuple(map(there.key, joined)),
        )


def node_link(place: Place, node: Node) -> Link:
    """Return a name that leads on in the network, unless it is that of the page itself."""
    return Link(node.name, "" if node.folder == place.folder else place.to(node.folder))


def _width(weight: int, scale: float) -> float:
    return max(_THINNEST, weight * scale)


def _path(start: float, end: float, width: float) -> str:
    """Return the outline of a band, as high everywhere as at its ends: a stroke would bulge where it is steep."""
    one, other = _number(start), _number(end)
    below, back = _number(start + width), _number(end + width)
    return f"M0 {one}C50 {one} 50 {other} 100 {other}V{back}C50 {back} 50 {below} 0 {below}Z"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
