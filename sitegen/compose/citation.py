"""How to cite a quotation: as a sentence, for a bibliography, and in another page."""

from sitegen.compose.bibtex import braced, entry, escaped
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer
from sitegen.compose.lines import article_link, lead_in, led_excerpt, relay_of, source_of
from sitegen.compose.marks import standing_alone
from sitegen.compose.permalinks import Place, quote_folder
from sitegen.compose.wording import MONTHS, UNCHECKED, day_of, direction, sentence
from sitegen.model.view_quotations import Citation

_TITLE = 160


def citation(framer: Framer, place: Place, utterance: Utterance) -> Citation:
    """Return the ways to cite a quotation; without an address of the site there is none to give."""
    address = framer.address_of(quote_folder(utterance.quote.id))
    article = utterance.record.reading.article
    parts = standing_alone(utterance.quote, article.text)
    return Citation(
        quote=utterance.quote.id,
        sentence=f"{sentence(utterance.speaker.name)}. {where_quoted(utterance)}.",
        bibtex=_bibtex(utterance, address),
        address=address,
        speaker=utterance.speaker.name,
        how=_how(utterance),
        lead=lead_in(utterance),
        parts=tuple(span.of(article.text) for span in parts),
        article=article_link(place, utterance.record),
        where=tuple(filter(None, (source_of(utterance.record), day_of(article.date).text, relay_of(utterance)))),
        language=article.language,
        direction=direction(article.language),
    )


def _how(utterance: Utterance) -> str:
    return "reported" if utterance.quote.kind == "indirect" else "quoted"


def where_quoted(utterance: Utterance) -> str:
    """Return where a quotation stands: "Quoted in “Ferry to leave”, The Gazette, 14 March 2026, paragraph 3"."""
    article = utterance.record.reading.article
    day, paragraph = day_of(article.date).text, f"paragraph {utterance.paragraph}"
    where = ", ".join(
        filter(None, (f"“{article.title}”", source_of(utterance.record), day, paragraph, relay_of(utterance)))
    )
    return f"{sentence(_how(utterance))} in {where}"


def _bibtex(utterance: Utterance, address: str) -> str:
    """Return an entry whose title is the first words; reported ones stand behind what leads into them, and a colon.

    Names and words are in braces of their own: names are not taken apart, and no style makes letters small.
    """
    quote, day = utterance.quote, utterance.record.reading.article.date
    words = led_excerpt(utterance, _TITLE)
    note = f"Quotation {quote.id}"
    if quote.attribution.status == "machine" and utterance.speaker.known:
        note += f", speaker found {UNCHECKED}"
    return entry(
        "misc",
        quote.id,
        (
            ("author", braced(braced(escaped(utterance.speaker.name))) if utterance.speaker.known else ""),
            ("title", braced(braced(escaped(words)))),
            ("howpublished", braced(escaped(where_quoted(utterance)))),
            ("year", "" if day is None else braced(str(day.year))),
            ("month", "" if day is None else MONTHS[day.month - 1][:3].lower()),
            ("url", braced(address) if address else ""),
            ("note", braced(note)),
        ),
    )
