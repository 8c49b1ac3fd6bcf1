"""Files of a site of which some are other than before, and others turn out to be when somebody asks for them."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V")

Late = Callable[[], Iterable[tuple[str, V]]]


class Layered(Mapping[str, V]):
    """Values by names: those of ``base``, with ``made`` in their place, and ``late``, by folders, before both.

    What is late is made at the first question for a name in its folder, which is that of an entity: two parts long.
    Iterating makes nothing. Safe to read from several threads.
    """

    def __init__(self, base: Mapping[str, V], made: Mapping[str, V], late: Mapping[str, Late[V]]) -> None:
        """Lay ``made`` and ``late`` over ``base``; where that is such a mapping, over what it waits for as well."""
        self._making = threading.Lock()
        self._base: Mapping[str, V] = base
        self._made: dict[str, V] = {}
        self._late: dict[str, Late[V]] = {}
        if isinstance(base, Layered):
            with base._making:
                self._base = base._base
                self._made.update(base._made)
                self._late.update(base._late)
        self._made.update(made)
        self._late.update(late)

    def __getitem__(self, name: str) -> V:
        folder = "/".join(name.split("/")[:2]) + "/"
        if folder in self._late:
            with self._making:
                # Another thread may have made it meanwhile; what fails is tried again.
                if folder in self._late:
                    self._made.update(self._late[folder]())
                    del self._late[folder]
        return self._made[name] if name in self._made else self._base[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._base
        yield from self._made.keys() - self._base.keys()

    def __len__(self) -> int:
        return len(self._base.keys() | self._made.keys())

    def plain(self) -> dict[str, V]:
        """Return all values that are made, by name; of what is late those that stood there before."""
        with self._making:
            return {**self._base, **self._made}
