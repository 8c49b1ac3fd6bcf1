"""Annotations that stand in the text of an article; cases of what is read are in ``tests/cases/source/inline-*.md``."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sitegen.digest import digest
from sitegen.model.article import Article
from sitegen.source import read_article, read_page
from sitegen.source.body import Body
from sitegen.source.inline_spans import find_spans
from sitegen.source.markdown import read_markdown
from sitegen.source.notes import Notes

SPAN = '[Ann]{.person ref=ann-lee} said ["[We]{.no-mention} left"]{.quote speaker="Ann Lee"}.'


def _read(source: str, *, name: str = "content/a.md") -> Article:
    article, remarks = read_article(name, "a", source.encode(), language="en", timezone="UTC")
    assert article is not None, remarks
    return article


def _body(source: str, *, annotated: bool) -> Body:
    return read_markdown(source, Notes("a.md"), annotated=annotated)


def test_plain_pages_and_plain_text_have_none() -> None:
    page, remarks = read_page("content/pages/a.md", "a", f"# A\n\n{SPAN}\n".encode(), language="en", timezone="UTC")
    assert page is not None
    assert page.text == f"A\n\n{SPAN}"
    assert remarks == ()
    text = _read(SPAN, name="content/a.txt")
    assert (page.annotations, text.annotations, text.text) == ((), (), SPAN)
    article = _read(SPAN)
    assert article.text == 'Ann said "We left".'
    assert [placed.annotation.facet for placed in article.annotations] == ["mention", "quote", "mention"]


def test_mistakes_forbid_a_build() -> None:
    for attributes, code in (("date=2026-02-30", "annotation-date"), ("kind=spoken", "annotation-value")):
        article, remarks = read_article(
            "a.md", "a", f"# A\n\n[We left]{{.quote {attributes}}}\n".encode(), language="en", timezone="UTC"
        )
        assert article is None
        assert [(note.code, note.line, note.column) for note in remarks if note.severity == "error"] == [(code, 3, 1)]


def test_the_first_attempts_tell_the_story() -> None:
    _, remarks = read_article("a.md", "a", b"[a]{.persn} " * 50, language="en", timezone="UTC")
    assert [note.code for note in remarks].count("annotation-inline") == 20


WORDS = st.lists(
    st.sampled_from(
        ["Ann", "left", "the gate.", "“Yes,”", '"No."', "**bold**", "`[x]{.person}`", "[link](a.md)", "é 🙂"]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
CLASSES = st.sampled_from(
    [".person", ".quote kind=direct", ".no-quote", ".place ref=a-b", '.quote why="a \\"b\\" c" by=x', ".person\nby=x"]
)
# The source with the signs of annotations, and without.
PAIRS = st.recursive(
    WORDS.map(lambda words: (words, words)),
    lambda inner: st.builds(
        lambda pairs, name: (f"[{' '.join(one for one, _ in pairs)}]{{{name}}}", " ".join(two for _, two in pairs)),
        st.lists(inner, min_size=1, max_size=3),
        CLASSES,
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.lists(PAIRS, min_size=1, max_size=4))
def test_the_text_is_that_without_the_signs(pairs: list[tuple[str, str]]) -> None:
    written, bare = (" and\n".join(pair[place] for pair in pairs) for place in (0, 1))
    annotated, plain = _body(f"x {written} y", annotated=True), _body(f"x {bare} y", annotated=True)
    assert (annotated.text, annotated.blocks, annotated.marks) == (plain.text, plain.blocks, plain.marks)
    assert (
        len(annotated.annotations) == len(find_spans(f"x {written} y").spans) == written.replace("`[x]", "").count("]{")
    )
    assert plain.annotations == ()


@settings(deadline=None)
@given(st.lists(PAIRS, min_size=1, max_size=3), st.integers(0, 3))
def test_places_in_the_file(pairs: list[tuple[str, str]], before: int) -> None:
    written = "\n".join(one for one, _ in pairs)
    source = "---\ntitle: A\n---\n" + "\n" * before + "> " + written.replace("\n", "\n> ")
    lines = source.split("\n")
    article = _read(source)
    for placed in article.annotations:
        one = placed.annotation
        assert one.column is None or lines[one.line - 1][one.column - 1] == "["
        assert "[" in lines[one.line - 1]
    # Lines that follow attributes of several lines are counted right.
    last = article.lines[-1]
    assert last.line <= len(lines)
    assert last.offset <= len(article.text)


SNIPPETS = st.sampled_from(
    """[|]|{|}|](|)|]{.person}|]{.quote|[a]{.person}|[a]{.persn}|[[|]{.no-quote}|`|``|\\|\\[|*|**|~~|<http://a|>|"|%|
    ref=a|why="|![|[a]: b|| \n|\n\n|> |- |# |Ann|.person|date=2026-02-30|é""".split("|")
)


@settings(deadline=None)
@given(st.lists(st.one_of(SNIPPETS, st.text(max_size=4)), max_size=40).map("".join))
def test_nothing_raises_and_words_are_exact(source: str) -> None:
    source = source.encode("utf-8", "replace").decode()
    article, remarks = read_article("a.md", "a", source.encode(), language="en", timezone="UTC")
    assert all(note.hint for note in remarks)
    if article is not None:
        spans = [placed.span for placed in article.annotations]
        assert [span.of(article.text) for span in spans] == [
            one.annotation.selector.exact for one in article.annotations
        ]
        assert all(span.of(article.text).strip() == span.of(article.text) != "" for span in spans)
        # In the order of the text, the outer before the inner.
        assert all(one.start <= two.start for one, two in pairwise(spans))
        assert all(any(leaf.span.covers(span) for leaf in article.leaves()) for span in spans)
        digest(article)


@settings(deadline=None)
@given(st.lists(st.one_of(SNIPPETS, st.text(max_size=4)), max_size=40).map("".join))
def test_all_other_markdown_is_read_as_before(source: str) -> None:
    before, after = _body(source, annotated=False), _body(source, annotated=True)
    assume(not after.annotations)
    assume("]{.person}" not in source and "]{.no-quote}" not in source)
    assert before == after


@pytest.mark.parametrize(
    "source",
    [
        "[" * 5_000 + "a" + "]{.person}" * 5_000,
        "[a]{.person} " * 5_000,
        "[a]{" * 10_000,
        '[a]{.person why="' * 5_000,
        "[a]{.person %" * 5_000 + "}",
        "[a]{.quote\nwhy=x}\n" * 3_000,
        '[a](b "' * 5_000,
        "\\[" * 5_000 + "]{.person}" * 5_000,
        "[a]{" + ".x" * 10_000 + " ref=a}",
        "[a " * 5_000 + "]{.persn}" * 5_000,
    ],
    ids=range(10),
)
def test_hostile_brackets_take_no_time(source: str) -> None:
    _read(source)
