"""What the search finds: every article, everybody and everything with a page, and quotations by themselves.

Each of these is a file of the index, and costs Pagefind memory, a quotation 20 KB: of a large site, those quotations
alone are found so that have a page of their own. The words of the others are found in their articles.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Entry, Utterance
from sitegen.compose.lines import lead_in, relay_of, source_of
from sitegen.compose.permalinks import Place, article_folder, entity_folder, plain_folder
from sitegen.compose.wording import known_day, sentence
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.mention import Kind
from sitegen.model.person_name import fold
from sitegen.model.quote import QuoteKind
from sitegen.model.search_record import BETWEEN, SearchKind, SearchRecord
from sitegen.model.view_text import publishable

# Addresses are those that the home page would name.
ROOT = Place("")
_ENTITIES: dict[Kind, SearchKind] = {"person": "Person", "organisation": "Organisation", "place": "Place"}
_QUOTES: dict[QuoteKind, SearchKind] = {
    "direct": "Direct quotation",
    "mixed": "Quotation partly in marks",
    "indirect": "Reported quotation",
}
# Up to so many quotations in a site, each is found by itself.
MOST = 20_000
# What Markdown writes round words: addresses of links and pictures, and marks.
_ADDRESS = re.compile(r"\]\([^)]*\)")
_MARKS = re.compile(r"[*_`#>\[\]!~]+")


def search_records(index: Catalogue) -> tuple[SearchRecord, ...]:
    """Return the records of all that can be found, always in the same order.

    Nothing is found of those whom search engines are kept from, and nothing that was said by them.
    """
    labels = _labels(index)
    return (
        *_entities(index, labels),
        *(_article(entry, labels) for entry in index.entries),
        *(_quotation(utterance, labels) for utterance in _found(index)),
        *(_plain(page) for page in index.site.pages),
    )


def finds_all_quotations(index: Catalogue) -> bool:
    """Tell whether every quotation can be found by itself, and not those alone that have a page."""
    wish = index.site.settings.search.quotations
    return wish == "all" or (wish == "auto" and sum(len(entry.utterances) for entry in index.entries) <= MOST)


def _found(index: Catalogue) -> Iterator[Utterance]:
    every = finds_all_quotations(index)
    return (each for each in index.all_utterances() if not each.noindex and (every or each.has_page))


def _labels(index: Catalogue) -> dict[str, str]:
    """Return what people are called where results are narrowed to one of them: who shares a name adds the id."""
    shown = {person.id: _line(person.name) for person in index.people.values() if not person.noindex}
    sharing = Counter(shown.values())
    return {id_: name if sharing[name] == 1 else f"{name} ({id_})" for id_, name in shown.items()}


def _entities(index: Catalogue, labels: Mapping[str, str]) -> Iterator[SearchRecord]:
    for kind, entities in index.entities.items():
        for entity in entities.values():
            if not entity.noindex:
                yield _entity(kind, entity, labels)


def _entity(kind: Kind, entity: Entity, labels: Mapping[str, str]) -> SearchRecord:
    record = entity.record
    names = dict.fromkeys(map(_line, (*entity.names, *entity.forms)))
    names |= dict.fromkeys(name for name in map(_plain_letters, names) if name)
    names.pop(_line(entity.name), None)
    return SearchRecord(
        url=ROOT.to(entity_folder(kind, entity.id)),
        kind=_ENTITIES[kind],
        title=_line(entity.name),
        text=_line("" if record is None else _about(record)),
        names=tuple(names),
        people=(labels[entity.id],) if kind == "person" else (),
    )


def _about(record: AuthorityRecord) -> str:
    roles = (", ".join(filter(None, (role.title, role.organisation))) for role in record.roles)
    note = _MARKS.sub("", _ADDRESS.sub("", record.note))
    return " ".join((*(f"{sentence(role)}." for role in roles), note))


def _article(entry: Entry, labels: Mapping[str, str]) -> SearchRecord:
    article = entry.record.reading.article
    named = {entity.id for _, _, entity, _ in entry.record.meant()}
    named |= {person.id for person in entry.record.surroundings.listed}
    return SearchRecord(
        url=ROOT.to(article_folder(article.id)),
        kind="Article",
        title=_line(article.title),
        text=_line(article.text[article.after_headline :]),
        day=known_day(article.date),
        by=_line(", ".join(filter(None, (*article.authors, source_of(entry.record))))),
        people=tuple(sorted(labels[id_] for id_ in named if id_ in labels)),
        year=_year(article),
    )


def _quotation(utterance: Utterance, labels: Mapping[str, str]) -> SearchRecord:
    article = utterance.record.reading.article
    speaker = utterance.speaker
    return SearchRecord(
        url=ROOT.to(article_folder(article.id), utterance.quote.id),
        kind=_QUOTES[utterance.quote.kind],
        title=_line(speaker.name),
        text=BETWEEN.join(map(_line, utterance.parts)),
        article=_line(utterance.record.surroundings.title),
        day=known_day(article.date),
        by=_line(relay_of(utterance)),
        people=(labels[speaker.person],) if speaker.person in labels and not speaker.speaks_for else (),
        year=_year(article),
        has_page=utterance.has_page,
        lead=lead_in(utterance),
    )


def _plain(page: Article) -> SearchRecord:
    text = page.text[page.after_headline :]
    return SearchRecord(ROOT.to(plain_folder(page.id)), "Page", _line(page.title), _line(text))


def _plain_letters(name: str) -> str:
    """Return a name as those write it who lack its letters, "" where it has no others."""
    return "" if name.isascii() else fold(name)


def _year(article: Article) -> str:
    return f"{article.date.year:04d}" if article.date is not None else ""


def _line(text: str) -> str:
    """Return ``text`` on one line as it can be published; the index holds no blanks that nobody sees."""
    return " ".join(publishable(text).replace("\u200b", "").split())
