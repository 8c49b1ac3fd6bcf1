"""Time along a line: where days stand so that nothing drawn at them overlaps, and which of them are named."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.compose.drawn_figures import per_cent
from sitegen.compose.time_units import unit_in_few_words

# The narrowest picture, in pixels: on a screen of 320. What has room there has room everywhere, as positions are shares
# of the width.
NARROWEST = 228
EDGE = 6
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTHS = (1, 2, 3, 6)
_MOST_TICKS = 6
_LABEL = {"year": 34, "month": 62}
# A year and a half: over a shorter time, months are named.
_LONG = 548


@dataclass(frozen=True, slots=True)
class AxisMark:
    """Something to be drawn at ``day``: it takes ``room`` pixels to each side; ``label`` is "" but for a tick."""

    day: datetime.date
    room: float
    label: str = ""


def year_step(first: int, last: int) -> int:
    """Return every which year can be named, so that those from ``first`` to ``last`` have room."""
    return next((each for each in _YEARS if (last - first + 1) / each <= _MOST_TICKS), _YEARS[-1])


def ticks(first: datetime.date, last: datetime.date) -> tuple[list[AxisMark], datetime.date]:
    """Return the beginnings of years or months from ``first`` to ``last``, as many as have room, and the axis' end."""
    if (last - first).days >= _LONG:
        step = year_step(first.year, last.year)
        start = max(1, first.year - first.year % step)
        named = range(start, last.year + 1, step)
        end = min(named[-1] + step, datetime.MAXYEAR)
        return [AxisMark(datetime.date(year, 1, 1), 1, str(year)) for year in named], datetime.date(end, 1, 1)
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    step = next((each for each in _MONTHS if months / each <= _MOST_TICKS - 1), _MONTHS[-1])
    start = 12 * first.year + (first.month - 1) // step * step
    named = range(start, 12 * last.year + last.month, step)
    marks = [AxisMark(_month(number), 1, unit_in_few_words("month", number)) for number in named]
    return marks, _month(named[-1] + step)


def _month(number: int) -> datetime.date:
    """Return the first day of a month, counted from the year 0; the calendar's last day behind its end."""
    year, month = divmod(number, 12)
    return datetime.date(year, month + 1, 1) if year <= datetime.MAXYEAR else datetime.date.max


def spread(marks: Sequence[AxisMark], start: datetime.date, end: datetime.date) -> list[float]:
    """Return where ``marks``, in the order of time, stand on the narrowest picture: pixels from its start.

    Each as near to its day as it can be, in the sense of least squares, without touching another.
    """
    days = max(1, (end - start).days)
    inner = NARROWEST - 2 * EDGE
    ahead = [0.0]
    for left, right in pairwise(marks):
        ahead.append(ahead[-1] + left.room + right.room)
    room = inner - ahead[-1] - (marks[0].room + marks[-1].room) if marks else 0
    wanted = [EDGE + inner * (mark.day - start).days / days - taken for mark, taken in zip(marks, ahead, strict=True)]
    low = EDGE + (marks[0].room if marks else 0)
    placed = (min(max(each, low), low + max(0, room)) for each in _rising(wanted))
    return [each + taken for each, taken in zip(placed, ahead, strict=True)]


def _rising(wanted: Sequence[float]) -> Iterator[float]:
    """Yield the nearest values to ``wanted`` that never fall: neighbours that would are pooled at their mean."""
    pools: list[tuple[float, int]] = []
    for each in wanted:
        mean, size = each, 1
        while pools and pools[-1][0] > mean:
            before, others = pools.pop()
            mean = (mean * size + before * others) / (size + others)
            size += others
        pools.append((mean, size))
    for mean, size in pools:
        yield from [mean] * size


def readable(labels: Sequence[tuple[float, str]]) -> list[str]:
    """Return the labels that have room behind their places, the first ones first, and "" for the others."""
    free = 0.0
    shown = []
    for place, label in labels:
        room = _LABEL["month" if " " in label else "year"]
        fits = bool(label) and place >= free and place + room <= NARROWEST + EDGE
        shown.append(label if fits else "")
        free = place + room if fits else free
    return shown


def position(place: float) -> str:
    """Return a place on the narrowest picture as a percentage of any: "12.5"."""
    return per_cent(100 * place / NARROWEST)
