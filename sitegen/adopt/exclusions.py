"""Lists of what a generator does not read: Jekyll's ``exclude``, Hugo's ``ignoreFiles`` and their like."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from sitegen.adopt.configuration import WITHHOLDING
from sitegen.adopt.former_site import FormerSite
from sitegen.adopt.suffixes import IGNORED, is_text

# Patterns that mean the same to everybody.
_SIMPLE = re.compile(r"[^\\\[\]{}!]*")
_SIMPLE_EXPRESSION = re.compile(r"(?:[\w /-]|\\\.)*\$?")
_MAPPINGS = frozenset({"defaults", "cascade", "default_metadata", "extra_path_metadata"})


def excluded(site: FormerSite, path: str) -> str:
    """Return the key of the configuration that keeps the file at ``path`` from being read; "" where none does."""
    below = path.removeprefix(site.root)
    if site.generator == "Jekyll":
        return "exclude" if _starts(below, _strings(site, "exclude")) else ""
    if site.generator == "Eleventy":
        return IGNORED if _is_ignored(path, _strings(site, IGNORED)) else ""
    if site.generator == "Hugo":
        ends = [one.replace("\\", "") for one in _strings(site, "ignorefiles") if one]
        ignored = any(path.endswith(one[:-1]) if one.endswith("$") else one in path for one in ends)
        return "ignoreFiles" if ignored else ""
    return _excluded_by_pelican(site, below) if site.generator == "Pelican" else ""


def unreadable_lists(site: FormerSite) -> Iterator[str]:
    """Yield the keys whose lists hold something else than simple patterns."""
    for key in WITHHOLDING.get(site.generator, ()):
        simple = _SIMPLE_EXPRESSION if key == "ignorefiles" else _SIMPLE
        values = members(site.values.get(key)) if key not in _MAPPINGS else ()
        if not all(isinstance(one, str) and simple.fullmatch(one) for one in values):
            yield "ignoreFiles" if key == "ignorefiles" else key.upper() if site.generator == "Pelican" else key


def members(value: object) -> Sequence[object]:
    """Return the members of a list, or what stands in place of one."""
    return value if isinstance(value, list | tuple) else () if value is None else (value,)


def _strings(site: FormerSite, key: str, default: Sequence[str] = ()) -> list[str]:
    """Return the patterns in a list; where one of them cannot be read, all texts are drafts anyway."""
    return [one for one in members(site.values.get(key, default)) if isinstance(one, str)]


def _excluded_by_pelican(site: FormerSite, below: str) -> str:
    if any(fnmatchcase(part, one) for part in below.split("/") for one in _strings(site, "ignore_files")):
        return "IGNORE_FILES"
    if not is_text(below):
        return ""
    page = _is_below(below, _strings(site, "page_paths", ("pages",)))
    key = "PAGE_EXCLUDES" if page else "ARTICLE_EXCLUDES"
    if _is_below(below, (one for one in _strings(site, key.lower()) if one)):
        return key
    return "" if page or _is_below(below, _strings(site, "article_paths", ("",))) else "ARTICLE_PATHS"


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(f"{one.strip('/')}/" if one.strip("/.") else "") for one in folders)


def _starts(path: str, patterns: Iterable[str]) -> bool:
    """Tell whether a path begins with a pattern, or it or a folder that it lies in has one, as Jekyll reads them."""
    wanted = [one.removeprefix("./").lstrip("/") for one in patterns]
    return any(path.startswith(one) or _matches(_above(path), one.rstrip("/")) for one in wanted if one)


def _is_ignored(path: str, patterns: Iterable[str]) -> bool:
    """Tell whether a path, or a folder that it lies in, has one of the patterns, as git reads them."""
    for pattern in patterns:
        anywhere = pattern.startswith("**/") or "/" not in pattern.rstrip("/")
        wanted = pattern.removeprefix("**/").removesuffix("/**").removesuffix("/*").strip("/")
        if wanted and _matches(path.split("/") if anywhere else _above(path), wanted):
            return True
    return False


def _above(path: str) -> list[str]:
    return [path, *(str(parent) for parent in PurePosixPath(path).parents if parent.name)]


def _matches(names: Iterable[str], pattern: str) -> bool:
    return any(fnmatchcase(name, pattern) for name in names)
