"""Headlines of plain-text articles: a short first line that is neither sentence, byline nor quotation."""

import re
from collections.abc import Sequence

from sitegen.source.bylines import read_byline
from sitegen.source.datelines import dateline_length

_LONGEST = 120
_OPENING = "\"'“‘«„"
_SPOKEN = re.compile(r"[\"“«„][^\"“”«»„]*(?:[,?!.][\"”»]|[\"”»]$)")
_SMALL = frozenset(
    """a an the of to in on at by for from with and or but nor as vs via per into over is are be was it its his her
    he she they we you i that this not no if so than after amid""".split()
)
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")


def is_headline(line: str, following: Sequence[str]) -> bool:
    """Tell whether ``line``, the first block of a plain text, is its headline; ``following`` are the next blocks.

    A final full stop forbids it, except in Title Case and before a byline or dateline, where no sentence stands.
    """
    if not 2 < len(line) <= _LONGEST or "\n" in line or not following:
        return False
    if read_byline(line) or dateline_length(line) or _WORD.search(line) is None:
        return False
    if line[0].islower() or line[-1] == "," or _quotation(line):
        return False
    if not any(len(block) > len(line) for block in following):
        return False
    if not line.endswith(".") or line.endswith(("...", "U.S.", "U.K.")):
        return True
    return _title_case(line) or read_byline(following[0]) is not None or dateline_length(following[0]) > 0


def _quotation(line: str) -> bool:
    """Tell whether ``line`` is speech: wholly in quotation marks, or with a comma before the closing one."""
    return line[0] in _OPENING and _SPOKEN.match(line) is not None


def _title_case(line: str) -> bool:
    """Tell whether All Long Words Have Capitals, in a line of four words or more."""
    words = [word for word in _WORD.findall(line) if word.lower() not in _SMALL]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= len(words) - len(words) // 8
