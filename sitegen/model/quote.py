"""What was said, by whom, and why the machine thinks so."""

from dataclasses import dataclass
from typing import Literal

from sitegen.digest import digest
from sitegen.model.mention import Form, Kind
from sitegen.model.span import Span

QuoteKind = Literal["direct", "mixed", "indirect"]
Status = Literal["machine", "confirmed", "corrected", "rejected"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, or who relays: the words that name the source and whom they stand for.

    ``span`` is None only where a person fixed a speaker whom the text never names. ``cluster`` is the index of
    the coreference cluster in the article's analysis, None for a source that is no named entity
    ("a spokeswoman") or that could not be resolved.
    """

    span: Span | None
    form: Form
    kind: Kind | None = None
    cluster: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it, with the evidence.

    ``rule`` names the rule that decided, ``cue`` the reporting words; ``confidence`` lies between 0 and 1.
    """

    rule: str
    confidence: float
    speaker: Voice | None = None
    cue: Span | None = None
    via: Voice | None = None
    status: Status = "machine"

    @property
    def voice(self) -> Voice | None:
        """The speaker, None where the attribution was rejected."""
        return None if self.status == "rejected" else self.speaker


@dataclass(frozen=True, slots=True)
class Nested:
    """Words in quotation marks that a speaker quotes: "Tom told me, ‘I am done,’" Ann said.

    They are Ann's words about Tom's, so they are no quotation of Tom's of its own. ``spans`` leave the marks out;
    ``rule``, ``confidence`` and ``cue`` as in ``Attribution``.
    """

    spans: tuple[Span, ...]
    speaker: Voice
    rule: str
    confidence: float
    cue: Span | None = None

    @property
    def extent(self) -> Span:
        """From the first character to the last, whatever stands between."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance as its article reports it.

    ``spans`` is the whole content, what was said, in the order of the text; ``verbatim`` the part of it inside
    quotation marks, marks left out: all of it (direct), some (mixed) or none (indirect). ``nested`` is what the speaker
    quotes in turn, inside ``spans``.
    """

    id: str
    kind: QuoteKind
    spans: tuple[Span, ...]
    verbatim: tuple[Span, ...]
    attribution: Attribution
    nested: tuple[Nested, ...] = ()

    @property
    def extent(self) -> Span:
        """From the first character of the content to the last, whatever stands between."""
        return Span(self.spans[0].start, self.spans[-1].end)


def normalised_words(text: str, spans: tuple[Span, ...]) -> str:
    """Return the words of a quotation as its id is made from them: without case, white space as single blanks."""
    return " ".join(" ".join(span.of(text) for span in spans).casefold().split())


def first_id(article: str, words: str, occurrence: int) -> str:
    """Return the first id of a quotation: of normalised ``words``, of which this is number ``occurrence``, from 1."""
    return f"q-{digest((article, words, occurrence), size=5)}"
