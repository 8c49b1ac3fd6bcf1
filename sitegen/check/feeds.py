"""Feeds: the words in their entries are those of the articles and quotations that the entries lead to."""

from collections.abc import Iterator, Mapping

from sitegen.check.original import Original, flat
from sitegen.check.page import Words
from sitegen.check.quotations import Quotation, article_page, ends_in_excerpt, quotation_at
from sitegen.check.report import problem
from sitegen.check.structured import BEFORE_WORDS, Locate
from sitegen.check.xml_tree import Element
from sitegen.diagnostics import Diagnostic

_HINT = "build the site again; if it stays, a template of your own changes the feed"


def entries_of(root: Element) -> list[Element]:
    """Return the entries of a feed; other files of XML have none."""
    return list(root.children("entry")) if root.name == "feed" else []


def check_entry(
    path: str,
    entry: Element,
    known: Mapping[str, Quotation],
    originals: Mapping[str, Original],
    locate: Locate,
) -> Iterator[Diagnostic]:
    """Compare an entry of the feed at ``path`` with what it leads to; ``locate`` as for structured data."""
    for code, element, complaint in _complaints(entry, known, originals, locate):
        yield problem(code, path, complaint, _HINT, Words("", "", element.line, 1))


_Found = tuple[str, Element, str]


def _complaints(
    entry: Element, known: Mapping[str, Quotation], originals: Mapping[str, Original], locate: Locate
) -> Iterator[_Found]:
    links = {link.attributes.get("rel", "alternate"): link for link in reversed(list(entry.children("link")))}
    alternate = links.get("alternate")
    there = locate(alternate.attributes.get("href", "")) if alternate is not None else None
    if there is not None:
        quotation, original = quotation_at(*there, known), originals.get(article_page(there[0]))
        if quotation is not None:
            yield from _about_quotation(entry, quotation, originals[quotation.article])
        elif original is not None and there[1]:
            yield from _about_words(entry, original)
        elif original is not None:
            yield from _about_article(entry, original)
    if "related" in links:
        link = links["related"]
        path, _ = locate(link.attributes.get("href", "")) or ("", "")
        original, title = originals.get(article_page(path)), link.attributes.get("title", "")
        if original is not None and title and not original.is_titled(flat(title)):
            yield "check-text", link, f"the title of {original.path} is not as there: “{title}”"
    for quoted in entry.all("blockquote"):
        yield from _quoted(quoted, known, originals, locate)


def _about_article(entry: Element, original: Original) -> Iterator[_Found]:
    for title in entry.children("title"):
        if not original.is_titled(flat(title.text)):
            yield "check-text", title, f"the title of {original.path} is not as there: “{flat(title.text)}”"
    shown = (each for each in entry.all("p") if each.attributes.get("class") == "summary")
    for summary in (*entry.children("summary"), *shown):
        if not original.describes(flat(summary.text)):
            yield "check-text", summary, f"these words do not stand in {original.path}: “{flat(summary.text)}”"


def _about_words(entry: Element, original: Original) -> Iterator[_Found]:
    """Compare an entry on words that are no quotation: they stand in marks, at the end of title and summary."""
    for element in (*entry.children("title"), *entry.children("summary")):
        text = flat(element.text)
        _, _, words = text.rpartition(BEFORE_WORDS) if BEFORE_WORDS in text else text.partition("“")
        if not original.holds(words):
            yield "check-text", element, f"these words do not stand in {original.path}: “{words}”"


def _about_quotation(entry: Element, quotation: Quotation, original: Original) -> Iterator[_Found]:
    for title in entry.children("title"):
        if not ends_in_excerpt(flat(title.text), quotation):
            yield "check-quotation", title, f"“{flat(title.text)}” is no excerpt of the quotation {quotation.id}"
    shown = (each for each in entry.all("p") if each.attributes.get("class") == "credit")
    for summary in (*entry.children("summary"), *shown):
        text = flat(summary.text)
        if not ends_in_excerpt(text, quotation) and not original.title_in(text):
            message = f"“{text}” has neither words of the quotation {quotation.id} nor the title of its article"
            yield "check-quotation", summary, message


def _quoted(
    quoted: Element, known: Mapping[str, Quotation], originals: Mapping[str, Original], locate: Locate
) -> Iterator[_Found]:
    """Compare a quotation that is shown whole: its parts are in elements of their own, and marks stand round them."""
    address = quoted.attributes.get("cite", "")
    there = locate(address)
    quotation = quotation_at(*there, known) if there is not None else None
    if quotation is None:
        yield "check-quotation", quoted, f"no article has the quotation that {address!r} leads to"
        return
    parts = list(quoted.all("span"))
    if "".join(part.text for part in parts) != quotation.whole:
        message = f"the quotation {quotation.id} is not as in the article {quotation.article}: “{flat(quoted.text)}”"
        yield "check-quotation", quoted, message
    # Besides marks there is only what leads into reported words, which is the article's too.
    before = flat("".join(_around(quoted)))
    if any(map(str.isalnum, before)) and not originals[quotation.article].holds(before.rstrip(" …")):
        yield "check-quotation", quoted, f"round the quotation {quotation.id} stands what the article does not have"


def _around(element: Element) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, str):
            yield part
        elif part.name != "span":
            yield from _around(part)
