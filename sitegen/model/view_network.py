"""What the pages of the network show: who talks about whom, as bands between two lists of names, and as a table."""

from dataclasses import dataclass

from sitegen.model.view_parts import Frame, Link, Pager


@dataclass(frozen=True, slots=True)
class End:
    """A name at one side of the picture, with the sum of its bands; ``key`` tells it from all others: "f1", "t7".

    ``rows`` is how many rows it takes, ``partners`` are the keys of those whom its bands lead to.
    """

    name: Link
    figure: str
    key: str
    rows: int
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A band from one side to the other: ``path`` is its outline, from 0 to 100 across, in pixels down.

    ``number`` is that of its row in the table, ``ends`` are the keys of both names; ``words`` say all this.
    """

    path: str
    ends: tuple[str, str]
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class BandPicture:
    """Speakers at one side, those spoken about at the other, bands between; ``height`` in pixels."""

    height: int
    speakers: tuple[End, ...]
    spoken_about: tuple[End, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """A row of the table: who, about whom, in how many quotations.

    ``quotations`` lead to them: the figure alone, with what it counts for a note, or one link for each quotation.
    ``number`` is that of its band, 0 for none.
    """

    speaker: Link
    about: Link
    figure: str
    quotations: tuple[Link, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class NetworkView:
    """Templates ``network.html``, and ``network_ties.html``, which has no picture.

    ``page_of`` leads to the page of whom this one is about; ``caption`` explains the picture, ``rest`` leads to what
    it leaves out. ``others`` have a picture of their own.
    """

    frame: Frame
    heading: str
    lede: str
    edges: tuple[EdgeLine, ...]
    trail: tuple[Link, ...] = ()
    page_of: Link | None = None
    picture: BandPicture | None = None
    caption: str = ""
    rest: Link | None = None
    others: tuple[Link, ...] = ()
    others_heading: str = ""
    pager: Pager | None = None
