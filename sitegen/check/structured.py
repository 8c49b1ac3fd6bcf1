"""What pages say of themselves in JSON-LD: the words of quotations, titles and summaries are the articles'."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sitegen.check.original import Original, flat
from sitegen.check.page import Page, Words
from sitegen.check.quotations import Quotation, article_page, ends_in_excerpt, quotation_at
from sitegen.check.report import problem
from sitegen.diagnostics import Diagnostic

Locate = Callable[[str], tuple[str, str] | None]
# What stands before the words that a correction is about.
BEFORE_WORDS = "Words: "
_HINT = "build the site again; if it stays, a template changes the words of an article"


def check_structured(
    page: Page, known: Mapping[str, Quotation], originals: Mapping[str, Original], locate: Locate
) -> Iterator[Diagnostic]:
    """Compare the structured data of a page with the articles; data of a site's own templates names no quotation.

    ``locate`` returns the file and the anchor that an address means in this site, None for others.
    """
    for words in page.structured:
        try:
            found = json.loads(words.text)
        except (ValueError, RecursionError) as error:
            yield problem("check-html", page.path, f"its JSON-LD is not valid JSON: {error}", _HINT, words)
            continue
        for node in _nodes(found):
            if node.get("@type") == "Quotation" and isinstance(node.get("identifier"), str):
                yield from _quotation(page, words, node, known, originals)
            elif node.get("@type") == "NewsArticle" and article_page(page.path) in originals:
                yield from _article(page, words, node, originals[article_page(page.path)])
            elif node.get("@type") == "CorrectionComment" and article_page(page.path) in originals:
                yield from _correction(page, words, node, originals[article_page(page.path)])
            elif node.get("@type") == "ListItem" and isinstance(node.get("item"), str):
                yield from _step(page, words, node, known, originals, locate)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield all objects in a value, the outer ones first."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each)


def _quotation(
    page: Page,
    words: Words,
    node: Mapping[str, Any],
    known: Mapping[str, Quotation],
    originals: Mapping[str, Original],
) -> Iterator[Diagnostic]:
    id_ = node["identifier"]
    quotation = known.get(id_)
    if quotation is None:
        yield problem("check-quotation", page.path, f"no article has the quotation {id_!r}", _HINT, words)
        return
    verbatim, told = _texts(node.get("text")), _texts(node.get("abstract"))
    whole = told or verbatim
    if "".join(whole) != quotation.whole or not all(map(quotation.has_marked, verbatim)):
        message = f"its JSON-LD has the quotation {id_} not as in the article {quotation.article}"
        yield problem("check-quotation", page.path, message, _HINT, words)
    if isinstance(node.get("isPartOf"), dict) and quotation.article in originals:
        yield from _article(page, words, node["isPartOf"], originals[quotation.article])


def _article(page: Page, words: Words, node: Mapping[str, Any], original: Original) -> Iterator[Diagnostic]:
    for title in _texts(node.get("headline")):
        if not original.is_titled(flat(title)):
            message = f"its JSON-LD has the title of {original.path} not as there: “{title}”"
            yield problem("check-text", page.path, message, _HINT, words)
    for description in _texts(node.get("description")):
        if not original.describes(flat(description)):
            message = f"these words of its JSON-LD do not stand in {original.path}: “{description}”"
            yield problem("check-text", page.path, message, _HINT, words)


def _correction(page: Page, words: Words, node: Mapping[str, Any], original: Original) -> Iterator[Diagnostic]:
    """Compare the words that a correction is about, which stand at its end."""
    for text in _texts(node.get("text")):
        if not _holds(original, flat(text).rpartition(BEFORE_WORDS)[2]):
            message = f"these words of a correction in its JSON-LD do not stand in {original.path}: “{text}”"
            yield problem("check-text", page.path, message, _HINT, words)


def _holds(original: Original, words: str) -> bool:
    """Tell whether ``words`` stand in the article, perhaps behind what leads into them and a colon."""
    splits = (words.split(": ", number) for number in range(1, words.count(": ") + 1))
    led = ((": ".join(parts[:-1]), parts[-1]) for parts in splits)
    return original.holds(words) or any(original.holds(lead) and original.holds(rest) for lead, rest in led)


def _step(
    page: Page,
    words: Words,
    node: Mapping[str, Any],
    known: Mapping[str, Quotation],
    originals: Mapping[str, Original],
    locate: Locate,
) -> Iterator[Diagnostic]:
    """Compare the name of a page on the way to this one, where that is an article's title or words of a quotation."""
    path, fragment = locate(node["item"]) or ("", "")
    quotation, original = quotation_at(path, fragment, known), originals.get(article_page(path))
    for name in map(flat, _texts(node.get("name"))):
        if quotation is not None:
            wrong = path != page.path and not ends_in_excerpt(name, quotation)
        else:
            wrong = original is not None and not original.is_titled(name)
        if wrong:
            message = f"its JSON-LD names a page on the way to it otherwise than the article does: “{name}”"
            yield problem("check-text", page.path, message, _HINT, words)


def _texts(value: Any) -> list[str]:
    """Return one text or several as a list of them."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
