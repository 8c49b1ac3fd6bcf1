"""A link by which readers say that something is wrong with a quotation: a form or a mail with everything filled in."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer
from sitegen.compose.iris import Iris
from sitegen.compose.json_text import json_text
from sitegen.compose.permalinks import Place, article_folder
from sitegen.compose.selectors import Selector
from sitegen.compose.shown import ShownText, shown_text
from sitegen.digest import digest
from sitegen.model.span import Span

# Beyond this, servers and mail programs refuse addresses.
_LONGEST = 6000
_CONTEXT = 32
# What an address has room for in the worst case, a character in twelve of its own: so the search below soon ends.
_MOST = 500
_FEWEST = 16


def report_href(framer: Framer, utterance: Utterance) -> str:
    """Return where readers report a quotation, "" where the site has no such place.

    The address asks what is wrong, names the quotation's own address, and holds a Web Annotation that ``sitegen
    annotations import`` finds in the saved report. It is shorter than 6,000 characters: words that are too long are cut
    to their first part, then to their beginning, and what stands round them goes last.
    """
    to = framer.settings.reports.to
    if not to:
        return ""
    # An address that stays too long without any words is the site's own, and then there is no shorter one.
    found = ""
    for selector in _selectors(shown_text(utterance.record.reading.article.text), utterance):
        found = _filled(to, utterance, framer, selector)
        if len(found) <= _LONGEST:
            break
    return found


def edition_of(framer: Framer, utterance: Utterance) -> str:
    """Return the digest of what a report is about: the article, who says what in it, the model and the program.

    It tells an editor whether the words, or what the program made of them, have changed since. The rest of the site has
    no part in it: were it a digest of the whole build, every page would be another one whenever any article changes.
    """
    return digest((utterance.record.own, framer.model, framer.generator))


def _selectors(shown: ShownText, utterance: Utterance) -> Iterator[Selector]:
    """Yield what selects a quotation, the longest first, without context last."""
    whole, first = shown.span(utterance.quote.extent), shown.span(utterance.quote.spans[0])
    yield _selector(shown, whole)
    if first != whole:
        yield _selector(shown, first)
    length = min(len(first), _MOST)
    while length > _FEWEST:
        yield _selector(shown, _cut(shown, first, length))
        length //= 2
    yield replace(_selector(shown, _cut(shown, first, _FEWEST)), prefix="", suffix="")


def _selector(shown: ShownText, words: Span) -> Selector:
    text = shown.text
    before, after = text[max(0, words.start - _CONTEXT) : words.start], text[words.end : words.end + _CONTEXT]
    return Selector(words.of(text), before, after, words.start, words.end)


def _cut(shown: ShownText, words: Span, length: int) -> Span:
    """Return the beginning of ``words``, at most ``length`` characters, to the end of a word where there is one."""
    if len(words) <= length:
        return words
    blank = shown.text.rfind(" ", words.start + length // 2, words.start + length + 1)
    return Span(words.start, blank if blank > words.start else words.start + length)


def _filled(to: str, utterance: Utterance, framer: Framer, selector: Selector) -> str:
    iris = Iris(framer, Place(""))
    subject = f"Report on quotation {utterance.quote.id}"
    told = json_text(_annotation(utterance, framer, iris, selector))
    words = (
        "What is wrong with this quotation: who said it, the words, or something else?\n\n\n\n"
        f"Quotation: {iris.quotation(utterance)}\n\n"
    )
    leave = "Please leave the lines below: they tell the editors which words are meant.\n\n"
    url = urlsplit(to)
    if url.scheme == "mailto":
        # Lines of a mail end in CR LF (RFC 6068, section 5).
        body = f"{words}{leave}{told}\n".replace("\n", "\r\n")
        fields = {"subject": subject, "body": body}
    else:
        body = f"{words}{leave}```json\n{told}\n```\n"
        is_gitlab = url.path.rstrip("/").endswith("/-/issues/new")
        names = ("issue[title]", "issue[description]") if is_gitlab else ("title", "body")
        fields = dict(zip(names, (subject, body), strict=True))
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in fields.items())
    return urlunsplit(url._replace(query=f"{url.query}&{query}" if url.query else query))


def _annotation(utterance: Utterance, framer: Framer, iris: Iris, selector: Selector) -> dict[str, Any]:
    """Return a report as a Web Annotation (W3C Recommendation, 23 February 2017)."""
    article = utterance.record.reading.article
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "motivation": "questioning",
        "target": {"source": iris.of(article_folder(article.id)), "selector": selector.nodes()},
        "sitegen:article": article.id,
        "sitegen:quotation": utterance.quote.id,
        "sitegen:build": edition_of(framer, utterance),
    }
