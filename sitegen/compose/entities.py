"""The pages of each person, organisation and place: what they said, and where they are named."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import Any, TypeVar

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.chronicle import chronicle
from sitegen.compose.entry import Naming, Record, Utterance
from sitegen.compose.feeds import speaker_feed
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.images import portrait_image
from sitegen.compose.lines import article_link, quote_in_passage, quote_line, source_of
from sitegen.compose.overview import TagCount, Year, tag_counts, tag_links, year_links, years_of
from sitegen.compose.passages import naming_passage
from sitegen.compose.permalinks import SAID, Place, article_folder, entity_folder, stretches
from sitegen.compose.profile import Profile, elsewhere, organisation_folders, profile_of, role_lines
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.schema import entity_schema
from sitegen.compose.sections import SECTIONS, Section
from sitegen.compose.social import PLAIN, Story
from sitegen.compose.ties import Ties, related_links, tie_shares, ties_of
from sitegen.compose.versions import versions_of
from sitegen.compose.wording import count, figure, sentence, short_day, small
from sitegen.model.entity import Entity
from sitegen.model.mention import Kind
from sitegen.model.view import EntityView
from sitegen.model.view_parts import ArticleGroup, Fact, Link, MentionPassage

ON_A_PAGE = 100
_TIES = "ties"
_MOST_VARIANTS = 24
_TITLES: dict[Kind, str] = {"person": "what they said", "organisation": "what it said", "place": "where it is named"}
_SUMMARIES: dict[Kind, str] = {
    "person": "What {} said, and where the articles name them.",
    "organisation": "What {} and those who speak for it said, and where the articles name it.",
    "place": "Where the articles name {}.",
}

Found = TypeVar("Found", Utterance, Naming)


def entity_pages(index: Catalogue, framer: Framer, entities: Iterable[Entity]) -> Iterator[Recipe]:
    """Yield the pages of each of ``entities``: quotations first, then mentions, a hundred of them a page."""
    organisations = organisation_folders(index)
    for entity in entities:
        yield from _pages(index, framer, SECTIONS[entity.kind], entity, organisations)


@dataclass(frozen=True, slots=True)
class _About:
    """What a page says of an entity, quotations and mentions aside.

    ``profile``, ``topics`` and ``feed`` stand on the first page alone. ``parts`` are headings of lists with their
    anchors, and where they begin when all lists are one. ``total`` counts the quotations in the list, in which those
    that are versions of one utterance stand as one, ``spoken`` every single one.
    """

    entity: Entity
    heading: str
    facts: tuple[Fact, ...]
    profile: Profile
    quotes_empty: str
    parts: tuple[tuple[str, str, int], ...]
    topics: tuple[TagCount, ...]
    years: tuple[Year, ...]
    total: int
    spoken: int
    feed: str


def _pages(
    index: Catalogue, framer: Framer, section: Section, entity: Entity, organisations: Mapping[str, str]
) -> Iterator[Recipe]:
    spoken, named = index.said.get(entity.id, ()), index.named.get(entity.id, ())
    said = [utterance for utterance in spoken if utterance.stands_for_all]
    about = () if entity.kind == "place" else [u for u in index.about.get(entity.id, ()) if u.stands_for_all]
    total = len(said) + len(about) + len(named)
    starts, folders = stretches(entity_folder(entity.kind, entity.id), total, ON_A_PAGE)
    facts = _facts(entity, spoken, named)
    summary = ". ".join(f"{fact.label}: {fact.text}" for fact in facts)
    profile = profile_of(index, entity, organisations)
    feed = speaker_feed(index, entity)
    quotes_empty = "" if said or entity.kind == "place" else f"No quotation is attributed to {entity.name}."
    titles = (
        ("Quotations", SAID),
        (f"Said about {entity.name}", "said-about"),
        ("Where the name stands", "named"),
    )
    lists = (said, about, named)
    begins = accumulate(map(len, lists), initial=0)
    parts = tuple((*title, begin) for title, begin, found in zip(titles, begins, lists, strict=False) if found)
    topics, years = tag_counts(said), years_of(said)
    for number, start in enumerate(starts, 1):
        end = start + ON_A_PAGE
        first = number == 1
        heading = entity.name if first else f"{entity.name}, page {number}"
        description = f"{_SUMMARIES[entity.kind].format(entity.name)} {summary}"
        framing = framer.framing(
            Place(folders[number - 1]),
            f"{heading}: {_TITLES[entity.kind]}",
            description if first else f"{heading}. {summary}",
            section.folder,
            noindex=entity.noindex,
            feeds=((f"Quotations of {entity.name}", feed),) if feed else (),
            story=Story("profile") if entity.kind == "person" else PLAIN,
        )
        who = _About(
            entity,
            heading,
            facts,
            profile if first else Profile(),
            quotes_empty,
            parts,
            topics if first else (),
            years,
            len(said),
            len(spoken),
            feed if first else "",
        )
        shown, spoken_of, mentions = (tuple(found) for found in _slices((said, about, named), start, end))
        yield recipe(
            framer,
            section.page,
            framing,
            _entity,
            section,
            who,
            shown,
            tuple(versions_of(index, utterance).few for utterance in shown),
            spoken_of,
            mentions,
            ties_of(index, entity) if first else Ties(),
            said if first else (),
            folders,
            number,
        )


def _slices(lists: Iterable[Sequence[Any]], start: int, end: int) -> Iterator[Sequence[Any]]:
    """Yield what lies between ``start`` and ``end`` of several lists that follow each other, list by list."""
    for each in lists:
        yield each[max(0, start) : max(0, end)]
        start, end = start - len(each), end - len(each)


def _entity(
    sheet: Sheet,
    section: Section,
    who: _About,
    said: Sequence[Utterance],
    others: Sequence[Sequence[Utterance]],
    about: Sequence[Utterance],
    named: Sequence[Naming],
    ties: Ties,
    all_said: Sequence[Utterance],
    folders: Sequence[str],
    number: int,
) -> EntityView:
    """Return a page of somebody; ``others`` are the other versions of each quotation in ``said``.

    ``all_said`` are the quotations of all pages, for the picture on the first one.
    """
    place, profile = sheet.place, who.profile
    versions = {utterance.quote.id: more for utterance, more in zip(said, others, strict=True)}
    trail = [Link(section.title, place.to(section.folder))]
    if number > 1:
        trail.append(Link(who.entity.name, place.to(folders[0])))
    face = profile.portrait
    return EntityView(
        frame=replace(sheet.frame, schema=entity_schema(sheet, who.entity, profile) if number == 1 else ""),
        heading=who.heading,
        name=who.entity.name,
        trail=tuple(trail),
        life=profile.life,
        roles=role_lines(place, profile),
        portrait=None if face is None else portrait_image(place.to(face.address), face.alt, face.picture),
        facts=(*who.facts, *elsewhere(profile)),
        note=profile.note,
        quotes=tuple(
            replace(
                _group(place, spoken[0].record),
                topics=spoken[0].record.surroundings.tags,
                quotes=tuple(quote_in_passage(place, utterance, versions[utterance.quote.id]) for utterance in spoken),
            )
            for spoken in _by_article(said)
        ),
        quotes_empty=who.quotes_empty,
        mentions=tuple(
            replace(_group(place, namings[0].record), mentions=tuple(_mention(place, naming) for naming in namings))
            for namings in _by_article(named)
        ),
        pager=pager(place, folders, number),
        speaks_about=tie_shares(place, ties.speaks_about),
        spoken_about_by=tie_shares(place, ties.spoken_about_by),
        related=related_links(place, ties.related),
        network=Link("These ties as a picture", place.to(ties.network)) if ties.network else None,
        about=tuple(quote_line(place, utterance) for utterance in about),
        topics=tag_links(place, who.topics),
        chronicle=chronicle(
            all_said,
            lambda number: place.to(folders[number // ON_A_PAGE], all_said[number].quote.id),
        ),
        years=year_links(place, who.years, folders, ON_A_PAGE),
        sections=_sections(place, who, ties, folders),
        stretch=_stretch(said, who, ON_A_PAGE * (number - 1)),
        total=who.total,
        feed=place.to(who.feed) if who.feed else "",
    )


def _sections(place: Place, who: _About, ties: Ties, folders: Sequence[str]) -> tuple[Link, ...]:
    """Return links to the lists, and to those who have to do with whom the page is about; none for a single one."""
    links = []
    for title, anchor, begin in who.parts:
        folder = folders[begin // ON_A_PAGE]
        away = f"page {begin // ON_A_PAGE + 1}" if folder != place.folder else ""
        links.append(Link(title, place.to(folder, anchor), away))
    if ties != Ties():
        links.append(Link("Ties to others", place.to(place.folder, _TIES)))
    return tuple(links) if len(links) > 1 else ()


def _stretch(said: Sequence[Utterance], who: _About, start: int) -> str:
    """Return which of all quotations a page holds, and that there are more, as versions of these."""
    if not said:
        return ""
    if len(said) == who.total:
        return f"{figure(who.total)}, versions of one utterance counted once" if who.total < who.spoken else ""
    newest, oldest = (short_day(said[end].record.reading.article.date).text for end in (0, -1))
    when = f"of {newest}" if newest == oldest else f"from {newest} back to {oldest}"
    return f"{figure(start + 1)} to {figure(start + len(said))} of {figure(who.total)}, {when}"


def _facts(entity: Entity, said: Sequence[Utterance], named: Sequence[Naming]) -> tuple[Fact, ...]:
    by_name = {naming.record.reading.article.id for naming in named if naming.names}
    where = {u.record.reading.article.id for u in said}
    record = []
    if said or entity.kind != "place":
        record.append(count(len(said), "quotation"))
    if said:
        record[0] += f" in {count(len(where), 'article')}"
        for_it = sum(u.speaker.speaks_for for u in said)
        record[0] += f", {for_it} of them by a spokesperson" if for_it else ""
        confirmed = sum(u.quote.attribution.status == "confirmed" for u in said)
        record[0] += f", {confirmed} confirmed" if confirmed else ""
    record.append(f"named in {count(len(by_name), 'article')}")
    text = "; ".join(record)
    forms = dict.fromkeys((*entity.names, *entity.forms))
    del forms[entity.name]
    facts = [Fact("On record", sentence(text))]
    if forms:
        more = f" and {len(forms) - _MOST_VARIANTS} more" if len(forms) > _MOST_VARIANTS else ""
        facts.append(Fact("Written as", ", ".join(list(forms)[:_MOST_VARIANTS]) + more))
    if not said and not named:
        facts.append(Fact("Listed by", "the author of an article whose text does not give the name"))
    return tuple(facts)


def _group(place: Place, record: Record) -> ArticleGroup:
    article = record.reading.article
    return ArticleGroup(article_link(place, record), short_day(article.date), source_of(record), article.language)


def _mention(place: Place, naming: Naming) -> MentionPassage:
    folder = article_folder(naming.record.reading.article.id)
    return MentionPassage(
        naming_passage(naming),
        Link(f"paragraph {naming.paragraph}", place.to(folder, f"m{naming.mentions[0][0]}")),
        _times(naming.names, len(naming.mentions) - naming.names),
    )


def _times(names: int, others: int) -> str:
    """Return how often a paragraph names somebody and how often it means them by another word; "" for one name."""
    if not others:
        return "" if names == 1 else f"named {_often(names)}"
    if not names:
        return f"meant {_often(others)}, not by name" if others > 1 else "meant, not by name"
    return f"named {_often(names)}, meant {_often(others)} by another word"


def _often(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number) or f"{small(number)} times"


def _by_article(found: Sequence[Found]) -> Iterator[list[Found]]:
    for _, group in groupby(found, key=lambda each: each.record.reading.article.id):
        yield list(group)
