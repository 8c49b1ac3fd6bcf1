"""Codes of languages."""

import re

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")


def is_language_code(text: str) -> bool:
    """Tell whether ``text`` has the form of a code such as "en" or "pt-BR"."""
    return _CODE.fullmatch(text) is not None
