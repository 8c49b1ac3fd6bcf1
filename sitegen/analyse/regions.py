"""Parts of an article in which names are read otherwise, or not at all."""

import re

from sitegen.analyse.tokens import Tokens
from sitegen.model.article import Article

_NO_LETTER = re.compile(r"[\W\d_]+")


def without_names(article: Article, tokens: Tokens) -> frozenset[int]:
    """Return the tokens of bylines, the dateline and code: no names are looked for there."""
    spans = [*article.bylines, *(mark.span for mark in article.marks if mark.kind == "code")]
    if article.dateline is not None:
        spans.append(article.dateline)
    return frozenset(index for span in spans for index in tokens.within(span))


def in_capitals(article: Article, tokens: Tokens) -> frozenset[int]:
    """Return the tokens of blocks set in capitals, where case says nothing."""
    found: set[int] = set()
    for leaf in article.leaves():
        letters = _NO_LETTER.sub("", leaf.span.of(article.text)) if leaf.kind in {"heading", "paragraph"} else ""
        if len(letters) > 9 and sum(map(str.isupper, letters)) > 0.8 * len(letters):
            found.update(tokens.within(leaf.span))
    return frozenset(found)
