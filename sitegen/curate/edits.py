"""Edits of a file of annotations, read again before anybody gets to see them."""

from collections.abc import Callable, Sequence
from typing import Any

from sitegen.curate.annotation_page import read_annotation_page
from sitegen.curate.own_text import own_text
from sitegen.curate.record_yaml import EditProblem

# The offsets between which a text is put, and the text.
Edit = tuple[int, int, str]
# What a member is to say, and whether it was written just now.
Expected = tuple[Any, bool]


def first_safe(text: str, expected: Sequence[Expected], edits: Callable[[bool], list[Edit]]) -> str:
    """Return ``text`` with edits, with blocks of lines or, where a comment would become a part of one, without."""
    own = own_text(text)
    made = own.put_all(edits(True))
    if made == text:
        return text
    try:
        return checked(made, text, expected)
    except EditProblem:
        return checked(own.put_all(edits(False)), text, expected)


def checked(made: str, before: str, expected: Sequence[Expected]) -> str:
    """Return ``made`` where it says what was expected; each comes with whether it was written just now."""
    refusal = "the file is written in a way in which it cannot be edited safely"
    try:
        found = [member.said for member in read_annotation_page(made).members]
    except EditProblem as problem:
        raise EditProblem(refusal, min(problem.line, before.count("\n") + 1)) from None
    same = len(found) == len(expected) and all(
        _same(one, other, exactly=new) for one, (other, new) in zip(found, expected, strict=True)
    )
    if not same:
        raise EditProblem(refusal, 1)
    return made


def _same(one: Any, other: Any, *, exactly: bool) -> bool:
    if one == other:
        return True
    if not exactly:
        # The last line of a block at the end of a file has its line end only where the file has.
        return bool(_trimmed(one) == _trimmed(other))
    # The order of keys is their author's, and an empty one may stay.
    return (
        isinstance(one, tuple) and len({tuple(sorted(filter(_is_said, some), key=repr)) for some in (one, other)}) == 1
    )


def _is_said(pair: tuple[str, Any]) -> bool:
    return bool(pair[1])


def _trimmed(value: Any) -> Any:
    if isinstance(value, str):
        return value.rstrip("\n")
    return tuple(map(_trimmed, value)) if isinstance(value, tuple) else value
