"""Which places of the new content folder are taken: no two files there may have one address."""

from collections.abc import Iterator

from sitegen.adopt.destination import split
from sitegen.model.slug import LONGEST, article_id, collides_with_index, slugify


class Targets:
    """Gives each file a place of its own, the first that comes the one that it wants."""

    def __init__(self) -> None:
        self._paths: set[str] = set()
        self._ids: set[str] = set()
        self._numbers: dict[str, int] = {}

    def text(self, target: str, slug: str, *, page: bool, day: str = "") -> tuple[str, str]:
        """Return the path and the slug that a text gets, as wanted, or told apart by its day or a number.

        Ids are compared as the site makes them: slugified part by part, ``slug`` in place of the last part.
        """
        folder, stem, suffix = split(target)
        for mark in self._marks(f"{folder}{slugify(slug or stem)}", day):
            name = _marked(slug, mark) if slug and mark else slug
            path = f"{folder}{_marked(stem, mark)}{suffix}" if mark else target
            if slug and target.casefold() not in self._paths:
                # The slug alone makes the address; the file can keep its name.
                path = target
            id_ = article_id(path, slug=name)
            if page:
                id_ = f"page {id_.removeprefix('pages/')}"
            if id_ not in self._ids and path.casefold() not in self._paths and not collides_with_index(id_):
                self._ids.add(id_)
                self._paths.add(path.casefold())
                return path, name
        raise AssertionError("numbers do not end")

    def file(self, target: str) -> str:
        """Return the path that a file gets which is no text: as wanted, or told apart by a number."""
        folder, stem, suffix = split(target)
        for mark in self._marks(f"file {target.casefold()}", ""):
            path = f"{folder}{stem}-{mark}{suffix}" if mark else target
            if path.casefold() not in self._paths:
                self._paths.add(path.casefold())
                return path
        raise AssertionError("numbers do not end")

    def _marks(self, wanted: str, day: str) -> Iterator[str]:
        yield ""
        if day:
            yield day
        # Where hundreds want one place, each goes on counting where the last one stopped.
        while True:
            self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            yield str(self._numbers[wanted])


def _marked(stem: str, mark: str) -> str:
    """Return a name that ``mark`` tells from ``stem`` in an address too, however long the stem."""
    if len(slugify(stem)) + len(mark) + 1 > LONGEST:
        stem = slugify(stem)[: LONGEST - len(mark) - 1].rstrip("-")
    # No number tells "page" from others: there the list of articles goes on.
    return f"{stem}-text-{mark}" if collides_with_index(slugify(f"{stem}-{mark}")) else f"{stem}-{mark}"
