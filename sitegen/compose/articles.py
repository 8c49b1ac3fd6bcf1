"""The page of each article."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.compose.backlinks import MOST_LINKS, backlink_lines
from sitegen.compose.blocks import body_of
from sitegen.compose.cast import cast_of
from sitegen.compose.catalogue import Catalogue
from sitegen.compose.corrected import corrections_of
from sitegen.compose.entry import Entry, Record, Utterance
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.hrefs import Addresses
from sitegen.compose.lines import disc, entity_link, speaker_link
from sitegen.compose.marks import article_overlays
from sitegen.compose.notes import article_notes, by_paragraph, note_overlays
from sitegen.compose.permalinks import ARTICLES, Place, article_folder, author_folder, tag_folder
from sitegen.compose.recipe import Recipe, recipe, template_of
from sitegen.compose.reports import report_href
from sitegen.compose.schema import article_schema
from sitegen.compose.social import Story
from sitegen.compose.social_cards import article_card
from sitegen.compose.surroundings import Known
from sitegen.compose.wording import (
    count,
    day_of,
    direction,
    figure,
    small,
    status_in_words,
    statuses_explained,
    updated_day,
)
from sitegen.model.article import Article, Mark
from sitegen.model.fates import Fates
from sitegen.model.view import ArticleView
from sitegen.model.view_parts import Link
from sitegen.model.view_text import Disc, SpeakerLabel


def article_pages(index: Catalogue, framer: Framer, fates: Fates, entries: Iterable[Entry]) -> Iterator[Recipe]:
    """Yield a page for each of ``entries``, with the anchors that its quotations had before they were edited."""
    former: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for edited in fates.edited:
        if edited.here:
            former.setdefault(edited.article, []).append((edited.id, edited.here))
    for entry in entries:
        article = entry.record.reading.article
        place = Place(article_folder(article.id))
        title = entry.record.surroundings.title
        hidden = bool(entry.record.reading.state)
        story = Story("article", day_of(article.date, article.moment).iso, article.authors, article.tags)
        framing = framer.framing(
            place,
            title,
            _description(article),
            ARTICLES,
            article=article.id,
            noindex=hidden,
            card=article_card(index, entry),
            story=story,
        )
        linked = index.linked.get(article.path, [])
        yield recipe(
            framer,
            template_of(article, "article.html"),
            framing,
            _article,
            entry,
            tuple(former.get(article.id, ())),
            tuple(linked[:MOST_LINKS]),
            len(linked),
        )


def _article(
    sheet: Sheet,
    entry: Entry,
    former: Sequence[tuple[str, tuple[str, ...]]],
    linked: Sequence[tuple[Record, Mark]],
    links: int,
) -> ArticleView:
    """Return the page of an article; ``linked`` are the newest of the ``links`` of others that lead to it."""
    place = sheet.place
    record, utterances = entry.record, entry.utterances
    article, around = record.reading.article, record.surroundings
    notes = article_notes(record, utterances)
    overlays = article_overlays(record, place, Addresses(article, place, around.targets), dict(former))
    overlays += note_overlays(notes, article.text)
    body = body_of(article, record.leaves, overlays, _labels(sheet, utterances), by_paragraph(record, notes))
    blocks = body.blocks
    if body.heading_labels and blocks:
        # A headline that quotes somebody has its label before the first block: there is no margin beside a title.
        blocks = (replace(blocks[0], labels=body.heading_labels + blocks[0].labels), *blocks[1:])
    named = _named(record)
    speakers = {u.speaker.entity.id for u in utterances if u.speaker.entity is not None and not u.speaker.speaks_for}
    beside = [entity for entity in named.values() if entity.id not in speakers]
    cast = cast_of(place, entry, [entity for entity in beside if entity.kind == "person"])
    used = {str(u.quote.attribution.status) for u in utterances}
    return ArticleView(
        frame=replace(sheet.frame, schema=article_schema(sheet, entry, _description(article), named.values())),
        heading=body.heading,
        heading_id=body.heading_id,
        language=article.language,
        direction=direction(article.language),
        day=day_of(article.date, article.moment),
        updated=updated_day(article),
        source=Link(article.source.name, article.source.url) if article.source else Link(""),
        archived=article.source.archived if article.source else "",
        authors=tuple(Link(name, place.to(author_folder(slug)) if slug else "") for slug, name in around.authors),
        gist=_gist(record, utterances),
        blocks=blocks,
        speakers=cast.speakers,
        named=cast.named,
        organisations=tuple(entity_link(place, entity) for entity in beside if entity.kind == "organisation"),
        places=tuple(entity_link(place, entity) for entity in beside if entity.kind == "place"),
        listed=tuple(
            entity_link(place, person)
            for person in around.listed
            if person.id not in named and person.id not in speakers
        ),
        statuses=statuses_explained(used),
        has_told=any(u.quote.kind != "direct" for u in utterances),
        tags=tuple(Link(name, place.to(tag_folder(slug))) for slug, name in around.tags),
        unpublished=_unpublished(record),
        linked_from=backlink_lines(place, linked),
        more_links=f"and {count(links - len(linked), 'more link')}" if links > len(linked) else "",
        heading_notes=body.heading_notes,
        corrections=corrections_of(place, entry),
    )


def _unpublished(record: Record) -> str:
    match record.reading.state:
        case "draft":
            return "Draft. This article is not published."
        case "future":
            return f"To come. This article is published on {day_of(record.reading.article.date).text}."
    return ""


def _description(article: Article) -> str:
    if article.summary:
        return article.summary
    start = article.after_headline
    return article.text[start : start + 400].strip() or article.title


def _labels(sheet: Sheet, utterances: Sequence[Utterance]) -> dict[int, tuple[SpeakerLabel, ...]]:
    """Return the labels before each paragraph: a speaker's name once, with a disc for each quotation."""
    by_paragraph: dict[int, dict[tuple[str, str], list[Utterance]]] = {}
    for utterance in utterances:
        by_paragraph.setdefault(utterance.paragraph, {}).setdefault(utterance.speaker.key, []).append(utterance)
    return {
        paragraph: tuple(_label(sheet, spoken) for spoken in speakers.values())
        for paragraph, speakers in by_paragraph.items()
    }


def _label(sheet: Sheet, spoken: Sequence[Utterance]) -> SpeakerLabel:
    place = sheet.place
    discs = tuple(_disc(sheet, utterance) for utterance in spoken)
    link = speaker_link(place, spoken[0].speaker)
    summary = ""
    if len(discs) > 1:
        words = {d.words for d in discs}
        statuses = Counter(status_in_words(d.status) for d in discs)
        # No disc has room for its word: where they differ, the words stand beside them with their numbers.
        told = [word if len(statuses) == 1 else f"{number} {word}" for word, number in statuses.items()]
        summary = words.pop() if len(words) == 1 else ", ".join(told)
    return SpeakerLabel(link.text, link.href, spoken[0].speaker.known, discs, summary)


def _disc(sheet: Sheet, utterance: Utterance) -> Disc:
    """Return the status of a quotation; without a page of its own, readers report it from here."""
    status = disc(sheet.place, utterance, hints=True)
    return status if utterance.has_page else replace(status, report=report_href(sheet.framer, utterance))


def _named(record: Record) -> dict[str, Known]:
    """Return all whom the text names and who have a page, by id, in the order in which it first does."""
    found = (record.entity_of(mention) for mention in record.reading.analysis.mentions)
    return {entity.id: entity for entity in found if entity is not None}


def _gist(record: Record, utterances: Sequence[Utterance]) -> str:
    quoted = sum(u.words for u in utterances)
    people = len({u.speaker.key for u in utterances if u.words and u.speaker.known})
    if not quoted:
        return f"{count(record.words, 'word')}, none of them quoted."
    voices = f"{small(people)} {'speaker' if people == 1 else 'speakers'}"
    if any(u.words and not u.speaker.known for u in utterances):
        voices = f"{voices}, and from one who is not known" if people else "a speaker who is not known"
    return f"{count(record.words, 'word')}, of which {figure(quoted)} are quoted from {voices}."
