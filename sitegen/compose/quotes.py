"""Pages of quotations: each one with its evidence, and the list of them."""

from bisect import bisect_left
from collections.abc import Iterator

from sitegen.compose.catalogue import UNKNOWN, Catalogue, Utterance, voice_of
from sitegen.compose.frames import Framer, pager
from sitegen.compose.lines import (
    article_link,
    disc,
    excerpt,
    person_link,
    quote_href,
    quote_line,
    source_of,
)
from sitegen.compose.passages import evidence_passage, passage, speaker_elsewhere
from sitegen.compose.permalinks import QUOTES, Place, article_folder, continued, quote_folder
from sitegen.compose.wording import KINDS, STATUSES, confidence_in_words, count, day_of, rule_in_words, sentence, small
from sitegen.model.view import Page, QuotesView, QuoteView
from sitegen.model.view_parts import Fact, Link
from sitegen.model.view_text import Overlay

ON_A_PAGE = 100
_NEAREST = 5
# No quotation is looked through for more mentions than these.
_MOST_NAMED = 50


def quotes_pages(framer: Framer) -> Iterator[Page]:
    """Yield the pages of the list of all quotations, newest article first."""
    index = framer.index
    all_quotes = list(index.all_utterances())
    total = len(all_quotes)
    unknown = sum(not u.speaker.known for u in all_quotes)
    lede = "There are no quotations yet."
    if total:
        lede = f"{count(total, 'quotation')}, those of the newest article first."
        if unknown:
            lede += f" The speaker of {small(unknown)} is not known."
    starts = range(0, max(1, total), ON_A_PAGE)
    folders = [continued(QUOTES, number) for number in range(1, len(starts) + 1)]
    for number, start in enumerate(starts, 1):
        place = Place(folders[number - 1])
        heading = "Quotations" if number == 1 else f"Quotations, page {number}"
        frame = framer.frame(place, heading, f"{heading} of {index.site.settings.title}: {lede}", QUOTES)
        lines = tuple(quote_line(index, place, u) for u in all_quotes[start : start + ON_A_PAGE])
        yield Page(place.path, "quotes.html", QuotesView(frame, heading, lede, lines, pager(place, folders, number)))


def quote_pages(framer: Framer) -> Iterator[Page]:
    """Yield a page for every quotation, where the site gives quotations pages."""
    if not framer.index.quote_pages:
        return
    for utterances in framer.index.utterances.values():
        for position, utterance in enumerate(utterances):
            yield _quote_page(framer, utterance, utterances, position)


def _quote_page(framer: Framer, utterance: Utterance, utterances: list[Utterance], position: int) -> Page:
    index, quote, record = framer.index, utterance.quote, utterance.record
    article = record.reading.article
    place = Place(quote_folder(quote.id))
    name = utterance.speaker.name
    day = day_of(article.date)
    source = source_of(record)
    title = f"{name}: {excerpt(utterance, 60)}"
    words = " … ".join(utterance.parts)
    described = f"{name}, {day.text}{', ' + source if source else ''}: {words}"
    elsewhere = speaker_elsewhere(utterance)
    away = Link("")
    if elsewhere is not None:
        number = record.paragraph(elsewhere.start)
        away = Link(f"paragraph {number}", place.to(article_folder(article.id), f"p{number}"))
    others = [u for u in utterances[max(0, position - _NEAREST) : position + _NEAREST + 1] if u is not utterance]
    left_out = len(utterances) - 1 - len(others)
    view = QuoteView(
        frame=framer.frame(place, title, described, QUOTES, quote=quote.id),
        heading=f"Quotation by {name}, {day.text}" if utterance.speaker.known else f"Quotation, {UNKNOWN.lower()}",
        trail=(
            Link("Quotations", place.to(QUOTES)),
            article_link(place, record),
            Link(f"{utterance.number} of {len(utterances)}"),
        ),
        line=quote_line(index, place, utterance),
        day=day,
        source=source,
        language=article.language,
        why=f"Why these words are given to {name}" if utterance.speaker.known else "Why the speaker is not known",
        passage=evidence_passage(utterance),
        elsewhere=None
        if elsewhere is None
        else passage(record, elsewhere, [Overlay("speaker", elsewhere.start, elsewhere.end)], 120),
        elsewhere_place=away,
        facts=_facts(index, place, utterance),
        people=tuple(person_link(index, place, id_) for id_ in _spoken_of(index, utterance)),
        cite=_cite(utterance, source, day.text),
        address=_address(index, utterance),
        others=tuple(
            Link(excerpt(u, 70), quote_href(index, place, u), u.speaker.name, excerpt_of=u.quote.id) for u in others
        ),
        all_others=Link(f"and {left_out} more in the article", place.to(article_folder(article.id)))
        if left_out
        else Link(""),
    )
    return Page(place.path, "quote.html", view)


def _facts(index: Catalogue, place: Place, utterance: Utterance) -> tuple[Fact, ...]:
    quote, reading, attribution = utterance.quote, utterance.record.reading, utterance.quote.attribution
    text = reading.article.text
    facts = [Fact("Rule", rule_in_words(attribution.rule), note=attribution.rule)]
    if attribution.cue is not None:
        facts.append(Fact("Cue", f"“{attribution.cue.of(text)}”"))
    voice = attribution.speaker
    if voice is not None and utterance.speaker.known:
        surface = f"“{voice.span.of(text)}”" if voice.span is not None else ""
        same = voice.span is not None and voice.span.of(text) == utterance.speaker.name
        means = "" if same and not utterance.speaker.person else f" is {utterance.speaker.name}"
        if same and utterance.speaker.person:
            means = ", named in full"
        facts.append(Fact("Speaker", surface + means if surface else f"{utterance.speaker.name}, as a person decided"))
    elif voice is not None and voice.span is not None:
        facts.append(Fact("Speaker", f"“{voice.span.of(text)}”: nobody can say for sure who is meant"))
    else:
        facts.append(Fact("Speaker", "not known"))
    if attribution.via is not None:
        relay = voice_of(index.entities, reading, attribution.via)
        facts.append(Fact("Relayed by", relay.name))
    facts.append(Fact("Kind", KINDS[quote.kind] + (", in several parts" if len(quote.spans) > 1 else "")))
    percent = round(100 * attribution.confidence)
    facts.append(Fact("Confidence", confidence_in_words(attribution.confidence), percent=percent))
    facts.append(Fact("Status", STATUSES[attribution.status], disc=disc(index, place, utterance)))
    model = index.site.model
    facts.append(Fact("Read with", f"{model.name} {model.version}, {index.site.generator}"))
    return tuple(facts)


def _spoken_of(index: Catalogue, utterance: Utterance) -> list[str]:
    """Return the people who are named in the words of a quotation."""
    reading = utterance.record.reading
    mentions = reading.analysis.mentions
    found = []
    for span in utterance.quote.spans:
        first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
        inside = (m for m in mentions[first : first + _MOST_NAMED] if span.covers(m.span))
        found += [index.person_of(reading, mention) for mention in inside]
    return [id_ for id_ in dict.fromkeys(found) if id_ and id_ != utterance.speaker.person]


def _cite(utterance: Utterance, source: str, day: str) -> str:
    article = utterance.record.reading.article
    where = ", ".join(filter(None, (f"“{article.title}”", source, day, f"paragraph {utterance.paragraph}")))
    how = "Quoted" if utterance.quote.kind != "indirect" else "Reported"
    return f"{sentence(utterance.speaker.name)}. {how} in {where}."


def _address(index: Catalogue, utterance: Utterance) -> str:
    base = index.site.settings.base_url.rstrip("/")
    return f"{base}/{quote_folder(utterance.quote.id)}" if base else ""
