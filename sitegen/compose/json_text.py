"""Values as JSON, on one line."""

from typing import Any

import msgspec

from sitegen.model.view_text import publishable

# Line separators of Unicode end a line for some readers of lines of JSON.
_SEPARATORS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
_encoder = msgspec.json.Encoder()


def json_text(value: Any) -> str:
    """Return ``value``, made of mappings, sequences, texts, numbers and None, as JSON on one line."""
    text = _encoder.encode(value).decode()
    if not text.isascii():
        for letter, escape in _SEPARATORS.items():
            text = text.replace(letter, escape)
    return text


def script_text(value: Any) -> str:
    """Return ``value`` as JSON that can stand in a script element: nothing in it can end that, or begin a comment."""
    text = json_text(cleaned(value))
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def cleaned(value: Any) -> Any:
    """Return ``value`` with all its texts as pages can hold them, and without what is empty."""
    match value:
        case str():
            return publishable(value)
        case dict():
            found = ((key, cleaned(each)) for key, each in value.items())
            return {key: each for key, each in found if each not in (None, "", [], {})}
        case list() | tuple():
            return [cleaned(each) for each in value]
    return value
