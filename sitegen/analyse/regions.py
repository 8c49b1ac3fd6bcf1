"""Parts of an article in which names are read otherwise, or not at all."""

import re
import string

from sitegen.analyse.tokens import Tokens
from sitegen.model.article import Article

_NO_LETTER = re.compile(r"[\W\d_]+")
_NO_SMALL = dict.fromkeys(map(ord, string.ascii_lowercase))


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
        text = leaf.span.of(article.text) if leaf.kind in {"heading", "paragraph"} else ""
        # Where a fifth of all characters are small letters the block is not set in capitals; letters need no count.
        if len(text) - len(text.translate(_NO_SMALL)) > len(text) / 5:
            continue
        letters = _NO_LETTER.sub("", text)
        if len(letters) > 9 and sum(map(str.isupper, letters)) > 0.8 * len(letters):
            found.update(tokens.within(leaf.span))
    return frozenset(found)
