"""Which words can stand in an address of the site."""

import re

from sitegen.model.slug import slugify

# "page-2" continues a list; the others are no folder names on Windows, or name a folder's own page.
_RESERVED = re.compile(r"page-[0-9]+|index|con|prn|aux|nul|com[0-9]|lpt[0-9]")
_LETTER = re.compile(r"[a-z0-9]")
_LONGEST = 80


def fit(text: str) -> str:
    """Return ``text`` as the last part of an address; "" where it cannot be one."""
    slug = slugify(text)
    nothing = slug.startswith("x-") and not _LETTER.search(text.lower())
    return "" if nothing or not text.strip() or _RESERVED.fullmatch(slug) or set(text) & set("/\\%") else slug


def is_fit(text: str) -> bool:
    """Tell whether ``text`` can be the last part of an address as it is."""
    return fit(text) == text


def is_reserved(identifier: str) -> bool:
    """Tell whether a list of the site continues at this id."""
    return re.fullmatch(r"page-[0-9]+", identifier) is not None


def marked(stem: str, mark: str) -> str:
    """Return a name that ``mark`` tells from ``stem`` in an address too, however long the stem."""
    if len(slugify(stem)) + len(mark) + 1 > _LONGEST:
        stem = slugify(stem)[: _LONGEST - len(mark) - 1].rstrip("-")
    return f"{stem}-{mark}"
