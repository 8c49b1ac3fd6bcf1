"""What two publications of a site say otherwise."""

from dataclasses import dataclass

from sitegen.model.publication import PublishedLink, PublishedQuote


@dataclass(frozen=True, slots=True)
class Change:
    """A quotation before and after: the same id, or the same words, or much the same, under another."""

    before: PublishedQuote
    after: PublishedQuote

    @property
    def reattributed(self) -> bool:
        """Whether the words are given to somebody else, or to nobody any more."""
        old, new = self.before.speaker, self.after.speaker
        return old is not new and (old is None or not old.is_same(new))

    @property
    def has_new_id(self) -> bool:
        """Whether the words or the article are others than before, so that the id is another."""
        return self.before.id != self.after.id

    @property
    def moved(self) -> bool:
        """Whether the very words stand in another article now, or under another name of the same one."""
        return self.before.article != self.after.article and self.before.exact == self.after.exact


@dataclass(frozen=True, slots=True)
class Relinked:
    """A mention that leads to another person's page than before, by their ids; "" stands for no link.

    ``link`` says where it stands now.
    """

    article: str
    path: str
    link: PublishedLink
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Differences:
    """All that is said otherwise.

    ``changes`` pairs each quotation that has another speaker or another id with what it was. ``carried`` holds new or
    edited quotations that took over words of another one, which is no longer there or was edited as well, and gave them
    to somebody else: parts of what was split or joined.
    """

    added: tuple[PublishedQuote, ...] = ()
    lost: tuple[PublishedQuote, ...] = ()
    changes: tuple[Change, ...] = ()
    carried: tuple[Change, ...] = ()
    relinked: tuple[Relinked, ...] = ()

    @property
    def reattributed(self) -> tuple[Change, ...]:
        """The words that are given to somebody else; a quotation comes once."""
        given = {change.after.id: change for change in self.changes if change.reattributed}
        return (*given.values(), *(change for change in self.carried if change.after.id not in given))

    @property
    def edited(self) -> tuple[Change, ...]:
        """The quotations whose words were edited, their speaker being the same."""
        return tuple(c for c in self.changes if c.has_new_id and not c.moved and not c.reattributed)

    @property
    def moved(self) -> tuple[Change, ...]:
        """The quotations that stand in another article now, or under its other name, their speaker being the same."""
        return tuple(c for c in self.changes if c.moved and not c.reattributed)

    def __bool__(self) -> bool:
        return bool(self.added or self.lost or self.changes or self.carried or self.relinked)
