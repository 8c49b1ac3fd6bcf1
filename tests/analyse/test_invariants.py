"""What holds for any text: properties of the analysis, with a toy parser in place of the model."""

import itertools
import time

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from sitegen.analyse import analyse
from sitegen.analyse.quotes.marks import find_passages
from sitegen.model.article import Article, Block
from sitegen.model.span import Span
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all
from tests.parses import live_parser
from tests.toy import ToyParser

PIECES = st.sampled_from(
    [
        "Ann Lee",
        "Tom Baker",
        "Lee",
        "Baker",
        "Jr.",
        "said",
        "LEE:",
        "— Ann Lee",
        "called",
        "denied",
        "claim that",
        "in the words of",
        "reported",
        "told",
        "added",
        "that",
        "the quay",
        "was closed",
        "she",
        "he",
        '"',
        "“",
        "”",
        "``",
        "''",
        "'",
        "’",
        "«",
        ",",
        ".",
        "!",
        "?",
        ":",
        "—",
        "(",
        ")",
        "-",
        "\n",
        "5",
        "according to",
        "We won",
        "Who",
        "é",
        "漢字",
        "😀",
        "́",
        "\xa0",
        "Mrs",
        "of",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map(" ".join).filter(lambda text: any(c.isalnum() for c in text))


def analysed(text: str):
    # Built by hand, one paragraph a line: whether a file is hard-wrapped depends on all of its lines.
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(start, start + len(line))))
        start += len(line) + 1
    article = Article("case", "content/case.txt", "case", text, tuple(blocks))
    ((parse, spans),) = parse_all([article], ToyParser(), Memo())
    return article, analyse(article, parse, spans)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_spans_are_slices_in_order(text: str) -> None:
    article, analysis = analysed(text)
    for quote in analysis.quotes:
        assert quote.spans
        assert list(quote.spans) == sorted(quote.spans)
        for span in quote.spans:
            assert 0 <= span.start < span.end <= len(article.text)
        for one, other in zip(quote.spans, quote.spans[1:], strict=False):
            assert one.end <= other.start
        for span in quote.verbatim:
            assert any(whole.covers(span) for whole in quote.spans)
        assert (quote.kind == "indirect") == (not quote.verbatim)
        assert 0 <= quote.attribution.confidence <= 1
        voice = quote.attribution.speaker
        if voice is not None and voice.cluster is not None:
            assert 0 <= voice.cluster < len(analysis.clusters)
    for mention in analysis.mentions:
        assert mention.span.of(article.text).strip() == mention.span.of(article.text) != ""
        assert mention.cluster is None or mention.cluster not in mention.candidates


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=20).map(" ".join), st.lists(PIECES, min_size=1, max_size=20).map(" ".join))
def test_what_is_quoted_in_a_quotation_stays_inside_it(inner: str, around: str) -> None:
    for text in (f"“{around} said, ‘{inner},’ {around},” Holt said.", f"'{around} told us, \"{inner}\",' Lee said."):
        article, analysis = analysed(text.replace("\n", " "))
        for quote in analysis.quotes:
            spans = [span for nested in quote.nested for span in nested.spans]
            assert spans == sorted(spans)
            for one, other in itertools.pairwise(spans):
                assert one.end <= other.start
            for nested in quote.nested:
                assert 0 <= nested.confidence <= 1
                for span in nested.spans:
                    assert any(said.covers(span) and said != span for said in quote.verbatim)
                    assert any(map(str.isalnum, span.of(article.text)))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_mentions_and_contents_do_not_overlap(text: str) -> None:
    _, analysis = analysed(text)
    for found in (
        [mention.span for mention in analysis.mentions],
        sorted(span for quote in analysis.quotes for span in quote.verbatim),
    ):
        for one, other in itertools.pairwise(found):
            assert one.end <= other.start


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_no_two_quotations_share_a_character(text: str) -> None:
    article, analysis = analysed(text)
    spans = sorted(span for quote in analysis.quotes for span in quote.spans)
    for one, other in itertools.pairwise(spans):
        assert one.end <= other.start, (one.of(article.text), other.of(article.text))
    for span in spans:
        assert any(map(str.isalnum, span.of(article.text)))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.lists(st.sampled_from(["The tide came in.", "It rained all day.", "All of it was wet."]), max_size=3))
def test_paragraphs_that_follow_change_nothing_before_them(text: str, more: list[str]) -> None:
    # A first line that others follow is a headline, whose names are trusted less; names are judged by all of their
    # places in an article, so no name follows; and by the word behind them, so there is one.
    _, alone = analysed("\n".join(["It was late.", f"{text} ."]))
    _, followed = analysed("\n".join(["It was late.", f"{text} .", *more]))
    assert followed.quotes == alone.quotes
    assert followed.passages == alone.passages


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_ids_are_unique(text: str) -> None:
    _, analysis = analysed(text)
    ids = [quote.id for quote in analysis.quotes]
    assert len(ids) == len(set(ids))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_passages_stay_in_their_block(text: str) -> None:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Span(start, start + len(line)))
        start += len(line) + 1
    passages, _ = find_passages(text, blocks)
    for passage in passages:
        assert blocks[passage.block].covers(passage.outer)
        assert passage.outer.covers(passage.inner)
    for one, other in itertools.pairwise(passages):
        assert one.outer.end <= other.outer.start


@pytest.mark.model
def test_long_chains_do_not_nest() -> None:
    for words in ("adding, ", "adding and said, ", "saying that "):
        text = "Ann Lee said, " + words * 2_500 + '"We won."'
        article = Article("case", "content/case.txt", "case", text, (Block("paragraph", Span(0, len(text))),))
        ((parse, spans),) = parse_all([article], live_parser(), Memo())
        analyse(article, parse, spans)


def test_time_grows_with_the_text() -> None:
    """Thousands of marks in one paragraph: no rule may look at all of them for each."""
    texts = (
        '"' * 20_000,
        "“Yes,” he said. " * 4_000,
        "“" * 20_000,
        "'a " * 10_000,
        '"We won" ' * 5_000,
        "“a " * 2_000 + "”" * 2_000,
        "LEE: We won the day.\n" * 4_000,
        '"We won the day." — Ann Lee\n' * 4_000,
        'in her words "a" ' * 4_000,
        "according to Lee, " * 4_000,
    )
    for text in texts:
        started = time.process_time()
        analysed("Ann Lee came early.\n" + text)
        # Quadratic work would take minutes; the bound only tells the two apart.
        assert time.process_time() - started < 20
