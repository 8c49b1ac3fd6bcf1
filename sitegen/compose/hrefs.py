"""Addresses that authors wrote: which can be published, and what they become."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from sitegen.compose.permalinks import Place, article_folder, escape, plain_folder
from sitegen.model.article import Article, Mark
from sitegen.model.picture import Picture
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
    name, as links write them, and the anchor that is meant; ``assets`` are paths of files, ``pictures`` what is to be
    known of those that are shown.
    """

    folders: tuple[tuple[str, str], ...] = ()
    anchors: tuple[tuple[str, str], ...] = ()
    assets: tuple[str, ...] = ()
    pictures: tuple[tuple[str, Picture], ...] = ()


def targets_of(
    article: Article, texts: Mapping[str, Text], assets: frozenset[str], pictures: Mapping[str, Picture]
) -> Targets:
    """Return what ``article`` links to and shows, of all texts, assets and pictures of the site."""
    written = (mark.href.strip().partition("#") for mark in article.marks if mark.kind in {"link", "image"})
    places = sorted({(resolved(article, path), name) for path, _, name in written if path})
    paths = list(dict.fromkeys(path for path, _ in places))
    anchors = ((f"{path}#{name}", texts[path].anchor(name)) for path, name in places if name and path in texts)
    return Targets(
        tuple((path, texts[path].folder) for path in paths if path in texts),
        tuple((place, anchor) for place, anchor in anchors if anchor),
        tuple(path for path in paths if path in assets),
        tuple((path, pictures[path]) for path in pictures_of(article, assets) if path in pictures),
    )


def pictures_of(article: Article, assets: Collection[str]) -> tuple[str, ...]:
    """Return the files among ``assets`` that ``article`` shows as pictures, in the order of its text."""
    shown = (resolved(article, mark.href.strip()) for mark in article.marks if mark.kind == "image")
    return tuple(dict.fromkeys(path for path in shown if path in assets))


def named_files(article: Article) -> frozenset[str]:
    """Return the paths in the site that the links and pictures of ``article`` lead to, be there files or not."""
    written = (mark.href.strip().partition("#")[0] for mark in article.marks if mark.kind in {"link", "image"})
    return frozenset(resolved(article, path) for path in written if path and not _SCHEME.match(path))


def links_of(article: Article) -> Iterator[tuple[str, Mark]]:
    """Yield the author's links to other files of the site: the path of each, and the mark."""
    for mark in article.marks:
        path = mark.href.strip().partition("#")[0]
        if mark.kind == "link" and path and not _SCHEME.match(path) and not path.startswith("/"):
            yield resolved(article, path), mark


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
            return self._own(href)
        meant = resolved(self.article, path)
        folder = dict(self.targets.folders).get(meant)
        return "" if folder is None else self.place.to(folder, dict(self.targets.anchors).get(f"{meant}#{name}", ""))

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
        return self._own(src) if self._beside(src) else ""

    def picture(self, src: str) -> Picture | None:
        """Return what is to be known of a picture of the site, by its address as the author wrote it."""
        return dict(self.targets.pictures).get(resolved(self.article, src.strip()))

    def _own(self, href: str) -> str:
        """Return the address of a file that is copied beside the page, "../2026/quay.jpg" without its way round."""
        if ".." not in href.split("/"):
            return _fit(href)
        path, mark, anchor = href.partition("#")
        folder = posixpath.dirname(self.article.path)
        return escape(resolved(self.article, path).removeprefix(f"{folder}/")) + mark + _fit(anchor)

    def _beside(self, path: str) -> bool:
        """Tell whether ``path`` is a file that is copied beside the page: one at or below the text's own folder."""
        target = resolved(self.article, path)
        folder = posixpath.dirname(self.article.path)
        return target in self.targets.assets and (not folder or target.startswith(f"{folder}/"))

    @cached_property
    def _text(self) -> Text:
        return Text(self.article)


def resolved(article: Article, path: str) -> str:
    """Return the path in the site of what ``article`` calls by the relative address ``path``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(article.path), unquote(path)))


def _fit(address: str) -> str:
    """Percent-encode what an address may not contain: validators and some browsers stumble over it."""
    return _UNFIT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), address)
