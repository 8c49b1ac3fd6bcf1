"""The rule by which markdown-it takes words in brackets with a known class behind them."""

from collections.abc import MutableMapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from sitegen.source.inline_spans import Found, find_spans


def take_spans(parser: MarkdownIt) -> None:
    """Let ``parser`` make tokens "span_open", whose ``meta["span"]`` is a ``Bracketed``, and "span_close"."""
    parser.inline.ruler.before("link", "annotation", _span)


def found_in(source: str, env: MutableMapping[str, Any]) -> Found:
    """Return what ``find_spans`` finds in the source of a block, looked for once a parse."""
    found: dict[str, Found] = env.setdefault("spans", {})
    if source not in found:
        found[source] = find_spans(source)
    return found[source]


def _span(state: StateInline, silent: bool) -> bool:
    """Take the brackets at the place; what stands between them is read like all other source.

    Whoever looks ahead, as links do for the end of their words, takes brackets for mere brackets.
    """
    if silent or state.src[state.pos] != "[":
        return False
    span = found_in(state.src, state.env).spans.get(state.pos)
    if span is None or span.end > state.posMax:
        return False
    end = state.posMax
    state.pos, state.posMax = span.start + 1, span.close
    state.push("span_open", "span", 1).meta["span"] = span
    state.md.inline.tokenize(state)
    state.push("span_close", "span", -1)
    state.pos, state.posMax = span.end, end
    return True
