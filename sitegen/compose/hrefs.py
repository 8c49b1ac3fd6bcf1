"""Addresses that authors wrote: which can be published, and what they become."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from sitegen.compose.permalinks import Place, article_folder, plain_folder
from sitegen.model.article import Article
from sitegen.model.site import Site

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE = ("http:", "https:", "mailto:", "tel:")
_TEXTS = (".md", ".markdown", ".txt")
_UNFIT = re.compile(r"[\s<>\"`{}|\\^]")


def folders_by_path(site: Site) -> dict[str, str]:
    """Return the folder of each article's and plain page's own page, by the path of its file."""
    folders = {reading.article.path: article_folder(reading.article.id) for reading in site.readings}
    return folders | {page.path: plain_folder(page.id) for page in site.pages}


@dataclass(frozen=True, slots=True)
class Targets:
    """Those files of the site that the links and pictures of one text lead to, and no others.

    ``folders`` are pairs of a text's path and the folder of its page, ``assets`` paths below the content folder.
    """

    folders: tuple[tuple[str, str], ...] = ()
    assets: tuple[str, ...] = ()


def targets_of(article: Article, folders: Mapping[str, str], assets: frozenset[str]) -> Targets:
    """Return what ``article`` links to, of all pages and assets of the site."""
    written = (mark.href.strip().partition("#")[0] for mark in article.marks if mark.kind in {"link", "image"})
    paths = sorted({_resolved(article, path) for path in written if path})
    below = (path.removeprefix("content/") for path in paths)
    return Targets(
        tuple((path, folders[path]) for path in paths if path in folders), tuple(p for p in below if p in assets)
    )


@dataclass(frozen=True)
class Addresses:
    """Makes the addresses in one article fit for its page; "" stands for what leads nowhere."""

    article: Article
    place: Place
    targets: Targets = field(default_factory=Targets)

    def link(self, href: str) -> str:
        """Return what a link becomes: outside addresses stay, texts of the site become pages.

        Other files of the site stay as they are: they are copied beside the page. Anchors stay where the page has them;
        a heading's name, as code forges make it, counts.
        """
        href = href.strip()
        if href.startswith("//"):
            return _fit("https:" + href)
        if scheme := _SCHEME.match(href):
            return _fit(href) if scheme.group().lower() in _SAFE else ""
        path, _, anchor = href.partition("#")
        if not path:
            return self._anchor(anchor)
        if not path.lower().endswith(_TEXTS):
            return _fit(href) if self._beside(path) else ""
        resolved = _resolved(self.article, path)
        folder = next((folder for known, folder in self.targets.folders if known == resolved), None)
        return "" if folder is None else self.place.to(folder)

    def image(self, src: str) -> str:
        """Return the address of a picture: relative ones stay, they are copied beside the page.

        One that is not among the site's files is "", as are addresses of other kinds.
        """
        src = src.strip()
        if src.startswith("//"):
            return _fit("https:" + src)
        if scheme := _SCHEME.match(src):
            return _fit(src) if scheme.group().lower() in {"http:", "https:"} else ""
        if not src or src.startswith(("/", "#")):
            return ""
        return _fit(src) if self._beside(src) else ""

    def _beside(self, path: str) -> bool:
        """Tell whether ``path`` is a file that is copied beside the page: one at or below the text's own folder."""
        target = _resolved(self.article, path).removeprefix("content/")
        folder = posixpath.dirname(self.article.path.removeprefix("content/"))
        return target in self.targets.assets and (not folder or target.startswith(f"{folder}/"))

    def _anchor(self, anchor: str) -> str:
        if re.fullmatch(r"p[1-9][0-9]*", anchor):
            return f"#{anchor}" if anchor in self._anchors.values() else ""
        target = self._anchors.get(unquote(anchor).casefold())
        return "" if target is None else f"#{target}"

    @cached_property
    def _anchors(self) -> dict[str, str]:
        """The anchors of the page's blocks, by the names that headings give them; other blocks by their own."""
        named: dict[str, str] = {}
        for number, leaf in enumerate(self.article.leaves(), 1):
            name = f"p{number}"
            if leaf.kind == "heading":
                words = re.sub(r"[^\w\s-]", "", leaf.span.of(self.article.text)).strip().casefold()
                name = re.sub(r"\s", "-", words)
            named.setdefault(name, f"p{number}")
        return named


def _resolved(article: Article, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(article.path), unquote(path)))


def _fit(address: str) -> str:
    """Percent-encode what an address may not contain: validators and some browsers stumble over it."""
    return _UNFIT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), address)
