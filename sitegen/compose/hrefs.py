"""Addresses that authors wrote: which can be published, and what they become."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from sitegen.compose.permalinks import Place, article_folder, plain_folder
from sitegen.model.article import Article, Mark
from sitegen.model.site import Site

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE = ("http:", "https:", "mailto:", "tel:")
_UNFIT = re.compile(r"[\s<>\"`{}|\\^]")


@dataclass(frozen=True)
class Text:
    """An article or a plain page as links see it: the folder of its page, and the anchors on it."""

    article: Article
    folder: str = ""

    def anchor(self, name: str) -> str:
        """Return the anchor that ``name`` means, "" for none: a block's own, or a heading's as code forges make it."""
        if re.fullmatch(r"p[1-9][0-9]*", name):
            return name if name in self._anchors.values() else ""
        return self._anchors.get(unquote(name).casefold(), "")

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


def texts_by_path(site: Site) -> dict[str, Text]:
    """Return all articles and plain pages by the paths of their files."""
    texts = {
        reading.article.path: Text(reading.article, article_folder(reading.article.id)) for reading in site.readings
    }
    return texts | {page.path: Text(page, plain_folder(page.id)) for page in site.pages}


@dataclass(frozen=True, slots=True)
class Targets:
    """Those files of the site that the links and pictures of one text lead to, and no others.

    ``folders`` are pairs of a text's path and the folder of its page, ``anchors`` pairs of such a path with a heading's
    name, as links write them, and the anchor that is meant; ``assets`` are paths of files.
    """

    folders: tuple[tuple[str, str], ...] = ()
    anchors: tuple[tuple[str, str], ...] = ()
    assets: tuple[str, ...] = ()


def targets_of(article: Article, texts: Mapping[str, Text], assets: frozenset[str]) -> Targets:
    """Return what ``article`` links to, of all texts and assets of the site."""
    written = (mark.href.strip().partition("#") for mark in article.marks if mark.kind in {"link", "image"})
    places = sorted({(_resolved(article, path), name) for path, _, name in written if path})
    paths = list(dict.fromkeys(path for path, _ in places))
    anchors = ((f"{path}#{name}", texts[path].anchor(name)) for path, name in places if name and path in texts)
    return Targets(
        tuple((path, texts[path].folder) for path in paths if path in texts),
        tuple((place, anchor) for place, anchor in anchors if anchor),
        tuple(path for path in paths if path in assets),
    )


def links_of(article: Article) -> Iterator[tuple[str, Mark]]:
    """Yield the author's links to other files of the site: the path of each, and the mark."""
    for mark in article.marks:
        path = mark.href.strip().partition("#")[0]
        if mark.kind == "link" and path and not _SCHEME.match(path) and not path.startswith("/"):
            yield _resolved(article, path), mark


@dataclass(frozen=True)
class Addresses:
    """Makes the addresses in one article fit for its page; "" stands for what leads nowhere."""

    article: Article
    place: Place
    targets: Targets = field(default_factory=Targets)

    def link(self, href: str) -> str:
        """Return what a link becomes: outside addresses stay, texts of the site become pages.

        Other files of the site stay as they are: they are copied beside the page. Anchors stay where the page has them.
        """
        href = href.strip()
        if href.startswith("//"):
            return _fit("https:" + href)
        if scheme := _SCHEME.match(href):
            return _fit(href) if scheme.group().lower() in _SAFE else ""
        path, _, name = href.partition("#")
        if not path:
            anchor = self._text.anchor(name)
            return f"#{anchor}" if anchor else ""
        if self._beside(path):
            return _fit(href)
        resolved = _resolved(self.article, path)
        folder = dict(self.targets.folders).get(resolved)
        return "" if folder is None else self.place.to(folder, dict(self.targets.anchors).get(f"{resolved}#{name}", ""))

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
        target = _resolved(self.article, path)
        folder = posixpath.dirname(self.article.path)
        return target in self.targets.assets and (not folder or target.startswith(f"{folder}/"))

    @cached_property
    def _text(self) -> Text:
        return Text(self.article)


def _resolved(article: Article, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(article.path), unquote(path)))


def _fit(address: str) -> str:
    """Percent-encode what an address may not contain: validators and some browsers stumble over it."""
    return _UNFIT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), address)
