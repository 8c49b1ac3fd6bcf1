"""What is said about annotations that are no longer where they were."""

from sitegen.annotate.anchors import Lost
from sitegen.diagnostics import Diagnostic
from sitegen.model.annotation import Annotation
from sitegen.model.article import Article
from sitegen.model.span import Span
from sitegen.model.yaml_text import quoted

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
_GONE_HINT = "delete the annotation; or write in “exact” the words as they stand now, if they only look different"
# How many characters of what stands round words are shown, and the marks that don't matter round them.
_NEAR, _MARKS = 60, "\"“”„‟«»'‘’"
_LAPSED = "until you mend it, the site shows again what you corrected or rejected"
_PARTS_HINT = "write the words of each part as they stand in the text, in their order, with enough of them to find them"


def orphaned(article: Article, annotation: Annotation, lost: Lost, *, parts: bool = False) -> Diagnostic:
    """Return the warning that ``annotation`` has lost its place; ``parts`` tells that only those of its extent have."""
    words, hint = _words(annotation.selector.exact), _HINT
    places = [_whole(article.text, span) for span in (lost.best, lost.rival) if span is not None]
    if parts:
        named = " and ".join(map(_words, annotation.parts))
        message = f"near {words} in {_where(article, lost.best)} the words {named} are not found, or not for sure"
        hint = _PARTS_HINT
    elif places and all(_flat(span.of(article.text)) == _flat(annotation.selector.exact) for span in places):
        lines = " and ".join(f"line {_line(article, span)}" for span in places)
        surroundings = "more surroundings must say which" if len(places) > 1 else "other words stand round them there"
        message = f"{words} stands in {lines} of {article.path}, but {surroundings}"
        hint = "; ".join(_surroundings(article, span) for span in places)
    else:
        message = _WHY[lost.reason].format(words=words, file=article.path)
        likely = " and ".join(f"{_words(span.of(article.text))} in line {_line(article, span)}" for span in places)
        message += f"; the likeliest is {likely}" if len(places) == 1 else f": {likely}" if places else ""
        hint = _HINT if places else _GONE_HINT
    code = "annotation-orphaned"
    if annotation.decision in {"correct", "reject"}:
        code, hint = "annotation-lapsed", f"{_LAPSED}; {hint}"
    return Diagnostic(code, "warning", annotation.path, annotation.line, annotation.column, message, hint)


def _surroundings(article: Article, span: Span) -> str:
    """Return what to write for the words in ``span``, if they are meant; the end of a block is a blank there."""
    text = article.text
    before = " ".join(text[max(0, span.start - _NEAR) : span.start].split())
    behind = " ".join(text[span.end : span.end + _NEAR].split())
    # From and to a whole word.
    before = before if span.start <= _NEAR else before.partition(" ")[2]
    behind = behind if span.end + _NEAR >= len(text) else behind.rpartition(" ")[0]
    sides = [f"“{key}: {quoted(words)}”" for key, words in (("prefix", before), ("suffix", behind)) if words]
    return f"for line {_line(article, span)} write {' and '.join(sides)}"


def _whole(text: str, span: Span) -> Span:
    """Return a place with the rest of the words that it begins and ends in."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _flat(text: str) -> str:
    return " ".join(text.split()).strip(_MARKS)


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
