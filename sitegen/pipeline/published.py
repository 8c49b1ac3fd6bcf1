"""Which articles are published, and in what order."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from sitegen.diagnostics import Diagnostic
from sitegen.model.annotation import Annotation
from sitegen.model.article import Article
from sitegen.model.edition import Edition


def published(articles: Sequence[Article], edition: Edition) -> tuple[list[Article], list[Diagnostic]]:
    """Split off drafts and articles of the future: one set feeds every page, index and export.

    Returns the articles of the edition, and a remark for each that is left out for its date.
    """
    chosen = [article for article in articles if edition.is_open(article)]
    remarks = [
        Diagnostic(
            "future",
            "info",
            article.path,
            None,
            None,
            f"dated {article.date}, in the future: left out",
            "build with --future to see it",
        )
        for article in chosen
        if not edition.has_come(article)
    ]
    return [article for article in chosen if edition.has_come(article)], remarks


def decided_ahead(annotations: Iterable[Annotation], edition: Edition) -> Iterator[Diagnostic]:
    """Yield a warning for each decision that is dated in the future: pages and feed would tell of it before its day."""
    for annotation in annotations:
        if annotation.date is not None and annotation.date > edition.today:
            message, hint = f"dated {annotation.date}, in the future", "write the day on which it was decided"
            where = annotation.path, annotation.line, annotation.column
            yield Diagnostic("annotation-date", "warning", *where, message, hint)


def unchanged_days(
    articles: Sequence[Article], edition: Edition, decided: Iterable[Annotation] = ()
) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and the last day on which the edition says the same as today; None for no bound.

    Where articles of the future are shown, they are marked as such until their day; and there is a warning of a
    decision until its day.
    """
    dates = [a.date for a in articles if a.date is not None and edition.is_open(a)]
    dates += [annotation.date for annotation in decided if annotation.date is not None]
    since = max((date for date in dates if date <= edition.today), default=None)
    until = min((date for date in dates if date > edition.today), default=None)
    return since, None if until is None else until - datetime.timedelta(days=1)


def newest_first(article: Article) -> tuple[int, float, str]:
    """Return what articles are sorted by: the newest first, undated ones last, then by id."""
    if article.date is None:
        return 1, 0.0, article.id
    moment = datetime.datetime.fromisoformat(article.moment).timestamp() if article.moment else 0.0
    return 0, -article.date.toordinal() - moment / 1e11, article.id
