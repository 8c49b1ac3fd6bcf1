"""What was worked out before, for whoever can use it again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from sitegen.digest import digest

T = TypeVar("T")


class Reuse(Protocol):
    """Hands out digests and values that were made before from the same inputs; pure code is none the wiser."""

    def digest_of(self, value: Any) -> str:
        """Return ``sitegen.digest.digest(value)``."""

    def value_of(self, stage: str, key: str, make: Callable[[], T]) -> T:
        """Return what ``make`` makes; ``key`` is the digest of all that this depends on, besides ``stage``'s code."""


class _Afresh:
    def digest_of(self, value: Any) -> str:
        return digest(value)

    def value_of(self, stage: str, key: str, make: Callable[[], T]) -> T:  # noqa: ARG002
        return make()


afresh: Reuse = _Afresh()


@dataclass(frozen=True, slots=True)
class Reused:
    """Hands out values to a recipe, whose outcome does not depend on whether they were made before."""

    reuse: Reuse = afresh

    def value_of(self, stage: str, key: str, make: Callable[[], T]) -> T:
        """Return what ``make`` makes; see ``Reuse``."""
        return self.reuse.value_of(stage, key, make)
