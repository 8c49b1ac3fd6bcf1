"""What front matter is, for those who read it and those who write it."""

import re

# Bytes.
LARGEST = 100_000
# Switches, in small letters.
TRUE = frozenset({"true", "yes", "on", "1"})
FALSE = frozenset({"false", "no", "off", "0"})
# Past blank lines and comments.
_FIRST_KEY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[A-Za-z][\w-]{0,40}[ ]?:(?:\s|\Z)")


def begins_with_key(text: str, start: int = 0) -> bool:
    """Tell front matter of a plain text from a rule of hyphens, by what stands behind the first line.

    Line ends are LF.
    """
    return _FIRST_KEY.match(text, start) is not None
