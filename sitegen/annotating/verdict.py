"""What a build would say about a decision before it is written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.annotating.desk import Change, Desk, followed
from sitegen.codes.annotations import LOST
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.annotation import Annotation
from sitegen.model.article import Article
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress

# Lines of the file as it would be, each with that of the file as it is: None for what is new.
_Lines = Mapping[int, int | None]


def verdict(
    desk: Desk, article: Article, change: Change, new: Annotation, parser: Parser | None, progress: Progress
) -> tuple[tuple[Diagnostic, ...], str]:
    """Return what a build would say about ``new``, which ``change`` adds beside ``article``, and whom it corrects.

    Raises InputError where it would not follow it.
    """
    lines = _lines(change.annotations, (*desk.beside(article), new))
    written = next(line for line, before in lines.items() if before is None)
    annotations = {**desk.contents.annotations, article.id: change.annotations}
    place = f"{new.path}:{written}"
    build = followed(desk, parser, progress, annotations)
    found = [
        remark
        for remark in build.remarks
        if (remark.path, remark.line) == (new.path, written) or f" {place} " in f"{remark.message} "
    ]
    told = tuple(_as_it_stands(remark, article, new.path, lines) for remark in found)
    if any(remark.severity == "error" or remark.code in LOST for remark in told):
        raise InputError(*(replace(remark, severity="error") for remark in told))
    return told, build.holding.get((new.path, written), "")


def _lines(after: Sequence[Annotation], before: Sequence[Annotation]) -> _Lines:
    bare = [each.bare for each in before]
    found: dict[int, int | None] = {}
    for each in after:
        number = bare.index(each.bare)
        found[each.line] = None if number == len(before) - 1 else before[number].line
    return found


def _as_it_stands(remark: Diagnostic, article: Article, path: str, lines: _Lines) -> Diagnostic:
    """Return a remark about a file that is not written, with the lines of the one that is there."""

    def place(match: re.Match[str]) -> str:
        line = lines.get(int(match[1]))
        return f"{path}:{line}" if line else "hand"

    message = re.sub(rf"{re.escape(path)}:(\d+)", place, remark.message)
    line = lines.get(remark.line or 0)
    return replace(remark, path=path if line else article.path, line=line, column=None, message=message)
