"""Remembering what stages made: the key is the digest of stage, version of its code and digests of its inputs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, Protocol, TypeVar, cast

import msgspec

from sitegen.digest import digest, digest_bytes, encode

T = TypeVar("T")
V = TypeVar("V")


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
    A memo that serves build after build also holds on to the values themselves of the stages in ``holding``, until
    two calls of ``turn`` have passed without a use.
    """

    def __init__(
        self,
        store: Store | None = None,
        versions: Mapping[str, str] | None = None,
        *,
        holding: frozenset[str] = frozenset(),
    ) -> None:
        self._store = MemoryStore() if store is None else store
        self._versions = versions or {}
        self._holding = holding
        self._values: dict[str, Any] = {}
        self._older: dict[str, Any] = {}
        self._digests: dict[int, tuple[Any, str]] = {}
        self._older_digests: dict[int, tuple[Any, str]] = {}

    def version(self, stage: str) -> str:
        """Return the version of the code of ``stage``, "" where none is known."""
        return self._versions.get(stage, "")

    def recall(self, stage: str, kind: type[T], inputs: Sequence[str]) -> Kept[T] | None:
        """Return what ``stage`` made of ``inputs``, a value of type ``kind``, or None."""
        key = self.key(stage, inputs)
        found = self._held(stage, key)
        if found is not None:
            return cast("Kept[T]", found)
        content = self._store.get(key)
        if content is None:
            return None
        hashable: Any = kind
        try:
            return self._hold(stage, key, Kept(_decoder(hashable).decode(content), digest_bytes(content)))
        except msgspec.MsgspecError:
            return None

    def keep(self, stage: str, inputs: Sequence[str], value: T) -> Kept[T]:
        """Keep what ``stage`` made of ``inputs``."""
        content = encode(value)
        key = self.key(stage, inputs)
        self._store.put(key, content)
        return self._hold(stage, key, Kept(value, digest_bytes(content)))

    def accept(self, stage: str, kind: type[T], inputs: Sequence[str], content: bytes) -> Kept[T]:
        """Keep what ``stage`` made of ``inputs`` elsewhere: ``content`` is the encoding of a value of type ``kind``."""
        hashable: Any = kind
        key = self.key(stage, inputs)
        self._store.put(key, content)
        return self._hold(stage, key, Kept(_decoder(hashable).decode(content), digest_bytes(content)))

    def content(self, key: str) -> bytes | None:
        """Return the encoding of what is kept under ``key``, or None."""
        return self._store.get(key)

    def merge(self, contents: Mapping[str, bytes]) -> None:
        """Keep encodings of what was made elsewhere, by their keys."""
        for key, content in contents.items():
            self._store.put(key, content)

    def remember(self, stage: str, kind: type[T], inputs: Sequence[str], make: Callable[[], T]) -> Kept[T]:
        """Return what ``stage`` makes of ``inputs``: what was kept, else what ``make`` returns."""
        return self.recall(stage, kind, inputs) or self.keep(stage, inputs, make())

    def key(self, stage: str, inputs: Sequence[str]) -> str:
        """Return the key of what ``stage`` makes of ``inputs``."""
        return digest((stage, self.version(stage), tuple(inputs)))

    def digest_of(self, value: Any) -> str:
        """Return the digest of a frozen value, worked out once an object."""
        found = self._digests.get(id(value)) or self._older_digests.get(id(value)) or (value, digest(value))
        # The value is held as well: no other object can take its identity meanwhile.
        self._digests[id(value)] = found
        return found[1]

    def value_of(self, stage: str, key: str, make: Callable[[], T]) -> T:
        """Return what ``make`` makes of what ``key`` is the digest of; such a value is held in memory alone."""
        name = f"{stage} {key}"
        found = self._held(stage, name)
        return cast("T", found) if found is not None else self._hold(stage, name, make())

    def turn(self) -> None:
        """Let go of what was not used since the last turn but one."""
        self._older, self._values = self._values, {}
        self._older_digests, self._digests = self._digests, {}

    def forget(self) -> None:
        """Let go of what is held in memory: some of it changes as it is used, and a mistake can stop that midway."""
        self._values, self._older = {}, {}

    def _held(self, stage: str, key: str) -> Any:
        if stage not in self._holding:
            return None
        found = self._values.get(key)
        if found is None:
            found = self._older.get(key)
            if found is not None:
                self._values[key] = found
        return found

    def _hold(self, stage: str, key: str, value: V) -> V:
        if stage in self._holding:
            self._values[key] = value
        return value


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)
