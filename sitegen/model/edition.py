"""Which articles are published: what day it is, and whether drafts and the future are shown."""

import datetime
from dataclasses import dataclass

from sitegen.model.article import Article


@dataclass(frozen=True, slots=True)
class Edition:
    """One set of published articles for every output of a site."""

    today: datetime.date
    drafts: bool = False
    future: bool = False

    def is_open(self, article: Article) -> bool:
        """Tell whether an article may be published, its date aside."""
        return self.drafts or not article.draft

    def has_come(self, article: Article) -> bool:
        """Tell whether the day of an article has come; an undated one is always there."""
        return self.future or article.date is None or article.date <= self.today
