"""The file of quotations: one line each, with the evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.compose.credit import Credit, credit_of
from sitegen.compose.data.fields import Field, Table
from sitegen.compose.decisions import deciding, said_on, signature_of
from sitegen.compose.entry import Entry, Utterance
from sitegen.compose.iris import Iris
from sitegen.compose.shown import ShownText, shown_text
from sitegen.model.annotation import Annotation
from sitegen.model.article import Article
from sitegen.model.quote import Attribution, Voice
from sitegen.model.span import Span

_CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation as a line of the file."""

    utterance: Utterance
    credit: Credit | None
    shown: ShownText
    url: str

    @property
    def article(self) -> Article:
        """The article in which it stands."""
        return self.utterance.record.reading.article

    @property
    def attribution(self) -> Attribution:
        """Why it is given to its speaker."""
        return self.utterance.quote.attribution

    @property
    def decision(self) -> Annotation | None:
        """The decision that it owes its status to, None where nobody has looked at it."""
        return deciding(self.utterance)

    @property
    def voice(self) -> Voice | None:
        """The words that name the speaker, None where nobody is known."""
        return self.attribution.voice if self.credit is not None else None

    def words(self, span: Span | None) -> str | None:
        """Return what is published of a part of the article."""
        return None if span is None else self.shown.of(span)

    def places(self, spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
        """Return offsets into the article's text as it is published."""
        return tuple((span.start, span.end) for span in map(self.shown.span, spans))

    @property
    def around(self) -> tuple[str, str]:
        """What stands before the first word and behind the last."""
        extent, text = self.shown.span(self.utterance.quote.extent), self.shown.text
        return text[max(0, extent.start - _CONTEXT) : extent.start], text[extent.end : extent.end + _CONTEXT]


def said_in(entry: Entry, iris: Iris) -> Iterator[Said]:
    """Yield the lines of one article."""
    shown = shown_text(entry.record.reading.article.text)
    for utterance in entry.utterances:
        yield Said(utterance, credit_of(utterance), shown, iris.quotation(utterance))


def _kind(said: Said) -> str | None:
    if said.credit is None:
        return None
    return said.credit.entity.kind if said.credit.entity is not None else (said.voice.kind if said.voice else None)


QUOTES: Table[Said] = Table(
    "quotes",
    "Quotations",
    "Every quotation, with who said it and how that is known.",
    "by article, then in the order of its text",
    (
        Field("id", "text", "Its id, which stays while its article and its words do.", lambda s: s.utterance.quote.id),
        Field("url", "address", "Where it stands: its own page, or its place in the article.", lambda s: s.url),
        Field("article", "text", "The id of the article: articles/ID/ is its page.", lambda s: s.article.id),
        Field("title", "text", "The title of the article.", lambda s: s.article.title),
        Field(
            "date",
            "YYYY-MM-DD or null",
            "The day of the article.",
            lambda s: s.article.date.isoformat() if s.article.date is not None else None,
        ),
        Field(
            "kind",
            "direct, mixed, indirect",
            "Whether all words stand in quotation marks, some, or none. Words outside marks are the article’s own: it "
            "tells in them what was said.",
            lambda s: s.utterance.quote.kind,
        ),
        Field(
            "text",
            "list of texts",
            "The words, character for character as in the article, outer quotation marks left out; several parts where "
            "the article interrupts them.",
            lambda s: tuple(map(s.shown.of, s.utterance.quote.spans)),
            " … ",
        ),
        Field(
            "spans",
            "list of [start, end]",
            "Where each part stands in the article’s text: code points, the end not included.",
            lambda s: s.places(s.utterance.quote.spans),
        ),
        Field(
            "verbatim",
            "list of [start, end]",
            "What of it stands in quotation marks, marks left out: code points.",
            lambda s: s.places(s.utterance.quote.verbatim),
        ),
        Field(
            "speaker_id",
            "text or null",
            "The id of the person, organisation or place who said it; null where that is not known, or nameless.",
            lambda s: s.credit.entity.id if s.credit is not None and s.credit.entity is not None else None,
        ),
        Field(
            "speaker_name",
            "text or null",
            "The full name, or what the article calls a nameless speaker; null where nobody knows who spoke.",
            lambda s: s.credit.name if s.credit is not None else None,
        ),
        Field("speaker_kind", "person, organisation, place or null", "What the speaker is.", _kind),
        Field(
            "speaker_text",
            "text or null",
            "What the article calls the speaker at these words: “she”, “Mr Lee”.",
            lambda s: s.words(s.voice.span) if s.voice is not None else None,
        ),
        Field(
            "speaks_for",
            "text or null",
            "The id of the organisation for which a nameless spokesperson speaks.",
            lambda s: s.credit.speaks_for.id if s.credit is not None and s.credit.speaks_for is not None else None,
        ),
        Field(
            "via",
            "text or null",
            "The source that relays the words: “according to state media”.",
            lambda s: s.utterance.record.speaker_of(s.attribution.via).name if s.attribution.via is not None else None,
        ),
        Field("cue", "text or null", "The words that report the speech: “said”.", lambda s: s.words(s.attribution.cue)),
        Field("rule", "text", "The rule that found the speaker.", lambda s: s.attribution.rule),
        Field(
            "confidence",
            "number, 0 to 1",
            "How sure the program is of the speaker, by its own estimate.",
            lambda s: s.attribution.confidence,
        ),
        Field(
            "status",
            "machine, confirmed, corrected, rejected",
            "Whether a person has looked at it; a rejected attribution names no speaker.",
            lambda s: s.attribution.status,
        ),
        Field(
            "decided_by",
            "text or null",
            "Who looked at it, as it is signed; null where nobody has.",
            lambda s: signature_of(s.decision).by if s.decision is not None else None,
        ),
        Field(
            "decided_on",
            "YYYY-MM-DD or null",
            "The day of that, where it is known.",
            lambda s: s.decision.date.isoformat() if s.decision is not None and s.decision.date is not None else None,
        ),
        Field(
            "said",
            "YYYY, YYYY-MM, YYYY-MM-DD or null",
            "When the words were said, where an editor has found that out; the day of the article is another.",
            lambda s: said_on(s.utterance.annotations) or None,
        ),
        Field("language", "language tag", "The language of the article.", lambda s: s.article.language),
        Field(
            "prefix",
            "text",
            "What stands before the first word in the article, up to 32 code points.",
            lambda s: s.around[0],
        ),
        Field("suffix", "text", "What stands behind the last word, up to 32 code points.", lambda s: s.around[1]),
        Field(
            "about",
            "list of ids",
            "The people and organisations with a page whom the words name, or mean by a pronoun or a description; the "
            "speaker left out.",
            lambda s: tuple(known.id for known in s.utterance.about if known.kind != "place"),
        ),
        Field(
            "versions",
            "id or null",
            "The quotation that stands for all versions of the same utterance, in whatever articles; null where there "
            "is one only.",
            lambda s: s.utterance.tie.lead or None,
        ),
        Field(
            "answers",
            "id or null",
            "The quotation that this one answers, or that speaks of the same matter before it.",
            lambda s: s.utterance.tie.answers or None,
        ),
        Field(
            "answers_by",
            "cue, named, matter or null",
            "Why: the words round it say that it answers; it or they name whom it answers; or both only speak of one "
            "matter, one soon after the other.",
            lambda s: s.utterance.tie.reason or None,
        ),
        Field("denial", "true or false", "Whether it says that something is not so.", lambda s: s.utterance.tie.denial),
    ),
)
