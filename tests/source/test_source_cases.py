"""Every file in ``tests/cases/source`` is a case: a title, a file as its author wrote it, and what is read from it.

Expected lines are ``key: value``; only the keys that a case names are compared, each with all of its lines.
``key: none`` expects nothing. Without a ``diagnostic`` line no error is allowed. Line feeds are shown as \\n.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.model.article import Article, Block
from sitegen.model.span import Span
from sitegen.source import parse_spans, read_article

CASES = sorted((Path(__file__).parents[1] / "cases" / "source").glob("*.md"))
_DETAILS = ("entity", "speaker", "via", "by", "date", "why")
_FORM = re.compile(r"# (?P<title>.+)\n+file: (?P<path>\S+)\n+````\n(?P<content>.*?)````\n+(?P<expected>.*)", re.DOTALL)


def _shown(text: str) -> str:
    return text.replace("\n", "\\n")


def _outline(blocks: tuple[Block, ...], text: str, depth: int = 0) -> Iterator[str]:
    for block in blocks:
        level = f" {block.level}" if block.level else ""
        info = f" {block.info}" if block.info else ""
        words = f" | {_shown(block.span.of(text))}" if not block.children else ""
        yield f"{'. ' * depth}{block.kind}{level}{info}{words}"
        yield from _outline(block.children, text, depth + 1)


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    text = article.text

    def part(span: Span | None) -> Iterator[str]:
        if span is not None:
            yield _shown(span.of(text))

    for key in ("id", "title", "summary", "language", "draft", "date", "moment", "updated", "body_line"):
        value = getattr(article, key)
        if value not in (None, ""):
            yield key, str(value)
    yield "text", _shown(text)
    yield from (("headline", words) for words in part(article.headline))
    yield from (("dateline", words) for words in part(article.dateline))
    for span in article.bylines:
        yield from (("byline", words) for words in part(span))
    yield from (("author", name) for name in article.authors)
    yield from (("tag", name) for name in article.tags)
    yield from (("person", " | ".join((person.name, person.id, str(person.line)))) for person in article.people)
    if article.template is not None:
        yield "template", article.template.name
    if source := article.source:
        yield "source", " | ".join((source.name, source.url, source.archived))
    yield from (("block", line) for line in _outline(article.blocks, text))
    for mark in article.marks:
        details = [f"{name}={value}" for name in ("href", "title", "alt") if (value := getattr(mark, name))]
        yield "mark", " | ".join((mark.kind, _shown(mark.span.of(text)), *details))
    for placed in article.annotations:
        one = placed.annotation
        assert (one.selector.exact, one.origin, one.path) == (placed.span.of(text), "inline", article.path)
        what = " ".join(filter(None, (one.decision, one.facet, one.value)))
        details = [f"{name}={value}" for name in _DETAILS if (value := getattr(one, name))]
        yield "annotation", " | ".join((f"{one.line}:{one.column}", _shown(one.selector.exact), what, *details))
    yield from (("parse", _shown(span.of(text))) for span in parse_spans(article))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    form = _FORM.fullmatch(case.read_text(encoding="utf-8"))
    assert form, f"{case} does not have the form of a case"
    path = form["path"]
    identifier = path.removeprefix("content/").rsplit(".", 1)[0]
    article, diagnostics = read_article(
        path, identifier, form["content"].encode(), language="en", timezone="Europe/Paris"
    )
    found: dict[str, list[str]] = {"diagnostic": [f"{d.severity} {d.code} {d.line}" for d in diagnostics]}
    for key, value in _facts(article) if article else ():
        found.setdefault(key, []).append(value)
    expected: dict[str, list[str]] = {}
    for line in form["expected"].strip().splitlines():
        key, _colon, value = line.partition(":")
        expected.setdefault(key.strip(), []).append(value.strip())
    for key, values in expected.items():
        wanted = [] if values == ["none"] else values
        assert [value.strip() for value in found.get(key, [])] == wanted, key
    if "diagnostic" not in expected:
        assert [d for d in diagnostics if d.severity == "error"] == []
    assert all(d.hint and d.line for d in diagnostics)
