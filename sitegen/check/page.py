"""One HTML file of a built site, read once, as facts."""

from collections.abc import Iterator
from dataclasses import dataclass

import turbohtml

_URLS = ("href", "src", "poster", "action", "formaction", "data", "cite", "xlink:href")
_LISTS = ("srcset", "imagesrcset")
_LINKS = ", ".join(f"[{name}]" for name in (*_URLS[:-1], *_LISTS)) + ", meta[http-equiv], use, image"
_ADDED = frozenset({"", "…", "speaker", "cue", "relayed by"})
# The block that a number names, in its article's page.
_BLOCK = "p"


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a page; ``leads`` where readers follow it. Lines and columns count from 1.

    ``own`` tells that it can only be an address of this very site.
    """

    url: str
    line: int
    column: int
    leads: bool
    own: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an element that says where they are taken from: ``source`` is the id of an article or a quotation.

    ``start`` is the offset of the first character in the element that bears the anchor ``block``. ``named`` tells that
    they are what something is called: the words of a link.
    """

    source: str
    text: str
    line: int
    column: int
    block: str = ""
    start: int = 0
    cut_before: bool = False
    cut_after: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What stands in a file: anchors, links, and words by the attribute that tells where they are taken from.

    ``blocks`` are the elements with an anchor ``p1``, ``p2``, …; ``loose`` the texts of quotations that tell nothing.
    ``ids`` are all anchors, in the order of the file; ``styles`` what style elements and attributes hold, and
    ``structured`` what scripts of JSON-LD do. ``bibtex`` and ``embeds`` are what readers copy, ``leads`` what leads
    into reported words, ``stages`` what interrupts a quotation. ``moved`` tells that the page only leads on to another.
    """

    path: str
    title: str | None
    language: str
    ids: tuple[str, ...]
    links: tuple[Link, ...]
    quotes: tuple[Words, ...]
    verbatim: tuple[Words, ...]
    excerpts: tuple[Words, ...]
    passages: tuple[Words, ...]
    titles: tuple[Words, ...]
    cites: tuple[Words, ...]
    blocks: tuple[Words, ...]
    loose: tuple[Words, ...]
    styles: tuple[str, ...] = ()
    structured: tuple[Words, ...] = ()
    bibtex: tuple[Words, ...] = ()
    embeds: tuple[Words, ...] = ()
    leads: tuple[Words, ...] = ()
    stages: tuple[Words, ...] = ()
    moved: bool = False


def read_page(path: str, document: turbohtml.Document) -> Page:
    """Return the facts of ``document``, the file at ``path`` below the output folder. The document is changed."""
    title = document.select_one("title")
    refreshes = (str(found.attrs["http-equiv"]).lower() == "refresh" for found in document.select("meta[http-equiv]"))
    root = document.select_one("html")
    ids = tuple(str(found.attrs["id"]) for found in document.select("[id]"))
    links = tuple(_links(document))
    cut_before, cut_after = _cuts(document)
    for note in document.select("rt, .cut"):
        # Only what the theme itself adds to an article's words.
        if note.text.strip() in _ADDED:
            note.decompose()
    return Page(
        path=path,
        title=None if title is None else title.text,
        language=str(root.attrs.get("lang") or "") if root is not None else "",
        ids=ids,
        links=links,
        quotes=tuple(_located(document)),
        verbatim=tuple(_words(document, "data-verbatim")),
        excerpts=tuple(_words(document, "data-excerpt")),
        passages=tuple(_words(document, "data-article", cut_before, cut_after)),
        titles=tuple(_words(document, "data-title")),
        cites=tuple(_words(document, "data-cites")),
        blocks=tuple(
            Words(str(found.attrs["id"]), found.text, *_place(found))
            for found in document.select(f"[id^={_BLOCK}]")
            if str(found.attrs["id"]).removeprefix(_BLOCK).isdecimal()
        ),
        loose=tuple(_loose(document)),
        styles=(
            *(found.text for found in document.select("style")),
            *(str(found.attrs["style"]) for found in document.select("[style]")),
        ),
        structured=tuple(
            Words("", found.text, *_place(found)) for found in document.select('script[type="application/ld+json"]')
        ),
        bibtex=tuple(_words(document, "data-bibtex")),
        embeds=tuple(_words(document, "data-embed")),
        leads=tuple(_beside(document, ".lead-in")),
        stages=tuple(_beside(document, ".stage")),
        moved=any(refreshes),
    )


def _place(element: turbohtml.Element) -> tuple[int, int]:
    return element.source_line or 0, (element.source_col or 0) + 1


def _links(document: turbohtml.Document) -> Iterator[Link]:
    for element in document.select(_LINKS):
        place = _place(element)
        for name in _URLS:
            if name in element.attrs:
                leads = name == "href" and element.tag in {"a", "area"}
                yield Link(str(element.attrs[name] or ""), *place, leads, own=element.tag == "link")
        for candidate in ",".join(str(element.attrs.get(name) or "") for name in _LISTS).split(","):
            if candidate.split():
                yield Link(candidate.split()[0], *place, leads=False)
        if element.tag == "meta" and str(element.attrs.get("http-equiv")).lower() == "refresh":
            _, found, url = str(element.attrs.get("content") or "").partition("=")
            if found:
                yield Link(url.strip(" '\""), *place, leads=True)


def _cuts(document: turbohtml.Document) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    """Return the places of the passages that are cut before and after: a mark at their beginning or end says so."""
    before, after = set(), set()
    for passage in document.select("[data-article]"):
        children = [child for child in passage.children if isinstance(child, turbohtml.Element) or child.text]
        if children and _is_cut(children[0]):
            before.add(_place(passage))
        if len(children) > 1 and _is_cut(children[-1]):
            after.add(_place(passage))
    return frozenset(before), frozenset(after)


def _is_cut(node: turbohtml.Node) -> bool:
    return isinstance(node, turbohtml.Element) and node.has_class("cut")


def _words(
    document: turbohtml.Document,
    attribute: str,
    cut_before: frozenset[tuple[int, int]] = frozenset(),
    cut_after: frozenset[tuple[int, int]] = frozenset(),
) -> Iterator[Words]:
    for element in document.select(f"[{attribute}]"):
        place = _place(element)
        text = str(element.attrs.get("content") or "") if element.tag == "meta" else element.text
        source = str(element.attrs[attribute] or "")
        before, after = place in cut_before, place in cut_after
        yield Words(source, text, *place, cut_before=before, cut_after=after, named=element.tag == "bdi")


def _beside(document: turbohtml.Document, selector: str) -> Iterator[Words]:
    """Yield the words of some elements, each with the quotation whose words stand in the same line."""
    for element in document.select(selector):
        around = element.parent
        quoted = around.select_one("[data-quote]") if isinstance(around, turbohtml.Element) else None
        if quoted is not None:
            yield Words(str(quoted.attrs["data-quote"] or ""), element.text, *_place(element))


def _located(document: turbohtml.Document) -> Iterator[Words]:
    """Yield the pieces of quotations in the order of the page, each with its place in its numbered block."""
    for element in document.select("[data-quote]"):
        block = next((a for a in element.ancestors if isinstance(a, turbohtml.Element) and _numbered(a)), None)
        start = 0 if block is None else _offset(block, element)
        anchor = "" if block is None else str(block.attrs["id"])
        yield Words(str(element.attrs["data-quote"] or ""), element.text, *_place(element), block=anchor, start=start)


def _numbered(element: turbohtml.Element) -> bool:
    id_ = str(element.attrs.get("id") or "")
    return id_.startswith(_BLOCK) and id_.removeprefix(_BLOCK).isdecimal()


def _offset(block: turbohtml.Element, element: turbohtml.Element) -> int:
    """Return how many characters of ``block`` stand before ``element``."""
    offset = 0
    for node in block.descendants:
        if node is element or node == element:
            return offset
        if isinstance(node, turbohtml.Text):
            offset += len(node.text)
    return offset


def _is_part(node: turbohtml.Node) -> bool:
    return isinstance(node, turbohtml.Element) and (
        "data-quote" in node.attrs or node.has_class("stage") or node.select_one("[data-quote]") is not None
    )


def _loose(document: turbohtml.Document) -> Iterator[Words]:
    """Yield quotations of a site's own templates: they say nothing of where they are taken from."""
    for element in document.select("blockquote, q"):
        marked = element.select_one("[data-article], [data-excerpt]")
        marked = marked or next((found for found in element.select("[id^=p]") if _numbered(found)), None)
        if marked is None and element.select_one("[data-quote]") is not None:
            # The words large: between marked parts stands only what interrupts them.
            rest = "".join(node.text for node in element.children if not _is_part(node))
            marked = element if not any(map(str.isalnum, rest)) else None
        around = (a for a in element.ancestors if isinstance(a, turbohtml.Element))
        known = any("data-article" in a.attrs or "data-quote" in a.attrs or a.has_class("note") for a in around)
        inside = any(_numbered(a) for a in element.ancestors if isinstance(a, turbohtml.Element))
        if marked is None and not known and not inside and element.text.strip():
            yield Words("", element.text, *_place(element))
