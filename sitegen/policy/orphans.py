"""No annotation that lost its place in the text."""

from collections.abc import Iterable, Iterator

from sitegen.diagnostics import Diagnostic

# What the stage that places annotations calls those for which it finds no place.
_ORPHANED = "annotation-orphaned"


def orphans(remarks: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield an error for each of ``remarks`` that tells of an annotation without a place."""
    for remark in remarks:
        if remark.code == _ORPHANED:
            hint = remark.hint or "give it the words as they stand in the article now, or take it out"
            yield Diagnostic("policy-orphan", "error", remark.path, remark.line, remark.column, remark.message, hint)
