"""What stands on every page, and that no two pages have one title or description."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.permalinks import ABOUT, ARTICLES, HOME, PEOPLE, QUOTES, TAGS, Place, plain_folder
from sitegen.compose.wording import direction, shorten
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.view import Page, RobotsView
from sitegen.model.view_parts import Frame, Link, Pager, Step

_LONGEST_DESCRIPTION = 160
_SHORTEST_DESCRIPTION = 60


@dataclass(frozen=True, slots=True)
class Framer:
    """Makes the frame of each page of one site."""

    index: Catalogue

    def frame(
        self, place: Place, title: str, description: str, section: str = "", *, article: str = "", quote: str = ""
    ) -> Frame:
        """Return the frame of the page at ``place``; ``section`` is the folder of the list that it belongs to.

        ``article`` or ``quote`` is the id of what the words of title and description are taken from.
        """
        site = self.index.site
        settings = site.settings
        sections = [("Articles", ARTICLES), ("People", PEOPLE), ("Quotations", QUOTES)]
        if self.index.tags:
            sections.append(("Tags", TAGS))
        sections.append(("About", ABOUT))
        address = settings.base_url.rstrip("/")
        return Frame(
            title=f"{title} | {settings.title}" if place.folder != HOME or place.base else title,
            description=shorten(description, _LONGEST_DESCRIPTION),
            site_title=settings.title,
            language=settings.language,
            direction=direction(settings.language),
            root=place.root,
            home=place.to(HOME),
            canonical=f"{address}/{place.folder}" if address and not place.base else "",
            nav=tuple(
                Link(text, place.to(folder), current=_current(place, folder, section)) for text, folder in sections
            ),
            foot=tuple(Link(page.title, place.to(plain_folder(page.id))) for page in site.pages),
            generator=site.generator,
            article=article,
            quote=quote,
        )


def _current(place: Place, folder: str, section: str) -> str:
    if place.base:
        return ""
    if place.folder == folder:
        return "page"
    return "true" if folder == section else ""


def pager(place: Place, folders: Sequence[str], number: int) -> Pager:
    """Return the way through a list whose pages stand in ``folders``, seen from page ``number``.

    Only the first, the last and the nearest pages are named: a list of a thousand pages stays small.
    """
    total = len(folders)
    if total == 1:
        return Pager()
    shown = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    steps = tuple(
        Step(
            str(step), place.to(folders[step - 1]), step == number, gap=position > 0 and step - shown[position - 1] > 1
        )
        for position, step in enumerate(shown)
    )
    return Pager(
        steps,
        previous=place.to(folders[number - 2]) if number > 1 else "",
        next=place.to(folders[number]) if number < total else "",
    )


def told_apart(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return ``pages`` with titles and descriptions that recur told apart by the page's folder.

    Raises InputError where two pages would be one file, also on file systems that ignore case.
    """
    titles: set[str] = set()
    descriptions: set[str] = set()
    paths: set[str] = set()
    kept = []
    for page in pages:
        if page.path.casefold() in paths:
            raise InputError(
                Diagnostic(
                    "address-clash",
                    "error",
                    page.path,
                    None,
                    None,
                    f"two pages would both be written to {page.path}",
                    "give one of them another slug in its front matter, or rename its file",
                )
            )
        paths.add(page.path.casefold())
        if isinstance(page.view, RobotsView):
            kept.append(page)
            continue
        frame = page.view.frame
        folder = page.path.removesuffix("index.html").strip("/")
        if frame.title in titles:
            frame = replace(frame, title=f"{frame.title} ({folder})")
        if frame.description in descriptions:
            # Where the address itself is long, some words stay all the same.
            words = shorten(frame.description, max(_SHORTEST_DESCRIPTION, _LONGEST_DESCRIPTION - len(folder) - 3))
            frame = replace(frame, description=f"{words} ({folder})")
        titles.add(frame.title)
        descriptions.add(frame.description)
        kept.append(page if frame is page.view.frame else replace(page, view=replace(page.view, frame=frame)))
    return tuple(kept)
