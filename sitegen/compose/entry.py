"""One article as its pages show it: its paragraphs, who speaks in it, who is named where."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from sitegen.compose.hrefs import Targets
from sitegen.model.article import Block
from sitegen.model.mention import Kind, Mention
from sitegen.model.quote import Quote, Voice
from sitegen.model.site import Reading

UNKNOWN = "Unknown speaker"


@dataclass(frozen=True, slots=True)
class Known:
    """What the pages of an article show of an entity that stands in it."""

    id: str
    kind: Kind
    name: str
    local: bool = False

    @property
    def has_page(self) -> bool:
        """Whoever is named, speaks or is listed has a page, a name of one article alone aside."""
        return self.kind == "person" and not self.local


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that the pages of one article show of the rest of the site.

    ``title`` is told apart from those of other articles; ``tags`` are pairs of slug and name.
    """

    title: str
    known: tuple[Known, ...] = ()
    listed: tuple[Known, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    targets: Targets = field(default_factory=Targets)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom words are given to: a name, and the person whose page it leads to, "" for none."""

    name: str
    person: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """An article with what stands where: its leaf blocks, numbered from 1.

    ``digest`` is that of all that it was made from.
    """

    digest: str
    reading: Reading
    surroundings: Surroundings
    leaves: tuple[Block, ...]
    starts: tuple[int, ...]
    words: int
    known: dict[str, Known]

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph in which ``offset`` lies, or the last before it."""
        return max(1, bisect_right(self.starts, offset))

    def person_of(self, mention: Mention) -> Known | None:
        """Return the person whose page a mention leads to."""
        if mention.cluster is None:
            return None
        found = self.known.get(self.reading.entities[mention.cluster] or "")
        return found if found is not None and found.has_page else None

    def speaker_of(self, voice: Voice) -> Speaker:
        """Return whom a voice stands for: a known entity, else what the text calls it, else nobody known.

        A pronoun that could not be resolved names nobody.
        """
        reading = self.reading
        surface = "" if voice.span is None else " ".join(voice.span.of(reading.article.text).split())
        if voice.cluster is not None:
            id_ = reading.entities[voice.cluster]
            found = None if id_ is None else self.known.get(id_)
            if found is not None and not found.local:
                return Speaker(found.name, found.id if found.has_page else "")
            if voice.form != "name" or id_ is not None:
                return Speaker(reading.analysis.clusters[voice.cluster].name)
        if not surface or voice.form == "pronoun":
            return Speaker(UNKNOWN, known=False)
        # "the statement" and "The statement" are one source: the capital is the sentence's.
        return Speaker(surface[:1].upper() + surface[1:])


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
class Entry:
    """An article, its quotations, and its namings, each with the id of the person who is named."""

    record: Record
    utterances: tuple[Utterance, ...]
    namings: tuple[tuple[str, Naming], ...]


def entry_of(digest: str, reading: Reading, surroundings: Surroundings) -> Entry:
    """Return the entry of one article; ``digest`` is that of the other arguments."""
    leaves = tuple(reading.article.leaves())
    record = Record(
        digest=digest,
        reading=reading,
        surroundings=surroundings,
        leaves=leaves,
        starts=tuple(leaf.span.start for leaf in leaves),
        words=len(reading.article.text.split()),
        known={known.id: known for known in surroundings.known},
    )
    utterances = (_utterance(record, number, quote) for number, quote in enumerate(reading.analysis.quotes, 1))
    return Entry(record, tuple(utterances), tuple(_namings(record)))


def _namings(record: Record) -> Iterator[tuple[str, Naming]]:
    """Yield the namings of one article, each with whom it names, in the order of the text."""
    found: list[tuple[int, str, int, Mention]] = []
    for number, mention in enumerate(record.reading.analysis.mentions, 1):
        person = record.person_of(mention)
        if person is not None:
            found.append((record.paragraph(mention.span.start), person.id, number, mention))
    found.sort(key=lambda entry: entry[:3])
    for (paragraph, person_id), entries in groupby(found, key=lambda entry: entry[:2]):
        yield person_id, Naming(record, paragraph, tuple((number, mention) for _, _, number, mention in entries))


def _utterance(record: Record, number: int, quote: Quote) -> Utterance:
    text = record.reading.article.text
    speaker = Speaker(UNKNOWN, known=False)
    if quote.attribution.speaker is not None and quote.attribution.status != "rejected":
        speaker = record.speaker_of(quote.attribution.speaker)
    words = sum(len(span.of(text).split()) for span in quote.verbatim)
    return Utterance(record, quote, speaker, number, record.paragraph(quote.spans[0].start), words)
