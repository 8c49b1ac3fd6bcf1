"""A new annotation: the place that somebody means by words, and whether what is said there can hold."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.annotate import Anchors, Found, Lost, selector_of
from sitegen.annotate.folded import folded
from sitegen.annotate.standing import occurrences
from sitegen.annotating.desk import Change, Desk, as_read, extended, sidecar_of
from sitegen.annotating.known import known_as, standing
from sitegen.annotating.report import short
from sitegen.annotating.verdict import verdict
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.annotation import Annotation, Selector
from sitegen.model.article import Article
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress
from sitegen.model.span import Span

_MOST_SHOWN = 20
_AROUND = 30


@dataclass(frozen=True, slots=True)
class Wish:
    """The place that is meant: ``words`` with what stands before and behind them, on a line of the article's file.

    ``number`` counts from 1 among the places that fit. "", 0 mean that nothing is said of that.
    """

    words: str
    prefix: str = ""
    suffix: str = ""
    line: int = 0
    number: int = 0


def added(
    desk: Desk, article: Article, wish: Wish, said: Annotation, parser: Parser | None, progress: Progress
) -> tuple[Change, tuple[Diagnostic, ...]]:
    """Return the file of annotations with ``said`` at the place that is meant, and what a build would say about it.

    Raises InputError where the words stand nowhere or in several places, where what is said makes no sense, and where a
    build would not follow it.
    """
    span = _place(article, wish)
    new, wrong = as_read(replace(said, selector=selector_of(article.text, span), path=sidecar_of(article)))
    if new is None or wrong:
        raise InputError(*(replace(each, path=".", line=None, column=None) for each in wrong), exit_code=2)
    if Anchors(article.text).find(new.selector) != Found(span):
        message = "nothing tells these words from others that look alike"
        raise _refused(article, span, message, "give more words, to the end of the sentence or beyond")
    known = known_as(standing(desk, article), new, span)
    if known is not None:
        where = f"{known.path}:{known.line}"
        raise _refused(article, span, f"{where} says so already", "delete that one first, or change it by hand")
    change = extended(desk, article, [new])
    if new.proposed or not new.decision:
        return change, ()
    remarks, former = verdict(desk, article, change, new, parser, progress)
    if former and new.decision == "correct" and not new.was:
        # The page of corrections names whom the site named, also when a newer program no longer does.
        change = extended(desk, article, [replace(new, was=former)])
    return change, remarks


def _place(article: Article, wish: Wish) -> Span:
    found = list(_places(article, wish))
    fitting = [span for span in found if not wish.line or article.place(span.start)[0] == wish.line]
    if wish.number and wish.number <= len(fitting):
        return fitting[wish.number - 1]
    if len(fitting) == 1 and not wish.number:
        return fitting[0]
    words = short(wish.words)
    if len(fitting) > 1 or (wish.number and fitting):
        several = f"{words} stands in {len(fitting):,} places of {article.path}"
        shown = fitting[:_MOST_SHOWN]
        more = f"\n  … and {len(fitting) - len(shown):,} more" if len(fitting) > len(shown) else ""
        listed = "".join(f"\n  {number}. line {_shown(article, span)}" for number, span in enumerate(shown, 1))
        hint = "say which with --nth, --line, --prefix or --suffix, or give more words"
        raise InputError(
            Diagnostic("annotations-words", "error", article.path, None, None, f"{several}:{listed}{more}", hint),
            exit_code=2,
        )
    if found:
        lines = ", ".join(str(article.place(span.start)[0]) for span in found[:_MOST_SHOWN])
        message, hint = f"{words} does not stand on line {wish.line}", f"it stands on line {lines}"
    else:
        lost = Anchors(article.text).find(Selector(wish.words, wish.prefix, wish.suffix))
        best = lost.best if isinstance(lost, Lost) else lost.span
        message = f"{words} does not stand there so"
        hint = f"did you mean line {_shown(article, best)}?" if best else "copy the words from the article"
    raise InputError(Diagnostic("annotations-words", "error", article.path, None, None, message, hint), exit_code=2)


def _places(article: Article, wish: Wish) -> Iterator[Span]:
    """Yield where the words stand with what is said to stand round them; white space and typography may differ."""
    folds = Anchors(article.text).folded
    words = folded(wish.words).strip()
    before, behind = folded(wish.prefix).strip(), folded(wish.suffix).strip()
    for start in occurrences(folds.text, words) if words else ():
        end = start + len(words)
        if folds.text[:start].rstrip().endswith(before) and folds.text[end:].lstrip().startswith(behind):
            yield folds.span(start, end)


def _shown(article: Article, span: Span) -> str:
    """Return the line of a place and the words round it."""
    text = article.text
    before, behind = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    around = " ".join(f"{before}[{text[span.start : span.end][:_AROUND]}]{behind}".split())
    return f"{article.place(span.start)[0]}: …{around}…"


def _refused(article: Article, span: Span, message: str, hint: str) -> InputError:
    line, column = article.place(span.start)
    return InputError(Diagnostic("annotations-words", "error", article.path, line, column, message, hint))
