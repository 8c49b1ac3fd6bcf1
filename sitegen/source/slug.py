"""Ids from paths, and the checks on ids that authors choose."""

import re
from pathlib import PurePosixPath

from sitegen.model.slug import slugify

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# "page-2" continues an index; the others are no folder names on Windows, or name a folder's own page.
_RESERVED = re.compile(r"page-[0-9]+|index|con|prn|aux|nul|com[0-9]|lpt[0-9]")
_CONTINUATION = re.compile(r"page-[0-9]+")
_FORBIDDEN = {"/": "a slash", "\\": "a backslash", "..": "two full stops", "%": "a percent sign"}


def article_id(relative_path: str) -> str:
    """Return the id of the file at ``relative_path`` (POSIX, below ``content/``): slugified part by part.

    The suffix is left out: ``News/Über uns.md`` gives ``news/uber-uns``.
    """
    path = PurePosixPath(relative_path)
    parts = [*path.parent.parts, path.stem]
    return "/".join(slugify(part) for part in parts if part not in {"/", ".", ".."})


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
    return _SLUG.fullmatch(value) is not None and len(value) <= 80


def collides_with_index(identifier: str) -> bool:
    """Tell whether an article of this id would stand where ``articles/page-2/`` continues the index."""
    return _CONTINUATION.fullmatch(identifier) is not None


__all__ = ["article_id", "collides_with_index", "is_slug", "slug_problem", "slugify"]
