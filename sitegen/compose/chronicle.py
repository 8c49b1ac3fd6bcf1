"""When somebody spoke, as a picture: a stem for each quotation, or bars where there are too many to tell apart."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from sitegen.compose.chronicle_axis import (
    EDGE,
    NARROWEST,
    AxisMark,
    position,
    readable,
    spread,
    ticks,
    year_step,
)
from sitegen.compose.drawn_figures import round_steps
from sitegen.compose.entry import Utterance
from sitegen.compose.lines import excerpt, lead_in
from sitegen.compose.time_units import Unit, number_of, unit_in_few_words, unit_in_words
from sitegen.compose.wording import count, day_of, figure, sentence, short_day, statuses_explained
from sitegen.model.view_chronicle import Bar, Chronicle, DayStems, Level, QuoteStem, Tick

# So many have room beside each other on a narrow screen.
MOST_STEMS = 24
_MOST_BARS = 27
_PITCH = 8
_TALL = 80
_SHORTEST = 5
# Above the highest line stands its figure, below the axis the dates.
_ABOVE = 12
_BELOW = 24
_ROOM_FOR_A_DAY = 96
_EXCERPT = 60
# Of the room that a bar has, to each side of its middle.
_THICK = 0.36
_UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "year", "decade", "century")


def chronicle(said: Sequence[Utterance], where: Callable[[int], str]) -> Chronicle | None:
    """Return when the quotations ``said`` were published, None where none of them is dated.

    ``where(number)`` is the address of a quotation in the list, counted from 0.
    """
    dated = [(day, number) for number, utterance in enumerate(said) if (day := _day(utterance)) is not None]
    if not dated:
        return None
    # Those of one day keep the order of the list, and so of their articles.
    dated.sort(key=lambda each: each[0])
    missing = len(said) - len(dated)
    undated = f"{figure(missing)} more {'is' if missing == 1 else 'are'} undated." if missing else ""
    if len(dated) <= MOST_STEMS:
        return _stems([(day, where(number), said[number]) for day, number in dated], undated)
    return _bars([(day, number, said[number]) for day, number in dated], where, undated)


def _day(utterance: Utterance) -> datetime.date | None:
    return utterance.record.reading.article.date


def _words(utterance: Utterance) -> int:
    return sum(len(part.split()) for part in utterance.parts)


def _scale(most: int, noun: str, least: int) -> tuple[int, tuple[Level, ...]]:
    """Return what the highest line stands for, a round number of at least ``most``, and the lines."""
    steps = (step for step in round_steps() if step >= least)
    top, step = next((times * step, step) for step in steps for times in (2, 3) if times * step >= most)
    levels = tuple(Level(round(_TALL * value / top), figure(value)) for value in range(step, top, step))
    return top, (*levels, Level(_TALL, f"{figure(top)} {noun}".rstrip()))


def _stems(dated: Sequence[tuple[datetime.date, str, Utterance]], undated: str) -> Chronicle:
    lengths = {utterance.quote.id: _words(utterance) for _, _, utterance in dated}
    longest = max(lengths.values())
    top, levels = _scale(longest, "words", 5)
    days = [
        (day, [(href, utterance) for _, href, utterance in found])
        for day, found in groupby(dated, key=lambda each: each[0])
    ]
    alone = len(days) == 1
    places, named = _one_day(days[0][0]) if alone else _axis(days)
    drawn = []
    for (day, found), x in zip(days, places, strict=True):
        first = EDGE + _PITCH / 2 if alone else -_PITCH * (len(found) - 1) / 2
        stems = tuple(
            QuoteStem(
                shift=f"{first + _PITCH * number:g}",
                height=max(_SHORTEST, round(_TALL * lengths[utterance.quote.id] / top)),
                status=utterance.quote.attribution.status,
                href=href,
                quote=utterance.quote.id,
                words=f"{_when_and_how(day, utterance)}: {excerpt(utterance, _EXCERPT)}",
            )
            for number, (href, utterance) in enumerate(found)
        )
        drawn.append(DayStems(x, stems))
    return Chronicle(
        width=str(_PITCH * len(dated) + _ROOM_FOR_A_DAY) if alone else "100%",
        height=_ABOVE + _TALL + _BELOW,
        baseline=_ABOVE + _TALL,
        levels=levels,
        ticks=named,
        days=tuple(drawn),
        bars=(),
        thickness=0,
        gist=_gist([day for day, _ in days], len(dated), longest),
        key="A stem is a quotation, as tall as its words are many:",
        statuses=statuses_explained({utterance.quote.attribution.status for _, _, utterance in dated}),
        undated=undated,
    )


def _gist(days: Sequence[datetime.date], total: int, longest: int) -> str:
    first, last = (day_of(day).text for day in (days[0], days[-1]))
    words, many = count(longest, "word"), count(total, "quotation")
    if total == 1:
        return f"One quotation, of {first}: {words}."
    when = f", all of {first}" if len(days) == 1 else f" on {count(len(days), 'day')}, from {first} to {last}"
    return f"{many}{when}. The longest has {words}."


def _one_day(day: datetime.date) -> tuple[list[str], tuple[Tick, ...]]:
    return ["0"], (Tick("0", short_day(day).text),)


def _axis(days: Sequence[tuple[datetime.date, Sequence[object]]]) -> tuple[list[str], tuple[Tick, ...]]:
    """Return where the stems of each day stand, and the beginnings of years or months between them."""
    named, end = ticks(days[0][0], days[-1][0])
    marks = [*named, *(AxisMark(day, _PITCH * len(found) / 2) for day, found in days)]
    # A year begins before what was said on its first day.
    marks.sort(key=lambda mark: (mark.day, not mark.label))
    placed = list(zip(marks, spread(marks, named[0].day, end), strict=True))
    places = [position(place) for mark, place in placed if not mark.label]
    return places, _ticks([(place, mark.label) for mark, place in placed if mark.label])


def _ticks(labels: Sequence[tuple[float, str]]) -> tuple[Tick, ...]:
    return tuple(Tick(position(place), label) for (place, _), label in zip(labels, readable(labels), strict=True))


def _bars(
    dated: Sequence[tuple[datetime.date, int, Utterance]], where: Callable[[int], str], undated: str
) -> Chronicle:
    first, last = dated[0][0], dated[-1][0]
    unit = next(
        (each for each in _UNITS if number_of(each, last) - number_of(each, first) < _MOST_BARS),
        _UNITS[-1],
    )
    start = number_of(unit, first)
    total = number_of(unit, last) - start + 1
    pitch = (NARROWEST - 2 * EDGE) / total
    found = [(number, list(group)) for number, group in groupby(dated, key=lambda each: number_of(unit, each[0]))]
    most = max(len(group) for _, group in found)
    top, levels = _scale(most, "", 1)
    bars = []
    for number, group in found:
        checked = sum(utterance.quote.attribution.status != "machine" for _, _, utterance in group)
        words = f"{sentence(unit_in_words(unit, number))}: {count(len(group), 'quotation')}"
        bars.append(
            Bar(
                x=position(EDGE + pitch * (number - start + 0.5)),
                height=max(2, round(_TALL * len(group) / top)),
                checked=round(_TALL * checked / top),
                href=where(min(place for _, place, _ in group)),
                words=f"{words}, {figure(checked)} checked by a person" if checked else words,
            )
        )
    busiest = next(unit_in_words(unit, number) for number, group in found if len(group) == most)
    many = count(len(dated), "quotation")
    if total == 1:
        gist = f"{many}, all of {busiest}."
    else:
        gist = f"{many}, from {day_of(first).text} to {day_of(last).text}. Busiest: {busiest}, with {figure(most)}."
    key = f"A bar is a {'quarter of a year' if unit == 'quarter' else unit}, as tall as its quotations are many."
    if any(bar.checked for bar in bars):
        key += " What a person has checked is filled."
    return Chronicle(
        width="100%",
        height=_ABOVE + _TALL + _BELOW,
        baseline=_ABOVE + _TALL,
        levels=levels,
        ticks=_ticks([(EDGE + pitch * (number - start), label) for number, label in _labels(unit, first, last)]),
        days=(),
        # A single bar shows nothing that the words do not.
        bars=tuple(bars) if total > 1 else (),
        thickness=max(2, min(12, int(pitch * _THICK))),
        gist=gist,
        key=key if total > 1 else "",
        statuses=(),
        undated=undated,
    )


def _labels(unit: Unit, first: datetime.date, last: datetime.date) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the bars in which a year, or for short ones a month, begins, each with its name."""
    named: Unit = "month" if unit in ("day", "week") else "year"
    step = 1 if named == "month" else year_step(first.year, last.year)
    for number in range(number_of(named, first), number_of(named, last) + 1):
        if number % step == 0:
            year, month = divmod(number, 12) if named == "month" else (number, 0)
            begins = datetime.date(year, month + 1, 1)
            yield number_of(unit, max(begins, first)), unit_in_few_words(named, number)


def _when_and_how(day: datetime.date, utterance: Utterance) -> str:
    """Return the day, and what leads into reported words: without it a denial reads as a confession."""
    return ", ".join(filter(None, (short_day(day).text, lead_in(utterance))))
