"""The search index, read back: what it shows of an article is the article's."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping

from sitegen.check.original import Original, flat
from sitegen.check.report import problem
from sitegen.diagnostics import Diagnostic
from sitegen.model.search_record import BETWEEN

_FOLDER = "pagefind/"
_FRAGMENT = ".pf_fragment"
_PACKED = (_FRAGMENT, ".pf_filter", ".pf_index", ".pf_meta")
_MARK = b"pagefind_dcd"
# Bytes of one file, unpacked.
_LARGEST = 50_000_000


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


def check_result(path: str, content: bytes, originals: Mapping[str, Original]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a result, unpacked: words of an article or a quotation that the article has not so."""
    try:
        found = json.loads(content)
        url, words = str(found["url"]), str(found["content"])
    except (ValueError, KeyError, TypeError):
        yield problem("check-data", path, "this file of the search index cannot be read", "build the site again")
        return
    address, _, anchor = url.partition("#")
    original = originals.get(address.removeprefix("articles/").removesuffix("/"))
    if not address.startswith("articles/") or (original is None and not anchor):
        return
    hint = "build the site again"
    if original is None:
        yield problem("check-quotation", path, f"a result of the search leads to {url}, which is not published", hint)
    elif anchor and not _holds(original.text, words.split(BETWEEN)):
        message = f"the search shows words that {original.path} does not have: “{words[:80]}”"
        yield problem("check-quotation", path, message, hint)
    elif not anchor and words not in {_seen(original.body), _seen(original.title)}:
        yield problem("check-text", path, f"the search shows {original.path} otherwise than it is written", hint)


def _holds(text: str, parts: Iterable[str]) -> bool:
    seen = _seen(text)
    return all(part in seen for part in parts)


def _seen(text: str) -> str:
    """Return ``text`` on one line, without blanks that have no width."""
    return flat(text.replace("\u200b", ""))
