"""Every link of a site leads to a file that is there, every fragment to an anchor, and every page can be reached."""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from sitegen.check.page import Link, Page
from sitegen.diagnostics import Diagnostic

HOME = "index.html"
MISSING = "404.html"
_OUTSIDE = frozenset({"http", "https", "mailto", "tel", "data"})
_CSS = re.compile(r"url\(\s*([^)]*?)\s*\)|@import\s+([\"'][^\"']+[\"'])")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Links:
    """The links of a site: ``files`` are the paths below the output folder, ``base_url`` where it will stand."""

    def __init__(self, files: Iterable[str], base_url: str) -> None:
        self._files = frozenset(files)
        self._base = base_url.rstrip("/") + "/" if base_url else ""
        self._base_path = unquote(urlsplit(base_url).path).rstrip("/") + "/"
        self.internal = 0
        self.external = 0
        self.fragments = 0

    def check(self, page: Page, anchors: Mapping[str, Container[str]]) -> Iterator[Diagnostic]:
        """Yield what is wrong with the links of one page; ``anchors`` are those of every page, by path."""
        yield from self.check_links(page.path, page.links, anchors)

    def check_links(
        self, path: str, links: Iterable[Link], anchors: Mapping[str, Container[str]]
    ) -> Iterator[Diagnostic]:
        """Yield what is wrong with ``links`` in the file at ``path``."""
        for link in links:
            yield from self._check(path, link, anchors)

    def _check(self, path: str, link: Link, anchors: Mapping[str, Container[str]]) -> Iterator[Diagnostic]:
        found = self.target(path, link.url)
        if found is not None and self._is_absolute(link.url) and not link.own and found[0] not in self._files:
            # Other things may stand beside the site, under the same address.
            found = None
        if found is None:
            self.external += 1
            return
        self.internal += 1
        target, fragment, complaint = found
        if not complaint and target not in self._files:
            complaint = "there is no such file"
        if complaint:
            hint = "correct the link, or the template that makes it"
            message = f"the link {link.url[:200]!r} leads nowhere: {complaint}"
            yield Diagnostic("check-link", "error", path, link.line or None, link.column, message, hint)
        elif fragment and target in anchors:
            self.fragments += 1
            if fragment not in anchors[target] and fragment != "top":
                message = f"the link {link.url[:200]!r} leads to a place that {target} does not have"
                hint = "correct the link, or the template that makes it"
                yield Diagnostic("check-anchor", "error", path, link.line or None, link.column, message, hint)

    def _is_absolute(self, url: str) -> bool:
        return bool(self._base) and url.strip().startswith(self._base)

    def target(self, path: str, url: str) -> tuple[str, str, str] | None:
        """Return the file that ``url`` means in the page at ``path``, its fragment, and what is wrong with it.

        None for addresses outside the site, which are not looked up.
        """
        url = url.strip()
        if self._is_absolute(url):
            path, url = HOME, url.removeprefix(self._base) or "./"
        try:
            parts = urlsplit(url)
        except ValueError:
            return "", "", "it is no address"
        if parts.scheme in _OUTSIDE or (not parts.scheme and parts.netloc):
            return None
        if parts.scheme:
            return "", "", f"a link with {parts.scheme}: works on no site"
        there = unquote(parts.path)
        if there.startswith("/"):
            # A page that a server shows in place of another does not know its own depth.
            if path != MISSING or not there.startswith(self._base_path):
                return "", "", "a link from the root breaks where the site stands in a folder"
            path, there = HOME, there.removeprefix(self._base_path) or "./"
        if not there:
            return path, unquote(parts.fragment), "" if url else "it is empty"
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), there))
        if joined == ".." or joined.startswith("../"):
            return "", "", "it leads out of the site"
        folder = there.endswith(("/", "/.", "/..")) or there in {".", ".."}
        if folder:
            joined = HOME if joined == "." else f"{joined}/{HOME}"
        elif joined not in self._files and f"{joined}/{HOME}" in self._files:
            # Servers lead on to the folder, a disk does not.
            return "", "", "a link to a folder ends in /"
        return joined, unquote(parts.fragment), ""

    def locate(self, url: str) -> tuple[str, str] | None:
        """Return the file and the anchor that an absolute address means, None for addresses outside the site."""
        found = self.target(HOME, url) if self._is_absolute(url) else None
        return None if found is None or found[2] else found[:2]

    def check_style(self, path: str, text: str) -> Iterator[Diagnostic]:
        """Yield what is wrong with the addresses in a style sheet."""
        for found in _CSS.finditer(_COMMENT.sub("", text)):
            url = (found[1] or found[2]).strip("\"' ")
            target = self.target(path, url)
            if target is None:
                self.external += 1
                continue
            self.internal += 1
            if target[2] or target[0] not in self._files:
                message = f"the address {url[:200]!r} leads nowhere: {target[2] or 'there is no such file'}"
                yield Diagnostic("check-link", "error", path, None, None, message, "correct it in your style sheet")

    def unreachable(self, pages: Mapping[str, Page]) -> Iterator[Diagnostic]:
        """Yield the pages to which no way leads from the home page.

        One that only leads on to another is for those who come from elsewhere.
        """
        seen = {HOME}
        waiting = [HOME]
        while waiting:
            path = waiting.pop()
            for link in pages[path].links if path in pages else ():
                found = self.target(path, link.url) if link.leads else None
                if found is not None and found[0] in pages and found[0] not in seen:
                    seen.add(found[0])
                    waiting.append(found[0])
        moved = {path for path, page in pages.items() if page.moved}
        for path in sorted(pages.keys() - seen - moved - {MISSING}):
            message = "no link leads to this page, however far one follows them from the home page"
            hint = "link to it from a page that readers find, or build the site again"
            yield Diagnostic("check-unreachable", "error", path, None, None, message, hint)
