"""The known word that an unknown one may have been meant for."""

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint: the word of ``known`` that is most like ``word``, or ``otherwise`` where none is like it."""
    near = difflib.get_close_matches(word[:50].lower(), list(known), n=1, cutoff=0.6)
    return f"did you mean “{near[0]}”?" if near else otherwise
