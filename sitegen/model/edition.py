"""Which articles are published: what day it is, and whether drafts and the future are shown."""

import datetime
from dataclasses import dataclass
from typing import Literal

from sitegen.model.article import Article

# Why an article is not published yet: a draft, or one of a day to come; "" where it is.
State = Literal["", "draft", "future"]


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

    def state(self, article: Article) -> State:
        """Return why ``article`` is published in this edition alone, "" where every edition of the day has it."""
        if article.draft:
            return "draft"
        return "future" if article.date is not None and article.date > self.today else ""
