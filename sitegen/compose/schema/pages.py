"""Any page in the terms of schema.org: the way to it from the home page, and what kind of page it is."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from sitegen.compose.frames import Framing, Sheet
from sitegen.compose.permalinks import HOME, SEARCH
from sitegen.compose.schema.nodes import organisation, script, site_node
from sitegen.model.view import View
from sitegen.model.view_parts import Frame
from sitegen.model.view_text import MarkedText

# Lists are collections; so is all that has a pager.
_TYPES = {"about.html": "AboutPage", "compare.html": "CollectionPage"}


def with_schema(sheet: Sheet, framing: Framing, template: str, view: View) -> View:
    """Return a view whose page says where it stands in the site and, if it says nothing of itself so far, what it is.

    The way is the one that the page shows: its trail, else the section that its head marks. Pages that only stand for
    another, and those of a site that does not know its address, say nothing more.
    """
    frame: Frame | None = getattr(view, "frame", None)
    if frame is None or not frame.canonical or framing.instead is not None:
        return view
    schema = frame.schema or script(_page(sheet, frame, template, view))
    crumbs = [] if sheet.place.folder == HOME else list(_crumbs(sheet, frame, view))
    shown: Any = view
    return replace(shown, frame=replace(frame, schema=schema, breadcrumbs=_breadcrumbs(crumbs)))  # type: ignore[no-any-return]


def _page(sheet: Sheet, frame: Frame, template: str, view: View) -> dict[str, Any]:
    settings, site = sheet.framer.settings, site_node(sheet.framer)
    if sheet.place.folder == HOME:
        return {
            **site,
            "description": settings.description,
            "inLanguage": settings.language,
            "publisher": organisation(settings.author or settings.title),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": sheet.framer.address_of(SEARCH) + "?q={search_term_string}",
                },
            },
        }
    return {
        "@type": _TYPES.get(template, "CollectionPage" if hasattr(view, "pager") else "WebPage"),
        "@id": frame.canonical,
        "url": frame.canonical,
        "name": _heading(frame, view),
        # What is taken from an article says so by the page's own node.
        "description": "" if frame.article or frame.quote else frame.description,
        "inLanguage": getattr(view, "language", "") or settings.language,
        "isPartOf": site,
    }


def _crumbs(sheet: Sheet, frame: Frame, view: View) -> Iterator[tuple[str, str]]:
    """Yield name and absolute address of the pages on the way to this one, the home page first, this one last."""
    trail = getattr(view, "trail", ())
    above = [link for link in trail if link.href] or [link for link in frame.nav if link.current == "true"]
    yield frame.site_title, sheet.framer.address_of(HOME)
    for link in above:
        yield link.text, urljoin(frame.canonical, link.href)
    label = trail[-1].text if trail and not trail[-1].href else ""
    yield label or _heading(frame, view), frame.canonical


def _heading(frame: Frame, view: View) -> str:
    heading = getattr(view, "heading", "")
    return heading.text if isinstance(heading, MarkedText) else heading or frame.title


def _breadcrumbs(crumbs: list[tuple[str, str]]) -> str:
    if not crumbs:
        return ""
    steps = [
        {"@type": "ListItem", "position": number, "name": " ".join(name.split()), "item": address}
        for number, (name, address) in enumerate(crumbs, 1)
    ]
    return script({"@type": "BreadcrumbList", "itemListElement": steps})
