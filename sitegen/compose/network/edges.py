"""Who talks about whom, and how often: the network as nodes and weighted edges."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Utterance
from sitegen.compose.pairs import has_page, pair_folder
from sitegen.compose.permalinks import NETWORK, article_folder, entity_folder, quote_folder
from sitegen.model.mention import Kind

# With fewer edges a picture says no more than a sentence does.
FEWEST_EDGES = 3


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody who talks, or is talked about; with ``has_picture``, one page of the network is about them alone.

    ``noindex`` keeps search engines from that page.
    """

    id: str
    kind: Kind
    name: str
    has_picture: bool = False
    noindex: bool = False

    @property
    def page(self) -> str:
        """The folder of their own page."""
        return entity_folder(self.kind, self.id)

    @property
    def folder(self) -> str:
        """Where the network leads from their name: to their picture in it, or to their page where they have none."""
        return ego_folder(self.kind, self.id) if self.has_picture else self.page


@dataclass(frozen=True, slots=True)
class Edge:
    """``speaker`` talks about ``about`` in so many quotations, versions of one utterance counted once.

    ``places`` are where these stand, as folder and anchor: the page of the two, or each quotation where they have none.
    """

    speaker: Node
    about: Node
    weight: int
    places: tuple[tuple[str, str], ...]


def ego_folder(kind: Kind, id_: str) -> str:
    """Return the folder of the page that shows somebody's own part of the network."""
    return f"{NETWORK}{entity_folder(kind, id_)}"


def edges_of(index: Catalogue) -> tuple[Edge, ...]:
    """Return all edges of the network, the strongest first; equal ones by the ids of speaker and whom they speak of."""
    degrees = Counter(id_ for edge in index.spoken for id_ in edge)
    nodes = {
        id_: Node(
            id_,
            kind,
            entity.name,
            has_picture=degrees[id_] >= FEWEST_EDGES,
            noindex=entity.noindex,
        )
        for kind, entities in index.entities.items()
        for id_, entity in entities.items()
        if id_ in degrees
    }
    order = sorted(index.spoken.items(), key=lambda each: (-len(each[1]), each[0]))
    return tuple(
        Edge(nodes[speaker], nodes[about], len(spoken), _places(index, speaker, about, spoken))
        for (speaker, about), spoken in order
    )


def _places(index: Catalogue, speaker: str, about: str, spoken: Iterable[Utterance]) -> tuple[tuple[str, str], ...]:
    if has_page(index, speaker, about):
        return ((pair_folder(speaker, about), ""),)
    return tuple(
        (quote_folder(each.quote.id), "")
        if each.has_page
        else (article_folder(each.record.reading.article.id), each.quote.id)
        for each in spoken
    )


def nodes_of(edges: Iterable[Edge]) -> dict[Node, int]:
    """Return all nodes with the sum of their edges' weights, the largest first."""
    weights: Counter[Node] = Counter()
    for edge in edges:
        weights[edge.speaker] += edge.weight
        weights[edge.about] += edge.weight
    return dict(sorted(weights.items(), key=lambda each: (-each[1], each[0].id)))
