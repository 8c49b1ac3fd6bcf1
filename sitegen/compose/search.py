"""What the search finds: every article, everybody and everything with a page, and every quotation.

A record is a file of the index, and costs Pagefind memory, that of a quotation 20 KB: of a large site, those quotations
alone are records that have a page of their own. The others are found inside the record of their article.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Entry, Speaker, Utterance
from sitegen.compose.lines import lead_in, relay_of, source_of
from sitegen.compose.paged_quotes import MOST
from sitegen.compose.permalinks import Place, article_folder, entity_folder, plain_folder
from sitegen.compose.search_text import on_one_line, places_on_line
from sitegen.compose.wording import known_day, sentence
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.mention import Kind
from sitegen.model.person_name import fold
from sitegen.model.quote import QuoteKind
from sitegen.model.search_record import BETWEEN, FoundInside, SearchKind, SearchRecord

# Addresses are those that the home page would name.
ROOT = Place("")
_ENTITIES: dict[Kind, SearchKind] = {"person": "Person", "organisation": "Organisation", "place": "Place"}
_QUOTES: dict[QuoteKind, SearchKind] = {
    "direct": "Direct quotation",
    "mixed": "Quotation partly in marks",
    "indirect": "Reported quotation",
}
# What Markdown writes round words: addresses of links and pictures, and marks.
_ADDRESS = re.compile(r"\]\([^)]*\)")
_MARKS = re.compile(r"[*_`#>\[\]!~]+")


def search_records(index: Catalogue) -> tuple[SearchRecord, ...]:
    """Return the records of all that can be found, always in the same order.

    Nothing is found of those whom search engines are kept from, and nothing that was said by them.
    """
    labels = _labels(index)
    every = finds_all_quotations(index)
    return (
        *_entities(index, labels),
        *(_article(entry, labels, every) for entry in index.entries),
        *(_quotation(each, labels) for each in index.all_utterances() if not each.noindex and (every or each.has_page)),
        *(_plain(page) for page in index.site.pages),
    )


def finds_all_quotations(index: Catalogue) -> bool:
    """Tell whether every quotation is found by itself, and not those alone that have a page."""
    wish = index.site.settings.search.quotations
    return wish == "all" or (wish == "auto" and sum(len(entry.utterances) for entry in index.entries) <= MOST)


def _labels(index: Catalogue) -> dict[str, str]:
    """Return what people are called where results are narrowed to one of them: who shares a name adds the id."""
    shown = {person.id: on_one_line(person.name) for person in index.people.values() if not person.noindex}
    sharing = Counter(shown.values())
    return {id_: name if sharing[name] == 1 else f"{name} ({id_})" for id_, name in shown.items()}


def _entities(index: Catalogue, labels: Mapping[str, str]) -> Iterator[SearchRecord]:
    for kind, entities in index.entities.items():
        for entity in entities.values():
            if not entity.noindex:
                yield _entity(kind, entity, labels)


def _entity(kind: Kind, entity: Entity, labels: Mapping[str, str]) -> SearchRecord:
    record = entity.record
    names = dict.fromkeys(map(on_one_line, (*entity.names, *entity.forms)))
    names |= dict.fromkeys(name for name in map(_plain_letters, names) if name)
    names.pop(on_one_line(entity.name), None)
    return SearchRecord(
        url=ROOT.to(entity_folder(kind, entity.id)),
        kind=_ENTITIES[kind],
        title=on_one_line(entity.name),
        text=on_one_line("" if record is None else _about(record)),
        names=tuple(names),
        people=(labels[entity.id],) if kind == "person" else (),
    )


def _about(record: AuthorityRecord) -> str:
    roles = (", ".join(filter(None, (role.title, role.organisation))) for role in record.roles)
    note = _MARKS.sub("", _ADDRESS.sub("", record.note))
    return " ".join((*(f"{sentence(role)}." for role in roles), note))


def _article(entry: Entry, labels: Mapping[str, str], every: bool) -> SearchRecord:
    article = entry.record.reading.article
    named = {entity.id for _, _, entity, _ in entry.record.meant()}
    named |= {person.id for person in entry.record.surroundings.listed}
    people = {labels[id_] for id_ in named if id_ in labels}
    inside = () if every else tuple(_inside(entry, labels))
    return SearchRecord(
        url=ROOT.to(article_folder(article.id)),
        kind="Article",
        title=on_one_line(article.title),
        text=on_one_line(article.text[article.after_headline :]),
        day=known_day(article.date),
        by=on_one_line(", ".join(filter(None, (*article.authors, source_of(entry.record))))),
        people=tuple(sorted(people.union(each.person for each in inside if each.person))),
        year=_year(article),
        quotations=inside,
    )


def _inside(entry: Entry, labels: Mapping[str, str]) -> Iterator[FoundInside]:
    """Yield the quotations of an article that have no page; not its headline, which is no part of the record's text."""
    article = entry.record.reading.article
    begin = article.after_headline
    found = [
        each
        for each in entry.utterances
        if not each.noindex and not each.has_page and each.quote.spans[0].start >= begin
    ]
    cuts = {cut for each in found for span in each.quote.spans for cut in (span.start, span.end)}
    starts, ends = places_on_line(article.text, begin, cuts)
    for each in found:
        yield FoundInside(
            id=each.quote.id,
            kind=_QUOTES[each.quote.kind],
            parts=tuple((starts[span.start], ends[span.end]) for span in each.quote.spans),
            speaker=on_one_line(each.speaker.name),
            person=_label(each.speaker, labels),
            lead=lead_in(each),
            by=on_one_line(relay_of(each)),
        )


def _quotation(utterance: Utterance, labels: Mapping[str, str]) -> SearchRecord:
    article = utterance.record.reading.article
    speaker = utterance.speaker
    return SearchRecord(
        url=ROOT.to(article_folder(article.id), utterance.quote.id),
        kind=_QUOTES[utterance.quote.kind],
        title=on_one_line(speaker.name),
        text=BETWEEN.join(map(on_one_line, utterance.parts)),
        article=on_one_line(utterance.record.surroundings.title),
        day=known_day(article.date),
        by=on_one_line(relay_of(utterance)),
        people=tuple(filter(None, (_label(speaker, labels),))),
        year=_year(article),
        has_page=utterance.has_page,
        lead=lead_in(utterance),
    )


def _label(speaker: Speaker, labels: Mapping[str, str]) -> str:
    """Return what results are narrowed to for what a speaker said, "" where that is no person with a page."""
    return "" if speaker.speaks_for else labels.get(speaker.person, "")


def _plain(page: Article) -> SearchRecord:
    text = page.text[page.after_headline :]
    return SearchRecord(ROOT.to(plain_folder(page.id)), "Page", on_one_line(page.title), on_one_line(text))


def _plain_letters(name: str) -> str:
    """Return a name as those write it who lack its letters, "" where it has no others."""
    return "" if name.isascii() else fold(name)


def _year(article: Article) -> str:
    return f"{article.date.year:04d}" if article.date is not None else ""
