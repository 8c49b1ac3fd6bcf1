"""What holds whatever people decide about any text: properties, with a toy parser in place of the model."""

import itertools

import hypothesis.strategies as st
from hypothesis import given, settings

from sitegen.analyse import analyse
from sitegen.model.annotation import Annotation, Placed, Selector
from sitegen.model.entity import AuthorityRecord
from sitegen.model.span import Span
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all
from tests.analyse.test_invariants import TEXTS, analysed
from tests.toy import ToyParser

RECORDS = (AuthorityRecord("eve-holt", "content/people/eve-holt.md", "person", "Eve Holt"),)
PEOPLE = st.sampled_from(["ann-lee", "Tom Baker", "eve-holt", "nobody-there", "unknown", "the quay"])
KINDS = st.sampled_from(["direct", "mixed", "indirect"])


@st.composite
def decisions(draw, size: int) -> Placed:
    start = draw(st.integers(0, max(0, size - 2)))
    span = Span(start, draw(st.integers(start + 1, size)))
    facet = draw(st.sampled_from(["mention", "entity", "quote", "kind", "extent", "speaker", "via", "note"]))
    decision = draw(st.sampled_from(["confirm", "correct", "reject"]))
    if facet in {"mention", "quote"}:
        decision = draw(st.sampled_from(["add", "reject"]))
    value = draw(KINDS if facet in {"quote", "kind"} else PEOPLE)
    value = draw(st.sampled_from(["person", "place"])) if facet == "mention" else value
    annotation = Annotation(
        Selector("words"),
        "" if facet == "note" else "correct" if facet in {"kind", "extent"} else decision,
        facet,
        value,
        speaker=draw(st.just("") | PEOPLE) if facet == "quote" else "",
        date=draw(st.none() | st.dates()),
        origin=draw(st.sampled_from(["inline", "sidecar"])),
    )
    return Placed(annotation, span, (span,) if facet == "extent" else ())


def decided(text: str, placed) -> tuple:
    article, _ = analysed(text)
    ((parse, spans),) = parse_all([article], ToyParser(), Memo())
    return article, analyse(article, parse, spans, RECORDS, placed=placed)


CASES = TEXTS.flatmap(lambda text: st.tuples(st.just(text), st.lists(decisions(len(text)), min_size=1, max_size=5)))


@settings(max_examples=500, deadline=None)
@given(CASES)
def test_what_comes_out_is_an_analysis_like_any_other(case) -> None:
    article, analysis = decided(*case)
    clusters = range(len(analysis.clusters))
    spans = sorted(span for quote in analysis.quotes for span in quote.spans)
    for one, other in itertools.pairwise(spans):
        assert one.end <= other.start
    assert [quote.spans for quote in analysis.quotes] == sorted(quote.spans for quote in analysis.quotes)
    assert len({quote.id for quote in analysis.quotes}) == len(analysis.quotes)
    for quote in analysis.quotes:
        assert quote.id
        assert (quote.kind == "indirect") == (not quote.verbatim)
        assert all(any(whole.covers(span) for whole in quote.spans) for span in quote.verbatim)
        for span in quote.spans:
            assert 0 <= span.start < span.end <= len(article.text)
            assert "\n" not in span.of(article.text)
        for voice in (quote.attribution.speaker, quote.attribution.via):
            assert voice is None or voice.cluster is None or voice.cluster in clusters
    assert [m.span for m in analysis.mentions] == sorted(m.span for m in analysis.mentions)
    names = [mention.span for mention in analysis.mentions if mention.form == "name"]
    for one, other in itertools.pairwise(names):
        assert one.end <= other.start
    for mention in analysis.mentions:
        assert mention.cluster is None or mention.cluster in clusters
        assert set(mention.candidates) <= set(clusters)
    assert all(each.cluster is None or each.cluster in clusters for each in analysis.annotations)
    ids = {quote.id for quote in analysis.quotes}
    assert all(not each.quote or each.quote in ids for each in analysis.annotations)


@settings(max_examples=300, deadline=None)
@given(TEXTS.map(lambda text: text.replace("We won", "I won")))
def test_a_rejected_speaker_is_named_by_nobody(text) -> None:
    """A tombstone holds whatever the machine says: the words are given to nobody."""
    _, machine = analysed(text)
    for quote in machine.quotes:
        voice = quote.attribution.speaker
        whom = "unknown" if voice is None or voice.cluster is None else machine.clusters[voice.cluster].name
        tombstone = Annotation(Selector("words"), "reject", "speaker", whom)
        _, analysis = decided(text, [Placed(tombstone, quote.extent)])
        same = [other for other in analysis.quotes if other.spans == quote.spans]
        assert same
        assert all(other.attribution.voice is None for other in same)
        inside = [mention for mention in analysis.mentions if any(span.covers(mention.span) for span in quote.spans)]
        assert not [mention for mention in inside if mention.form == "pronoun" and mention.span.of(text) == "I"]


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["eve-holt", "Eve Holt"]))
def test_a_decided_speaker_speaks(text, value) -> None:
    """Whoever a person names speaks, also over the machine, and nowhere else does anything change."""
    _, machine = analysed(text)
    for quote in machine.quotes:
        correction = Annotation(Selector("words"), "correct", "speaker", value)
        _, analysis = decided(text, [Placed(correction, quote.extent)])
        for other in analysis.quotes:
            old = next((each for each in machine.quotes if each.spans == other.spans), None)
            if other.spans == quote.spans:
                voice = other.attribution.voice
                assert voice is not None
                assert analysis.clusters[voice.cluster].given == "eve-holt"
                assert other.attribution.status == "corrected"
            elif old is not None and other.attribution.status == "machine":
                assert other.attribution.speaker == old.attribution.speaker
