"""One article as its pages show it: its paragraphs, who speaks in it, who is named where."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from sitegen.compose.permalinks import FOLDERS
from sitegen.compose.surroundings import Known, Surroundings, Tie
from sitegen.compose.wording import sentence
from sitegen.model.annotation import Applied
from sitegen.model.article import Block
from sitegen.model.behalf import on_behalf_of
from sitegen.model.mention import Mention
from sitegen.model.quote import Quote, Voice
from sitegen.model.site import Reading

UNKNOWN = "Unknown speaker"
# No quotation is looked through for more mentions than these.
_MOST_NAMED = 50
_KINDS = list(FOLDERS)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom words are given to: a name, and the entity on whose page they stand, None for no page.

    ``speaks_for`` tells that the name is that of a nameless person who speaks for this entity.
    """

    name: str
    entity: Known | None = None
    known: bool = True
    speaks_for: bool = False

    @property
    def person(self) -> str:
        """The id of the person whose page the name leads to, "" for none."""
        return self.entity.id if self.entity is not None and self.entity.kind == "person" else ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells speakers of one article apart: two may share a name, or a page."""
        return self.entity.id if self.entity is not None else "", self.name


@dataclass(frozen=True, slots=True)
class Record:
    """An article with what stands where: its leaf blocks, numbered from 1.

    ``digest`` is that of all that it was made from, ``own`` that of the article and of who says what in it, whatever
    the rest of the site holds. ``annotations`` are those of people about its quotations, by their ids.
    """

    digest: str
    own: str
    reading: Reading
    surroundings: Surroundings
    leaves: tuple[Block, ...]
    starts: tuple[int, ...]
    words: int
    known: dict[str, Known]
    annotations: dict[str, tuple[Applied, ...]]

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph in which ``offset`` lies, or the last before it."""
        return max(1, bisect_right(self.starts, offset))

    def entity_of(self, mention: Mention) -> Known | None:
        """Return whose page a mention leads to."""
        if mention.cluster is None:
            return None
        found = self.known.get(self.reading.entities[mention.cluster] or "")
        return found if found is not None and found.has_page else None

    def meant(self) -> Iterator[tuple[int, Mention, Known, bool]]:
        """Yield the mentions of whoever has a page: number, mention, whose page, and whether it is a link to that page.

        No link stands in another: of mentions that overlap, a name goes before a description ("the *Trust*'s chair"),
        and the longer one of those that begin together before the other. Those that yield keep their place and anchor.
        """
        numbered = enumerate(self.reading.analysis.mentions, 1)
        found = [(number, m, whose) for number, m in numbered if (whose := self.entity_of(m)) is not None]
        taken: list[int] = []  # starts and ends of the links, in the order of the text: no two overlap
        linked: set[int] = set()
        for number, mention, _ in sorted(found, key=lambda each: (each[1].form != "name", *_place(each[1]))):
            at = bisect_right(taken, mention.span.start)
            if at % 2 == 0 and (at == len(taken) or taken[at] >= mention.span.end):
                taken[at:at] = (mention.span.start, mention.span.end)
                linked.add(number)
        for number, mention, whose in found:
            yield number, mention, whose, number in linked

    def speaker_of(self, voice: Voice) -> Speaker:
        """Return whom a voice stands for: a known entity, else what the text calls it, else nobody known.

        A pronoun that could not be resolved names nobody. A nameless spokesperson keeps the words of the text for a
        name, and stands on the page of whom it speaks for.
        """
        reading = self.reading
        surface = "" if voice.span is None else " ".join(voice.span.of(reading.article.text).split())
        if voice.cluster is not None:
            id_ = reading.entities[voice.cluster]
            found = None if id_ is None else self.known.get(id_)
            if found is not None:
                return Speaker(found.name, found if found.has_page else None)
            if voice.form != "name" or id_ is not None:
                return Speaker(reading.analysis.clusters[voice.cluster].name)
        if not surface or voice.form == "pronoun":
            return Speaker(UNKNOWN, known=False)
        # "the statement" and "The statement" are one source: the capital is the sentence's.
        name = sentence(surface)
        cluster = on_behalf_of(reading, voice)
        whom = None if cluster is None else self.known.get(reading.entities[cluster] or "")
        if whom is None or not whom.has_page:
            return Speaker(name)
        return Speaker(name, whom, speaks_for=True)


# Told apart as objects, and so by what is remembered of them: their record holds a whole article.
@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """A quotation in its place: ``number`` counts from 1 in its article, ``words`` those in quotation marks.

    ``about`` are those whom its words name, or mean by a pronoun or a description, and who have a page: people, then
    organisations, then places, its own speaker aside.
    """

    record: Record
    quote: Quote
    speaker: Speaker
    number: int
    paragraph: int
    words: int
    about: tuple[Known, ...] = ()
    tie: Tie = field(default_factory=Tie)

    @property
    def stands_for_all(self) -> bool:
        """Whether lists show this one of the versions of its utterance."""
        return self.tie.lead in {"", self.quote.id}

    @property
    def noindex(self) -> bool:
        """Whether search engines are kept from its speaker, and so from what that one said."""
        return self.speaker.entity is not None and self.speaker.entity.noindex

    @property
    def parts(self) -> tuple[str, ...]:
        """The words themselves, part by part."""
        return tuple(span.of(self.record.reading.article.text) for span in self.quote.spans)

    @property
    def annotations(self) -> tuple[Applied, ...]:
        """What people decided about it or noted beside it, in the order of the text."""
        return self.record.annotations.get(self.quote.id, ())

    @property
    def has_page(self) -> bool:
        """Whether it has a page of its own; if not, it lives at its anchor in the article."""
        paged = self.record.surroundings.paged
        return paged is None or self.quote.id in paged


@dataclass(frozen=True, slots=True)
class Naming:
    """A paragraph in which somebody is meant: the mentions with their numbers, counted from 1 in the article.

    ``names`` is how many of them are names: pronouns and descriptions name nobody.
    """

    record: Record
    paragraph: int
    mentions: tuple[tuple[int, Mention], ...]
    names: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, its quotations, and its namings, each with the id of the entity that is named.

    ``contexts`` leads from the number of a quotation that answers to that of the one that it answers, ``replies`` from
    that one to all that answer it.
    """

    record: Record
    utterances: tuple[Utterance, ...]
    namings: tuple[tuple[str, Naming], ...]
    contexts: dict[int, int]
    replies: dict[int, tuple[int, ...]]

    def context_of(self, utterance: Utterance) -> Utterance | None:
        """Return the quotation that ``utterance`` answers."""
        number = self.contexts.get(utterance.number)
        return None if number is None else self.utterances[number - 1]

    def replies_to(self, utterance: Utterance) -> list[Utterance]:
        """Return the quotations that answer ``utterance``."""
        return [self.utterances[number - 1] for number in self.replies.get(utterance.number, ())]


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def entry_of(digest: str, own: str, reading: Reading, surroundings: Surroundings) -> Entry:
    """Return the entry of one article; ``digest`` is that of the other arguments, ``own`` that of ``reading``."""
    leaves = tuple(reading.article.leaves())
    annotations: dict[str, tuple[Applied, ...]] = {}
    for applied in reading.analysis.annotations:
        if applied.quote:
            annotations[applied.quote] = (*annotations.get(applied.quote, ()), applied)
    record = Record(
        digest=digest,
        own=own,
        reading=reading,
        surroundings=surroundings,
        leaves=leaves,
        starts=tuple(leaf.span.start for leaf in leaves),
        words=len(reading.article.text.split()),
        known={known.id: known for known in surroundings.known},
        annotations=annotations,
    )
    ties = dict(surroundings.ties)
    utterances = tuple(
        _utterance(record, number, quote, ties.get(quote.id, Tie()))
        for number, quote in enumerate(reading.analysis.quotes, 1)
    )
    answering = [utterance for utterance in utterances if utterance.tie.answers]
    numbers = {utterance.quote.id: utterance.number for utterance in utterances} if answering else {}
    contexts = {answer.number: numbers[answer.tie.answers] for answer in answering}
    replies: dict[int, tuple[int, ...]] = {}
    for answer, said in contexts.items():
        replies[said] = (*replies.get(said, ()), answer)
    return Entry(record, utterances, tuple(_namings(record)), contexts, replies)


def _namings(record: Record) -> Iterator[tuple[str, Naming]]:
    """Yield the namings of one article, each with whom it names, in the order of the text."""
    found: list[tuple[int, str, int, Mention]] = []
    for number, mention in enumerate(record.reading.analysis.mentions, 1):
        entity = record.entity_of(mention)
        if entity is not None:
            found.append((record.paragraph(mention.span.start), entity.id, number, mention))
    found.sort(key=lambda entry: entry[:3])
    for (paragraph, id_), entries in groupby(found, key=lambda entry: entry[:2]):
        mentions = tuple((number, mention) for _, _, number, mention in entries)
        yield id_, Naming(record, paragraph, mentions, sum(mention.form == "name" for _, mention in mentions))


def _utterance(record: Record, number: int, quote: Quote, tie: Tie) -> Utterance:
    text = record.reading.article.text
    speaker = Speaker(UNKNOWN, known=False)
    if quote.attribution.voice is not None:
        speaker = record.speaker_of(quote.attribution.voice)
    words = sum(len(span.of(text).split()) for span in quote.verbatim)
    paragraph = record.paragraph(quote.spans[0].start)
    return Utterance(record, quote, speaker, number, paragraph, words, tuple(_about(record, quote, speaker)), tie)


def _about(record: Record, quote: Quote, speaker: Speaker) -> list[Known]:
    """Return whom the words of a quotation speak of."""
    mentions = record.reading.analysis.mentions
    found: dict[str, Known] = {}
    for span in quote.spans:
        first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
        inside = (m for m in mentions[first : first + _MOST_NAMED] if span.covers(m.span))
        entities = (record.entity_of(mention) for mention in inside)
        found |= {entity.id: entity for entity in entities if entity is not None}
    others = (entity for entity in found.values() if entity.id != speaker.key[0])
    return sorted(others, key=lambda entity: _KINDS.index(entity.kind))
