"""Names as parts of an address: ids from paths, and the checks on words that authors choose."""

import re
from pathlib import PurePosixPath

from anyascii import anyascii

from sitegen.digest import digest

LONGEST = 80
_GAP = re.compile(r"[^a-z0-9]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# "page-2" continues an index; the others are no folder names on Windows, or name a folder's own page.
_RESERVED = re.compile(r"page-[0-9]+|index|con|prn|aux|nul|com[0-9]|lpt[0-9]")
_CONTINUATION = re.compile(r"page-[0-9]+")
_FORBIDDEN = {"/": "a slash", "\\": "a backslash", "..": "two full stops", "%": "a percent sign"}


def slugify(text: str, *, fallback: str = "") -> str:
    """Return ``text`` as lower-case ASCII words joined by hyphens, at most 80 characters.

    Where no letter or digit is left (an emoji, a mark), the result is ``fallback``, else "x-" and a short digest
    of the text.
    """
    slug = _GAP.sub("-", anyascii(text).lower()).strip("-")
    if len(slug) > LONGEST:
        slug = slug[:LONGEST].rsplit("-", 1)[0].strip("-") or slug[:LONGEST]
    return slug or fallback or f"x-{digest(text, size=4)}"


def folder_name(text: str) -> str:
    """Return ``text`` as ``slugify`` does, and never a reserved name: "Page 2" is a tag like any other."""
    slug = slugify(text)
    return f"{slug}-{digest(slug, size=3)}" if _RESERVED.fullmatch(slug) else slug


def article_id(relative_path: str, *, slug: str = "") -> str:
    """Return the id of the file at ``relative_path`` (POSIX, below ``content/``): slugified part by part.

    The suffix is left out: ``News/Über uns.md`` gives ``news/uber-uns``. A ``slug`` replaces the last part.
    """
    path = PurePosixPath(relative_path)
    parts = [*path.parent.parts, path.stem]
    return with_slug("/".join(slugify(part) for part in parts if part not in {"/", ".", ".."}), slug)


def with_slug(identifier: str, slug: str) -> str:
    """Return an id with ``slug``, if there is one, as its last part."""
    folder, slash, _name = identifier.rpartition("/")
    return f"{folder}{slash}{slug}" if slug else identifier


def slug_problem(value: str) -> str:
    """Say what forbids ``value`` as the last part of an address; empty where nothing does."""
    if not value.strip():
        return "is empty"
    for sign, name in _FORBIDDEN.items():
        if sign in value:
            return f"contains {name}"
    if not _SLUG.search(value.lower()) and slugify(value).startswith("x-"):
        return "has no letter or digit"
    if _RESERVED.fullmatch(slugify(value)):
        return "is a reserved name"
    return ""


def is_slug(value: str) -> bool:
    """Tell whether ``value`` can stand in an address as it is."""
    return _SLUG.fullmatch(value) is not None and len(value) <= LONGEST


def collides_with_index(identifier: str) -> bool:
    """Tell whether an article of this id would stand where ``articles/page-2/`` continues the index."""
    return _CONTINUATION.fullmatch(identifier) is not None
