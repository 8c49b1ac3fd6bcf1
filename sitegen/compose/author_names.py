"""Who wrote: one author for all spellings of a name, and the address of each."""

import unicodedata
from collections.abc import Iterable

from sitegen.digest import digest
from sitegen.model.covering import BLOCK
from sitegen.model.slug import folder_name


def author_key(name: str) -> str:
    """Return what spellings of one name have in common: case, accents and blanks do not count."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(char for char in letters if not unicodedata.combining(char)).split())


def author_slugs(names: Iterable[str]) -> dict[str, str]:
    """Return the last part of the address of each author's page, by ``author_key``.

    Names that only look alike in an address ("J. Lee", "J Lee") are two authors: all but the first have a digest
    behind the name. A name that is covered, or has no letter or digit, has no page.
    """
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(set(map(author_key, names))):
        if BLOCK in key or not any(map(str.isalnum, key)):
            continue
        slug = folder_name(key)
        if slug in taken:
            slug = f"{slug}-{digest(key, size=3)}"
        taken.add(slug)
        slugs[key] = slug
    return slugs
