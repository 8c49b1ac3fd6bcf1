"""Settings → ``sitegen.toml`` with a comment at every key: the file that begins a site."""

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from sitegen.model.described import Key, described
from sitegen.model.settings import Settings

_WIDTH = 96


def configuration_file(settings: Settings) -> str:
    """Return the text of a configuration file that reads as ``settings``.

    All keys stand in it, each under what it means. The title is set, and what differs from the default; the other
    keys are commented out, with an example where the default is empty.
    """
    parts = []
    for table in described(settings):
        if table.name:
            parts.append(f"{_comment(table.description)}[{table.name}]\n")
        parts.extend(_entry(key, chosen=not table.name and key.name == "title") for key in table.keys)
    return "\n".join(parts)


def toml_value(value: Any) -> str:
    """Return a value as it is written in TOML."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    # A string of JSON is one of TOML, but for one character that may not stand as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _entry(key: Key, *, chosen: bool) -> str:
    differs = key.value != key.default
    line = f"{key.name} = {toml_value(key.value if differs or chosen else key.default or key.example)}"
    return f"{_comment(key.description)}{line if differs or chosen else f'# {line}'}\n"


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in _wrapped(text))


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
