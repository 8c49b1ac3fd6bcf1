"""Reads built pages, knowing nothing of how they were made."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Page(HTMLParser):
    """Links, ids, and the text of every element with an attribute of interest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.quotes: dict[str, str] = {}
        self.title = ""
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.nested_links = 0
        self.feed(html)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "a" and any(name == "a" for name, _ in self._open):
            self.nested_links += 1
        if tag not in VOID:
            self._open.append((tag, values))
        self.links.extend(values[name] or "" for name in ("href", "src") if name in values)
        if "id" in values:
            self.ids.append(values["id"] or "")

    def handle_endtag(self, tag):
        name, _ = self._open.pop()
        assert name == tag, f"</{tag}> closes <{name}>"

    def handle_data(self, data):
        if self._open and self._open[-1][0] == "title":
            self.title += data
        for _, values in self._open:
            if values.get("data-quote"):
                self.quotes[values["data-quote"]] = self.quotes.get(values["data-quote"], "") + data


def read(site: Path) -> dict[str, Page]:
    return {p.relative_to(site).as_posix(): Page(p.read_text("utf-8")) for p in sorted(site.rglob("*.html"))}


def target(page: str, link: str) -> tuple[str, str] | None:
    """Return the file and the fragment that a link leads to; None outside the site."""
    base = "https://site.example/"
    parts = urlsplit(urljoin(base + page, link))
    if parts.netloc != "site.example":
        return None
    path = unquote(parts.path).lstrip("/")
    return (path + "index.html" if not path or path.endswith("/") else path), unquote(parts.fragment)
