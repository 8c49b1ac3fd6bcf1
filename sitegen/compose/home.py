"""The home page: the newest articles, a notable quotation, the people quoted most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Entry, Utterance
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.lines import article_line, quote_line, shares
from sitegen.compose.permalinks import ABOUT, ARTICLES, HOME, PEOPLE, QUOTES, Place, entity_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import count, figure
from sitegen.model.view import HomeView
from sitegen.model.view_parts import Fact, Link

_LATEST = 6
_MOST_QUOTED = 10
# The notable quotation comes from the newest articles, and has a length that one reads at a glance.
_NEWEST = 10
_FEWEST_WORDS, _MOST_WORDS = 8, 40
_OTHERS = 5


def home_page(index: Catalogue, framer: Framer) -> Recipe:
    """Return the home page."""
    settings = framer.settings
    described = settings.description or f"{settings.title}: who said what, with the evidence."
    framing = framer.framing(Place(HOME), settings.title, described)
    said = [(id_, len(index.said[id_])) for id_ in index.people if id_ in index.said]
    quoted = sorted(said, key=lambda person: (-person[1], person[0]))[:_MOST_QUOTED]
    people = tuple((id_, index.people[id_].name, quotes) for id_, quotes in quoted)
    totals = _Totals(
        len(index.entries),
        len(index.people),
        len(index.quotes),
        confirmed_and_unknown(index.all_utterances()),
    )
    latest = tuple(index.entries[:_LATEST])
    return recipe(framer, "home.html", framing, _home, tuple(_notable(index)), latest, people, totals)


@dataclass(frozen=True, slots=True)
class _Totals:
    """How much the site holds."""

    articles: int
    people: int
    quotations: int
    states: tuple[Fact, Fact]


def _home(
    sheet: Sheet,
    notable: Sequence[Utterance],
    latest: Sequence[Entry],
    people: Sequence[tuple[str, str, int]],
    totals: _Totals,
) -> HomeView:
    """Return the home page; ``people`` are those quoted most: id, name, number of quotations."""
    framer, place = sheet.framer, sheet.place
    articles = "The one article" if totals.articles == 1 else f"All {count(totals.articles, 'article')}"
    entries = [
        (Link(name, place.to(entity_folder("person", id_))), quotes, str(quotes), Link(""))
        for id_, name, quotes in people
    ]
    return HomeView(
        frame=sheet.frame,
        lede=framer.settings.description,
        lead=quote_line(place, notable[0]) if notable else None,
        others=tuple(quote_line(place, utterance) for utterance in notable[1:]),
        latest=tuple(article_line(place, entry) for entry in latest),
        all_articles=Link(articles, place.to(ARTICLES)) if totals.articles else Link(""),
        people=shares(entries),
        all_people=Link(f"All {count(totals.people, 'person', 'people')}", place.to(PEOPLE))
        if totals.people
        else Link(""),
        facts=(
            *totals.states,
            Fact("How it is made", "the program, its rules and its limits", place.to(ABOUT)),
        ),
        explore=tuple(
            Link(words, place.to(folder))
            for words, folder in (
                (count(totals.articles, "article"), ARTICLES),
                (count(totals.quotations, "quotation"), QUOTES),
                (count(totals.people, "person", "people"), PEOPLE),
                *framer.more,
            )
        ),
    )


def _notable(index: Catalogue) -> list[Utterance]:
    """Return a notable quotation and a few others, each of another speaker: the same ones in every build."""
    found = [
        (_rank(utterance), age, utterance.number, utterance)
        for age, entry in enumerate(index.entries[:_NEWEST])
        for utterance in entry.utterances
        if utterance.quote.kind == "direct"
        and utterance.stands_for_all
        and utterance.speaker.person
        and len(utterance.quote.spans) == 1
        and _FEWEST_WORDS <= utterance.words <= _MOST_WORDS
    ]
    chosen: list[Utterance] = []
    speakers: set[str] = set()
    for *_, utterance in sorted(found, key=lambda ranked: ranked[:3]):
        if utterance.speaker.person not in speakers and len(chosen) <= _OTHERS:
            speakers.add(utterance.speaker.person)
            chosen.append(utterance)
    return chosen


def _rank(utterance: Utterance) -> tuple[bool, float]:
    """Whole sentences first, then the surest attributions."""
    return not utterance.parts[0].rstrip().endswith((".", "!", "?", "…")), -utterance.quote.attribution.confidence


def confirmed_and_unknown(utterances: Iterator[Utterance]) -> tuple[Fact, Fact]:
    """Return of how many quotations a person has checked the speaker, and how many have no known speaker."""
    confirmed = unknown = total = 0
    for utterance in utterances:
        total += 1
        confirmed += utterance.quote.attribution.status != "machine"
        unknown += not utterance.speaker.known
    return (
        Fact("Checked by a person", f"{figure(confirmed)} of {figure(total)}"),
        Fact("Speaker unknown", f"{figure(unknown)} of {figure(total)}"),
    )
