"""Nothing of what is not published stands in any file of the site."""

import html
import re
from collections.abc import Iterable, Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article

# So many words in a row are nobody's common phrase.
_RUN = 6
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_TAG = re.compile(r"<[^>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\[nrt]")

_Phrase = tuple[str, ...]


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def _runs(text: str) -> Iterator[_Phrase]:
    words = _words(text)
    return (tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))


class Unpublished:
    """Texts that must not be found, and a search that looks at every file once.

    Words that stand in a published text as well give nothing away and are not looked for.
    """

    def __init__(self, hidden: Iterable[Article], published: Iterable[Article]) -> None:
        open_runs: set[_Phrase] = set()
        open_titles: set[_Phrase] = set()
        open_ids = set()
        for article in published:
            for text in (article.text, article.title, article.summary):
                open_runs.update(_runs(text))
            open_titles.add(tuple(_words(article.title)))
            open_ids.add(article.id)
        self._runs: dict[_Phrase, str] = {}
        self._titles: dict[str, dict[_Phrase, str]] = {}
        self._ids: dict[str, str] = {}
        for article in hidden:
            for text in (article.text, article.title, article.summary):
                self._runs.update({run: article.path for run in _runs(text) if run not in open_runs})
            title = tuple(_words(article.title))
            # A title of a word or two may be anybody's; longer ones are looked for word by word.
            if _RUN > len(title) > 2 and title not in open_titles:
                self._titles.setdefault(title[0], {})[title] = article.path
            if article.id not in open_ids:
                self._ids[article.id] = article.path
        self.texts = len(self._ids)

    def check(self, path: str, text: str) -> Iterator[Diagnostic]:
        """Yield one remark for each article of which something stands in the file at ``path``, or in its name."""
        if not self._ids:
            return
        found: dict[str, str] = {}
        for id_, origin in self._ids.items():
            if f"articles/{id_}/" in path or f"articles/{id_}/" in text:
                found.setdefault(origin, f"its address articles/{id_}/")
        words = _words(_plain(text))
        for place, word in enumerate(words):
            run = tuple(words[place : place + _RUN])
            if run in self._runs:
                found.setdefault(self._runs[run], f"“{' '.join(run)}”")
            for title, origin in self._titles.get(word, {}).items():
                if tuple(words[place : place + len(title)]) == title:
                    found.setdefault(origin, f"its title, “{' '.join(title)}”")
        for origin, what in found.items():
            message = f"{origin} is not published, and this file holds {what}"
            hint = "build the site again; with --drafts or --future, check with the same"
            yield Diagnostic("check-unpublished", "error", path, None, None, message, hint)


def _plain(text: str) -> str:
    """Return a file's text without tags, entities and escapes of JSON, but with what its attributes say."""
    if "<" in text:
        # Attributes stay: a description can give away as much as a paragraph.
        attributes = " ".join(re.findall(r'\w="([^"]*)"', text))
        text = f"{_TAG.sub('', text)} {attributes}"
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", text)
    return html.unescape(text)
