"""What the pages of the timeline show: plots of quotations over time, and the articles behind them year by year."""

from dataclasses import dataclass
from typing import Literal

from sitegen.model.view_parts import Day, Frame, Link, Pager

# How close the stems of a plot stand, and so how thick they can be.
Density = Literal["few", "some", "many"]
# Which part of a label stands at its place, as SVG has it.
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem of a plot: ``x`` is its middle, such as "12.5%", ``y`` its top in pixels from above; ``words`` say it."""

    x: str
    y: int
    words: str


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line across a plot, ``y`` pixels from above, with the figure that it stands for."""

    y: int
    text: str


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """Words under the axis; an ``optional`` one is left out where it is narrow."""

    x: str
    text: str
    anchor: Anchor = "middle"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """What all plots of a page share: labels, and ``breaks``, the places at which time is left out."""

    labels: tuple[AxisLabel, ...]
    breaks: tuple[str, ...]
    density: Density


@dataclass(frozen=True, slots=True)
class PlotLine:
    """A row of plots: whose, how many in all, its stems, ``height`` pixels high at most, and these again in words."""

    name: Link
    figure: str
    stems: tuple[Stem, ...]
    height: int
    words: str
    grid: tuple[GridLine, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineArticle:
    """An article of the timeline: how many quotations it has, and whose; ``more`` says how many speakers are left."""

    title: Link
    day: Day
    source: str
    figure: str
    speakers: tuple[Link, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class TimelineMonth:
    """The articles of one month, or those without a date under no heading; ``id`` is the anchor."""

    heading: str
    id: str
    note: str
    articles: tuple[TimelineArticle, ...]


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The months of one year that are shown; ``heading`` leads to its page, its note says what that holds."""

    heading: Link
    months: tuple[TimelineMonth, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Template ``timeline.html``: the whole site, or one year of it.

    ``total`` and ``articles`` are the plots of all quotations and articles, None where no article has a date;
    ``people`` are those of the people quoted most. ``figures`` say the same in words, ``caption`` what is drawn, and
    where the axis is broken. ``years`` lead to the pages of the years, and of the articles without a date.
    """

    frame: Frame
    heading: str
    lede: str
    by_year: tuple[TimelineYear, ...]
    trail: tuple[Link, ...] = ()
    axis: Axis | None = None
    total: PlotLine | None = None
    articles: PlotLine | None = None
    people: tuple[PlotLine, ...] = ()
    caption: str = ""
    figures: tuple[Link, ...] = ()
    years: tuple[Link, ...] = ()
    pager: Pager | None = None
