"""The Markdown of records and of editors' notes as HTML that needs no trust."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_PARSER = MarkdownIt("js-default", {"html": False, "linkify": False})
_OUTSIDE = ("https://", "http://", "mailto:")


@lru_cache(maxsize=1024)
def note(source: str) -> Markup:
    """Return ``source`` as HTML: headings below the section's own, no pictures, no links that cannot be known.

    A note stands on pages of several depths, so a relative link in it leads nowhere; its words stay.
    """
    return _html(source, "h3")


@lru_cache(maxsize=1024)
def remark(source: str) -> Markup:
    """Return the note of an editor beside the text of an article as HTML, as ``note`` does, but without headings.

    Beside a paragraph, whatever its rank, a heading would cut the article's own outline.
    """
    return _html(source, "p")


def _html(source: str, heading: str) -> Markup:
    tokens = _PARSER.parse(source)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = heading
        if token.children:
            token.children = _inline(token.children)
    return Markup(_PARSER.renderer.render(tokens, _PARSER.options, {}))


def _inline(children: list[Token]) -> list[Token]:
    kept: list[Token] = []
    dropped: list[bool] = []
    for token in children:
        if token.type == "link_open":
            dropped.append(not str(token.attrGet("href") or "").startswith(_OUTSIDE))
            if dropped[-1]:
                continue
        if token.type == "link_close" and dropped.pop():
            continue
        if token.type == "image":
            kept.append(Token("text", "", 0, content=token.content))
        else:
            kept.append(token)
    return kept
