"""What holds for every input, however odd."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.digest import digest
from sitegen.model.article import Article
from sitegen.source import article_id, parse_spans, read_article, read_page, read_record, slugify
from sitegen.source.bylines import read_byline
from sitegen.source.datelines import dateline_length
from sitegen.source.dates import DateProblem, read_date
from sitegen.source.sentences import title_from

SNIPPETS = st.sampled_from(
    """---|...|title: A b|date: 2024-05-31|tags: [a, b]|people:|- {name: Ann Lee}|# Heading|By Ann Lee|LONDON (AP) — |
    > quote|- item|1. item|\t|```|***|[a](b "c")|![a](b)|`code`|**b**|_e_|~~s~~|&amp;|\\*|  |a\\|- |-|&a y|*a|!!str b|
    “Yes,” she said.|U.S. aid|“|’|\u2028|\x00|\ufeff|é|🙂|<b>|<http://a.b>|\r|\n\n""".split("|")
)
PIECES = st.lists(st.one_of(SNIPPETS, st.text(max_size=12)), max_size=40)
TEXTS = st.builds(lambda pieces, joint: joint.join(pieces), PIECES, st.sampled_from(["", " ", "\n", "\n\n"]))


def _read(name: str, content: bytes) -> Article | None:
    article, diagnostics = read_article(name, "x", content, language="en", timezone="UTC")
    assert all(note.hint and note.path == name for note in diagnostics)
    if article is None:
        assert diagnostics
    return article


def _check(article: Article) -> None:
    text = article.text
    last = 0
    for leaf in article.leaves():
        assert last <= leaf.span.start <= leaf.span.end <= len(text)
        last = leaf.span.end
    for mark in article.marks:
        assert 0 <= mark.span.start <= mark.span.end <= len(text)
    leaves = {leaf.span for leaf in article.leaves()}
    assert set(article.bylines) <= leaves
    assert article.headline is None or article.headline in leaves
    spans = parse_spans(article)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert not any(span.overlaps(byline) for span in spans for byline in article.bylines)
    assert article.dateline is None or not any(span.overlaps(article.dateline) for span in spans)
    assert article.title.strip() == article.title != ""
    digest(article)


@settings(deadline=None)
@given(TEXTS)
def test_markdown_leaves_join_to_the_text(source: str) -> None:
    article = _read("a.md", source.encode("utf-8", "replace"))
    if article is not None:
        _check(article)
        words = [leaf for leaf in article.leaves() if leaf.span.start < leaf.span.end]
        assert all(article.text[one.span.end : two.span.start].strip("\n") == "" for one, two in pairwise(words))


@settings(deadline=None)
@given(TEXTS)
def test_plain_text_is_the_decoded_file(source: str) -> None:
    content = ("x" + source).encode("utf-8", "replace")
    article = _read("a.txt", content)
    if article is not None:
        _check(article)
        assert article.text == content.decode().replace("\r\n", "\n").replace("\r", "\n")
        lines = [line.strip() for line in article.text.split("\n")]
        shown = [line.strip() for leaf in article.leaves() for line in leaf.span.of(article.text).split("\n")]
        assert [line for line in lines if line] == [line for line in shown if line]


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.txt"]), st.booleans())
def test_no_bytes_raise(content: bytes, name: str, fenced: bool) -> None:
    content = b"---\n" + content + b"\n---\nText." if fenced else content
    article = _read(name, content)
    if article is not None:
        _check(article)
    read_record("p.md", "person", content)
    read_page("p.md", "p", content, language="en", timezone="UTC")


@settings(deadline=None)
@given(TEXTS)
def test_no_front_matter_raises(yaml: str) -> None:
    content = f"---\n{yaml}\n---\nText.".encode("utf-8", "replace")
    _read("a.md", content)
    read_record("p.md", "place", content)


@given(st.text(max_size=120))
def test_slugs_are_safe(text: str) -> None:
    slug = slugify(text)
    assert 0 < len(slug) <= 80
    assert slug.isascii()
    assert slug.replace("-", "a").isalnum()
    assert slug == slug.lower().strip("-")
    assert ".." not in article_id(f"a/{text}.md").split("/")


@given(st.text(max_size=150))
def test_rules_take_any_line(line: str) -> None:
    read_byline(line, closing=True)
    assert 0 <= dateline_length(line) <= len(line)
    assert len(title_from(line)) <= 90


@given(
    st.one_of(st.text(max_size=30), st.from_regex(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(Z|[+-]\d\d:\d\d)?", fullmatch=True))
)
def test_dates_are_read_or_refused(text: str) -> None:
    try:
        date, moment = read_date(text, timezone="Europe/Paris")
    except DateProblem:
        return
    assert moment is None or (moment.date() == date and moment.tzinfo is not None)


@pytest.mark.parametrize("source", ["[" * 10_000, "> " * 500, "*a **b " * 2_000, "`" * 5_000, "word " * 200_000])
def test_hostile_markdown_takes_no_time(source: str) -> None:
    assert _read("a.md", source.encode()) is not None
