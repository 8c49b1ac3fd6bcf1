"""What a generator's configuration says of the site. A program is never run: only plain values are read from it."""

import ast
import warnings
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from sitegen.adopt.keys import language_code
from sitegen.adopt.lines import unified
from sitegen.adopt.mappings import read_json, read_toml
from sitegen.adopt.pair import HeadProblem, Pair
from sitegen.adopt.suffixes import IGNORED
from sitegen.adopt.values import as_text
from sitegen.adopt.yaml_head import read_yaml
from sitegen.model.front_matter import LARGEST

# The keys that keep texts from being shown, in small letters.
WITHHOLDING = {
    "Hugo": ("cascade", "ignorefiles"),
    "Jekyll": ("defaults", "exclude"),
    "Pelican": (
        *("default_metadata", "extra_path_metadata", "article_excludes", "page_excludes"),
        *("article_paths", "page_paths", "ignore_files"),
    ),
    "Eleventy": (IGNORED,),
}
# Stands for a value that is there, and that nobody can tell without running a program.
UNREADABLE = object()
_TITLES = ("title", "sitename")
_LANGUAGES = ("languagecode", "locale", "lang", "language", "default_lang", "defaultcontentlanguage")


def read_configuration(path: str, content: bytes | None) -> Mapping[str, Any]:
    """Return the values of a configuration, keys in small letters.

    Raises ``HeadProblem``, whose words speak of front matter where the format is at fault.
    """
    if content is None:
        raise HeadProblem("it was not read", "make it readable, and smaller than 5 MB")
    try:
        text = unified(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise HeadProblem("it is not UTF-8", "save the file as UTF-8") from None
    if len(text) > LARGEST:
        raise HeadProblem(f"it is longer than {LARGEST // 1000} kB", "take its title over by hand")
    suffix = PurePosixPath(path).suffix
    if path.startswith("."):
        return {path: [line.strip() for line in text.split("\n") if line.strip() and not line.startswith("#")]}
    if suffix == ".py":
        return _assignments(text)
    pairs: tuple[Pair, ...]
    if suffix == ".toml":
        pairs, _comments = read_toml(text, first_line=1)
    elif suffix == ".json":
        pairs, _end = read_json(text, first_line=1)
    else:
        pairs, _comments = read_yaml(text, first_line=1)
    return {pair.key.lower(): pair.value for pair in pairs}


def unread(generator: str, content: bytes | None) -> Mapping[str, Any]:
    """Return the keys that keep texts from being shown and may stand in a configuration that cannot be read."""
    keys = WITHHOLDING.get(generator, ())
    if content is None or generator == "Eleventy":
        return dict.fromkeys(keys, UNREADABLE)
    return {key: UNREADABLE for key in keys if key.encode() in content.lower()}


def title_in(values: Mapping[str, Any]) -> str:
    """Return the title of the site, "" where none is said."""
    return next(filter(None, (as_text(values.get(key)) for key in _TITLES)), "")


def language_in(values: Mapping[str, Any]) -> str:
    """Return the language of the site as a code, "" where none is said."""
    return next(filter(None, (language_code(as_text(values.get(key)) or "") for key in _LANGUAGES)), "")


def folder_in(values: Mapping[str, Any], key: str) -> str:
    """Return the folder that ``key`` names, with a slash at its end; "" for the configuration's own, or none."""
    parts = PurePosixPath(as_text(values.get(key)) or "").parts
    if not parts or ".." in parts or parts[0] == "/":
        return ""
    return f"{'/'.join(parts)}/"


def _assignments(text: str) -> dict[str, Any]:
    try:
        with warnings.catch_warnings():
            # A stray backslash in somebody else's program is none of our business.
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = error.lineno if isinstance(error, SyntaxError) and error.lineno else 1
        raise HeadProblem("it is not valid Python", "take title and language over by hand", line) from None
    values: dict[str, Any] = {}
    plainly: set[ast.AST] = set()
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            names = [target for target in statement.targets if isinstance(target, ast.Name)]
            try:
                value = ast.literal_eval(statement.value)
            except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                continue
            plainly.update(names)
            values.update({name.id.lower(): value for name in names})
    # A list that is added to, or set under a condition, is not what its first line says.
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node not in plainly and node.id.lower() in WITHHOLDING["Pelican"]:
            values[node.id.lower()] = UNREADABLE
    return values
