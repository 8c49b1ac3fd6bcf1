"""The canonical digest of a value: what memo keys and permanent ids are made of."""

import hashlib
from typing import Any

import msgspec

_encoder = msgspec.msgpack.Encoder(order="deterministic")


def encode(value: Any) -> bytes:
    """Return the canonical encoding of ``value``: MessagePack, keys sorted.

    ``value`` is made of the project's frozen dataclasses, tuples, strings, numbers, dates, bytes and
    None; never of a time with a zone, whose zone the encoding loses. Equal values of one type have equal
    encodings in every process, on every machine.
    """
    return _encoder.encode(value)


def digest_bytes(content: bytes, *, size: int = 16) -> str:
    """Return the hexadecimal BLAKE2b digest of ``content``, ``2 * size`` characters long."""
    return hashlib.blake2b(content, digest_size=size).hexdigest()


def digest(value: Any, *, size: int = 16) -> str:
    """Return the digest of a value's canonical encoding, ``2 * size`` characters long.

    Two types with the same fields are told apart by the caller (a memo key names its stage).
    """
    return digest_bytes(encode(value), size=size)
