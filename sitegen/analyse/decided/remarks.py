"""What is to be said about decisions that cannot be followed as they are."""

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.model.annotation import Placed
from sitegen.model.article import Article

_LONGEST = 60


class Remarks:
    """Collects the diagnostics about the decisions of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._found: dict[Diagnostic, None] = {}

    def all(self) -> tuple[Diagnostic, ...]:
        """Return all that was said, each once, in the order in which it was found."""
        return tuple(self._found)

    def unknown(self, placed: Placed, value: str, near: str) -> None:
        """Say that nobody is called ``value``; ``near`` is the id of somebody of nearly that name."""
        message = f"nobody in the site has the id or the name “{value}”"
        hint = f"did you mean {near}?" if near else "write a record: content/people/NAME.md with “name: …” and “id: …”"
        self._remark("annotation-entity", "error", placed, message, hint)

    def conflict(self, placed: Placed, other: Placed) -> None:
        """Say that two decisions about one thing disagree, and that neither is the newer one."""
        where = f"{other.annotation.path}:{other.annotation.line}"
        message = f"this and the decision at {where} disagree about {_words(self._article, placed)}"
        hint = "take one of them out, or give the newer one its “date: …”"
        self._remark("annotation-conflict", "error", placed, message, hint)

    def overruled(self, placed: Placed, inline: Placed) -> None:
        """Say that what stands in the article itself goes before the file beside it."""
        where = f"{inline.annotation.path}:{inline.annotation.line}"
        message = f"the article itself says otherwise about {_words(self._article, placed)}, at {where}"
        self._remark("annotation-overruled", "info", placed, message, "take one of the two out")

    def differs(self, placed: Placed, named: str, value: str) -> None:
        """Say that somebody is confirmed, or rejected, whom the program does not name there."""
        rejects = placed.annotation.decision == "reject"
        message = f"the program names {named or 'nobody'} at {_words(self._article, placed)}, not “{value}”"
        hint = "there is nothing to reject now; it holds if that name ever comes back"
        if not rejects:
            hint = "write “decision: correct” where the program was wrong; the words are given as you say"
        self._remark("annotation-differs", "info" if rejects else "warning", placed, message, hint)

    def several(self, placed: Placed) -> None:
        """Say that the words of a decision hold quotations of several people."""
        message = f"there are quotations of several people in {_words(self._article, placed)}"
        self._remark("annotation-several", "error", placed, message, "copy the words of one quotation alone")

    def idle(self, placed: Placed, lacks: str) -> None:
        """Say that there is nothing in the place that the decision could be about."""
        line, column = self._article.place(placed.span.start)
        where = ":".join(str(part) for part in (self._article.path, line, column) if part is not None)
        message = f"there is no {lacks} at {where}: {_words(self._article, placed)}"
        hint = f"if there should be one, say so first: “decision: add”, “{lacks}: …”; else take this out"
        self._remark("annotation-idle", "warning", placed, message, hint)

    def unmarked(self, placed: Placed) -> None:
        """Say that words of which none stand in quotation marks are no mixed quotation."""
        message = f"nothing in {_words(self._article, placed)} stands in quotation marks, so it cannot be mixed"
        hint = "write “indirect”, or “direct” where these are the very words"
        self._remark("annotation-idle", "warning", placed, message, hint)

    def _remark(self, code: str, severity: Severity, placed: Placed, message: str, hint: str) -> None:
        annotation = placed.annotation
        where = annotation.path, annotation.line, annotation.column
        self._found.setdefault(Diagnostic(code, severity, *where, message, hint))


def _words(article: Article, placed: Placed) -> str:
    words = " ".join(placed.span.of(article.text).split())
    return f"“{words if len(words) <= _LONGEST else words[:_LONGEST] + '…'}”"
