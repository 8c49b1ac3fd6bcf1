"""What stands at addresses of former times, and the list of what was corrected."""

from dataclasses import dataclass

from sitegen.model.view_notes import DecisionLine
from sitegen.model.view_parts import Day, Frame, Link, Pager
from sitegen.model.view_text import MarkedText


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Template ``redirect.html``: an address of former times, and where its page is now."""

    frame: Frame
    heading: str
    target: Link


@dataclass(frozen=True, slots=True)
class DepartedView:
    """Template ``departed.html``: the address of a quotation that was taken out; ``article`` is where it stood."""

    frame: Frame
    heading: str
    address: str
    day: Day
    article: Link
    corrections: Link


@dataclass(frozen=True, slots=True)
class Correction:
    """What became of a published quotation, or what a person decided otherwise: ``what`` says it in a few words.

    ``quotation`` is what it is now, or where its going is noted; ``passage`` are the words of an article where these
    are no quotation, with ``place``, which leads to them. ``decision`` is what a person decided, None for what only
    changed in the text.
    ``former`` are addresses that it had before, as many as fit a line, linked where its going is noted there as well;
    ``more`` says how many are left out. ``id`` stays as long as the correction does: an anchor.
    """

    id: str
    what: str
    day: Day
    quotation: Link
    speaker: Link
    article: Link
    former: tuple[Link, ...] = ()
    more: str = ""
    decision: DecisionLine | None = None
    passage: MarkedText | None = None
    language: str = ""
    place: Link | None = None


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Template ``corrections.html``: what was edited, taken out or decided otherwise since it was published.

    ``feed`` leads to the feed of corrections, "" where there is none.
    """

    frame: Frame
    heading: str
    lede: str
    corrections: tuple[Correction, ...]
    pager: Pager
    feed: str = ""
