"""Names as parts of an address."""

import re

from anyascii import anyascii

from sitegen.digest import digest

_GAP = re.compile(r"[^a-z0-9]+")
_LONGEST = 80


def slugify(text: str, *, fallback: str = "") -> str:
    """Return ``text`` as lower-case ASCII words joined by hyphens, at most 80 characters.

    Where no letter or digit is left (an emoji, a mark), the result is ``fallback``, else "x-" and a short digest
    of the text.
    """
    slug = _GAP.sub("-", anyascii(text).lower()).strip("-")
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rsplit("-", 1)[0].strip("-") or slug[:_LONGEST]
    return slug or fallback or f"x-{digest(text, size=4)}"
