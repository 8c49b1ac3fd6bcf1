"""The parts of an article that the language model reads."""

import re

from sitegen.model.article import Article
from sitegen.model.span import Span

_WORD = re.compile(r"[^\W_]")
_SILENT = frozenset({"code", "rule"})


def parse_spans(article: Article) -> tuple[Span, ...]:
    """Return the spans to analyse, one per leaf block with words in it, in order, white space trimmed.

    Code blocks, rules and bylines are left out; a block that opens with the dateline begins after it.
    """
    bylines = set(article.bylines)
    spans: list[Span] = []
    for leaf in article.leaves():
        if leaf.kind in _SILENT or leaf.span in bylines:
            continue
        start = leaf.span.start
        if article.dateline is not None and leaf.span.covers(article.dateline):
            start = article.dateline.end
        span = trim(article.text, Span(start, leaf.span.end))
        if _WORD.search(article.text, span.start, span.end):
            spans.append(span)
    return tuple(spans)


def trim(text: str, span: Span) -> Span:
    """Return ``span`` without the white space at its ends; an empty span at its start where nothing else is left."""
    covered = span.of(text)
    start = span.start + len(covered) - len(covered.lstrip())
    length = len(covered.strip())
    return Span(start, start + length) if length else Span(span.start, span.start)
