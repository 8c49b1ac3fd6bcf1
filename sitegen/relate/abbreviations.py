"""Full stops that end no sentence: those of titles, initials and letters that stand for words."""

import re

_TITLES = "Mr Mrs Ms Dr Sen Rep Gov St Prof Gen Lt Col Sgt Capt Rev Hon Jr Sr vs"
_ALTERNATIVES = "|".join(_TITLES.split())
_WRITTEN = re.compile(rf"(?:\b(?:{_ALTERNATIVES}|No|[A-Z]))\.$|\.[A-Za-z]\.$")
# In small letters, "I." and "no." end sentences more often.
_FOLDED = re.compile(rf"(?:\b(?:{_ALTERNATIVES.lower()}|[b-hj-z]))\.$|\.[a-z]\.$")
_LONGEST = 6


def is_abbreviation(text: str, end: int, *, folded: bool = False) -> bool:
    """Tell whether what stands before ``end``, its full stop included, is an abbreviation.

    ``folded`` is for a text in small letters.
    """
    form = _FOLDED if folded else _WRITTEN
    return form.search(text, max(0, end - _LONGEST), end) is not None
