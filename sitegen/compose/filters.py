"""To what a list of quotations can be narrowed, and how many are left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.compose.entry import Utterance
from sitegen.compose.permalinks import QUOTES
from sitegen.compose.time_units import UNDATED, year_of
from sitegen.compose.wording import KINDS, STATUSES, sentence, status_in_words

# No quotation has such an id: all begin with "q-".
BY = f"{QUOTES}by/"
_TITLES = {"direct": "Direct quotations", "mixed": "Quotations partly in marks", "indirect": "Reported speech"}
_SPEAKERS = {
    "unknown": ("unknown", "Quotations of unknown speakers", "Nobody is named who can be told for sure."),
    "others": (
        "without a page",
        "Quotations of speakers without a page",
        "The text names or describes the speaker, who has no page of their own.",
    ),
}

Choice = tuple[str, str, int, str]
Row = tuple[str, tuple[Choice, ...]]


@dataclass(frozen=True, slots=True)
class Filter:
    """What the quotations of a list have in common: a year and a kind, or a status, or what is known of the speaker."""

    year: str = ""
    kind: str = ""
    status: str = ""
    speaker: str = ""

    @property
    def folder(self) -> str:
        """The folder of the list's first page."""
        if self.status:
            return f"{QUOTES}status/{self.status}/"
        if self.speaker:
            return f"{BY}{self.speaker}/"
        if self.year:
            return f"{QUOTES}year/{self.year}/" + (f"{self.kind}/" if self.kind else "")
        return f"{QUOTES}kind/{self.kind}/" if self.kind else QUOTES

    @property
    def title(self) -> str:
        """What the list is called."""
        if self.status:
            return f"Quotations: {status_in_words(self.status)}"
        if self.speaker:
            return _SPEAKERS[self.speaker][1]
        title = _TITLES[self.kind] if self.kind else "Quotations"
        if not self.year:
            return title
        return f"{title}, undated" if self.year == UNDATED else f"{title}, {self.year}"

    @property
    def meaning(self) -> str:
        """A sentence on what is in the list, "" where its title says it."""
        if self.status:
            return f"{sentence(STATUSES[self.status])}."
        return _SPEAKERS[self.speaker][2] if self.speaker else ""

    @property
    def trail(self) -> tuple[tuple[str, str], ...]:
        """The wider lists that lead to this one: words and folder."""
        if self == Filter():
            return ()
        found = [("Quotations", QUOTES)]
        if self.speaker:
            found.append(("By speaker", BY))
        if self.year and self.kind:
            found.append((self.year, replace(self, kind="").folder))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Tally:
    """All quotations by what they have in common; lists that would be empty are not there, that of all aside.

    ``leads`` are the lists by year and kind, in which one of the versions of an utterance stands for all; ``others``
    those by status and speaker, which people go through who look after each single one.
    """

    leads: dict[Filter, list[Utterance]]
    others: dict[Filter, list[Utterance]]
    years: tuple[str, ...]


def tally(found: Sequence[Utterance]) -> Tally:
    """Return ``found`` by all filters, each list in the order of ``found``: newest first."""
    # Grouped by plain words first: a site has many quotations and few filters.
    narrow: dict[tuple[str, str], list[Utterance]] = {}
    wide: dict[tuple[str, str], list[Utterance]] = {("", ""): []}
    statuses_of: dict[str, list[Utterance]] = {}
    speakers_of: dict[str, list[Utterance]] = {}
    for utterance in found:
        kind, year = utterance.quote.kind, year_of(utterance.record.reading.article.date)
        if utterance.stands_for_all:
            wide["", ""].append(utterance)
            for group, key in ((wide, ("", kind)), (wide, (year, "")), (narrow, (year, kind))):
                group.setdefault(key, []).append(utterance)
        statuses_of.setdefault(utterance.quote.attribution.status, []).append(utterance)
        if utterance.speaker.entity is None:
            speakers_of.setdefault("others" if utterance.speaker.known else "unknown", []).append(utterance)
    leads = {Filter(*key): quotes for key, quotes in (*wide.items(), *narrow.items())}
    others = {Filter(status=status): quotes for status, quotes in statuses_of.items()}
    others |= {Filter(speaker=speaker): quotes for speaker, quotes in speakers_of.items()}
    # Where all quotations have one status, year or kind, the list of that would be the list of all.
    statuses = [each for each in others if each.status]
    if len(statuses) == 1:
        del others[statuses[0]]
    years = dict.fromkeys(each.year for each in leads if each.year)
    kinds = {each.kind for each in leads if each.kind}
    told = {
        each: quotes
        for each, quotes in leads.items()
        if (len(years) > 1 or not each.year) and (len(kinds) > 1 or not each.kind)
    }
    return Tally(told, others, tuple(years) if len(years) > 1 else ())


def rows(chosen: Filter, tallied: Tally) -> tuple[Row, ...]:
    """Return the choices beside a list: years and kinds narrow each other, statuses and speakers stand alone."""
    if not tallied.leads[Filter()]:
        return ()
    found = [
        ("Year", tuple(_years(chosen, tallied))),
        ("Kind", tuple(_kinds(chosen, tallied))),
        ("Speaker", tuple(_speakers(chosen, tallied))),
        ("Status", tuple(_statuses(chosen, tallied))),
    ]
    return tuple((label, choices) for label, choices in found if choices)


def _choice(words: str, there: Filter, chosen: Filter, tallied: Tally, *, counted: bool = True) -> Choice:
    quotes = tallied.leads.get(there) or tallied.others.get(there) or ()
    return words, there.folder, len(quotes) if counted else 0, "page" if there == chosen else ""


def _years(chosen: Filter, tallied: Tally) -> Iterator[Choice]:
    wide = Filter(kind=chosen.kind)
    if tallied.years:
        yield _choice("all", wide, chosen, tallied, counted=False)
    for year in tallied.years:
        there = replace(wide, year=year)
        if there in tallied.leads:
            yield _choice(year, there, chosen, tallied)


def _kinds(chosen: Filter, tallied: Tally) -> Iterator[Choice]:
    wide = Filter(chosen.year)
    found = [(replace(wide, kind=kind), words) for kind, words in KINDS.items()]
    if any(there in tallied.leads for there, _ in found):
        yield _choice("all", wide, chosen, tallied, counted=False)
    for there, words in found:
        if there in tallied.leads:
            yield _choice(words, there, chosen, tallied)


def _speakers(chosen: Filter, tallied: Tally) -> Iterator[Choice]:
    yield "by name", BY, 0, ""
    for speaker, (words, *_) in _SPEAKERS.items():
        there = Filter(speaker=speaker)
        if there in tallied.others:
            yield _choice(words, there, chosen, tallied)


def _statuses(chosen: Filter, tallied: Tally) -> Iterator[Choice]:
    for status in STATUSES:
        there = Filter(status=status)
        if there in tallied.others:
            yield _choice(status_in_words(status), there, chosen, tallied)
