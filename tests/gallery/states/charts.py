"""States of macros/charts.html: networks, small and large, and what is said over time."""

from dataclasses import replace

from sitegen.compose.network.edges import Edge, Node
from sitegen.compose.network.picture import MOST_BANDS, MOST_NAMES, band_picture
from sitegen.compose.permalinks import Place
from sitegen.model.view_network import EdgeLine
from sitegen.model.view_parts import Link
from sitegen.model.view_timeline import Axis, AxisLabel, GridLine, PlotLine, Stem
from tests.gallery.states.making import ADA, LONG_NAME, SCRIPTS, States, page_of

HERE = Place("")


def _node(number: int, name: str) -> Node:
    return Node(f"p{number}", "person", name, has_picture=number % 2 == 0)


FEW = (
    Edge(_node(0, ADA), _node(1, "Ines Holm"), 4, ()),
    Edge(_node(1, "Ines Holm"), _node(0, ADA), 1, ()),
    Edge(_node(1, "Ines Holm"), _node(2, "Harbour Trust"), 2, ()),
)
NAMED = [_node(number, name) for number, name in enumerate((*SCRIPTS.values(), *(f"Pilot {n}" for n in range(14))))]
# As many names at each side as a picture can hold: each leads to one that is further down, some to two.
MANY = tuple(
    Edge(
        NAMED[number % MOST_NAMES],
        NAMED[(3 * number + 1 + 4 * (number // MOST_NAMES)) % MOST_NAMES],
        12 - number // 3,
        (),
    )
    for number in range(MOST_BANDS)
)
SMALL, LARGE = band_picture(HERE, FEW), band_picture(HERE, MANY)
EDGES = (
    EdgeLine(page_of(ADA), page_of("Ines Holm"), "4", (Link("4", "between/a/b/", "quotations: Ada about Ines"),), 1),
    EdgeLine(page_of(LONG_NAME), Link("Harbour Trust"), "2", (Link("1", "q/1/", "first"), Link("2", "q/2/", "second"))),
    *(EdgeLine(page_of(name), page_of(name), "1", (Link("1", "q/", "quotation"),)) for name in SCRIPTS.values()),
)

LABELS = (AxisLabel("5%", "Mar 2024", "start"), AxisLabel("95%", "Nov 2026", "end"))
AXES = {
    "few": Axis(LABELS, (), "few"),
    "some, with a break": Axis((*LABELS, AxisLabel("50%", "Jun 2025", optional=True)), ("30%",), "some"),
    "many": Axis(
        (AxisLabel("2%", "1990", "start"), AxisLabel("50%", "2008"), AxisLabel("98%", "2026", "end")),
        ("30%", "70%"),
        "many",
    ),
}
GRID = (GridLine(56, "10"), GridLine(0, "20"))


def _row(name: Link, columns: int, *, height: int = 112) -> PlotLine:
    """Return a row of so many stems of all heights."""
    stems = tuple(
        Stem(
            f"{100 * (number + 0.5) / columns:.2f}%", height - max(2, number * 37 % (height + 1)), f"Month {number}: 5"
        )
        for number in range(columns)
    )
    return PlotLine(name, str(5 * columns), stems, height, f"{name.text}: 5 a month")


CHARTS: States = {
    "charts.ends": {"speakers": SMALL.speakers},
    "charts.bands": {"small": SMALL, "large": LARGE},
    "charts.edges": {"nothing": (), "with and without a band, one and several links": EDGES},
    "charts.stems": {
        "none": (_row(Link("Quotations"), 0), AXES["few"], ""),
        "one": (replace(_row(Link("Quotations"), 1), grid=GRID), AXES["few"], ""),
        "several": (_row(page_of(ADA), 20, height=20), AXES["some, with a break"], ""),
        "many, plain": (replace(_row(Link("Articles"), 60), grid=GRID), AXES["many"], "plain"),
        **{script: (_row(page_of(name), 12, height=20), AXES["few"], "") for script, name in SCRIPTS.items()},
    },
    "charts.axis_labels": AXES,
}
