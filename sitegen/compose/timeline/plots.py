"""Plots over an axis of time: where their stems stand, and what they say in words."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from sitegen.compose.drawn_figures import per_cent, round_steps
from sitegen.compose.time_units import Unit, unit_in_few_words, unit_in_words
from sitegen.compose.timeline.bins import Bins
from sitegen.compose.wording import count, figure
from sitegen.model.view_parts import Link
from sitegen.model.view_timeline import Anchor, Axis, AxisLabel, Density, GridLine, PlotLine, Stem

TALL, LOW = 112, 20
_SHORTEST = 2
# Labels stand so far apart, in per cent: on every screen, and where there is room for more of them.
_APART, _APART_WIDE = 38.0, 12.0
# A label stands below its bin, not quite where it would be best.
_LEEWAY = 0.9
_EDGE = 5.0


def axis_of(bins: Bins) -> Axis:
    """Return the axis below the plots, with labels that do not touch on a screen of 320 pixels."""
    middles = _middles(bins)
    numbers = [column.number for column in bins.columns if not column.is_break]
    always: list[int] = []
    around = (number for each in bins.breaks for number in (each.number + each.length, each.number - 1))
    for number in (numbers[0], numbers[-1], *around):
        _add(always, number, middles, _APART)
    for number in _between(always, numbers, middles, _APART):
        _add(always, number, middles, _APART)
    shown = list(always)
    for number in _between(always, numbers, middles, _APART_WIDE):
        _add(shown, number, middles, _APART_WIDE)
    density: Density = "few" if bins.width <= 12 else "some" if bins.width <= 31 else "many"
    return Axis(
        tuple(_label(bins.unit, number, middles[number], optional=number not in always) for number in sorted(shown)),
        tuple(_position(middles[each.number]) for each in bins.breaks),
        density,
    )


def _add(shown: list[int], number: int, middles: Mapping[int, float], apart: float) -> None:
    """Add a label to those that are shown, where it touches none."""
    if all(abs(middles[number] - middles[other]) >= apart * _LEEWAY for other in shown):
        shown.append(number)


def _between(shown: Collection[int], numbers: Sequence[int], middles: Mapping[int, float], apart: float) -> list[int]:
    """Return bins for more labels between those shown: every second, or third, such that the room parts evenly."""
    found: list[int] = []
    for left, right in pairwise(sorted(numbers.index(number) for number in shown)):
        parts = int((middles[numbers[right]] - middles[numbers[left]]) / apart)
        if parts > 1:
            least = math.ceil((right - left) / parts)
            step = next((step for step in range(least, 2 * least) if (right - left) % step == 0), least)
            found += numbers[left + step : right : step]
    return found


def plot_line(
    name: Link, figure_in_words: str, noun: str, bins: Bins, counts: Mapping[int, int], *, most: int, height: int
) -> PlotLine:
    """Return a row of plots: ``counts`` by the numbers of bins, of which ``most`` would be ``height`` pixels high.

    ``noun`` is what is counted.
    """
    middles = _middles(bins)
    stems = tuple(
        Stem(
            _position(middles[number]),
            height - max(_SHORTEST, round(height * counts[number] / most)),
            f"{unit_in_words(bins.unit, number)}: {count(counts[number], noun)}",
        )
        for number in sorted(counts)
    )
    words = f"{name.text}: " + "; ".join(f"{unit_in_words(bins.unit, n)} {figure(counts[n])}" for n in sorted(counts))
    return PlotLine(name, figure_in_words, stems, height, words)


def grid_of(most: int, height: int) -> tuple[GridLine, ...]:
    """Return lines at round figures up to ``most``, which is ``height`` pixels high: three at the most."""
    step = next(step for step in round_steps() if most <= 3 * step + step // 2)
    return tuple(
        GridLine(height - round(height * value / most), figure(value)) for value in range(step, most + 1, step)
    )


def _middles(bins: Bins) -> dict[int, float]:
    """Return the middle of each column in per cent of the width, by its number."""
    return dict(_places(bins))


def _places(bins: Bins) -> Iterator[tuple[int, float]]:
    left = 0
    for column in bins.columns:
        yield column.number, 100 * (left + column.width / 2) / bins.width
        left += column.width


def _label(unit: Unit, number: int, middle: float, *, optional: bool) -> AxisLabel:
    anchor: Anchor = "start" if middle < _EDGE else "end" if middle > 100 - _EDGE else "middle"
    return AxisLabel(_position(middle), unit_in_few_words(unit, number), anchor, optional)


def _position(value: float) -> str:
    return f"{per_cent(value)}%"


def breaks_in_words(bins: Bins) -> str:
    """Return where the axis is broken, as a sentence, "" where it is not."""
    if not bins.breaks:
        return ""
    left_out = [_stretch(bins.unit, each.number, each.number + each.length - 1) for each in bins.breaks]
    return f"No article is dated {' or '.join(left_out)}: there the axis is broken."


def _stretch(unit: Unit, first: int, last: int) -> str:
    return f"from {unit_in_words(unit, first)} to {unit_in_words(unit, last)}"


def stem_in_words(unit: Unit) -> str:
    """Return what one stem stands for."""
    return "three months" if unit == "quarter" else f"one {unit}"


def figures_of(bins: Bins, quotations: Mapping[int, int], articles: Mapping[int, int]) -> tuple[Link, ...]:
    """Return, bin by bin, how many quotations there are in how many articles."""
    return tuple(
        Link(
            unit_in_words(bins.unit, number).removeprefix("the "),
            note=f"{count(quotations.get(number, 0), 'quotation')} in {count(articles[number], 'article')}",
        )
        for number in sorted(articles)
    )
