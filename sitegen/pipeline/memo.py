"""Remembering what stages made: the key is the digest of stage, version of its code and digests of its inputs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from sitegen.digest import digest

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """A value with its digest."""

    value: Any
    digest: str


class Memo(Protocol):
    """Remembers what stages made."""

    def get(self, key: str) -> Kept | None:
        """Return what was kept under ``key``, or None."""

    def put(self, key: str, kept: Kept) -> None:
        """Keep a value."""


@dataclass
class MemoryMemo:
    """A memo that lasts as long as the process."""

    kept: dict[str, Kept] = field(default_factory=dict)

    def get(self, key: str) -> Kept | None:
        """Return what was kept under ``key``, or None."""
        return self.kept.get(key)

    def put(self, key: str, kept: Kept) -> None:
        """Keep a value."""
        self.kept[key] = kept


def remember(memo: Memo, stage: str, version: int, inputs: Sequence[str], make: Callable[[], T]) -> tuple[T, str]:
    """Return the outcome of a stage and its digest, made only where no equal inputs were seen before."""
    key = digest((stage, version, tuple(inputs)))
    kept = memo.get(key)
    if kept is None:
        value = make()
        kept = Kept(value, digest(value))
        memo.put(key, kept)
    return kept.value, kept.digest
