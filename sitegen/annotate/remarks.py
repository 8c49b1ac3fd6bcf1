"""What is said about annotations that are no longer where they were."""

from sitegen.annotate.anchors import Lost
from sitegen.diagnostics import Diagnostic
from sitegen.model.annotation import Annotation
from sitegen.model.article import Article
from sitegen.model.span import Span

_SHOWN = 80
_WHY = {
    "gone": "the words {words} do not stand in {file} as they did",
    "ambiguous": "which place of {file} the words {words} mean is not sure",
    "changed": "other words stand in {file} where {words} stood",
}
_HINT = (
    "write in “exact” the words as they stand now, with more of what stands round them in “prefix” and “suffix”, "
    "or delete the annotation"
)
_LAPSED = "until you mend it, the site shows again what you corrected or rejected"
_PARTS_HINT = "write the words of each part as they stand in the text, in their order, with enough of them to find them"


def orphaned(article: Article, annotation: Annotation, lost: Lost, *, parts: bool = False) -> Diagnostic:
    """Return the warning that ``annotation`` has lost its place; ``parts`` tells that only those of its extent have."""
    words = _words(annotation.selector.exact)
    if parts:
        named = " and ".join(map(_words, annotation.parts))
        message = f"near {words} in {_where(article, lost.best)} the words {named} are not found, or not for sure"
    else:
        message = _WHY[lost.reason].format(words=words, file=article.path)
        places = [span for span in (lost.best, lost.rival) if span is not None]
        likely = " and ".join(f"{_words(span.of(article.text))} in line {_line(article, span)}" for span in places)
        message += f"; the likeliest is {likely}" if len(places) == 1 else f": {likely}" if places else ""
    code, hint = "annotation-orphaned", _PARTS_HINT if parts else _HINT
    if annotation.decision in {"correct", "reject"}:
        code, hint = "annotation-lapsed", f"{_LAPSED}: {hint}"
    return Diagnostic(code, "warning", annotation.path, annotation.line, annotation.column, message, hint)


def reworded(article: Article, annotation: Annotation, span: Span) -> Diagnostic:
    """Return the remark that other words stand at the place of ``annotation``."""
    now = _words(span.of(article.text))
    message = f"the words in {_where(article, span)} are now {now}; they were {_words(annotation.selector.exact)}"
    hint = "if the annotation holds for them, write them in “exact”; otherwise delete it"
    return Diagnostic("annotation-reworded", "info", annotation.path, annotation.line, annotation.column, message, hint)


def _where(article: Article, span: Span | None) -> str:
    return f"{article.path}, line {_line(article, span)}" if span else article.path


def _line(article: Article, span: Span) -> int:
    return article.place(span.start)[0]


def _words(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) > _SHOWN:
        flat = flat[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"“{flat}”"
