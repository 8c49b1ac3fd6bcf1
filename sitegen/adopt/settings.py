"""Keys that speak for many texts, as far as they make drafts: all other ones of them are told, and not taken.

They stand in Jekyll's ``defaults``, Hugo's ``cascade``, Pelican's metadata, and Eleventy's files of keys.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.adopt.adoption import Found
from sitegen.adopt.configuration import UNREADABLE
from sitegen.adopt.destination import split
from sitegen.adopt.exclusions import members, unreadable_lists
from sitegen.adopt.former_head import read_head
from sitegen.adopt.former_site import FormerSite
from sitegen.adopt.keys import plain, withholds
from sitegen.adopt.lines import unified
from sitegen.adopt.mappings import read_json
from sitegen.adopt.pair import HeadProblem, Pair, pairs_of
from sitegen.adopt.suffixes import is_folder_data, is_markdown
from sitegen.adopt.values import is_empty

# A program that may say "permalink: false", or make drafts by other means.
_MAY_WITHHOLD = re.compile(r"\bpermalink\b(?![\"']?\s*:\s*[\"'`])|drafts?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """Texts at or below ``path`` ("" for all; without a suffix for the text of that name), as it is below the root.

    ``kind`` is one of Jekyll's, ``ending`` a language in the name of a file; "" for any.
    """

    path: str = ""
    kind: str = ""
    ending: str = ""

    def holds(self, path: str) -> bool:
        """Tell whether the text at ``path`` below the root is one of them."""
        folder, stem, _suffix = split(path)
        inside = not self.path or self.path in {path, folder + stem} or path.startswith(f"{self.path.rstrip('/')}/")
        return inside and self.kind in {"", _kind(path)} and stem.endswith(self.ending)


EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Setting:
    """A key that makes drafts of the texts of its scope, or says that they are none; it stands in the file at ``path``.

    It does not count for a text that has the key ``own`` itself. One whose ``own`` is "" cannot be read: its texts are
    drafts, whatever they say themselves.
    """

    path: str
    key: str
    scope: Scope = EVERYWHERE
    own: str = ""
    withheld: bool = True


def read_settings(site: FormerSite, files: Iterable[Found], today: datetime.date) -> tuple[Setting, ...]:
    """Return the settings of a site, the nearest to a text last; ``files`` are its texts and files of keys."""
    found = [Setting(site.configuration, key) for key in unreadable_lists(site)]
    readers = {"Jekyll": _of_jekyll, "Hugo": _of_hugo, "Pelican": _of_pelican, "Eleventy": _of_eleventy}
    given = readers[site.generator](site, files) if site.generator else ()
    for path, key, values, scope in given:
        found += _settings(path, key, values, scope, site.generator, today)
    return tuple(sorted(found, key=lambda setting: (len(setting.scope.path), bool(setting.scope.kind))))


def settings_for(settings: Sequence[Setting], path: str, pairs: Iterable[Pair]) -> tuple[Setting, ...]:
    """Return what decides on the text at ``path`` below the root: of each key the nearest, where it has none itself."""
    said = {plain(pair.key) for pair in pairs if not is_empty(pair.value)}
    nearest = {one.own or one: one for one in settings if one.own not in said and one.scope.holds(path)}
    return tuple(nearest.values())


# The file, the key, what is said there, which is no mapping where it cannot be read, and for which texts.
_Given = Iterator[tuple[str, str, object, Scope]]


def _of_jekyll(site: FormerSite, _files: Iterable[Found]) -> _Given:
    for one in members(site.values.get("defaults")):
        scope = one.get("scope") or {} if isinstance(one, dict) else None
        path, kind = (scope.get("path") or "", scope.get("type") or "") if isinstance(scope, dict) else (None, None)
        if not isinstance(one, dict) or not isinstance(path, str) or not isinstance(kind, str):
            yield site.configuration, "defaults", UNREADABLE, EVERYWHERE
        elif "*" in path:
            yield site.configuration, "defaults", {"target": path, **_mapping(one.get("values"))}, EVERYWHERE
        else:
            yield site.configuration, "defaults", one.get("values") or {}, Scope(path.strip("/"), kind)


def _of_hugo(site: FormerSite, files: Iterable[Found]) -> _Given:
    for one in members(site.values.get("cascade")):
        yield site.configuration, "cascade", one, EVERYWHERE
    for file in files:
        folder, stem, _suffix = split(file.path.removeprefix(site.root))
        name, dot, language = stem.partition(".")
        if name != "_index" or not is_markdown(file.path):
            continue
        scope = Scope(folder, ending=dot + language)
        text = (file.content or b"").decode("utf-8", "replace").removeprefix("\ufeff")
        try:
            pairs = read_head(text, markdown=True, headers=False).pairs
        except HeadProblem:
            if "cascade" in text:
                yield file.path, "cascade", UNREADABLE, scope
            continue
        for pair in pairs:
            for one in members(pair.value) if pair.key.lower() == "cascade" else ():
                yield file.path, "cascade", one, scope


def _of_pelican(site: FormerSite, _files: Iterable[Found]) -> _Given:
    yield site.configuration, "DEFAULT_METADATA", site.values.get("default_metadata", {}), EVERYWHERE
    by_path = site.values.get("extra_path_metadata", {})
    for path, metadata in by_path.items() if isinstance(by_path, dict) else [("", by_path)]:
        yield site.configuration, "EXTRA_PATH_METADATA", metadata, Scope(str(path).strip("/"))


def _of_eleventy(site: FormerSite, files: Iterable[Found]) -> _Given:
    for file in files:
        if not is_folder_data(file.path):
            continue
        folder, stem, suffix = split(file.path)
        name = stem.removesuffix(".11tydata")
        whole = name == folder.rstrip("/").rpartition("/")[2]
        scope = Scope((folder if whole else folder + name).removeprefix(site.root))
        text = unified((file.content or b"").decode("utf-8-sig", "replace"))
        try:
            pairs = read_json(text, first_line=1)[0] if suffix == ".json" else None
        except HeadProblem:
            pairs = None
        if pairs is not None:
            yield file.path, "", {pair.key: pair.value for pair in pairs}, scope
        elif _MAY_WITHHOLD.search(text):
            yield file.path, "permalink or draft", UNREADABLE, scope


def _settings(
    path: str, key: str, values: object, scope: Scope, generator: str, today: datetime.date
) -> Iterator[Setting]:
    """Yield the keys among ``values`` that make drafts, or say that there are none."""
    mapping = _mapping(values)
    try:
        pairs = pairs_of({name: value for name, value in mapping.items() if isinstance(name, str)})
    except HeadProblem:
        yield Setting(path, key, scope)
        return
    judged = [(pair, withholds(pair, generator=generator, today=today)) for pair in pairs]
    if not isinstance(values, dict):
        yield Setting(path, key, scope)
    elif {"target", "_target"}.isdisjoint(name.lower() for name in mapping if isinstance(name, str)):
        for pair, withheld in judged:
            if withheld is not None:
                shown = f"{key}.{pair.key}" if key else pair.key
                yield Setting(path, shown, scope, plain(pair.key), withheld)
    elif any(withheld for _pair, withheld in judged):
        # For which texts it speaks is said in a pattern of the generator's own.
        yield Setting(path, key, scope)


def _mapping(value: object) -> Mapping[Any, Any]:
    return value if isinstance(value, dict) else {}


def _kind(path: str) -> str:
    """Return what Jekyll calls a text at ``path`` below the root: posts, drafts, pages, or a collection."""
    folders = path.split("/")[:-1]
    for kind in ("posts", "drafts"):
        if f"_{kind}" in folders:
            return kind
    return folders[0][1:] if folders and folders[0].startswith("_") else "pages"
