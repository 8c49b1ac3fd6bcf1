"""No file of the site holds a name that an authority record suppresses, however it is written there."""

import html
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from sitegen.check.unpublished import plain_parts
from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.record_names import bare_names, names_of
from sitegen.model.withheld import Names, folded, tokens_of, words_in

_ESCAPE = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})")
# Two values of a list or a table follow each other in data, and two titles in a page's; that makes no name of them.
_VALUES = re.compile(r"[\"']\s*[,:]\s*[\[{]?\s*[\"']|\s\|\s")
_ISOLATED = re.compile(r"</?bdi\b[^>]*>", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_LARGEST = 50_000_000
_HEAD = 8192


class Suppressed:
    """The names of suppressed records, and a search that looks at every file once.

    A single word that a person is known by is looked for only where no published text gives it to somebody else.
    """

    def __init__(self, records: Iterable[AuthorityRecord], published: Sequence[Article] = ()) -> None:
        self._names = []
        for record in records:
            if record.suppress:
                bare = bare_names([record])
                own = {word for name in record.names for word in words_in(name)}
                single = (word for word in bare.single if not _is_anothers(word, own, published))
                self._names.append((record, names_of([record]) | Names((), tuple(single))))

    def __len__(self) -> int:
        return len(self._names)

    def check(self, path: str, content: bytes) -> Iterator[Diagnostic]:
        """Yield one remark for each record whose name stands in the file at ``path``, or in its name."""
        if not self._names:
            return
        forms = list(_forms(content))
        plain = [folded(form) for form in forms]
        for record, names in self._names:
            where = "the address of this file holds" if names.find(path) else ""
            for form, text in zip(forms, plain, strict=True):
                if where or not names.may_stand_in(text):
                    continue
                if any(map(names.find, form.split(_BOUNDARY))):
                    where = "this file holds"
            if where:
                hint = "build the site again; if it stays, take it out of the file, template or address that it is from"
                message = f"{where} a name that {record.path} suppresses"
                yield Diagnostic("check-suppressed", "error", path, None, None, message, hint)


_BOUNDARY = "\x1f"


def _forms(content: bytes) -> Iterator[str]:
    """Yield what a file says, read in every way in which a name can stand in it."""
    if content.startswith(_GZIP):
        reader = zlib.decompressobj(wbits=31)
        try:
            content = reader.decompress(content, _LARGEST)
        except zlib.error:
            return
    wide = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    if not wide and b"\0" in content[:_HEAD]:
        # Pictures and the like hold words, and no tags.
        yield content.decode("utf-8", "ignore")
        return
    text = content.decode("utf-16" if wide else "utf-8", "replace")
    seen = set()
    for form in (text, unquote(text) if "%" in text else text):
        if "\\" in form:
            form = _ESCAPE.sub(_letter, form)  # noqa: PLW2901
        # References may be written twice: what a script writes into a page is read again.
        read = html.unescape(html.unescape(form)) if "&" in form else form
        for each in (read, plain_parts(_ISOLATED.sub("", form))):
            seen.add(_VALUES.sub(_BOUNDARY, each))
    yield from sorted(seen)


def _letter(found: re.Match[str]) -> str:
    point = int(found[1] or found[2], 16)
    return chr(point) if point < 0x110000 else ""


def _is_anothers(word: str, own: set[str], published: Sequence[Article]) -> bool:
    """Tell whether a published text has ``word`` behind or before a capitalised word that is no part of the name."""
    for article in published:
        text = article.text
        if word not in folded(text):
            continue
        tokens = tokens_of(text)
        for place, token in enumerate(tokens):
            if folded(token.of(text)) != word:
                continue
            for other in (*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]):
                gap = text[min(token.end, other.end) : max(token.start, other.start)]
                if other.of(text)[0].isupper() and folded(other.of(text)) not in own and gap == " ":
                    return True
    return False
