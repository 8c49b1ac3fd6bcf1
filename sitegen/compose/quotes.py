"""The page of each quotation, with its evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.citation import citation
from sitegen.compose.decisions import decision_lines, verdict
from sitegen.compose.echoes import Echoes
from sitegen.compose.entry import UNKNOWN, Entry, Utterance
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.gathering import Gathering
from sitegen.compose.lines import (
    article_link,
    disc,
    entity_link,
    excerpt,
    lead_in,
    led_excerpt,
    quote_href,
    quote_line,
    relay_of,
    source_of,
    speaker_link,
)
from sitegen.compose.notes import remarks_of
from sitegen.compose.passages import evidence_passage, passage, speaker_elsewhere
from sitegen.compose.permalinks import QUOTES, Place, article_folder, quote_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.reports import report_href
from sitegen.compose.schema import quotation_schema
from sitegen.compose.social_cards import quote_card
from sitegen.compose.versions import has_changes, version_lines, versions_of
from sitegen.compose.wording import (
    AFTERWARDS,
    KINDS,
    REASONS,
    STATUSES,
    confidence_in_words,
    count,
    day_of,
    direction,
    rule_in_words,
    shorten,
    uncapitalised,
)
from sitegen.model.quote import Nested
from sitegen.model.view_parts import Fact, Link, NestedLine
from sitegen.model.view_quotations import Neighbour, QuoteView
from sitegen.model.view_text import Overlay

_NEAREST = 5
# Of a description, so that some words of the quotation have room behind what leads into them.
_LONGEST_CREDIT = 60
# The rule of what a person decided.
_DECIDED = "decided"


def quote_pages(index: Catalogue, framer: Framer, echoes: Echoes, entries: Iterable[Entry]) -> Iterator[Recipe]:
    """Yield the pages of those quotations in ``entries`` that have one of their own."""
    for entry in entries:
        for utterance in (utterance for utterance in entry.utterances if utterance.has_page):
            article = utterance.record.reading.article
            name, source = utterance.speaker.name, source_of(utterance.record)
            lead = lead_in(utterance)
            title = f"{' '.join(filter(None, (name, lead)))}: {excerpt(utterance, 60)}"
            words = " … ".join(utterance.parts)
            where = shorten(
                ", ".join(filter(None, (name, relay_of(utterance), day_of(article.date).text, source))), _LONGEST_CREDIT
            )
            where = ", ".join(filter(None, (where, lead)))
            described = f"{where}: {words}"
            place = Place(quote_folder(utterance.quote.id))
            hidden = bool(entry.record.reading.state) or utterance.noindex
            framing = framer.framing(
                place,
                title,
                described,
                QUOTES,
                quote=utterance.quote.id,
                noindex=hidden,
                card=quote_card(index, utterance),
            )
            beside = versions_of(index, utterance), echoes.of(utterance)
            yield recipe(framer, "quote.html", framing, _quote, entry, utterance.number, *beside)


def _quote(sheet: Sheet, entry: Entry, number: int, versions: Gathering, echoes: Gathering) -> QuoteView:
    framer, place, utterances = sheet.framer, sheet.place, entry.utterances
    utterance = utterances[number - 1]
    record = entry.record
    article = record.reading.article
    name = uncapitalised(utterance.speaker.name)
    day = day_of(article.date)
    source = source_of(record)
    elsewhere = speaker_elsewhere(utterance)
    away = Link("")
    if elsewhere is not None:
        paragraph = record.paragraph(elsewhere.start)
        away = Link(f"paragraph {paragraph}", place.to(article_folder(article.id), f"p{paragraph}"))
    others = [u for u in utterances[max(0, number - 1 - _NEAREST) : number + _NEAREST] if u is not utterance]
    left_out = len(utterances) - 1 - len(others)
    replies = entry.replies_to(utterance)
    context = entry.context_of(utterance)
    title, why = REASONS.get(utterance.tie.reason, ("", ""))
    listed = version_lines(place, utterance, versions.shown)
    return QuoteView(
        frame=replace(sheet.frame, schema=quotation_schema(sheet, utterance)),
        heading=f"Quotation by {name}, {day.text}" if utterance.speaker.known else f"Quotation, {UNKNOWN.lower()}",
        trail=(
            Link("Quotations", place.to(QUOTES)),
            article_link(place, record),
            Link(f"{utterance.number} of {len(utterances)}"),
        ),
        line=quote_line(place, utterance),
        status=replace(disc(place, utterance), words=verdict(utterance)),
        day=day,
        source=source,
        language=article.language,
        direction=direction(article.language),
        why=_why(utterance, name),
        passage=evidence_passage(utterance),
        elsewhere=None
        if elsewhere is None
        else passage(record, elsewhere, [Overlay("speaker", elsewhere.start, elsewhere.end)], 120),
        elsewhere_place=away,
        facts=_facts(framer, place, utterance),
        nested=tuple(_nested(place, utterance, nested) for nested in utterance.quote.nested),
        people=tuple(entity_link(place, entity) for entity in utterance.about),
        citation=citation(framer, place, utterance),
        others=tuple(_neighbour(place.level, other) for other in others),
        all_others=Link(f"and {left_out} more in the article", place.to(article_folder(article.id)))
        if left_out
        else Link(""),
        versions=listed,
        has_changes=has_changes(listed),
        all_versions=_all(place, versions, "version"),
        echoes=tuple(quote_line(place, other) for other in echoes.shown),
        all_echoes=_all(place, echoes, "quotation"),
        context=None if context is None else quote_line(place, context),
        context_title=title,
        context_why=why,
        answered_title="Answered by" if any(u.tie.reason != "matter" for u in replies) else AFTERWARDS,
        answered=tuple(quote_line(place, u) for u in replies),
        decisions=decision_lines(utterance),
        remarks=remarks_of(utterance),
        report=report_href(framer, utterance),
    )


def _why(utterance: Utterance, name: str) -> str:
    if utterance.quote.attribution.status == "rejected":
        return "Why these words are given to nobody"
    return f"Why these words are given to {name}" if utterance.speaker.known else "Why the speaker is not known"


# The quotations of one article have the same neighbours by turns, and none is its own. In lines to them no other page
# is named, so they are the same from wherever a quotation's page stands.
@lru_cache(maxsize=256)
def _neighbour(place: Place, other: Utterance) -> Neighbour:
    link = Link(led_excerpt(other, 70), quote_href(place, other), excerpt_of=other.quote.id)
    return Neighbour(link, other.speaker.name, disc(place, other))


def _all(place: Place, gathering: Gathering, noun: str) -> Link:
    return Link(f"All {count(gathering.total, noun)}", place.to(gathering.folder)) if gathering.folder else Link("")


def _facts(framer: Framer, place: Place, utterance: Utterance) -> tuple[Fact, ...]:
    quote, reading, attribution = utterance.quote, utterance.record.reading, utterance.quote.attribution
    text = reading.article.text
    rejected = attribution.status == "rejected"
    facts = [
        Fact("Rule", "A person found that the program gave these words to the wrong speaker.")
        if rejected
        else Fact("Rule", rule_in_words(attribution.rule), note=attribution.rule)
    ]
    if attribution.cue is not None and not rejected:
        facts.append(Fact("Cue", f"“{attribution.cue.of(text)}”"))
    voice = attribution.voice
    if voice is not None and utterance.speaker.known:
        surface = f"“{voice.span.of(text)}”" if voice.span is not None else ""
        facts.append(
            Fact(
                "Speaker",
                surface + _meaning(utterance) if surface else f"{utterance.speaker.name}, as a person decided",
            )
        )
        whom = utterance.speaker.entity
        if whom is not None and utterance.speaker.speaks_for:
            facts.append(Fact("Speaks for", whom.name, place.to(whom.folder)))
    elif voice is not None and voice.span is not None:
        facts.append(Fact("Speaker", f"“{voice.span.of(text)}”: nobody can say for sure who is meant"))
    else:
        facts.append(Fact("Speaker", "nobody is named" if rejected else "not known"))
    if attribution.via is not None:
        relay = utterance.record.speaker_of(attribution.via)
        facts.append(Fact("Relayed by", relay.name))
    facts.append(Fact("Kind", KINDS[quote.kind] + (", in several parts" if len(quote.spans) > 1 else "")))
    if utterance.tie.denial:
        facts.append(Fact("Denial", "the article says that the speaker denies or rejects something"))
    if attribution.rule != _DECIDED and not rejected:
        # What a person decided is no estimate of the program.
        percent = round(100 * attribution.confidence)
        facts.append(Fact("Confidence", confidence_in_words(attribution.confidence), percent=percent))
    facts.append(Fact("Status", STATUSES[attribution.status], disc=disc(place, utterance)))
    model = framer.model
    facts.append(Fact("Read with", f"{model.name} {model.version}, {framer.generator}"))
    return tuple(facts)


def _meaning(utterance: Utterance) -> str:
    """Return what is to be said of the words that name the speaker."""
    voice, speaker = utterance.quote.attribution.voice, utterance.speaker
    surface = "" if voice is None or voice.span is None else voice.span.of(utterance.record.reading.article.text)
    surface = " ".join(surface.split())
    if speaker.speaks_for:
        return ", who is not named"
    if surface == speaker.name:
        return ", named in full" if speaker.person else ""
    # The name of a nameless speaker is what the text says, with a capital.
    return "" if surface == uncapitalised(speaker.name) else f" is {speaker.name}"


def _nested(place: Place, utterance: Utterance, nested: Nested) -> NestedLine:
    text, voice = utterance.record.reading.article.text, nested.speaker
    speaker = utterance.record.speaker_of(voice)
    surface = f"“{voice.span.of(text)}”" if voice.span is not None else ""
    parts = tuple(span.of(text) for span in nested.spans)
    if not speaker.known:
        return NestedLine(utterance.quote.id, parts, Link(surface), "nobody can say for sure who is meant")
    note = surface if voice.form == "pronoun" else ""
    return NestedLine(utterance.quote.id, parts, speaker_link(place, speaker), note)
