"""A quotation that offends against a rule: where it stands, what it says, and how a person decides about it."""

from pathlib import PurePosixPath

from sitegen.diagnostics import Diagnostic
from sitegen.model.behalf import heard_from
from sitegen.model.quote import Voice
from sitegen.model.site import Reading
from sitegen.model.span import Span

# So much of a quotation is enough to find it by, in characters.
_SHOWN = 60


def problem(code: str, reading: Reading, span: Span, message: str, hint: str) -> Diagnostic:
    """Return an error about the words at ``span`` of an article."""
    return Diagnostic(code, "error", reading.article.path, *reading.article.place(span.start), message, hint)


def words_at(reading: Reading, span: Span) -> str:
    """Return the first words at ``span`` in quotation marks, on one line."""
    text = " ".join(span.of(reading.article.text).split())
    if len(text) <= _SHOWN:
        return f"“{text}”"
    return f"“{text[:_SHOWN].rpartition(' ')[0] or text[:_SHOWN]}…”"


def called(reading: Reading, voice: Voice) -> str:
    """Return what an annotation calls a voice: the id of its entity, else the words that name it."""
    heard = heard_from(reading, voice) if voice.cluster is not None else None
    if heard is not None:
        return heard.entity
    return " ".join(voice.span.of(reading.article.text).split()) if voice.span is not None else "…"


def written(reading: Reading, decision: str) -> str:
    """Return what is written to decide about a quotation of an article, and where."""
    return f"write into {PurePosixPath(reading.article.path).stem}.annotations.yaml: {decision}"
