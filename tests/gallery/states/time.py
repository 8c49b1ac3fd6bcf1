"""States of macros/chronicle.html: when somebody spoke."""

from dataclasses import replace
from itertools import cycle

from sitegen.compose.wording import statuses_explained
from sitegen.model.quote import Status
from sitegen.model.view_chronicle import Bar, Chronicle, DayStems, Level, QuoteStem, Tick
from sitegen.model.view_parts import Link
from tests.gallery.states.making import States

ALL: tuple[Status, ...] = ("machine", "confirmed", "corrected", "rejected")


def _stem(status: Status, height: int, shift: str = "0") -> QuoteStem:
    return QuoteStem(shift, height, status, "#quotations", "q-1", "14 Mar 2026: “We held the berth…”")


ONE = Chronicle(
    width="120",
    height=116,
    baseline=92,
    levels=(Level(40, "20"), Level(80, "40 words")),
    ticks=(Tick("0", "14 Mar 2026"),),
    days=(DayStems("0", (_stem("machine", 72, "10"),)),),
    bars=(),
    thickness=0,
    gist="One quotation, of 14 March 2026: 36 words.",
    key="A stem is a quotation, as tall as its words are many:",
    statuses=statuses_explained({"machine"}),
    undated="",
)
YEARS = tuple(Tick(f"{2 + 16 * number}", str(2021 + number) if number % 2 == 0 else "") for number in range(6))
DAYS = tuple(
    DayStems(f"{6 + 8 * number}", tuple(_stem(status, 5 + 7 * number, str(8 * place)) for place, status in stems))
    for number, stems in enumerate((((0, "machine"), (1, "confirmed")), *(((0, s),) for s in (*ALL, *ALL))))
)
BARS = tuple(
    Bar(f"{4 + 3.5 * number:g}", height, height // 3 * (number % 3), "#quotations", f"Week {number}: 12 quotations")
    for number, height in zip(range(27), cycle((2, 80, 33, 61, 12)), strict=False)
)
CHRONICLES = {
    "nothing is dated": replace(
        ONE, levels=(), ticks=(), days=(), gist="5 quotations, all of the week of 9 March 2026.", key="", statuses=()
    ),
    "one": ONE,
    "many, of every status, some undated": replace(
        ONE,
        width="100%",
        ticks=YEARS,
        days=DAYS,
        gist="10 quotations on 9 days, from 4 May 2021 to 14 March 2026. The longest has 36 words.",
        statuses=statuses_explained(ALL),
        undated="2 more are undated.",
    ),
    "by the week": replace(
        ONE,
        width="100%",
        ticks=YEARS,
        levels=(Level(40, "10"), Level(80, "20")),
        days=(),
        bars=BARS,
        thickness=3,
        gist="318 quotations. Busiest: the week of 9 March 2026, with 20.",
        key="A bar is a week, as tall as its quotations are many. What a person has checked is filled.",
        statuses=(),
    ),
}
DRAWN = CHRONICLES["by the week"]
STEMS = {status: _stem(status, 60) for status in ALL}
TIME: States = {
    "chronicle.chronicle": CHRONICLES,
    "chronicle.disc": STEMS,
    "chronicle.bar_of": {"all": (60, DRAWN), "those that are checked": (30, DRAWN, "checked")},
    "chronicle.years": {
        "one": (Link("2026", "#y", "1 quotation"),),
        "many, some on another page": tuple(
            Link(str(year), f"people/a/page-2/#{year}", "12 quotations") for year in range(2026, 1990, -1)
        ),
    },
}
