"""HTML as plain words: of mails, and of comments that were written in an editor."""

from html.parser import HTMLParser

_BLOCKS = frozenset("p div br li tr pre blockquote h1 h2 h3 h4 h5 h6 table ul ol hr".split())
_SILENT = frozenset({"script", "style", "head", "title"})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._silent += tag in _SILENT
        self.parts += ["\n"] if tag in _BLOCKS else []

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        self.parts += ["\n"] if tag in _BLOCKS else []

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def html_words(html: str) -> str:
    """Return the words of ``html``, one line a block; nothing in it is run or fetched."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return "\n".join(line.strip() for line in "".join(reader.parts).split("\n")).strip()
