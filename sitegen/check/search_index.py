"""The search index, read back: what it shows of an article is the article's."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sitegen.check.original import Original, flat
from sitegen.check.quotations import Quotation
from sitegen.check.report import problem
from sitegen.diagnostics import Diagnostic
from sitegen.model.search_record import BETWEEN

_FOLDER = "pagefind/"
_FRAGMENT = ".pf_fragment"
# Where the result of an article keeps the quotations inside it.
_INSIDE = "inside"
_PACKED = (_FRAGMENT, ".pf_filter", ".pf_index", ".pf_meta")
_MARK = b"pagefind_dcd"
# Bytes of one file, unpacked.
_LARGEST = 50_000_000
_HINT = "build the site again"


@dataclass(frozen=True, slots=True)
class _Inside:
    """A quotation that is found inside its article: its id, its words there, and what leads into them."""

    id: str
    words: str
    lead: str

    @classmethod
    def of(cls, row: Sequence[Any], text: str) -> "_Inside":
        """Return what ``row`` of an article's result, whose text is ``text``, shows. Raises ValueError or TypeError."""
        id_, _, parts, _, _, lead, _ = row
        return cls(str(id_), BETWEEN.join(text[start:end] for start, end in parts), str(lead))


def unpacked(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield all files, those of the index without their packing; one that is damaged as it is."""
    for path, content in files:
        yield path, _unpacked(content) if path.startswith(_FOLDER) and path.endswith(_PACKED) else content


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(content, _LARGEST).removeprefix(_MARK)
    except zlib.error:
        return content


def is_result(path: str) -> bool:
    """Tell whether the file at ``path`` is what the search shows of one result."""
    return path.startswith(_FOLDER) and path.endswith(_FRAGMENT)


def check_result(
    path: str, content: bytes, originals: Mapping[str, Original], known: Mapping[str, Quotation]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a result, unpacked: words of an article or a quotation that the article has not so."""
    try:
        found = json.loads(content)
        url, words, meta = str(found["url"]), str(found["content"]), dict(found["meta"])
        inside = [_Inside.of(row, words) for row in json.loads(found["filters"].get(_INSIDE, ["[]"])[0])]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        yield problem("check-data", path, "this file of the search index cannot be read", _HINT)
        return
    address, _, anchor = url.partition("#")
    original = originals.get(address.removeprefix("articles/").removesuffix("/"))
    if not address.startswith("articles/") or (original is None and not anchor):
        return
    if original is None:
        yield problem("check-quotation", path, f"a result of the search leads to {url}, which is not published", _HINT)
    elif anchor:
        message = _of_quotation(words, str(meta.get("lead", "")), known.get(anchor), original)
        if not message and not _as_seen(original).title_in(str(meta.get("article"))):
            message = f"the search does not name {original.path} by its title"
        if message:
            yield problem("check-quotation", path, message, _HINT)
    elif words not in {_seen(original.body), _seen(original.title)}:
        yield problem("check-text", path, f"the search shows {original.path} otherwise than it is written", _HINT)
    elif not _as_seen(original).is_titled(str(meta.get("title"))):
        yield problem("check-text", path, f"the search does not show {original.path} by its title", _HINT)
    else:
        for quoted in inside:
            message = _of_quotation(quoted.words, quoted.lead, known.get(quoted.id), original)
            if message:
                yield problem("check-quotation", path, message, _HINT)


def _of_quotation(words: str, lead: str, quotation: Quotation | None, original: Original) -> str:
    """Return what is wrong with what the search shows of a quotation, "" for nothing."""
    if quotation is None or quotation.article != original.id:
        return f"the search shows a quotation that {original.path} does not have: “{words[:80]}”"
    if words != BETWEEN.join(map(_seen, quotation.parts)):
        return f"the search shows words that {original.path} does not have: “{words[:80]}”"
    seen = _as_seen(original)
    if lead and not seen.leads(lead, _visible(quotation.parts[0])):
        return f"in {original.path}, “{lead}” does not lead into the quotation {quotation.id}"
    return ""


def _as_seen(original: Original) -> Original:
    return replace(original, title=_seen(original.title), text=_visible(original.text))


def _seen(text: str) -> str:
    """Return ``text`` on one line, without blanks that have no width."""
    return flat(_visible(text))


def _visible(text: str) -> str:
    return text.replace("\u200b", "")
