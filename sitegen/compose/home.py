"""The home page: the newest articles, a notable quotation, the people quoted most."""

from collections.abc import Iterator

from sitegen.compose.catalogue import Catalogue, Utterance
from sitegen.compose.frames import Framer
from sitegen.compose.lines import article_line, person_link, quote_line, shares
from sitegen.compose.permalinks import ABOUT, ARTICLES, HOME, PEOPLE, QUOTES, Place
from sitegen.compose.wording import count, figure
from sitegen.model.view import HomeView, Page
from sitegen.model.view_parts import Fact, Link

_LATEST = 6
_MOST_QUOTED = 10
# The notable quotation comes from the newest articles, and has a length that one reads at a glance.
_NEWEST = 10
_FEWEST_WORDS, _MOST_WORDS = 8, 40
_OTHERS = 5


def home_page(framer: Framer) -> Page:
    """Return the home page."""
    index = framer.index
    settings = index.site.settings
    place = Place(HOME)
    notable = _notable(index)
    total = len(index.records)
    lede = settings.description
    frame = framer.frame(place, settings.title, lede or f"{settings.title}: who said what, with the evidence.")
    people = sorted(index.said.items(), key=lambda entry: (-len(entry[1]), entry[0]))[:_MOST_QUOTED]
    view = HomeView(
        frame=frame,
        lede=lede,
        lead=quote_line(index, place, notable[0]) if notable else None,
        others=tuple(quote_line(index, place, utterance) for utterance in notable[1:]),
        latest=tuple(article_line(index, place, record) for record in index.records[:_LATEST]),
        all_articles=Link("The one article" if total == 1 else f"All {count(total, 'article')}", place.to(ARTICLES))
        if total
        else Link(""),
        people=shares([(person_link(index, place, id_), len(said), str(len(said)), Link("")) for id_, said in people]),
        all_people=Link(f"All {count(len(index.people), 'person', 'people')}", place.to(PEOPLE))
        if index.people
        else Link(""),
        facts=_state(index, place),
    )
    return Page(place.path, "home.html", view)


def _notable(index: Catalogue) -> list[Utterance]:
    """Return a notable quotation and a few others, each of another speaker: the same ones in every build."""
    found = [
        (_rank(utterance), age, utterance.number, utterance)
        for age, record in enumerate(index.records[:_NEWEST])
        for utterance in index.utterances[record.reading.article.id]
        if utterance.quote.kind == "direct"
        and utterance.speaker.person
        and len(utterance.quote.spans) == 1
        and _FEWEST_WORDS <= utterance.words <= _MOST_WORDS
    ]
    chosen: list[Utterance] = []
    speakers: set[str] = set()
    for *_, utterance in sorted(found, key=lambda entry: entry[:3]):
        if utterance.speaker.person not in speakers and len(chosen) <= _OTHERS:
            speakers.add(utterance.speaker.person)
            chosen.append(utterance)
    return chosen


def _rank(utterance: Utterance) -> tuple[bool, float]:
    """Whole sentences first, then the surest attributions."""
    return not utterance.parts[0].rstrip().endswith((".", "!", "?", "…")), -utterance.quote.attribution.confidence


def _state(index: Catalogue, place: Place) -> tuple[Fact, ...]:
    return tuple(
        fact
        for fact in (
            Fact("Articles", figure(len(index.records)), place.to(ARTICLES)),
            Fact("Quotations", figure(sum(map(len, index.utterances.values()))), place.to(QUOTES)),
            *confirmed_and_unknown(index.all_utterances()),
            Fact("How it is made", "the program, its rules and its limits", place.to(ABOUT)),
        )
    )


def confirmed_and_unknown(utterances: Iterator[Utterance]) -> tuple[Fact, Fact]:
    """Return how many quotations a person has confirmed, and how many have no known speaker."""
    confirmed = unknown = total = 0
    for utterance in utterances:
        total += 1
        confirmed += utterance.quote.attribution.status in {"confirmed", "corrected"}
        unknown += not utterance.speaker.known
    return (
        Fact("Checked by a person", f"{figure(confirmed)} of {figure(total)} quotations"),
        Fact("Speaker unknown", f"{figure(unknown)} of {figure(total)} quotations"),
    )
