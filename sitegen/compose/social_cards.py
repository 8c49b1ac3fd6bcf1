"""Social cards: what stands on the picture that is shown where somebody shares the address of a page."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Entry, Utterance
from sitegen.compose.lines import lead_in, relay_of, source_of
from sitegen.compose.permalinks import CARDS, article_folder, quote_folder
from sitegen.compose.recipe import Recipe
from sitegen.compose.wording import ATTRIBUTED, known_day, sentence
from sitegen.model.card import Card

_MOST_SPEAKERS = 3
# Scripts whose letters change with their neighbours: drawn one by one they would be misspelt.
_SHAPED = ((0x0900, 0x109F), (0x1780, 0x18AF), (0x1A00, 0x1CFF), (0xA800, 0xABFF), (0x11000, 0x11FFF))


def social_cards_of(pages: Iterable[Recipe]) -> dict[str, Card]:
    """Return the social cards that ``pages`` name, by their paths below the output folder."""
    found: dict[str, Card] = {}
    for page in pages:
        found.update((card.path, card) for card in (page.framer.card, page.framing.card) if card is not None)
    return found


def site_card(index: Catalogue) -> Card | None:
    """Return the card of all pages that have none of their own."""
    settings = index.site.settings
    return _drawable(
        Card(f"{CARDS}site.png", "plain", _line(settings.title), note=_line(settings.description)), index.glyphs
    )


def article_card(index: Catalogue, entry: Entry) -> Card | None:
    """Return the card of an article: its title, where and when it appeared, who speaks in it most.

    None where it is not published yet, or cannot be drawn.
    """
    record = entry.record
    article, settings = record.reading.article, index.site.settings
    if record.reading.state:
        return None
    spoken = Counter(utterance.speaker.name for utterance in entry.utterances if utterance.speaker.known)
    names = ", ".join(name for name, _ in spoken.most_common(_MOST_SPEAKERS))
    more = f" and {len(spoken) - _MOST_SPEAKERS} more" if len(spoken) > _MOST_SPEAKERS else ""
    card = Card(
        f"{CARDS}{article_folder(article.id).rstrip('/')}.png",
        "plain",
        _line(article.title),
        _line(settings.title),
        lead=_line(", ".join(filter(None, (source_of(record), known_day(article.date))))),
        name=_line(names + more),
    )
    return _drawable(card, index.glyphs)


def quote_card(index: Catalogue, utterance: Utterance) -> Card | None:
    """Return the card of a quotation: its words, its speaker, and how far that was checked.

    None where its article is not published yet, search engines are kept from it, or it cannot be drawn.
    """
    quote, record, settings = utterance.quote, utterance.record, index.site.settings
    if record.reading.state or utterance.noindex or settings.cards.pages != "all":
        return None
    where = ", ".join(filter(None, (known_day(record.reading.article.date), source_of(record), relay_of(utterance))))
    checked = f"{ATTRIBUTED[quote.attribution.status]}."
    card = Card(
        f"{CARDS}{quote_folder(quote.id).rstrip('/')}.png",
        "said" if quote.kind == "direct" else "told",
        _line(" … ".join(utterance.parts)),
        _line(settings.title),
        _line(lead_in(utterance)),
        _line(utterance.speaker.name),
        _line(f"{sentence(where)}. {checked}" if where else checked),
    )
    return _drawable(card, index.glyphs)


def _drawable(card: Card, glyphs: Collection[int]) -> Card | None:
    """Return ``card``, or None where it has letters that the font does not have, or that would be misspelt."""
    return card if all(_has(text, glyphs) for text in card.texts) else None


def _has(text: str, glyphs: Collection[int]) -> bool:
    return all(ord(character) in glyphs and not _is_shaped(character) for character in set(text) - {" "})


@lru_cache(maxsize=4096)
def _is_shaped(character: str) -> bool:
    if character.isascii():
        return False
    code = ord(character)
    return (
        any(first <= code <= last for first, last in _SHAPED)
        or unicodedata.bidirectional(character) in {"R", "AL", "AN"}
        or unicodedata.combining(character) > 0
    )


def _line(text: str) -> str:
    """Return ``text`` on one line, letters and accents as one character, without signs that have no shape."""
    if text.isascii():
        return " ".join(text.split())
    seen = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return " ".join(seen.split())
