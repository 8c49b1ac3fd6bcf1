"""Words as YAML."""

import json
import re
from collections.abc import Sequence

# What every reader of YAML takes for the words themselves, outside of square and curly brackets.
_PLAIN = re.compile(r"[^\W\d_](?:[\w.,;!?'’‘“”\"()/&%+=–—…-]|:(?=[\w/])| (?=[^\s#:]))*")
_WORDS = frozenset("true false yes no on off y n null".split())
# What ends a line somewhere, cannot be seen, or is no whole character.
_UNFIT = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def yaml_text(text: str) -> str:
    """Return ``text`` as the value of a key or a member of a block list, on one line."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS else quoted(text)


def yaml_list(texts: Sequence[str]) -> str:
    """Return ``texts`` as a list in square brackets."""
    return f"[{', '.join(map(quoted, texts))}]"


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks, in which it may stand anywhere; half a character becomes U+FFFD.

    A string of JSON is one of YAML, but for what YAML does not take as it is.
    """
    return _UNFIT.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= match[0] <= "\udfff" else f"\\U{ord(match[0]):08x}"
