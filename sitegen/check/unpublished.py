"""Nothing of what is not published stands in any file of the site."""

import html
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.check.data_rows import cells_of
from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article

# So many words in a row are nobody's common phrase.
_RUN = 6
# Shorter paragraphs are looked for whole, the shortest not at all.
_FEWEST = 4
# Titles of so many words are found inside sentences as well.
_TITLE = 3
# Stands between two blocks, cells or strings, and for what is left out: words before and behind it follow each other in
# the file and nowhere else.
_BOUNDARY = "\x1f"
_APART = f" {_BOUNDARY} "
_WORD = re.compile(rf"\w+(?:['’]\w+)*|{_BOUNDARY}")
# Where titles stand: in elements that head or link, in descriptions, in values of JSON.
_VALUE = re.compile(
    r"<(?:title|h[1-6]|a|b|bdi)\b[^>]*>([^<]+)<|\b(?:content|title|alt|aria-label)=\"([^\"]+)\"|:\s*\"([^\"]+)\"",
    re.IGNORECASE,
)
# Tags that stand inside words and between them; others part words.
_INLINE = re.compile(r"</?(?:a|abbr|b|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>", re.IGNORECASE)
# What is isolated stands for itself as well: a name or a title beside others in a line.
_BLOCK = re.compile(
    r"</?(?:address|article|aside|bdi|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|head|header|hr|legend|li|main|nav|ol|option|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead"
    r"|title|tr|ul)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")
# Scripts that put no blanks between words: every character counts as one.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_REST = re.compile(r"[^\s\"'<>#?]*")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\[nrt]")

_Phrase = tuple[str, ...]


def _words(text: str) -> list[str]:
    if not text.isascii():
        text = _UNSPACED.sub(r" \g<0> ", text)
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold().replace("…", _APART))]


def _phrase(text: str) -> _Phrase:
    """Return the words of a text, what is left out at either end aside."""
    return tuple(_words(text.strip(" …")))


def _runs(words: Sequence[str]) -> Iterator[_Phrase]:
    runs = zip(*(words[start:] for start in range(_RUN)), strict=False)
    return (run for run in runs if _BOUNDARY not in {run[0], run[-1]})


def _size(phrase: _Phrase) -> int:
    return sum(word != _BOUNDARY for word in phrase)


def _shown(phrase: _Phrase) -> str:
    return f"“{' '.join(phrase)}”".replace(_BOUNDARY, "…")


class _Phrases:
    """Short phrases, and whose they are, found in one pass over a list of words."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[_Phrase, str]] = {}

    def add(self, phrase: _Phrase, origin: str) -> None:
        if phrase:
            self._by_first.setdefault(phrase[0], {})[phrase] = origin

    def drop(self, phrases: Iterable[_Phrase]) -> None:
        for phrase in phrases:
            self._by_first[phrase[0]].pop(phrase, None)

    def found(self, words: list[str]) -> Iterator[tuple[_Phrase, str]]:
        for place, word in enumerate(words):
            for phrase, origin in self._by_first.get(word, {}).items():
                if tuple(words[place : place + len(phrase)]) == phrase:
                    yield phrase, origin


class Unpublished:
    """Texts that must not be found, and a search that looks at every file once.

    Words that stand in a published text as well give nothing away and are not looked for. A short title may also be
    the theme's: it does not count where every page has it, and one of a word or two only where it stands alone.
    """

    def __init__(self, hidden: Iterable[Article], published: Sequence[Article], others: Iterable[str] = ()) -> None:
        """``others`` are more texts that are published: the site's name, what records say."""
        open_ids = {article.id for article in published}
        secret = [article for article in hidden if article.id not in open_ids]
        self._ids = {article.id: article.path for article in secret}
        self._nested: dict[str, list[str]] = {}
        for other in open_ids:
            parts = other.split("/")
            for size in range(1, len(parts)):
                self._nested.setdefault("/".join(parts[:size]), []).append(other)
        self._runs: dict[_Phrase, str] = {}
        self._phrases = _Phrases()
        self._titles: dict[_Phrase, str] = {}
        self._leaks: dict[str, list[Diagnostic]] = {}
        for article in secret:
            for text in (article.title, article.summary, *(leaf.span.of(article.text) for leaf in article.leaves())):
                phrase = _phrase(text)
                self._runs.update(dict.fromkeys(_runs(phrase), article.path))
                if _size(phrase) >= _FEWEST and len(phrase) < _RUN:
                    self._phrases.add(phrase, article.path)
            title = _phrase(article.title)
            if len(title) < _RUN:
                self._titles[title] = article.path
            if _size(title) >= _TITLE and len(title) < _RUN:
                self._phrases.add(title, article.path)
        for article in published if secret else ():
            source = article.source.name if article.source is not None else ""
            for text in (article.text, article.title, article.summary, source, *article.tags, *article.authors):
                self._forget(text)
        for text in others:
            self._forget(text)

    def _forget(self, text: str) -> None:
        """Take out what stands in a published text."""
        words = _words(text)
        for run in _runs(words):
            self._runs.pop(run, None)
        self._phrases.drop([phrase for phrase, _ in self._phrases.found(words)])
        for size in range(1, _RUN):
            for phrase in zip(*(words[start:] for start in range(size)), strict=False):
                self._titles.pop(phrase, None)

    @property
    def texts(self) -> int:
        """How many articles must not be found."""
        return len(self._ids)

    def check(self, path: str, text: str) -> Iterator[Diagnostic]:
        """Yield one remark for each article of which something stands in the file at ``path``, or in its name."""
        if not self._ids:
            return
        found: dict[str, str] = {}
        for id_, origin in self._ids.items():
            if self._is_named(id_, path) or self._is_named(id_, text):
                found.setdefault(origin, f"its address articles/{id_}/")
        words = _words(_plain_cells(text) if path.endswith(".csv") else plain_parts(text))
        for run in _runs(words):
            if run in self._runs:
                found.setdefault(self._runs[run], _shown(run))
        common: dict[str, _Phrase] = {}
        for phrase, origin in self._phrases.found(words):
            if phrase not in self._titles:
                found.setdefault(origin, _shown(phrase))
            elif origin not in found and origin not in common:
                common[origin] = phrase
        for title, origin in self._said_alone(text):
            common.setdefault(origin, title)
        for origin, title in common.items():
            if origin not in found:
                self._leaks.setdefault(origin, []).append(_leak(path, origin, _shown(title)))
        for origin, what in found.items():
            yield _leak(path, origin, what)

    def _is_named(self, id_: str, text: str) -> bool:
        """Tell whether the address of an article stands in ``text``, and not as the folder of a published one."""
        address = f"articles/{id_}/"
        place = text.find(address)
        while place >= 0:
            rest = _REST.match(text, place + len(address))
            below = f"{id_}/{rest.group() if rest else ''}/"
            if not any(below.startswith(f"{other}/") for other in self._nested.get(id_, ())):
                return True
            place = text.find(address, place + 1)
        return False

    def _said_alone(self, text: str) -> set[tuple[_Phrase, str]]:
        """Return the short titles that are all that an element, an attribute or a value of JSON says."""
        if not self._titles:
            return set()
        values = (html.unescape(value) for match in _VALUE.finditer(text) for value in match.groups() if value)
        # A page's own title has that of the site behind it.
        said = {tuple(_words(part)) for value in values for part in (value, value.partition(" | ")[0])}
        return {(title, self._titles[title]) for title in said & self._titles.keys()}

    def in_some_pages(self, pages: int) -> Iterator[Diagnostic]:
        """Yield what was found of short titles, once all files are seen, ``pages`` of them HTML."""
        for leaks in self._leaks.values():
            if len(leaks) < pages:
                yield from leaks


def _leak(path: str, origin: str, what: str) -> Diagnostic:
    message = f"{origin} is not published, and this file holds {what}"
    hint = "build the site again; with --drafts or --future, check with the same"
    return Diagnostic("check-unpublished", "error", path, None, None, message, hint)


def _plain_cells(text: str) -> str:
    """Return what the cells of a table say, with boundaries between them."""
    table = cells_of(io.StringIO(text, newline=""), len(text))
    return _APART.join(plain_parts(cell) for cells in table for cell in cells)


def plain_parts(text: str) -> str:
    """Return a file's text without tags, entities and escapes of JSON, but with what comments and attributes say.

    Boundaries part the blocks, comments and attributes, and strings of JSON that follow each other.
    """
    text = text.replace('","', _APART)
    if "<" in text:
        attributes = _APART.join(one or two for one, two in _ATTRIBUTE.findall(text))
        text = text.replace("<!--", _APART).replace("-->", _APART)
        text = f"{_TAG.sub(' ', _BLOCK.sub(_APART, _INLINE.sub('', text)))}{_APART}{attributes}"
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", text)
    return html.unescape(text)
