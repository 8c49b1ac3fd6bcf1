"""What is to be said about names that were not resolved, or not for sure."""

from sitegen.diagnostics import Diagnostic
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.resolve.claims import Claim
from sitegen.resolve.solve import Doubt, Suspicion


def doubtful(article: Article, analysis: Analysis, doubt: Doubt) -> Diagnostic:
    """Return a warning about a name that fits several."""
    line, column = _place(article, analysis, doubt.claim)
    message = f"“{doubt.claim.cluster.name}” could be {' or '.join(doubt.names)}; it is not linked"
    hint = "say who is meant under people: in the front matter, with the id"
    return Diagnostic("ambiguous-person", "warning", article.path, line, column, message, hint)


def suspected(article: Article, analysis: Analysis, suspicion: Suspicion) -> Diagnostic:
    """Return a warning about a name that may be another person's than the page to which it leads."""
    line, column = _place(article, analysis, suspicion.claim)
    name, other = suspicion.claim.cluster.name, suspicion.other.article
    message = f"“{name}” here and in {other} may be two people: {'; '.join(suspicion.reasons)}"
    hint = "if so, write a record for each, or say who is meant under people: with the id; sitegen people split helps"
    return Diagnostic("possible-namesakes", "warning", article.path, line, column, message, hint)


def _place(article: Article, analysis: Analysis, claim: Claim) -> tuple[int | None, int | None]:
    spans = (mention.span for mention in analysis.mentions if mention.cluster == claim.number)
    first = next(spans, None)
    return article.place(first.start) if first is not None else (None, None)
