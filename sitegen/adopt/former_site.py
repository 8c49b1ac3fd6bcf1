"""Which generator a folder belongs to, and where in it the texts are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from sitegen.adopt.adoption import Found
from sitegen.adopt.configuration import folder_in, read_configuration, unread
from sitegen.adopt.jekyll import COLLECTION, DATED
from sitegen.adopt.lines import lines_of
from sitegen.adopt.pair import HeadProblem
from sitegen.adopt.pelican_headers import begins_with_headers
from sitegen.adopt.suffixes import CONFIGURATIONS, IGNORED, PELICAN, is_markdown, is_text

_ELEVENTY = frozenset(
    f"{name}.{suffix}" for name in (".eleventy", "eleventy.config") for suffix in ("js", "cjs", "mjs", "ts")
)
_ELEVENTY_FOLDERS = ("src", "content", "input", "site")
# Texts about a project, as every repository has them; with a generator at work they are not part of its site.
PROJECT = frozenset(
    "readme license licence changelog changes contributing contributors code_of_conduct security authors notice "
    "requirements robots humans ads".split()
)
_SAMPLE = 4096
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FormerSite:
    """What a folder belongs to. ``root`` is the folder that holds the texts, with a slash at its end, or "".

    ``configuration`` is the path of the file that was read, ``values`` what it says, ``problem`` what is wrong with it.
    ``posts`` tells that the folder is Jekyll's ``_posts`` itself.
    """

    generator: str = ""
    root: str = ""
    configuration: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    problem: HeadProblem | None = field(default=None, compare=False)
    posts: bool = False

    @property
    def collections(self) -> dict[str, bool]:
        """Jekyll's by their names, and whether their texts had pages: only where that is said."""
        found = self.values.get("collections") if self.generator == "Jekyll" else None
        if isinstance(found, list):
            return {name: False for name in found if isinstance(name, str)}
        named = found.items() if isinstance(found, dict) else ()
        return {
            name: isinstance(told, dict) and told.get("output") is True for name, told in named if isinstance(name, str)
        }

    @property
    def languages(self) -> frozenset[str]:
        """Codes of Hugo's that names of files may end in, in small letters; none where none are configured."""
        languages = self.values.get("languages")
        return frozenset(map(str.lower, languages)) if isinstance(languages, dict) else _NONE


def former_site(files: Sequence[Found]) -> FormerSite:
    """Return the generator that ``files`` betray by their names, and else by how their texts begin."""
    by_path = {file.path: file for file in files}
    texts = [file for file in files if is_text(file.path) and file.content is not None]
    name, configuration = _generator(by_path, texts)
    values: Mapping[str, Any] = {}
    problem = None
    if configuration:
        content = by_path[configuration].content
        try:
            values = read_configuration(configuration, content)
        except HeadProblem as found:
            values, problem = unread(name, content), found
    return FormerSite(
        generator=name,
        root=_root(name, values, texts),
        configuration=configuration,
        values=values,
        problem=problem,
        posts=name == "Jekyll" and not configuration and not any(COLLECTION & _parts(file.path) for file in texts),
    )


def _generator(by_path: Mapping[str, Found], texts: Sequence[Found]) -> tuple[str, str]:
    """Return the name of the generator and the path of its configuration, "" each where there is none."""
    configurations = sorted(CONFIGURATIONS & by_path.keys(), key=lambda path: ("hugo." not in path, path))
    in_content = any(path.startswith("content/") for path in by_path)
    for path in configurations:
        if path.startswith("_config."):
            return "Jekyll", path
        if "hugo." in path or path.startswith("config/_default/") or in_content:
            return "Hugo", path
    if PELICAN in by_path:
        return "Pelican", PELICAN
    if not _ELEVENTY.isdisjoint(by_path):
        return "Eleventy", IGNORED if IGNORED in by_path else ""
    if any(COLLECTION & _parts(path) for path in by_path):
        return "Jekyll", ""
    if any(".11ty." in path or ".11tydata." in path or path.endswith((".njk", ".webc")) for path in by_path):
        return "Eleventy", IGNORED if IGNORED in by_path else ""
    names = {PurePosixPath(file.path).name for file in texts}
    if "_index.md" in names or any(_start(file).startswith("+++") for file in texts if is_markdown(file.path)):
        return "Hugo", ""
    if any(_has_headers(file) for file in texts):
        return "Pelican", ""
    dated = bool(names) and all(DATED.fullmatch(name) for name in names)
    if dated and all("/" not in file.path and _start(file).startswith("---") for file in texts):
        return "Jekyll", ""
    return "", ""


def _root(generator: str, values: Mapping[str, Any], texts: Sequence[Found]) -> str:
    if generator == "Jekyll":
        return folder_in(values, "source")
    if generator in {"Hugo", "Pelican"}:
        named = folder_in(values, "contentdir" if generator == "Hugo" else "path") or "content/"
        return named if any(file.path.startswith(named) for file in texts) else ""
    if generator == "Eleventy":
        # Its configuration is a program, so the folder is known only where there is no other that it could be.
        folders = {file.path.partition("/")[0] for file in texts if not is_about_project(file.path)}
        only = folders.pop() if len(folders) == 1 else ""
        return f"{only}/" if only in _ELEVENTY_FOLDERS else ""
    return ""


def is_about_project(path: str) -> bool:
    """Tell whether a file at the top tells about the project: README.md, LICENSE.txt."""
    return "/" not in path and PurePosixPath(path).stem.lower() in PROJECT


def _parts(path: str) -> frozenset[str]:
    return frozenset(path.split("/")[:-1])


def _start(file: Found) -> str:
    return (file.content or b"")[:_SAMPLE].decode("utf-8", "ignore").removeprefix("\ufeff")


def _has_headers(file: Found) -> bool:
    return is_markdown(file.path) and begins_with_headers(tuple(lines_of(_start(file))))
