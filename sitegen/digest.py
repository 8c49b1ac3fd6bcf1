"""The canonical digest of a value: what memo keys and permanent ids are made of."""

import hashlib
from typing import Any

import msgspec

_encoder = msgspec.msgpack.Encoder(order="deterministic")


def digest(value: Any, *, size: int = 16) -> str:
    """Return the hexadecimal BLAKE2b digest of ``value``, ``2 * size`` characters long.

    ``value`` is made of the project's frozen dataclasses, tuples, strings, numbers, dates, bytes and
    None; never of a time with a zone, whose zone the encoding loses. Equal values of one type have equal digests in every process, on every machine.
    Two types with the same fields are told apart by the caller (a memo key names its stage).
    """
    return hashlib.blake2b(_encoder.encode(value), digest_size=size).hexdigest()
