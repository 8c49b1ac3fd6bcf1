"""No annotation that lost its place in the text."""

from collections.abc import Iterable, Iterator

from sitegen.codes.annotations import LAPSED, ORPHANED
from sitegen.diagnostics import Diagnostic


def orphans(remarks: Iterable[Diagnostic], *, harmless: bool) -> Iterator[Diagnostic]:
    """Yield an error for each of ``remarks`` that tells of a lost annotation, with ``harmless`` of any such."""
    for remark in remarks:
        if remark.code == LAPSED or (harmless and remark.code == ORPHANED):
            hint = remark.hint or "give it the words as they stand in the article now, or take it out"
            yield Diagnostic("policy-orphan", "error", remark.path, remark.line, remark.column, remark.message, hint)
