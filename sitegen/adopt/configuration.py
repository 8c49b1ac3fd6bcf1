"""What a generator's configuration says of the site. A program is never run: only plain values are read from it."""

import ast
import warnings
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from sitegen.adopt.entry import Entry
from sitegen.adopt.json_head import read_json
from sitegen.adopt.keys import language_code
from sitegen.adopt.lines import unified
from sitegen.adopt.problem import HeadProblem
from sitegen.adopt.toml_head import read_toml
from sitegen.adopt.values import as_text
from sitegen.adopt.yaml_head import read_yaml
from sitegen.model.front_matter import LARGEST

_TITLES = ("title", "sitename")
_LANGUAGES = ("languagecode", "locale", "lang", "language", "default_lang", "defaultcontentlanguage")


def read_configuration(path: str, content: bytes) -> Mapping[str, Any]:
    """Return the values of a configuration, keys in small letters.

    Raises ``HeadProblem``, whose words speak of front matter where the format is at fault.
    """
    try:
        text = unified(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise HeadProblem("it is not UTF-8", "save the file as UTF-8") from None
    if len(text) > LARGEST:
        raise HeadProblem(f"it is longer than {LARGEST // 1000} kB", "take its title over by hand")
    suffix = PurePosixPath(path).suffix
    if suffix == ".py":
        return _assignments(text)
    entries: tuple[Entry, ...]
    if suffix == ".toml":
        entries, _comments = read_toml(text, first_line=1)
    elif suffix == ".json":
        entries, _end = read_json(text, first_line=1)
    else:
        entries, _comments = read_yaml(text, first_line=1)
    return {entry.key.lower(): entry.value for entry in entries}


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
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            value = statement.value.value
            values.update({target.id.lower(): value for target in statement.targets if isinstance(target, ast.Name)})
    return {key: value for key, value in values.items() if isinstance(value, str)}
