"""What stands at addresses of former times, and the list of what was corrected."""

from dataclasses import dataclass

from sitegen.model.view_parts import Day, Frame, Link, Pager


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
    """What became of a published quotation: ``quotation`` is what it is now, or where its going is noted.

    ``former`` are addresses that it had before, as many as fit a line, linked where its going is noted there as well;
    ``more`` says how many are left out.
    """

    what: str
    day: Day
    quotation: Link
    speaker: Link
    article: Link
    former: tuple[Link, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Template ``corrections.html``: quotations that were edited or taken out since they were published."""

    frame: Frame
    heading: str
    lede: str
    corrections: tuple[Correction, ...]
    pager: Pager
