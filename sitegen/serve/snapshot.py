"""One whole build: what stands at which address. Never changed; a new build is a new snapshot."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from sitegen.amending import Amendment
from sitegen.compose import Recipe, search_records
from sitegen.compose.amended import amended_folders, amended_pages
from sitegen.compose.permalinks import plain_folder
from sitegen.compose.recipe import still_apart
from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.progress import Progress, unwatched
from sitegen.model.search_record import SearchRecord
from sitegen.model.source_file import ANNOTATIONS, stem_of
from sitegen.pipeline.made import Made
from sitegen.planning import Plan
from sitegen.render import Theme
from sitegen.serve.layered import Layered

INDEX = "index.html"
# The keys of so many pages take some milliseconds at most.
_BETWEEN_STEPS = 50


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of the site; ``key`` is the digest of all that it is made from.

    A page has a recipe, a file that is copied a source, and one that is drawn says how.
    """

    key: str
    recipe: Recipe | None = None
    source: Path | None = None
    drawn: Made | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at an address: a file by its name, or another address that it should be asked for by."""

    name: str = ""
    redirect: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A build: ``pieces`` by their paths below the root of the site.

    ``base`` is the path at which the site will stand, "/" or "/repo/": the page for missing addresses begins its
    links with it. ``texts`` gives page and text of each article and plain page by the path of its file; ``remarks`` are
    those on the file of a page, by the page's name, and on all else by that of the home page. ``searched`` returns what
    can be found, all of it in ``language``.
    """

    pieces: Mapping[str, Piece]
    theme: Theme
    base: str = "/"
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    remarks: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    searched: Callable[[], tuple[SearchRecord, ...]] = tuple
    language: str = "en"

    def find(self, path: str) -> Found | None:
        """Return what stands at ``path``, an absolute path of a URL, percent signs decoded; None for nothing.

        The site is found at the root and at ``base`` alike.
        """
        found = self._find(path)
        if found is None and self.base != "/":
            if f"{path}/" == self.base:
                return Found(redirect=quote(self.base))
            if path.startswith(self.base):
                found = self._find(self.below(path))
                if found is not None and found.redirect:
                    return Found(redirect=quote(self.base) + found.redirect.removeprefix("/"))
        return found

    def below(self, path: str) -> str:
        """Return ``path`` as it is below the place where the site will stand."""
        return path.removeprefix(self.base.rstrip("/")) if path.startswith(self.base) else path

    def _find(self, path: str) -> Found | None:
        if not path.startswith("/"):
            return None
        name = path[1:]
        if name == "" or name.endswith("/"):
            name += INDEX
        if name in self.pieces:
            return Found(name)
        if f"{name}/{INDEX}" in self.pieces:
            return Found(redirect=f"/{quote(name)}/")
        return Found(f"{name}.html") if f"{name}.html" in self.pieces else None


def snapshot_of(plan: Plan, copies: Mapping[str, str], progress: Progress = unwatched) -> Snapshot:
    """Return the snapshot of a plan; ``copies`` maps the names of its copied files to their keys."""
    pieces = {name: Piece(key, source=plan.copies[name]) for name, key in copies.items()}
    pieces |= {name: Piece(made.key, drawn=made) for name, made in plan.drawn.items()}
    for number, recipe in enumerate(plan.recipes):
        if number % _BETWEEN_STEPS == 0:
            progress("preparing", 0, 0)
        pieces[recipe.path] = _piece(recipe, plan.theme)
    base = unquote(urlsplit(plan.site.settings.base_url).path).rstrip("/") + "/"
    texts = {
        reading.article.path: (f"articles/{reading.article.id}/{INDEX}", reading.article.text)
        for reading in plan.site.readings
    }
    texts |= {page.path: (f"{plain_folder(page.id)}{INDEX}", page.text) for page in plan.site.pages}
    return Snapshot(
        pieces,
        plan.theme,
        base,
        texts,
        _by_page(plan.diagnostics, texts),
        partial(search_records, plan.index),
        plan.site.settings.language,
    )


def amended_snapshot(snapshot: Snapshot, amendment: Amendment) -> Snapshot:
    """Return ``snapshot`` with the pages of changed articles; those of whom these name are made when asked for."""
    plan, found = amendment.plan, amendment.found
    framer, before = plan.recipes[0].framer, settled(snapshot).pieces

    def pieces_of(recipes: Iterable[Recipe]) -> Iterator[tuple[str, Piece]]:
        for recipe in recipes:
            piece = before.get(recipe.path)
            known = piece.recipe if piece is not None else None
            made = recipe if known is None else still_apart(recipe, known)
            yield recipe.path, _piece(made, plan.theme)

    def late(make: Callable[[], Iterable[Recipe]]) -> Callable[[], Iterator[tuple[str, Piece]]]:
        return lambda: pieces_of(make())

    texts, remarks = dict(snapshot.texts), dict(snapshot.remarks)
    for entry in found.entries:
        article = entry.record.reading.article
        page, _ = texts[article.path]
        texts[article.path] = (page, article.text)
        if article.path in amendment.remarks:
            remarks[page] = tuple(each for each in amendment.remarks[article.path] if each.severity != "info")
    return replace(
        snapshot,
        pieces=Layered(
            snapshot.pieces,
            dict(pieces_of(amended_pages(found, framer, plan.fates))),
            {folder: late(make) for folder, make in amended_folders(found, framer).items()},
        ),
        texts=texts,
        remarks=remarks,
    )


def settled(snapshot: Snapshot) -> Snapshot:
    """Return ``snapshot`` with the pages that are made, waiting for none."""
    pieces = snapshot.pieces
    return replace(snapshot, pieces=pieces.plain()) if isinstance(pieces, Layered) else snapshot


def _piece(recipe: Recipe, theme: Theme) -> Piece:
    return Piece(digest((recipe.key(), theme.closure_digest(recipe.template))), recipe)


def _by_page(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, tuple[str, str]]
) -> dict[str, tuple[Diagnostic, ...]]:
    """Return what is to be said on each page: of a text and of what people decided beside it on its own."""
    pages = {path: page for path, (page, _) in texts.items()}
    pages |= {f"{stem_of(path)}{ANNOTATIONS}": page for path, page in pages.items()}
    found: dict[str, tuple[Diagnostic, ...]] = {}
    for diagnostic in diagnostics:
        if diagnostic.severity != "info":
            page = pages.get(diagnostic.path, INDEX)
            found[page] = (*found.get(page, ()), diagnostic)
    return found
