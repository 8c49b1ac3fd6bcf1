"""What people decided about an article, applied to what the machine found: the decision stands.

Decisions about who is named come first, so that pronouns and speakers follow them; those about quotations come last,
and nothing overrules them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.analyse.decided.bounds import DECIDED
from sitegen.analyse.decided.cast import Cast
from sitegen.analyse.decided.names import Named, decide_names
from sitegen.analyse.decided.quotations import decide_quotations
from sitegen.analyse.decided.remarks import Remarks
from sitegen.analyse.quotes.marks import Passage
from sitegen.model.analysis import Analysis
from sitegen.model.annotation import Applied, Placed
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Nested, Quote, Voice
from sitegen.model.span import Span

_NAMING = frozenset({"mention", "entity"})


@dataclass(frozen=True, slots=True)
class Decided:
    """Quotations and passages after all decisions, and what the latter came to."""

    quotes: tuple[Quote, ...]
    passages: tuple[Span, ...]
    applied: tuple[Applied, ...]


class Decisions:
    """The annotations that hold in one article, on their way through its analysis; lives while that runs.

    ``elsewhere`` are entities that other articles name and that a decision of this one means.
    """

    def __init__(
        self,
        article: Article,
        placed: Sequence[Placed],
        records: Sequence[AuthorityRecord],
        elsewhere: Sequence[Cluster] = (),
    ) -> None:
        self._article = article
        self._placed = tuple(sorted(placed, key=lambda each: (each.span, each.annotation.line)))
        self._records = records
        self._elsewhere = elsewhere
        self._cast = Cast(article, (), records, elsewhere)
        self._named = Named()
        self._speakers: dict[Span, Voice] = {}
        self.remarks = Remarks(article)

    def with_names(
        self, clusters: tuple[Cluster, ...], named: tuple[Mention, ...]
    ) -> tuple[tuple[Cluster, ...], tuple[Mention, ...]]:
        """Return clusters and named mentions with all that was decided about them; clusters keep their numbers."""
        if not self._placed:
            return clusters, named
        self._cast = Cast(self._article, clusters, self._records, self._elsewhere)
        naming = [placed for placed in self._placed if placed.annotation.facet in _NAMING]
        self._named = decide_names(self._article.text, named, naming, self._cast, self.remarks)
        return self._cast.clusters, self._named.mentions

    def with_quotations(
        self, quotes: Sequence[Quote], passages: Sequence[Span], marked: Sequence[Passage], mentions: Sequence[Mention]
    ) -> Decided:
        """Return the quotations as they were decided; ``mentions`` are those of the article."""
        if not self._placed:
            return Decided(tuple(quotes), tuple(passages), ())
        mentions = self.with_mentions(mentions)
        heard = [self._named.hear(quote) for quote in quotes]
        about = [placed for placed in self._placed if placed.annotation.facet not in _NAMING]
        found = decide_quotations(self._article, heard, passages, marked, mentions, about, self._cast, self.remarks)
        # Words that stand for a speaker whom a person named stand for that one wherever they are looked at.
        voices = (quote.attribution.speaker for quote in found.quotes if quote.attribution.rule == DECIDED)
        self._speakers = {v.span: v for v in voices if v is not None and v.span is not None and v.form != "name"}
        applied = sorted((*self._named.applied, *found.applied), key=lambda each: each.placed.span)
        return Decided(found.quotes, found.passages, tuple(applied))

    def with_mentions(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Return ``mentions``, pronouns and descriptions among them, as they were decided, in the order of the text."""
        return [self._as_speaker(mention) for mention in self._named.among(mentions)]

    def _as_speaker(self, mention: Mention) -> Mention:
        voice = self._speakers.get(mention.span)
        return mention if voice is None else replace(mention, kind=voice.kind, cluster=voice.cluster, candidates=())

    def settle(self, analysis: Analysis) -> Analysis:
        """Return ``analysis`` with all that people said of it, and without entities that nothing names any longer."""
        if not self._placed:
            return analysis
        now = self._cast.clusters
        old = (replace(each, given=now[number].given) for number, each in enumerate(analysis.clusters))
        clusters = (*old, *now[len(analysis.clusters) :])
        remarks = (*analysis.diagnostics, *self.remarks.all())
        whole = replace(analysis, clusters=clusters, diagnostics=remarks)
        return _without(whole, self._cast.emptied(whole.mentions, _voices(whole.quotes), whole.annotations))


def _voices(quotes: Iterable[Quote]) -> Iterable[Voice]:
    for quote in quotes:
        attribution = quote.attribution
        voices = (attribution.speaker, attribution.via, *(nested.speaker for nested in quote.nested))
        yield from (voice for voice in voices if voice is not None)


def _without(analysis: Analysis, gone: frozenset[int]) -> Analysis:
    """Return ``analysis`` without some clusters, the others numbered anew."""
    if not gone:
        return analysis
    kept = [number for number in range(len(analysis.clusters)) if number not in gone]
    numbers = {number: at for at, number in enumerate(kept)}

    def numbered(number: int | None) -> int | None:
        return None if number is None else numbers.get(number)

    def voice(one: Voice) -> Voice:
        return replace(one, cluster=numbered(one.cluster))

    def mention(one: Mention) -> Mention:
        candidates = tuple(numbers[number] for number in one.candidates if number in numbers)
        return replace(one, cluster=numbered(one.cluster), candidates=candidates)

    def nested(one: Nested) -> Nested:
        return replace(one, speaker=voice(one.speaker))

    def quote(one: Quote) -> Quote:
        attribution = one.attribution
        speaker = None if attribution.speaker is None else voice(attribution.speaker)
        via = None if attribution.via is None else voice(attribution.via)
        return replace(
            one, attribution=replace(attribution, speaker=speaker, via=via), nested=tuple(map(nested, one.nested))
        )

    return replace(
        analysis,
        clusters=tuple(analysis.clusters[number] for number in kept),
        mentions=tuple(map(mention, analysis.mentions)),
        quotes=tuple(map(quote, analysis.quotes)),
        annotations=tuple(replace(each, cluster=numbered(each.cluster)) for each in analysis.annotations),
    )
