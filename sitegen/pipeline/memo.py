"""Remembering what stages made: the key is the digest of stage, version of its code and digests of its inputs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from sitegen.digest import digest, digest_bytes, encode

T = TypeVar("T")


class Store(Protocol):
    """Keeps bytes under keys. What comes out is what was put in, or nothing."""

    def get(self, key: str) -> bytes | None:
        """Return what was put under ``key``, or None; damaged content counts as none."""

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content``, in place of what was there."""


class MemoryStore(dict[str, bytes]):
    """A store that lasts as long as the process."""

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content``, in place of what was there."""
        self[key] = content


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """What a stage made, with its digest: later stages are keyed by that, so an equal outcome stops the work."""

    value: T
    digest: str


class Memo:
    """Runs stages, each only where no equal inputs were seen before by the same version of its code.

    ``versions`` maps stages to the digests of their code. A kept value that can no longer be decoded is made anew.
    """

    def __init__(self, store: Store | None = None, versions: Mapping[str, str] | None = None) -> None:
        self._store = MemoryStore() if store is None else store
        self._versions = versions or {}

    def version(self, stage: str) -> str:
        """Return the version of the code of ``stage``, "" where none is known."""
        return self._versions.get(stage, "")

    def recall(self, stage: str, kind: type[T], inputs: Sequence[str]) -> Kept[T] | None:
        """Return what ``stage`` made of ``inputs``, a value of type ``kind``, or None."""
        content = self._store.get(self.key(stage, inputs))
        if content is None:
            return None
        hashable: Any = kind
        try:
            return Kept(_decoder(hashable).decode(content), digest_bytes(content))
        except msgspec.MsgspecError:
            return None

    def keep(self, stage: str, inputs: Sequence[str], value: T) -> Kept[T]:
        """Keep what ``stage`` made of ``inputs``."""
        content = encode(value)
        self._store.put(self.key(stage, inputs), content)
        return Kept(value, digest_bytes(content))

    def remember(self, stage: str, kind: type[T], inputs: Sequence[str], make: Callable[[], T]) -> Kept[T]:
        """Return what ``stage`` makes of ``inputs``: what was kept, else what ``make`` returns."""
        return self.recall(stage, kind, inputs) or self.keep(stage, inputs, make())

    def key(self, stage: str, inputs: Sequence[str]) -> str:
        """Return the key of what ``stage`` makes of ``inputs``."""
        return digest((stage, self.version(stage), tuple(inputs)))


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)
