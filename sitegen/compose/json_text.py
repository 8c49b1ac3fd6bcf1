"""Values as JSON, on one line."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from sitegen.model.view_text import publishable

# Line separators of Unicode end a line for some readers of lines of JSON.
_SEPARATORS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
# As these stand control characters in JSON.
_ESCAPED = re.compile(r"\\[bfru]")
_EMPTY: tuple[Any, ...] = (None, "", [], {})
# Whose 0 is something.
_NUMBERS = frozenset({bool, int, float})
_encoder = msgspec.json.Encoder()


def json_text(value: Any) -> str:
    """Return ``value``, made of mappings, sequences, texts, numbers and None, as JSON on one line."""
    return _on_lines(_encoder.encode(value).decode())


def json_lines(values: Iterable[Any]) -> str:
    """Return ``values`` as ``json_text`` does each, a line for each, without the last line feed."""
    return _on_lines(_encoder.encode_lines(values).decode()).removesuffix("\n")


def tidy_text(value: Any) -> str:
    """Return ``value`` as ``json_text`` does, with its texts as pages can hold them, and without what is empty."""
    # Hardly a text holds what no page can: it is looked for in all at once.
    try:
        text = json_text(_filled(value))
    except UnicodeEncodeError:
        return json_text(_cleaned(value))
    return text if is_publishable(text) else json_text(_cleaned(value))


def is_publishable(text: str) -> bool:
    """Tell whether all texts in ``text``, which is JSON, are as pages can hold them."""
    return publishable(text) == text and not _ESCAPED.search(text)


def _on_lines(text: str) -> str:
    if not text.isascii():
        for letter, escape in _SEPARATORS.items():
            text = text.replace(letter, escape)
    return text


def script_text(value: Any) -> str:
    """Return ``value`` as JSON that can stand in a script element: nothing in it can end that, or begin a comment."""
    text = tidy_text(value)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _filled(value: Any) -> Any:
    """Return ``value`` without what is empty."""
    kind = type(value)
    if kind is dict:
        filled = {}
        for key, each in value.items():
            kept = each if type(each) is str else _filled(each)
            if kept or type(kept) in _NUMBERS:
                filled[key] = kept
        return filled
    if kind is list or kind is tuple:
        return [each if type(each) is str else _filled(each) for each in value]
    return value


def _cleaned(value: Any) -> Any:
    """Return ``value`` with all its texts as pages can hold them, and without what is empty then."""
    match value:
        case str():
            return publishable(value)
        case dict():
            found = ((key, _cleaned(each)) for key, each in value.items())
            return {key: each for key, each in found if each not in _EMPTY}
        case list() | tuple():
            return [_cleaned(each) for each in value]
    return value
