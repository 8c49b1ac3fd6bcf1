"""Decisions about whose words a quotation is and through whom they came, and remarks beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.analyse.decided.bounds import DECIDED, bounded
from sitegen.analyse.decided.cast import Cast
from sitegen.analyse.decided.choice import chosen, in_places, value_of
from sitegen.analyse.decided.extents import Marked
from sitegen.analyse.decided.quoted import Quoted, shared
from sitegen.analyse.decided.remarks import Remarks
from sitegen.analyse.decided.voices import Voices
from sitegen.analyse.quotes.marks import Passage
from sitegen.model.annotation import NOBODY, Applied, Facet, Placed
from sitegen.model.article import Article
from sitegen.model.mention import Mention
from sitegen.model.person_name import fold
from sitegen.model.quote import Attribution, Quote, Status, Voice
from sitegen.model.span import Span
from sitegen.model.spans import without


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quotations and passages of one article in order, and what the decisions about them came to."""

    quotes: tuple[Quote, ...]
    passages: tuple[Span, ...]
    applied: tuple[Applied, ...] = ()


def decide_quotations(
    article: Article,
    quotes: Sequence[Quote],
    passages: Sequence[Span],
    marked: Sequence[Passage],
    mentions: Sequence[Mention],
    placed: Sequence[Placed],
    cast: Cast,
    remarks: Remarks,
) -> Quotations:
    """Apply decisions and remarks, ``placed`` in the order of the text.

    ``marked`` are all passages in quotation marks, ``passages`` those that are nobody's words; ``mentions`` are all
    mentions, in order.
    """
    if not placed:
        return Quotations(tuple(quotes), tuple(passages))
    voices, before = Voices(article, mentions, cast), Quoted(quotes)
    placed = [each for each in _dated(placed, remarks) if not _is_torn(each, before, voices, remarks)]
    found = Quoted(bounded(article, quotes, placed, Marked(article, marked), remarks))
    desk = _Desk(cast, voices, remarks)
    about = found.about(placed)
    made = Quoted(desk.carried(each) for each in [desk.decided(q, about.get(q.spans, ())) for q in found.quotes])
    for each in placed:
        made = desk.noted(each, made)
    taken = [span for quote in made.quotes for span in quote.spans]
    freed = [span for quote in quotes for span in quote.verbatim]
    return Quotations(made.quotes, tuple(without({*passages, *freed}, taken)), tuple(desk.applied))


def _dated(placed: Sequence[Placed], remarks: Remarks) -> list[Placed]:
    """Return ``placed`` with one day at most on which the same words were said."""
    days = [each for each in placed if each.annotation.facet == "said"]
    best = [chosen(group, remarks) for group in in_places(days)]
    return [each for each in placed if each not in days or each in best]


def _is_torn(placed: Placed, quoted: Quoted, voices: Voices, remarks: Remarks) -> bool:
    """Tell whether a decision about one quotation holds those of several people; says so."""
    annotation = placed.annotation
    if annotation.facet not in {"speaker", "via", "kind"}:
        return False
    speakers = {voices.name(quote.attribution.speaker) for quote in quoted.meant(placed.span)}
    if len(speakers) < 2:
        return False
    remarks.several(placed)
    return True


class _Desk:
    """Gives the quotations of one article to whom people gave them; collects what each decision came to."""

    def __init__(self, cast: Cast, voices: Voices, remarks: Remarks) -> None:
        self._cast = cast
        self._voices = voices
        self._remarks = remarks
        self.applied: list[Applied] = []
        # Who speaks in place of whom the machine named, by the very words that it named.
        self._instead: dict[Voice, Voice | None] = {}

    def decided(self, quote: Quote, about: Sequence[Placed]) -> Quote:
        """Return a quotation with speaker, relay and status as they were decided; ``about`` is all about it.

        The status is that of the speaker: who corrects where the words end has not checked whose they are.
        """
        if not any(each.annotation.decision for each in about):
            return quote
        attribution, old = self._said_by(quote, about), quote.attribution.speaker
        if old is not None and attribution.voice != old:
            self._instead[old] = attribution.voice
        return replace(quote, attribution=self._relayed_by(replace(quote, attribution=attribution), about))

    def carried(self, quote: Quote) -> Quote:
        """Return a quotation whose speaker the machine carried over from another one, with that one's speaker."""
        attribution = quote.attribution
        carried = attribution.status == "machine" and attribution.rule.startswith("carry-over")
        if not carried or attribution.speaker not in self._instead:
            return quote
        voice = self._instead[attribution.speaker]
        rule = attribution.rule if voice is not None else "unknown"
        return replace(quote, attribution=replace(attribution, speaker=voice, rule=rule))

    def _said_by(self, quote: Quote, about: Sequence[Placed]) -> Attribution:
        old = quote.attribution
        best = self._chosen(about, "speaker")
        if best is None:
            return old
        annotation = best.annotation
        value = value_of(annotation, "speaker")
        if annotation.decision == "reject":
            return replace(old, status="rejected") if self._rejects(best, quote, old.speaker) else old
        voice = self._voice(best, value, quote, old.speaker)
        if voice is None and value != NOBODY:
            return old
        self._hold(best, quote, voice, old.speaker)
        named = self._voices.name(old.speaker)
        differs = old.speaker is not None and named != self._voices.name(voice)
        if differs and annotation.decision == "confirm":
            self._remarks.differs(best, named, value)
        changes = annotation.decision == "correct" or (differs and annotation.decision == "add")
        status: Status = "corrected" if changes else "confirmed"
        if voice == old.speaker:
            return replace(old, status=status)
        # The cue stands as evidence where the words at it stay those that name the speaker.
        at_cue = voice is not None and old.speaker is not None and voice.span == old.speaker.span
        return Attribution(DECIDED, 1.0, voice, old.cue if at_cue else None, old.via, status)

    def _relayed_by(self, quote: Quote, about: Sequence[Placed]) -> Attribution:
        old = quote.attribution
        best = self._chosen(about, "via")
        if best is None:
            return old
        annotation = best.annotation
        value = value_of(annotation, "via")
        if annotation.decision == "reject":
            return replace(old, via=None) if self._rejects(best, quote, old.via) else old
        voice = self._voice(best, value, quote, old.via)
        if voice is None and value != NOBODY:
            return old
        self._hold(best, quote, voice, old.via)
        return replace(old, via=voice)

    def _voice(self, placed: Placed, value: str, quote: Quote, old: Voice | None) -> Voice | None:
        """Return the voice that a decision names; None for nobody, and where nobody is called so, which is said."""
        voice = None if value == NOBODY else self._voices.of(value, quote, old)
        if voice is None and value != NOBODY:
            self._remarks.unknown(placed, value, self._cast.nearest(value))
        return voice

    def _rejects(self, placed: Placed, quote: Quote, old: Voice | None) -> bool:
        """Tell whether a rejection is about whoever the machine names; a tombstone for somebody else only waits.

        Words that the machine gives to nobody are nobody's all the same.
        """
        value = placed.annotation.value
        self._bury(placed, quote, self._voices.name(old) if value == NOBODY else self._cast.known_as(value))
        if old is None or value == NOBODY:
            return True
        number = self._cast.find(value)
        if old.cluster is not None and number is not None:
            same = old.cluster == number
        else:
            same = fold(self._voices.name(old)) == fold(value)
        if not same:
            self._remarks.differs(placed, self._voices.name(old), value)
        return same

    def _bury(self, placed: Placed, quote: Quote | None, former: str) -> None:
        self.applied.append(Applied(placed, "" if quote is None else quote.id, former=former))

    def _chosen(self, about: Sequence[Placed], facet: Facet) -> Placed | None:
        """Return the decision on the speaker, or on the relay, that holds.

        One of its own goes before what was said beside a quotation that was added, but never before the article itself.
        """
        own = [each for each in about if each.annotation.facet == facet]
        beside = [each for each in about if each.annotation.facet == "quote" and value_of(each.annotation, facet)]
        if any(each.annotation.origin == "inline" for each in beside):
            own = [*own, *beside]
        return chosen(own or beside, self._remarks, facet) if own or beside else None

    def _hold(self, placed: Placed, quote: Quote, voice: Voice | None, old: Voice | None) -> None:
        annotation = placed.annotation
        if annotation.facet == "quote":
            return
        before = self._cast.known_as(annotation.was) if annotation.was else self._voices.name(old)
        former = before if before != self._voices.name(voice) else ""
        self.applied.append(Applied(placed, quote.id, None if voice is None else voice.cluster, former))

    def noted(self, placed: Placed, quoted: Quoted) -> Quoted:
        """Take down what else people said: which words are a quotation, its kind, whom a speaker quotes, remarks."""
        annotation, spans = placed.annotation, placed.parts or (placed.span,)
        found = [quote for span in spans for quote in quoted.meant(span)]
        inside = quoted.quoting(placed.span) if annotation.facet == "speaker" else None
        if inside is not None:
            return self._quoted_by(placed, quoted, *inside)
        if not annotation.decision:
            # Beside words that a speaker quotes it stands on that one's page.
            found = found or quoted.sharing(spans)
        if not found and annotation.decision not in {"reject", ""}:
            self._remarks.idle(placed, "quote")
        elif annotation.facet not in {"speaker", "via"}:
            meant = max(found, key=lambda quote: shared(quote, placed.span), default=None)
            if meant is None or not _is_overruled(placed, meant):
                voice = meant.attribution.voice if meant is not None and annotation.speaker else None
                number = None if voice is None else voice.cluster
                self.applied.append(Applied(placed, "" if meant is None else meant.id, number))
        elif not found:
            # A tombstone holds also while no quotation is found at its words.
            self._bury(placed, None, self._cast.known_as(annotation.value))
        return quoted

    def _quoted_by(self, placed: Placed, quoted: Quoted, quote: Quote, number: int) -> Quoted:
        """Give words that a speaker quotes to whom a decision gives them; they are no quotation of their own."""
        annotation, nested = placed.annotation, quote.nested[number]
        old, value = nested.speaker, annotation.value
        former = self._cast.known_as(annotation.was) if annotation.was else self._voices.name(old)
        voice: Voice | None = replace(old, form="pronoun", kind=None, cluster=None)
        if annotation.decision != "reject" and value != NOBODY:
            voice = self._voice(placed, value, quote, old)
        if voice is None:
            return quoted
        self.applied.append(Applied(placed, "", voice.cluster, former if former != self._voices.name(voice) else ""))
        inner = (*quote.nested[:number], replace(nested, speaker=voice), *quote.nested[number + 1 :])
        return quoted.with_one(replace(quote, nested=inner), (quote,))


def _is_overruled(placed: Placed, quote: Quote) -> bool:
    """Tell whether a quotation shows that another decision about its words, or its kind, had the last word."""
    annotation = placed.annotation
    if annotation.facet == "kind":
        return quote.kind != annotation.value
    return annotation.facet == "quote" and annotation.decision == "reject"
