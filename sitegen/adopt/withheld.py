"""What keeps texts from being shown without a word in them: settings for many texts, and lists of what is left out.

Jekyll's ``defaults`` and ``exclude``, Hugo's ``cascade`` and ``ignoreFiles``, Pelican's metadata and excludes, and
Eleventy's keys for a folder and ``.eleventyignore``.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

from sitegen.adopt.adoption import Found
from sitegen.adopt.configuration import UNREADABLE, WITHHOLDING
from sitegen.adopt.destination import split
from sitegen.adopt.former_head import read_head
from sitegen.adopt.former_site import FormerSite
from sitegen.adopt.keys import plain, withholds
from sitegen.adopt.lines import unified
from sitegen.adopt.mappings import read_json
from sitegen.adopt.pair import HeadProblem, Pair, pairs_of
from sitegen.adopt.suffixes import is_folder_data, is_markdown, is_text
from sitegen.adopt.values import is_empty

# Patterns with a meaning that is the same everywhere.
_SIMPLE = re.compile(r"[^\\\[\]{}!]+")
_SIMPLE_EXPRESSION = re.compile(r"(?:[\w /-]|\\\.)+\$?")
# A program that may say "permalink: false", or make drafts by other means.
_MAY_WITHHOLD = re.compile(r"\bpermalink\b(?![\"']?\s*:\s*[\"'`])|drafts?\b", re.IGNORECASE)
_PAGES = ("pages",)


@dataclass(frozen=True, slots=True)
class Setting:
    """A key that makes drafts of many texts, or of none, unless they say the key ``own`` themselves.

    ``path`` and ``key`` say where it stands. It holds for texts at or below ``scope`` (a path below the root, "" for
    all; without a suffix for the text of that name), of the ``kind`` (of Jekyll's; "" for any), and with the language
    ``ending``. Where it is not ``readable``, its texts are drafts, whatever they say themselves.
    """

    path: str
    key: str
    scope: str = ""
    kind: str = ""
    ending: str = ""
    own: str = ""
    withheld: bool = True
    readable: bool = True

    def holds(self, path: str, kind: str) -> bool:
        """Tell whether it speaks for the text at ``path`` below the root."""
        folder, stem, _suffix = split(path)
        inside = not self.scope or self.scope in {path, folder + stem} or path.startswith(f"{self.scope.rstrip('/')}/")
        return inside and self.kind in {"", kind} and stem.endswith(self.ending)


def read_settings(site: FormerSite, files: Iterable[Found], today: datetime.date) -> tuple[Setting, ...]:
    """Return the settings of a site, the nearest to a text last; ``files`` are its texts and files of keys."""
    reader = _Reader(site, today)
    files = [file for file in files if file.path.startswith(site.root)]
    if site.generator == "Jekyll":
        found = [*reader.jekyll()]
    elif site.generator == "Hugo":
        found = [*reader.hugo(files)]
    elif site.generator == "Pelican":
        found = [*reader.pelican()]
    elif site.generator == "Eleventy":
        found = [*reader.eleventy(files)]
    else:
        return ()
    found += [_unreadable(site.configuration, key) for key in _unreadable_lists(site)]
    return tuple(sorted(found, key=lambda setting: (len(setting.scope), bool(setting.kind))))


def settings_for(settings: Sequence[Setting], path: str, kind: str, pairs: Iterable[Pair]) -> tuple[Setting, ...]:
    """Return what decides on a text: of each key the nearest setting, if the text has no such key itself."""
    said = {plain(pair.key) for pair in pairs if not is_empty(pair.value)}
    nearest = {(one.own or one): one for one in settings if one.own not in said and one.holds(path, kind)}
    return tuple(nearest.values())


def excluded(site: FormerSite, path: str) -> str:
    """Return the key of the configuration that keeps the file at ``path`` from being read; "" where none does."""
    below, values = path.removeprefix(site.root), site.values
    if site.generator == "Jekyll":
        return "exclude" if _is_excluded_by_jekyll(below, values.get("exclude")) else ""
    if site.generator == "Eleventy":
        (key,) = WITHHOLDING["Eleventy"]
        return key if _is_listed(path, values.get(key)) else ""
    if site.generator == "Hugo":
        ends = [one.replace("\\", "") for one in _strings(values.get("ignorefiles"))]
        ignored = any(path.endswith(one[:-1]) if one.endswith("$") else one in path for one in ends)
        return "ignoreFiles" if ignored else ""
    if site.generator == "Pelican":
        return _excluded_by_pelican(below, values)
    return ""


def kind_of(path: str) -> str:
    """Return what Jekyll calls a text at ``path`` below the root: posts, drafts, pages, or a collection."""
    folders = path.split("/")[:-1]
    for kind in ("posts", "drafts"):
        if f"_{kind}" in folders:
            return kind
    return folders[0][1:] if folders and folders[0].startswith("_") else "pages"


@dataclass(frozen=True, slots=True)
class _Reader:
    site: FormerSite
    today: datetime.date

    def jekyll(self) -> Iterator[Setting]:
        path, key = self.site.configuration, "defaults"
        for one in _members(self.site.values.get(key)):
            scope = one.get("scope", {}) if isinstance(one, dict) else None
            values = one.get("values", {}) if isinstance(one, dict) else None
            if not isinstance(values, dict) or not isinstance(scope, dict):
                yield _unreadable(path, key)
                continue
            where, kind = scope.get("path") or "", scope.get("type") or ""
            if isinstance(where, str) and isinstance(kind, str) and "*" not in where:
                yield from self._settings(path, key, values, Setting("", "", where.strip("/"), kind))
            elif any(setting.withheld for setting in self._settings(path, key, values, Setting("", ""))):
                yield _unreadable(path, key)

    def hugo(self, files: Iterable[Found]) -> Iterator[Setting]:
        yield from self._cascade(self.site.configuration, self.site.values.get("cascade"), Setting("", ""))
        for file in files:
            folder, stem, _suffix = split(file.path.removeprefix(self.site.root))
            name, dot, language = stem.partition(".")
            if name != "_index" or not is_markdown(file.path):
                continue
            area = Setting("", "", folder, ending=dot + language)
            text = (file.content or b"").decode("utf-8", "replace").removeprefix("\ufeff")
            try:
                pairs = read_head(text, markdown=True, headers=False).pairs
            except HeadProblem:
                pairs = (Pair("cascade", UNREADABLE, ""),) if "cascade" in text else ()  # type: ignore[arg-type]
            for pair in pairs:
                if pair.key.lower() == "cascade":
                    yield from self._cascade(file.path, pair.value, area)

    def _cascade(self, path: str, value: object, area: Setting) -> Iterator[Setting]:
        for one in _members(value):
            if not isinstance(one, dict):
                yield _unreadable(path, "cascade", area)
                continue
            settings = list(self._settings(path, "cascade", one, area))
            if not any(key.lower() in {"target", "_target"} for key in one):
                yield from settings
            elif any(setting.withheld for setting in settings):
                # Of which texts it speaks is said in patterns of Hugo's own.
                yield _unreadable(path, "cascade", area)

    def pelican(self) -> Iterator[Setting]:
        path, values = self.site.configuration, self.site.values
        for key in ("DEFAULT_METADATA", "EXTRA_PATH_METADATA"):
            given = values.get(key.lower(), {})
            scopes = {"": given} if key == "DEFAULT_METADATA" else given
            if not isinstance(scopes, dict) or not all(isinstance(one, dict) for one in scopes.values()):
                yield _unreadable(path, key)
                continue
            for scope, metadata in scopes.items():
                yield from self._settings(path, key, metadata, Setting("", "", str(scope).strip("/")))

    def eleventy(self, files: Iterable[Found]) -> Iterator[Setting]:
        for file in files:
            if not is_folder_data(file.path):
                continue
            folder, stem, suffix = split(file.path)
            name = stem.removesuffix(".11tydata")
            whole = name == folder.rstrip("/").rpartition("/")[2]
            area = Setting("", "", (folder if whole else folder + name).removeprefix(self.site.root))
            text = unified((file.content or b"").decode("utf-8-sig", "replace"))
            try:
                pairs = read_json(text, first_line=1)[0] if suffix == ".json" else None
            except HeadProblem:
                pairs = None
            if pairs is not None:
                yield from self._settings(file.path, "", {pair.key: pair.value for pair in pairs}, area)
            elif _MAY_WITHHOLD.search(text):
                yield _unreadable(file.path, "permalink or draft", area)

    def _settings(self, path: str, key: str, values: Mapping[Any, Any], area: Setting) -> Iterator[Setting]:
        """Yield the keys among ``values`` that make drafts, or say that there are none, for the texts of ``area``."""
        try:
            pairs = pairs_of({name: value for name, value in values.items() if isinstance(name, str)})
        except HeadProblem:
            yield _unreadable(path, key, area)
            return
        for pair in pairs:
            withheld = withholds(pair, generator=self.site.generator, today=self.today)
            if withheld is not None:
                shown = f"{key}.{pair.key}" if key else pair.key
                yield Setting(path, shown, area.scope, area.kind, area.ending, plain(pair.key), withheld)


def _unreadable(path: str, key: str, area: Setting | None = None) -> Setting:
    area = area or Setting("", "")
    return Setting(path, key, area.scope, area.kind, area.ending, readable=False)


def _unreadable_lists(site: FormerSite) -> Iterator[str]:
    """Yield the lists of what is left out that hold something else than simple patterns."""
    for key in WITHHOLDING[site.generator]:
        if key in {"defaults", "cascade"} or key.endswith("metadata"):
            continue
        simple = _SIMPLE_EXPRESSION if key == "ignorefiles" else _SIMPLE
        members = _members(site.values.get(key))
        if not all(isinstance(one, str) and (not one or simple.fullmatch(one)) for one in members):
            yield {"ignorefiles": "ignoreFiles"}.get(key, key.upper() if site.generator == "Pelican" else key)


def _excluded_by_pelican(below: str, values: Mapping[str, Any]) -> str:
    if any(fnmatchcase(part, one) for part in below.split("/") for one in _strings(values.get("ignore_files"))):
        return "IGNORE_FILES"
    if not is_text(below):
        return ""
    page = _is_below(below, _strings(values.get("page_paths", _PAGES)))
    key = "PAGE_EXCLUDES" if page else "ARTICLE_EXCLUDES"
    if _is_below(below, _strings(values.get(key.lower()))):
        return key
    paths = _strings(values.get("article_paths", ("",)))
    return "ARTICLE_PATHS" if not page and not _is_below(below, paths) else ""


def _members(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else () if value is None else (value,)


def _strings(value: object) -> list[str]:
    """Return the patterns in a list, or none where it cannot be read: what it speaks of are drafts then."""
    return [one for one in _members(value) if isinstance(one, str)]


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(f"{path}/".startswith(f"{one.strip('/')}/" if one.strip("/.") else "") for one in folders)


def _is_excluded_by_jekyll(path: str, value: object) -> bool:
    """Tell whether a path begins with a pattern, or it or a folder that it lies in has one."""
    patterns = [one.removeprefix("./").lstrip("/") for one in _strings(value)]
    names = [path, *map(str, PurePosixPath(path).parents)]
    return any(
        path.startswith(one) or any(fnmatchcase(name, one.rstrip("/")) for name in names) for one in patterns if one
    )


def _is_listed(path: str, value: object) -> bool:
    """Tell whether a path, or a folder that it lies in, has one of the patterns; as git reads them."""
    above = [path, *map(str, PurePosixPath(path).parents)]
    for pattern in _strings(value):
        wanted = pattern.removeprefix("**/").removesuffix("/**").removesuffix("/*").strip("/")
        names = above if "/" in pattern.rstrip("/") and not pattern.startswith("**/") else path.split("/")
        if wanted and any(fnmatchcase(name, wanted) for name in names):
            return True
    return False
