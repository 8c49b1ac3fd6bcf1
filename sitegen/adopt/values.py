"""What a value of a former head says, read as one thing or another."""

from sitegen.adopt.pair import Value
from sitegen.model.front_matter import FALSE, TRUE


def as_text(value: Value) -> str | None:
    """Return a single value as one line of text, "" for nothing; None where it is a list or a mapping."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return None
    return " ".join(str(value).split())


def as_texts(value: Value) -> tuple[str, ...] | None:
    """Return a list of single values, or one, as lines of text without empty ones; None for anything deeper."""
    members = value if isinstance(value, list) else [value]
    texts = [as_text(member) for member in members]
    if any(text is None for text in texts):
        return None
    return tuple(text for text in texts if text)


def as_switch(value: Value) -> bool | None:
    """Return true or false; None where the value says neither."""
    text = (as_text(value) or "").lower()
    return True if text in TRUE else False if text in FALSE else None


def is_empty(value: Value) -> bool:
    """Tell whether nothing is said."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())
