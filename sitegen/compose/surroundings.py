"""What the pages of one article show of the rest of the site."""

from dataclasses import dataclass, field
from typing import Literal

from sitegen.compose.hrefs import Targets
from sitegen.compose.permalinks import entity_folder
from sitegen.model.mention import Kind
from sitegen.model.relations import Reason


@dataclass(frozen=True, slots=True)
class Known:
    """What the pages of an article show of an entity that stands in it.

    ``noindex`` keeps search engines from its page and from those of its quotations.
    """

    id: str
    kind: Kind
    name: str
    has_page: bool = True
    noindex: bool = False

    @property
    def folder(self) -> str:
        """The folder of its page."""
        return entity_folder(self.kind, self.id)


@dataclass(frozen=True, slots=True)
class Tie:
    """What every mention of a quotation shows of its relations to others.

    ``versions`` counts the versions that its page lists, itself among them: all that carry its utterance where these
    are many, else those that have words in common with it. ``lead`` is the one that stands for them all in lists;
    ``denial`` tells that it says something is not so; ``answers`` is the quotation of its article that it answers, and
    ``reason`` why it is taken for an answer.
    """

    versions: int = 1
    lead: str = ""
    denial: bool = False
    answers: str = ""
    reason: Reason | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that the pages of one article show of the rest of the site.

    ``title`` is told apart from those of other articles; ``tags`` are pairs of slug and name, ``ties`` of a quotation
    and what it has to do with others, for those that have anything. ``paged`` are the ids of its quotations that have a
    page of their own, None where all of them do. ``authors`` are pairs of slug and name as the article spells it, the
    slug "" for no page.
    """

    title: str
    known: tuple[Known, ...] = ()
    listed: tuple[Known, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    targets: Targets = field(default_factory=Targets)
    ties: tuple[tuple[str, Tie], ...] = ()
    paged: frozenset[str] | None = None
    authors: tuple[tuple[str, str], ...] = ()
