"""When somebody spoke, as a picture: numbers ready to be drawn, and the same in words."""

from dataclasses import dataclass

from sitegen.model.view_parts import Explained

# Every ``x`` is a percentage of the picture's width, written with a full stop; every other number is one of pixels.
# The baseline lies at 0, and heights count upwards from it.


@dataclass(frozen=True, slots=True)
class QuoteStem:
    """A quotation: ``shift`` pixels beside the day that it is of, ``height`` as its words are many.

    ``words`` are the date and its first words, for whoever points at it; ``quote`` is the id of the quotation.
    """

    shift: str
    height: int
    status: str
    href: str
    quote: str
    words: str


@dataclass(frozen=True, slots=True)
class DayStems:
    """The quotations of one day, side by side."""

    x: str
    stems: tuple[QuoteStem, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """The quotations of a stretch of time: ``checked`` of ``height`` are those that a person has looked at."""

    x: str
    height: int
    checked: int
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Where a stretch of time begins; ``label`` is "" where there is no room for words."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Level:
    """A height with its figure in words: "20 words"."""

    height: int
    label: str


@dataclass(frozen=True, slots=True)
class Chronicle:
    """When somebody spoke: stems, or bars where quotations are many, over one axis.

    ``width`` is that of the axis, "100%" but for quotations of a single day; ``baseline`` is where the axis lies under
    the picture's upper edge, ``thickness`` how thick a bar is to each side of its middle. ``gist`` and ``key`` say in
    words what the picture shows and how to read it, ``statuses`` the statuses in it; ``undated`` tells of those that it
    cannot show. Without stems and bars the words say it all.
    """

    width: str
    height: int
    baseline: int
    levels: tuple[Level, ...]
    ticks: tuple[Tick, ...]
    days: tuple[DayStems, ...]
    bars: tuple[Bar, ...]
    thickness: int
    gist: str
    key: str
    statuses: tuple[Explained, ...]
    undated: str
