"""Which articles are published, and in what order."""

import datetime
from collections.abc import Sequence

from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article


def published(
    articles: Sequence[Article], today: datetime.date, *, drafts: bool, future: bool
) -> tuple[list[Article], list[Diagnostic]]:
    """Split off drafts and articles of the future: one set feeds every page, index and export.

    Returns the articles that are published at ``today``, and a remark for each that is left out for its date.
    """
    kept, remarks = [], []
    for article in articles:
        if article.draft and not drafts:
            continue
        if article.date is not None and article.date > today and not future:
            remarks.append(
                Diagnostic(
                    "future",
                    "info",
                    article.path,
                    None,
                    None,
                    f"dated {article.date.isoformat()}, in the future: left out",
                    "build with --future to see it",
                )
            )
            continue
        kept.append(article)
    return kept, remarks


def unchanged_days(
    articles: Sequence[Article], today: datetime.date, *, drafts: bool, future: bool
) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and the last day on which ``published`` says the same as at ``today``; None for no bound."""
    dates = [a.date for a in articles if a.date is not None and not future and (drafts or not a.draft)]
    since = max((date for date in dates if date <= today), default=None)
    until = min((date for date in dates if date > today), default=None)
    return since, None if until is None else until - datetime.timedelta(days=1)


def newest_first(article: Article) -> tuple[int, float, str]:
    """Return what articles are sorted by: the newest first, undated ones last, then by id."""
    if article.date is None:
        return 1, 0.0, article.id
    moment = datetime.datetime.fromisoformat(article.moment).timestamp() if article.moment else 0.0
    return 0, -article.date.toordinal() - moment / 1e11, article.id
