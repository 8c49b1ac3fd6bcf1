"""Small parts that many pages share: links to people and quotations, discs, a line for an article or a quotation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from sitegen.compose.entry import Entry, Record, Speaker, Utterance
from sitegen.compose.gathering import are_many
from sitegen.compose.marks import standing_alone, with_marks, within
from sitegen.compose.passages import quote_passage
from sitegen.compose.permalinks import Place, article_folder, quote_folder, versions_folder
from sitegen.compose.surroundings import Known
from sitegen.compose.wording import KINDS, UNPUBLISHED, count, short_day, shorten, status_in_words, uncapitalised
from sitegen.model.view_parts import ArticleLine, Link, QuoteLine, QuotePassage, Share, Words
from sitegen.model.view_text import Disc, MarkedText, Overlay

# The anchor of the list of versions on the page of a quotation.
VERSIONS = "versions"
_SHORT_STAGE = 120
_LONGEST_LEAD = 80
_SHORT_WORDS = 60
_MARKS = " \t\n\"'“”‘’«»„‚‹›`,;:.—–-"


def speaker_link(place: Place, speaker: Speaker) -> Link:
    """Return a speaker's name, linked where there is a page."""
    return Link(speaker.name, place.to(speaker.entity.folder) if speaker.entity is not None else "")


def entity_link(place: Place, entity: Known) -> Link:
    """Return a link to the page of a person, an organisation or a place."""
    return Link(entity.name, place.to(entity.folder))


def article_link(place: Place, record: Record) -> Link:
    """Return a link to an article's page."""
    article = record.reading.article
    state = UNPUBLISHED.get(record.reading.state, "")
    return Link(article.title, place.to(article_folder(article.id)), title_of=article.id, state=state)


def quote_place(place: Place, utterance: Utterance) -> Link:
    """Return a link to the exact place of a quotation in its article."""
    folder = article_folder(utterance.record.reading.article.id)
    return Link(f"paragraph {utterance.paragraph}", place.to(folder, utterance.quote.id))


def quote_href(place: Place, utterance: Utterance) -> str:
    """Return where a quotation lives: its own page, or its place in the article where it has none."""
    if utterance.has_page:
        return place.to(quote_folder(utterance.quote.id))
    return quote_place(place, utterance).href


def source_of(record: Record) -> str:
    """Return the name of the publication in which an article appeared, "" where the author gave none."""
    source = record.reading.article.source
    return source.name if source is not None else ""


def disc(place: Place, utterance: Utterance, *, hints: bool = False) -> Disc:
    """Return the status of a quotation; with ``hints``, also what a reader of the article should know at once."""
    status = utterance.quote.attribution.status
    words = [status_in_words(status), *(_hints(utterance) if hints else ())]
    return Disc(status, ", ".join(words), quote_href(place, utterance), utterance.number)


def _hints(utterance: Utterance) -> Iterable[str]:
    attribution = utterance.quote.attribution
    if utterance.quote.kind == "indirect":
        yield "reported"
    if utterance.tie.denial:
        yield "denial"
    if utterance.tie.reason in {"cue", "named"}:
        yield "answer"
    if attribution.status == "machine" and attribution.cue is None and utterance.speaker.known:
        yield "no cue"
    if relay := relay_of(utterance):
        yield relay
    if utterance.tie.versions > 1:
        yield versions_in_words(utterance)


def relay_of(utterance: Utterance) -> str:
    """Return by whom the words were relayed, "via Harbour Radio"; "" where nobody is told of for sure."""
    via = utterance.quote.attribution.via
    relay = utterance.record.speaker_of(via) if via is not None else None
    return f"via {uncapitalised(relay.name)}" if relay is not None and relay.known else ""


def versions_in_words(utterance: Utterance) -> str:
    """Return how many versions of its utterance there are, as ``Tie`` counts them, "" where it is the only one."""
    return count(utterance.tie.versions, "version") if utterance.tie.versions > 1 else ""


def versions_link(place: Place, utterance: Utterance) -> Link:
    """Return how many versions there are, with a link to the list of them, an empty one for a single."""
    words = versions_in_words(utterance)
    if words and utterance.has_page:
        return Link(words, place.to(quote_folder(utterance.quote.id), VERSIONS))
    return Link(words, place.to(versions_folder(utterance.tie.lead)) if are_many(utterance.tie.versions) else "")


def kind_in_words(utterance: Utterance) -> str:
    """Return what kind of quotation it is, whether it denies, and what is odd about its attribution."""
    quote = utterance.quote
    words = [KINDS[quote.kind]]
    if utterance.tie.denial:
        words.append("denial")
    if len(quote.spans) > 1:
        words.append("split")
    attribution = quote.attribution
    if attribution.status == "machine" and attribution.cue is None and attribution.voice is not None:
        words.append("no cue")
    if relay := relay_of(utterance):
        words.append(relay)
    return ", ".join(words)


def words_of(utterance: Utterance) -> Words:
    """Return the words of a quotation, part by part, and what the article puts between the parts."""
    quote, text = utterance.quote, utterance.record.reading.article.text
    mixed = quote.verbatim if quote.kind == "mixed" else ()
    parts = []
    for span, shown in zip(quote.spans, standing_alone(quote, text), strict=True):
        if shown == span and not mixed:
            alone = Overlay("words", 0, len(span), quote=quote.id)
            parts.append(MarkedText(span.of(text), (alone,)))
            continue
        marks = [Overlay("words", span.start, span.end, quote=quote.id)]
        marks += (Overlay("said", said.start, said.end) for said in (with_marks(text, v) for v in mixed))
        parts.append(MarkedText(shown.of(text), within(marks, shown)))
    between = [lead_in(utterance)]
    for left, right in zip(quote.spans, quote.spans[1:], strict=False):
        stage = " ".join(text[left.end : right.start].strip(_MARKS).split())
        between.append(shorten(stage, _SHORT_STAGE))
    style = "said" if quote.kind == "direct" else "told"
    length = sum(map(len, quote.spans))
    return Words(quote.id, style, tuple(parts), tuple(between), short=length <= _SHORT_WORDS)


@lru_cache(maxsize=16_384)
def lead_in(utterance: Utterance) -> str:
    """Return how the article leads into reported words, from the cue on: "denied that", "called".

    Without it "he had taken the money" reads as a confession. Empty for direct words, and where the cue stands behind
    the words or far away.
    """
    quote, cue = utterance.quote, utterance.quote.attribution.cue
    if quote.kind == "direct" or cue is None:
        return ""
    start = quote.spans[0].start
    lead = utterance.record.reading.article.text[cue.start : start]
    if cue.end > start or len(lead) > _LONGEST_LEAD or "\n\n" in lead:
        return ""
    words = " ".join(lead.strip(_MARKS).split())
    return words if any(map(str.isalpha, words)) else ""


def quote_line(place: Place, utterance: Utterance) -> QuoteLine:
    """Return a quotation for a list of quotations."""
    return _line(place if place.base or _leads_to(utterance, place.folder) else place.level, utterance)


def _leads_to(utterance: Utterance, folder: str) -> bool:
    """Tell whether a line of a list leads to the page in ``folder``, which itself says so otherwise than all others."""
    entity = utterance.speaker.entity
    return (
        folder == quote_folder(utterance.quote.id)
        or folder == article_folder(utterance.record.reading.article.id)
        or (entity is not None and folder == entity.folder)
        or folder == versions_folder(utterance.tie.lead)
    )


# A quotation stands in the lists of its day, its topics and its utterance, and beside those that it answers.
@lru_cache(maxsize=16_384)
def _line(place: Place, utterance: Utterance) -> QuoteLine:
    return QuoteLine(
        words=words_of(utterance),
        speaker=speaker_link(place, utterance.speaker),
        disc=disc(place, utterance),
        kind=kind_in_words(utterance),
        day=short_day(utterance.record.reading.article.date),
        article=article_link(place, utterance.record),
        place=quote_place(place, utterance),
        versions=versions_link(place, utterance),
    )


def quote_in_passage(place: Place, utterance: Utterance, others: Iterable[Utterance] = ()) -> QuotePassage:
    """Return a quotation in its passage; ``others`` are versions of it whose places are named."""
    return QuotePassage(
        quote_passage(utterance),
        uncapitalised(utterance.speaker.name) if utterance.speaker.speaks_for else "",
        disc(place, utterance),
        kind_in_words(utterance),
        quote_place(place, utterance),
        versions_link(place, utterance),
        tuple(_title_and_place(place, other) for other in others),
        quote=utterance.quote.id,
        filed=utterance.quote.kind,
    )


def _title_and_place(place: Place, utterance: Utterance) -> Link:
    there = quote_place(place, utterance)
    return replace(article_link(place, utterance.record), href=there.href, note=there.text)


def article_line(place: Place, entry: Entry) -> ArticleLine:
    """Return an article for a list of articles, with who speaks in it."""
    record = entry.record
    article = record.reading.article
    spoken = Counter(u.speaker.name for u in entry.utterances if u.speaker.known)
    speakers = [f"{name} {number}" for name, number in spoken.most_common(4)]
    if len(spoken) > len(speakers):
        speakers.append(f"and {len(spoken) - len(speakers)} more")
    return ArticleLine(
        article_link(place, record),
        short_day(article.date),
        source_of(record),
        shorten(article.summary, 240),
        ", ".join(speakers),
    )


def shares(entries: Sequence[tuple[Link, int, str, Link]]) -> tuple[Share, ...]:
    """Return a bar list of (name, value, figure in words, detail); the longest bar is 100 per cent."""
    most = max((value for _, value, _, _ in entries), default=0)
    return tuple(
        Share(name, figure, max(1, round(100 * value / most)) if value else 0, detail)
        for name, value, figure, detail in entries
    )


def excerpt(utterance: Utterance, limit: int) -> str:
    """Return the first words of a quotation, for titles and links; marked words in curved marks."""
    text = utterance.record.reading.article.text
    words = shorten(standing_alone(utterance.quote, text)[0].of(text), limit)
    return f"“{words}”" if utterance.quote.kind == "direct" else words


def led_excerpt(utterance: Utterance, limit: int) -> str:
    """Return the first words as ``excerpt`` does, reported ones behind what leads into them: "denied that: he left"."""
    return ": ".join(filter(None, (lead_in(utterance), excerpt(utterance, limit))))
