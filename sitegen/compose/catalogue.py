"""All that a site holds, indexed once: who said what, who is named where, which tags there are."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from sitegen.model.article import Block
from sitegen.model.entity import Entity
from sitegen.model.mention import Mention
from sitegen.model.quote import Quote, Voice
from sitegen.model.site import Reading, Site
from sitegen.model.slug import slugify

UNKNOWN = "Unknown speaker"
_MOST_QUOTE_PAGES = 5000


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom words are given to: a name, and the person whose page it leads to, "" for none."""

    name: str
    person: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """An article with what stands where: its leaf blocks, numbered from 1, and its quotations."""

    reading: Reading
    leaves: tuple[Block, ...]
    starts: tuple[int, ...]
    words: int

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph in which ``offset`` lies, or the last before it."""
        return max(1, bisect_right(self.starts, offset))


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation in its place: ``number`` counts from 1 in its article, ``words`` those in quotation marks."""

    record: Record
    quote: Quote
    speaker: Speaker
    number: int
    paragraph: int
    words: int

    @property
    def parts(self) -> tuple[str, ...]:
        """The words themselves, part by part."""
        return tuple(span.of(self.record.reading.article.text) for span in self.quote.spans)


@dataclass(frozen=True, slots=True)
class Naming:
    """A paragraph that names a person: the mentions with their numbers, counted from 1 in the article."""

    record: Record
    paragraph: int
    mentions: tuple[tuple[int, Mention], ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and its articles, newest first; spellings that differ in case or accents alone are one tag."""

    slug: str
    name: str
    records: list[Record]


@dataclass(slots=True)
class Catalogue:
    """The indexes of one site; built by ``catalogue`` and only read afterwards."""

    site: Site
    entities: dict[str, Entity]
    people: dict[str, Entity] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    utterances: dict[str, list[Utterance]] = field(default_factory=dict)
    said: dict[str, list[Utterance]] = field(default_factory=dict)
    named: dict[str, list[Naming]] = field(default_factory=dict)
    listed: dict[str, list[str]] = field(default_factory=dict)
    tags: dict[str, Tag] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()
    quote_pages: bool = True

    def all_utterances(self) -> Iterator[Utterance]:
        """Yield all quotations, those of the newest article first, in the order of its text."""
        for record in self.records:
            yield from self.utterances[record.reading.article.id]

    def person_of(self, reading: Reading, mention: Mention) -> str:
        """Return the id of the person whose page a mention leads to, "" for none."""
        if mention.cluster is None:
            return ""
        entity = reading.entities[mention.cluster]
        return entity if entity is not None and entity in self.people else ""


def catalogue(site: Site, assets: Iterable[str] = ()) -> Catalogue:
    """Index ``site``, in one pass over its articles; ``assets`` are its files that are copied beside articles."""
    index = Catalogue(site, {entity.id: entity for entity in site.entities}, assets=frozenset(assets))
    mentioned: dict[str, list[Naming]] = {}
    candidates = {id_ for id_, entity in index.entities.items() if entity.kind == "person" and not entity.local}
    names = {name.casefold(): id_ for id_ in sorted(candidates, reverse=True) for name in _names(index.entities[id_])}
    for reading in site.readings:
        record = _record(reading)
        article = reading.article
        index.records.append(record)
        for naming, entity in _namings(record, candidates):
            mentioned.setdefault(entity, []).append(naming)
        utterances = [
            _utterance(index, record, number, quote) for number, quote in enumerate(reading.analysis.quotes, 1)
        ]
        index.utterances[article.id] = utterances
        for utterance in utterances:
            if utterance.speaker.person:
                index.said.setdefault(utterance.speaker.person, []).append(utterance)
        wanted = [p.id or names.get(p.name.casefold(), "") or slugify(p.name) for p in article.people]
        index.listed[article.id] = [id_ for id_ in dict.fromkeys(wanted) if id_ in candidates]
        for tag in article.tags:
            slug = slugify(tag)
            known = index.tags.setdefault(slug, Tag(slug, tag, []))
            if not known.records or known.records[-1] is not record:
                known.records.append(record)
    index.named = mentioned
    listed = {id_ for ids in index.listed.values() for id_ in ids}
    with_page = mentioned.keys() | index.said.keys() | listed
    index.people = {id_: index.entities[id_] for id_ in sorted(with_page)}
    total = sum(map(len, index.utterances.values()))
    wish = site.settings.quotes.pages
    index.quote_pages = wish == "all" or (wish != "none" and total <= _MOST_QUOTE_PAGES)
    return index


def _names(entity: Entity) -> Iterable[str]:
    return (entity.name, *(entity.record.names if entity.record is not None else ()))


def _record(reading: Reading) -> Record:
    leaves = tuple(reading.article.leaves())
    return Record(reading, leaves, tuple(leaf.span.start for leaf in leaves), len(reading.article.text.split()))


def _namings(record: Record, candidates: set[str]) -> Iterator[tuple[Naming, str]]:
    """Yield the namings of one article, each with whom it names, in the order of the text."""
    reading = record.reading
    found: list[tuple[int, str, int, Mention]] = []
    for number, mention in enumerate(reading.analysis.mentions, 1):
        entity = None if mention.cluster is None else reading.entities[mention.cluster]
        if entity is not None and entity in candidates:
            found.append((record.paragraph(mention.span.start), entity, number, mention))
    found.sort(key=lambda entry: entry[:3])
    for (paragraph, entity), entries in groupby(found, key=lambda entry: entry[:2]):
        yield Naming(record, paragraph, tuple((number, mention) for _, _, number, mention in entries)), entity


def _utterance(index: Catalogue, record: Record, number: int, quote: Quote) -> Utterance:
    reading = record.reading
    speaker = Speaker(UNKNOWN, known=False)
    if quote.attribution.speaker is not None and quote.attribution.status != "rejected":
        speaker = voice_of(index.entities, reading, quote.attribution.speaker)
    words = sum(len(span.of(reading.article.text).split()) for span in quote.verbatim)
    return Utterance(record, quote, speaker, number, record.paragraph(quote.spans[0].start), words)


def voice_of(entities: dict[str, Entity], reading: Reading, voice: Voice) -> Speaker:
    """Return whom a voice stands for: a known entity, else what the text calls it, else nobody known.

    A pronoun that could not be resolved names nobody.
    """
    surface = "" if voice.span is None else " ".join(voice.span.of(reading.article.text).split())
    if voice.cluster is not None:
        id_ = reading.entities[voice.cluster]
        entity = None if id_ is None else entities.get(id_)
        if entity is not None and not entity.local:
            return Speaker(entity.name, entity.id if entity.kind == "person" else "")
        if voice.form != "name" or id_ is not None:
            return Speaker(reading.analysis.clusters[voice.cluster].name)
    if not surface or voice.form == "pronoun":
        return Speaker(UNKNOWN, known=False)
    # "the statement" and "The statement" are one source: the capital is the sentence's.
    return Speaker(surface[:1].upper() + surface[1:])
