"""Where sentences begin and end in folded text, as far as anchoring needs to know."""

import re
from itertools import pairwise

# With which a sentence ends, marks behind it included.
ENDS = (".", "!", "?", "…", '"', "'", ")", "]")
# No sentence is followed further than this.
_LONGEST = 600
# Marks and brackets that may open a sentence before its first letter, and that letter.
_AHEAD = 4
_SENTENCE = re.compile(r"[.!?…][\"')\]]* (?=[\"'(\[]*[^\W_a-z])")


def sentence_start(text: str, start: int) -> int:
    """Return where the sentence that holds the character at ``start`` begins, no further back than _LONGEST."""
    floor = max(0, start - _LONGEST)
    found = floor
    for end in _SENTENCE.finditer(text, floor, start + _AHEAD):
        if end.end() <= start:
            found = end.end()
    return found


def sentence_end(text: str, end: int) -> int:
    """Return where the sentence that holds the character before ``end`` ends, no further on than _LONGEST."""
    stop = _SENTENCE.search(text, max(0, end - 3), min(len(text), end + _LONGEST))
    while stop is not None and stop.end() - 1 < end:
        stop = _SENTENCE.search(text, stop.end(), min(len(text), end + _LONGEST))
    return stop.end() - 1 if stop is not None else min(len(text), end + _LONGEST)


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text``, without the white space between them."""
    ends = [0, *(found.end() for found in _SENTENCE.finditer(text)), len(text)]
    return [text[start:end].strip() for start, end in pairwise(ends)]
