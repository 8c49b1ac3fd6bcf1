"""What mentions are resolved to, across articles."""

import datetime
from dataclasses import dataclass

from sitegen.model.mention import Kind
from sitegen.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Role:
    """An office or a calling, and from when to when; None for a bound that is not known."""

    title: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    organisation: str = ""

    def held_on(self, day: datetime.date | None) -> bool:
        """Tell whether it can have been held on ``day``; of an unknown day it can."""
        if day is None:
            return True
        begun = self.since is None or self.since.earliest <= day
        return begun and (self.until is None or day <= self.until.latest)


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """What the author wrote about an entity; ``note`` is the body, in Markdown.

    ``never`` are strings that don't mean this entity, alone or as a part of a longer name. ``articles`` are the ids of
    the articles in which the name means this one of several who bear it. ``former_ids`` were its ids once.
    ``wikidata`` is "Q…" or empty; ``image`` the path of a picture, relative to the record's file.
    ``noindex`` keeps search engines from its page; ``suppress`` keeps it out of everything that is published;
    ``sensitive`` asks that a person confirms what it is said to have said before that is published.
    """

    id: str
    path: str
    kind: Kind
    name: str
    variants: tuple[str, ...] = ()
    note: str = ""
    born: PartialDate | None = None
    died: PartialDate | None = None
    roles: tuple[Role, ...] = ()
    wikidata: str = ""
    image: str = ""
    image_alt: str = ""
    never: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    noindex: bool = False
    suppress: bool = False
    sensitive: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The preferred name and all variants."""
        return (self.name, *self.variants)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, an organisation or a place.

    ``local`` marks an entity of one article alone: a lone name that nothing explains. It has no page.
    """

    id: str
    kind: Kind
    name: str
    forms: tuple[str, ...] = ()
    record: AuthorityRecord | None = None
    local: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, and all that its record gives it."""
        return (self.name,) if self.record is None else (self.name, *self.record.names)

    @property
    def noindex(self) -> bool:
        """Whether its record keeps search engines from all that is about it."""
        return self.record is not None and self.record.noindex
