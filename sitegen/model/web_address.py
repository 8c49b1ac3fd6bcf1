"""Addresses on the web."""

from urllib.parse import urlsplit


def is_web_address(text: str) -> bool:
    """Tell whether ``text`` is an absolute http or https URL without spaces or control characters."""
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname)
        parts.port  # noqa: B018 - raises where the port is no number
    except ValueError:
        return False
    return named and parts.scheme in {"http", "https"} and text.isprintable() and not set(text) & set(' <>"`{}|\\^')
