"""A built site against its content: a second pair of eyes, which knows the articles and nothing of how pages were made.

Pure: the files of the output come in as values, one at a time, and only facts about them are kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import turbohtml

from sitegen.check.cards import card_links, check_card, is_card
from sitegen.check.citations import check_citations
from sitegen.check.covered import Coverage
from sitegen.check.data import check_row
from sitegen.check.data_rows import is_data, pieces, rows
from sitegen.check.feeds import check_entry, entries_of
from sitegen.check.links import HOME, MISSING, Links
from sitegen.check.original import Original, flat
from sitegen.check.page import Link, Page, read_page
from sitegen.check.publication import published_articles
from sitegen.check.quotations import (
    Quotation,
    article_page,
    check_blocks,
    check_excerpts,
    check_loose,
    check_passages,
    check_quotations,
    check_surroundings,
    quotations,
)
from sitegen.check.report import Finding, Report, problem
from sitegen.check.search_index import check_result, is_result, unpacked
from sitegen.check.structured import check_structured
from sitegen.check.suppressed import Suppressed
from sitegen.check.unpublished import Unpublished
from sitegen.check.wellformed import check_data, check_html
from sitegen.check.xml_tree import Element, read_xml
from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.view_text import publishable

__all__ = ["Expected", "Finding", "Report", "check", "published_articles"]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the content says of a site: ``hidden`` are articles that must leave no trace in it.

    ``copied`` are the paths of files that are the author's own: they are searched for hidden words and no more.
    ``others`` are texts that may stand anywhere: what records and the configuration say. ``suppressed`` are the records
    whose names are covered in all texts, and stand nowhere.
    """

    title: str
    base_url: str
    published: tuple[Article, ...]
    hidden: tuple[Article, ...]
    pages: tuple[Article, ...]
    copied: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()
    suppressed: tuple[AuthorityRecord, ...] = ()


def check(paths: Sequence[str], files: Iterable[tuple[str, bytes]], expected: Expected) -> Report:
    """Check a site: ``paths`` are all its files, ``files`` yields each with its content.

    Every quotation must stand in its article character for character, every link and anchor lead somewhere, every
    page be reachable, nothing unpublished stand anywhere, and all of it be well-formed.
    """
    coverage = Coverage(expected.suppressed, expected.published)
    suppressed = Suppressed(expected.suppressed, (*expected.published, *expected.pages))
    unpublished = Unpublished(expected.hidden, (*expected.published, *expected.pages), expected.others)
    links = Links(paths, expected.base_url)
    problems: dict[str, list[Diagnostic]] = defaultdict(list)
    pages: dict[str, Page] = {}
    data: dict[str, bytes] = {}
    looked_at = 0
    for path, content in unpacked(files):
        looked_at += 1
        for piece in pieces(path, content):
            problems["unpublished"] += unpublished.check(path, piece.decode("utf-8", "replace"))
            problems["suppressed"] += suppressed.check(path, piece)
        if path in expected.copied:
            continue
        if path.lower().endswith(".css"):
            problems["links"].extend(links.check_style(path, content.decode("utf-8", "replace")))
        elif path.lower().endswith((".html", ".htm")):
            text = content.decode("utf-8", "replace")
            document = turbohtml.parse(text)
            problems["html"].extend(check_html(path, text, document))
            if "\ufffd" in text and b"\xef\xbf\xbd" not in content:
                problems["html"].append(problem("check-html", path, "the page is not UTF-8", "build the site again"))
            pages[path] = read_page(path, document)
        else:
            problems["html"].extend(check_data(path, content))
            if is_data(path) or is_card(path) or is_result(path) or path.endswith(".xml"):
                data[path] = content
    problems["unpublished"].extend(unpublished.in_some_pages(len(pages)))
    # What an article's own page rightly covers is covered in all others as well.
    originals = {
        article.id: Original.of(
            coverage.as_shown(article, pages.get(f"articles/{article.id}/{HOME}")),
            coverage,
            coverage.between(article.text),
        )
        for article in expected.published
    }
    plain_pages = {f"pages/{page.id}/{HOME}": page for page in expected.pages}
    plain = {path: Original.of(coverage.as_shown(page, pages.get(path))) for path, page in plain_pages.items()}
    known = quotations(pages.values(), originals)
    texts = {id_: f"{original.title} {flat(original.text)}" for id_, original in originals.items()}
    texts.update({f"pages/{original.id}": flat(original.text) for original in plain.values()})
    anchors = {path: frozenset(page.ids) for path, page in pages.items()}
    site_title = _shown_title(pages, flat(publishable(expected.title)), coverage)
    for page in pages.values():
        own = originals.get(article_page(page.path)) or plain.get(page.path)
        if own is not None:
            problems["articles"].extend(check_blocks(page, own))
        problems["quotations"] += (
            *check_quotations(page, known),
            *check_surroundings(page, known, originals),
            *check_excerpts(page, known, originals, site_title),
            *check_citations(page, known, originals),
            *check_loose(page, originals, texts),
        )
        problems["passages"].extend(check_passages(page, originals))
        problems["links"].extend(links.check(page, anchors))
        for style in page.styles:
            problems["links"].extend(links.check_style(page.path, style))
        problems["data"].extend(check_structured(page, known, originals, links.locate))
    told = _check_data(data, originals, known, links, anchors, problems)
    problems["articles"].extend(_missing_and_stale(pages, originals))
    problems["html"].extend(_equal_titles(pages.values()))
    problems["reachable"].extend(links.unreachable(pages))
    return Report(
        tuple(
            _findings(
                pages,
                known,
                originals,
                links,
                told + sum(len(page.structured) for page in pages.values()),
                unpublished.texts,
                len(suppressed),
                looked_at,
                problems,
            )
        ),
        tuple(diagnostic for found in problems.values() for diagnostic in found),
    )


def _check_data(
    data: Mapping[str, bytes],
    originals: Mapping[str, Original],
    known: Mapping[str, Quotation],
    links: Links,
    anchors: Mapping[str, frozenset[str]],
    problems: Mapping[str, list[Diagnostic]],
) -> int:
    """Add to ``problems`` what is wrong with files for machines; returns how many lines and entries they have."""
    told = 0
    for path, content in data.items():
        if is_result(path):
            told += 1
            problems["data"].extend(check_result(path, content, originals, known))
        elif is_card(path):
            told += 1
            problems["links"].extend(links.check_links(path, card_links(content), anchors))
            problems["data"].extend(check_card(path, content, originals, known))
        elif is_data(path):
            for row in rows(path, content):
                told += 1
                problems["data"].extend(check_row(path, row, originals, known))
        elif (root := read_xml(content)) is not None:
            problems["links"].extend(links.check_links(path, _addresses(root), anchors))
            for entry in entries_of(root):
                told += 1
                problems["data"].extend(check_entry(path, entry, known, originals, links.locate))
    return told


def _addresses(root: Element) -> Iterable[Link]:
    """Yield the addresses that a feed or a map of the site names."""
    for link in root.all("link"):
        yield Link(link.attributes.get("href", ""), link.line, 1, leads=False, own=True)
    for place in root.all("loc"):
        yield Link(place.text, place.line, 1, leads=False, own=True)


def _shown_title(pages: Mapping[str, Page], title: str, coverage: Coverage) -> str:
    """Return the title of the site as its home page shows it, where that covers rightly."""
    shown = flat((pages[HOME].title or "") if HOME in pages else "")
    return shown if coverage.restored(shown, title) == title else title


def _missing_and_stale(pages: Mapping[str, Page], originals: Mapping[str, Original]) -> Iterable[Diagnostic]:
    hint = "build the site again; with --drafts, --future or --today, check with the same"
    if HOME not in pages:
        yield problem("check-article", HOME, "the site has no home page", hint)
    for id_, original in originals.items():
        if f"articles/{id_}/{HOME}" not in pages:
            yield problem("check-article", f"articles/{id_}/{HOME}", f"{original.path} has no page", hint)
    for path, page in pages.items():
        id_ = article_page(path)
        if id_ and id_ not in originals and page.blocks:
            yield problem("check-article", path, "no published article has this page", hint)


def _equal_titles(pages: Iterable[Page]) -> Iterable[Diagnostic]:
    first: dict[str, str] = {}
    for page in pages:
        title = flat(page.title or "")
        if title and title in first:
            message = f"{first[title]} has the same title: “{title}”"
            yield problem("check-html", page.path, message, "tell the two pages apart in the template that makes them")
        first.setdefault(title, page.path)


def _findings(
    pages: Mapping[str, Page],
    known: Mapping[str, object],
    originals: Mapping[str, Original],
    links: Links,
    told: int,
    hidden: int,
    suppressed: int,
    files: int,
    problems: Mapping[str, list[Diagnostic]],
) -> Iterable[Finding]:
    shown = sum(len(page.quotes) + len(page.excerpts) for page in pages.values())
    taken = sum(len(page.passages) + len(page.titles) + len(page.cites) for page in pages.values())
    blocks = sum(len(original.leaves) for original in originals.values())
    where = f"of {len(known):,} quotations in {len(pages):,} pages: each word for word as in its article"
    lines: tuple[tuple[str, int, str], ...] = (
        ("quotations", shown, where),
        ("articles", blocks, f"paragraphs of {len(originals):,} articles: each page has its text, and no other"),
        ("passages", taken, "passages, summaries and titles: each as in its article"),
        ("data", told, "lines of data, entries of feeds, results of the search, JSON-LD: each as in its article"),
        ("links", links.internal, f"links, {links.fragments:,} of them to anchors; {links.external:,} lead elsewhere"),
        ("reachable", len(pages) - (MISSING in pages), "pages can be reached from the home page"),
        ("unpublished", files, f"files hold nothing of {hidden:,} articles that are not published"),
        ("html", len(pages), "pages are well-formed, each with a title of its own"),
    )
    if suppressed:
        noun = "record suppresses" if suppressed == 1 else "records suppress"
        lines = (*lines, ("suppressed", files, f"files hold none of the names that {suppressed:,} {noun}"))
    for name, checked, what in lines:
        yield Finding(name, checked, what, len(problems[name]))
