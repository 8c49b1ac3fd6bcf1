"""The network of a site: who talks about whom."""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.network.edges import Edge, Node, edges_of, nodes_of
from sitegen.compose.network.picture import band_picture, drawn, node_link
from sitegen.compose.permalinks import NETWORK, Place, stretches
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.sections import SECTIONS
from sitegen.compose.wording import count, figure
from sitegen.model.view_network import EdgeLine, NetworkView
from sitegen.model.view_parts import Link

__all__ = ["network_pages"]

ALL = f"{NETWORK}all/"
ON_A_PAGE = 200
_MOST_OTHERS = 60
# Three quotations have a page of the two.
_RANKS = ("1st", "2nd")
_HEADING = "Who talks about whom"
_BANDS = (
    "A band joins a speaker to somebody whom the speaker’s own quoted words name, and is as thick as these quotations "
    "are many; one that names two people counts for both. The figure beside a name adds up its bands."
)


def network_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the picture of the strongest edges, one for everybody with edges enough, and the list of all edges."""
    if not index.spoken:
        return
    edges = edges_of(index)
    yield _overview(framer, edges)
    yield from _egos(framer, edges)
    if len(drawn(edges)) < len(edges):
        yield from _lists(framer, edges)


def _overview(framer: Framer, edges: Sequence[Edge]) -> Recipe:
    shown = drawn(edges)
    lede = _size(edges)
    if len(shown) < len(edges):
        lede += f" The {figure(len(shown))} strongest are drawn here."
    framing = framer.framing(Place(NETWORK), _HEADING, f"{_HEADING} on {framer.settings.title}. {lede}", NETWORK)
    others = [(node, weight) for node, weight in nodes_of(edges).items() if node.has_picture]
    heading = "One by one"
    if len(others) > _MOST_OTHERS:
        heading += f": the {_MOST_OTHERS} with the most quotations"
    rest = f"All {count(len(edges), 'tie')} as a list" if len(shown) < len(edges) else ""
    return recipe(framer, "network.html", framing, _network, lede, shown, rest, heading, tuple(others[:_MOST_OTHERS]))


def _size(edges: Sequence[Edge]) -> str:
    speakers = len({edge.speaker.id for edge in edges})
    about = {edge.about.id: edge.about.kind for edge in edges}
    kinds = set(about.values())
    others = count(len(about), "person", "people") if kinds == {"person"} else f"{figure(len(about))} others"
    if kinds == {"person", "organisation"}:
        others = f"{figure(len(about))} people and organisations"
    return f"{count(speakers, 'speaker')} and {others} that they talk about: {count(len(edges), 'tie')}."


def _network(
    sheet: Sheet, lede: str, shown: Sequence[Edge], rest: str, heading: str, others: Sequence[tuple[Node, int]]
) -> NetworkView:
    """Return the page of the strongest edges; ``others`` come with the sum of their edges' weights."""
    place = sheet.place
    return NetworkView(
        frame=sheet.frame,
        heading=_HEADING,
        lede=lede,
        picture=band_picture(place, shown),
        caption=_BANDS,
        edges=_lines(place, shown, len(shown)),
        rest=Link(rest, place.to(ALL)) if rest else None,
        others=tuple(Link(node.name, place.to(node.folder), figure(weight)) for node, weight in others),
        others_heading=heading,
    )


def _egos(framer: Framer, edges: Sequence[Edge]) -> Iterator[Recipe]:
    """Yield, for everybody with edges enough, the page of these alone: an ego network."""
    by_node: dict[Node, list[Edge]] = {}
    for edge in edges:
        by_node.setdefault(edge.speaker, []).append(edge)
        by_node.setdefault(edge.about, []).append(edge)
    for node, own in by_node.items():
        if node.has_picture:
            lede = _degrees(node, own)
            title = f"{node.name}: who talks about whom"
            framing = framer.framing(
                Place(node.folder), title, f"{title}. {lede}", SECTIONS[node.kind].folder, noindex=node.noindex
            )
            rest = f"{node.name} has {count(len(own), 'tie')}; all are in the list" if len(own) > ON_A_PAGE else ""
            yield recipe(framer, "network.html", framing, _ego, node, lede, tuple(own[:ON_A_PAGE]), rest)


def _degrees(node: Node, edges: Sequence[Edge]) -> str:
    about = sum(edge.speaker == node for edge in edges)
    by = len(edges) - about
    said = f"{node.name} talks about {count(about, 'other')}" if about else ""
    spoken = f"{count(by, 'other')} {'talks' if by == 1 else 'talk'} about {node.name}" if by else ""
    return "; ".join(filter(None, (said, spoken))) + "."


def _ego(sheet: Sheet, node: Node, lede: str, edges: Sequence[Edge], rest: str) -> NetworkView:
    place, shown = sheet.place, drawn(edges)
    if len(shown) < len(edges):
        lede += f" The {figure(len(shown))} strongest ties are drawn here."
    return NetworkView(
        frame=sheet.frame,
        heading=node.name,
        lede=lede,
        trail=(Link(_HEADING, place.to(NETWORK)),),
        page_of=Link(node.name, place.to(node.page)),
        picture=band_picture(place, shown),
        caption=_BANDS,
        edges=_lines(place, edges, len(shown)),
        rest=Link(rest, place.to(ALL)) if rest else None,
    )


def _lists(framer: Framer, edges: Sequence[Edge]) -> Iterator[Recipe]:
    """Yield the pages of the list of all edges."""
    starts, folders = stretches(ALL, len(edges), ON_A_PAGE)
    lede = f"{_size(edges)} Those with the most quotations come first."
    for number, start in enumerate(starts, 1):
        heading = f"{_HEADING}: all ties" + (f", page {number}" if number > 1 else "")
        framing = framer.framing(
            Place(folders[number - 1]), heading, f"{heading}, on {framer.settings.title}. {lede}", NETWORK
        )
        shown = tuple(edges[start : start + ON_A_PAGE])
        yield recipe(framer, "network_ties.html", framing, _list, heading, lede, shown, folders, number)


def _list(
    sheet: Sheet, heading: str, lede: str, edges: Sequence[Edge], folders: Sequence[str], number: int
) -> NetworkView:
    place = sheet.place
    return NetworkView(
        frame=sheet.frame,
        heading=heading,
        lede=lede,
        trail=(Link(_HEADING, place.to(NETWORK)),),
        edges=_lines(place, edges, 0),
        pager=pager(place, folders, number),
    )


def _lines(place: Place, edges: Iterable[Edge], bands: int) -> tuple[EdgeLine, ...]:
    """Return the rows of a table; the first of them, as many as there are ``bands``, are drawn."""
    return tuple(_line(place, edge, number if number <= bands else 0) for number, edge in enumerate(edges, 1))


def _line(place: Place, edge: Edge, number: int) -> EdgeLine:
    whose = f"{edge.speaker.name} about {edge.about.name}"
    places = [place.to(folder, anchor) for folder, anchor in edge.places]
    if len(places) == 1:
        words = f"{'quotation' if edge.weight == 1 else 'quotations'}: {whose}"
        links: tuple[Link, ...] = (Link(figure(edge.weight), places[0], words),)
    else:
        links = tuple(Link(rank, href, f"of {whose}") for rank, href in zip(_RANKS, places, strict=True))
    return EdgeLine(node_link(place, edge.speaker), node_link(place, edge.about), figure(edge.weight), links, number)
