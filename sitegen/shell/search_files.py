"""The files of a search index, always in one order: Pagefind writes values of filters as they happen to come.

Its files are CBOR of arrays, texts and numbers (RFC 8949), behind a mark, in gzip. A filter is its name with a list of
values, each with the numbers of its records; the list of all files names filters by their digests.
"""

import gzip
import json
from collections.abc import Container, Mapping
from typing import Any

from sitegen.digest import digest_bytes

_MARK = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4
# Where the list of all files has its filters.
_FILTERS = 3
_DIGEST = 5


def in_order(files: Mapping[str, bytes], unlisted: Container[str]) -> dict[str, bytes]:
    """Return the files of an index, by paths in its folder, such that equal indexes are equal byte by byte.

    The filters called ``unlisted`` stay with their records and are left out of the lists that a search loads.
    """
    ordered = dict(files)
    entry = json.loads(files[_ENTRY])
    for language, listed in sorted(entry["languages"].items()):
        path = f"pagefind.{listed['hash']}.pf_meta"
        meta = _read(ordered.pop(path))
        named = []
        for name, hash_ in meta[_FILTERS]:
            packed = ordered.pop(f"filter/{hash_}.pf_filter")
            if name in unlisted:
                continue
            label, values = _read(packed)
            content = _written([label, sorted(values)])
            renamed = f"{language}_{digest_bytes(content, size=_DIGEST)}"
            ordered[f"filter/{renamed}.pf_filter"] = content
            named.append([name, renamed])
        meta[_FILTERS] = sorted(named)
        content = _written(meta)
        listed["hash"] = f"{language}_{digest_bytes(content, size=_DIGEST)}"
        ordered[f"pagefind.{listed['hash']}.pf_meta"] = content
    ordered[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return ordered


def _read(content: bytes) -> Any:
    plain = gzip.decompress(content)
    value, end = _value(plain, len(_MARK))
    if not plain.startswith(_MARK) or end != len(plain):
        raise ValueError("a file of the index is not of the form that this version of sitegen knows")
    return value


def _written(value: Any) -> bytes:
    parts: list[bytes] = [_MARK]
    _write(value, parts)
    return gzip.compress(b"".join(parts), mtime=0)


def _value(content: bytes, at: int) -> tuple[Any, int]:
    """Return the value that begins at ``at``, and where it ends."""
    kind, size = content[at] >> 5, content[at] & 31
    at += 1
    if size >= 24:
        width = 1 << (size - 24)
        size = int.from_bytes(content[at : at + width])
        at += width
    if kind == _NUMBER:
        return size, at
    if kind == _TEXT:
        return content[at : at + size].decode(), at + size
    if kind != _ARRAY:
        raise ValueError(f"a value of the kind {kind} in the index")
    values = []
    for _ in range(size):
        value, at = _value(content, at)
        values.append(value)
    return values, at


def _write(value: Any, parts: list[bytes]) -> None:
    if isinstance(value, int):
        parts.append(_head(_NUMBER, value))
    elif isinstance(value, str):
        text = value.encode()
        parts += (_head(_TEXT, len(text)), text)
    else:
        parts.append(_head(_ARRAY, len(value)))
        for each in value:
            _write(each, parts)


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    power = next(power for power in range(4) if size < 1 << (8 << power))
    return bytes([kind << 5 | 24 + power]) + size.to_bytes(1 << power)
