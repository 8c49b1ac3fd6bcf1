"""A card for everybody and everything with a page: who they are, and what they said last.

Each is a file beside the page, which a script loads when a reader points at a link. So no page that names somebody
depends on how much they say elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer, Framing, Sheet
from sitegen.compose.json_text import script_text
from sitegen.compose.lines import disc, lead_in, quote_place, relay_of
from sitegen.compose.marks import standing_alone, with_marks
from sitegen.compose.permalinks import Place, entity_folder
from sitegen.compose.profile import Profile, profile_of, role_lines
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.sections import SECTIONS
from sitegen.compose.shown import shown_text
from sitegen.compose.wording import UNPUBLISHED, count, sentence, short_day, uncapitalised
from sitegen.model.entity import Entity
from sitegen.model.span import Span
from sitegen.model.view import LinesView

FILE = "card.js"
_LONGEST_WORDS = 240
_MOST_ROLES = 2


def card_scripts(index: Catalogue, framer: Framer, entities: Iterable[Entity]) -> Iterator[Recipe]:
    """Yield the card beside the first page of each of ``entities``."""
    for entity in entities:
        place = Place(entity_folder(entity.kind, entity.id))
        said = index.said.get(entity.id, ())
        latest = next((utterance for utterance in said if utterance.stands_for_all), None)
        card = _Card(entity, profile_of(index, entity, {}), _figures(index, entity))
        yield replace(recipe(framer, "lines.txt", Framing(place), _card, card, latest), path=f"{place.folder}{FILE}")


@dataclass(frozen=True, slots=True)
class _Card:
    """What a card says of an entity, its latest quotation aside."""

    entity: Entity
    profile: Profile
    figures: str


def _figures(index: Catalogue, entity: Entity) -> str:
    said, named = index.said.get(entity.id, ()), index.named.get(entity.id, ())
    if said:
        articles = len({utterance.record.reading.article.id for utterance in said})
        return f"{count(len(said), 'quotation')} in {count(articles, 'article')}"
    articles = len({naming.record.reading.article.id for naming in named})
    return f"named in {count(articles, 'article')}" if articles else ""


def _card(sheet: Sheet, card: _Card, latest: Utterance | None) -> LinesView:
    """Return a script of one call; addresses in it are seen from the folder that it lies in."""
    told = {
        "name": card.entity.name,
        "life": "; ".join(f"{fact.label} {fact.text}" for fact in card.profile.life),
        "what": _what(sheet.place, card),
        "figures": sentence(card.figures),
        "latest": {} if latest is None else _latest(sheet, latest),
    }
    return LinesView((f"sitegen.card({script_text(told)});",))


def _what(place: Place, card: _Card) -> list[str]:
    """Return the offices, those that are still held first; of what has none, what kind of thing it is."""
    roles = sorted(card.profile.roles, key=lambda role: role[0].until is not None)[:_MOST_ROLES]
    lines = role_lines(place, replace(card.profile, roles=tuple(roles)))
    told = [", ".join(filter(None, (line.title, line.organisation.text, line.period))) for line in lines]
    return told or ([] if card.entity.kind == "person" else [sentence(SECTIONS[card.entity.kind].singular)])


def _latest(sheet: Sheet, utterance: Utterance) -> dict[str, Any]:
    """Return a quotation for a card, its first words if it is long: where they stand, and what is said of them.

    The ``words`` of a part are runs of the article's text: reported words and very words by turns, reported ones first,
    or the very words alone where it is direct.
    """
    record, quote = utterance.record, utterance.quote
    article = record.reading.article
    whole = standing_alone(quote, article.text)
    parts = tuple(_beginning(article.text, whole))
    status = disc(sheet.place, utterance)
    return {
        "article": article.id,
        "quote": quote.id,
        "style": "said" if quote.kind == "direct" else "told",
        "parts": [_part(utterance, part) for part in parts],
        "cut": parts != whole,
        "lead": lead_in(utterance),
        "by": uncapitalised(utterance.speaker.name) if utterance.speaker.speaks_for else "",
        "language": article.language if article.language != sheet.frame.language else "",
        "status": status.status,
        "checked": ", ".join(filter(None, (status.words, relay_of(utterance)))),
        "day": short_day(article.date).text,
        "title": article.title,
        "state": UNPUBLISHED.get(record.reading.state, ""),
        "href": quote_place(sheet.place, utterance).href,
    }


def _part(utterance: Utterance, span: Span) -> dict[str, Any]:
    shown = shown_text(utterance.record.reading.article.text)
    there = shown.span(span)
    runs = (span,) if utterance.quote.kind == "direct" else _runs(utterance, span)
    return {"start": there.start, "end": there.end, "words": [shown.of(run) for run in runs]}


def _beginning(text: str, parts: Iterable[Span]) -> Iterator[Span]:
    """Yield the first of ``parts``, as many as a card has room for, the last one up to a blank."""
    room = _LONGEST_WORDS
    for span in parts:
        if len(span) > room:
            blank = text.rfind(" ", span.start, span.start + room)
            # A first word that is longer than a card is cut inside.
            end = blank if blank > span.start else span.start + room if room == _LONGEST_WORDS else span.start
            if end > span.start:
                yield Span(span.start, end)
            return
        yield span
        room -= len(span)


def _runs(utterance: Utterance, within: Span) -> Iterator[Span]:
    """Yield what lies ``within`` reported words: those, and the very words among them with their marks, by turns."""
    text, done = utterance.record.reading.article.text, within.start
    for part in utterance.quote.verbatim:
        said = with_marks(text, part)
        start, end = max(said.start, done), min(said.end, within.end)
        if start < end:
            yield Span(done, start)
            yield Span(start, end)
            done = end
    if done < within.end:
        yield Span(done, within.end)
