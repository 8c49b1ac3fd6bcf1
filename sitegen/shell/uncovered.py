"""Files that are published as they are, and the suppressed names that stand in them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.entity import AuthorityRecord
from sitegen.model.reuse import Reuse
from sitegen.shell.reader import state_of
from sitegen.shell.theme import ThemeFiles
from sitegen.source.picture_metadata import without_metadata
from sitegen.withhold import book_of, in_address, in_file
from sitegen.withhold.book import Book

# Larger files beside the articles are films and archives, which are not searched for names.
_LARGEST_SEARCHED = 20_000_000


def uncovered(
    theme: ThemeFiles,
    assets: Mapping[str, Path],
    records: Sequence[AuthorityRecord],
    copies: Mapping[str, Path],
    reuse: Reuse,
) -> Iterator[Diagnostic]:
    """Yield a warning for each file of the theme, and each that is copied, in which a suppressed name stands."""
    book = book_of(records)
    if not book:
        return
    for name, source in sorted({**theme.templates, **theme.overrides}.items()):
        yield from in_file(f"templates/{name}", source.encode(), book)
    files = {path: asset for asset, path in assets.items()}
    key = digest(book)
    searched: set[Path] = set()
    for name, path in sorted(copies.items()):
        shown = files.get(path, name)
        if path in searched:
            continue
        searched.add(path)
        yield from in_address(shown, book)
        # What cannot be read is told of when it is copied.
        with suppress(OSError):
            found = path.stat()
            if found.st_size <= _LARGEST_SEARCHED:
                known = digest((shown, state_of(found), key))
                made = partial(_in_file, shown, path, book)
                yield from reuse.value_of("withheld-file", known, made)


def _in_file(shown: str, path: Path, book: Book) -> tuple[Diagnostic, ...]:
    return tuple(in_file(shown, without_metadata(path.read_bytes()), book))
