"""What two publications of a site say otherwise."""

from dataclasses import dataclass

from sitegen.model.publication import PublishedLink, PublishedQuote, Source


@dataclass(frozen=True, slots=True)
class Change:
    """A quotation before and after: the same id, or words of one article that were edited."""

    before: PublishedQuote
    after: PublishedQuote

    @property
    def reattributed(self) -> bool:
        """Whether the words are given to somebody else, or to nobody any more."""
        old, new = self.before.speaker, self.after.speaker
        return old is not new and (old is None or not old.is_same(new))

    @property
    def reworded(self) -> bool:
        """Whether the words are not the same, and so the id is another one."""
        return self.before.id != self.after.id


@dataclass(frozen=True, slots=True)
class Relinked:
    """A mention that leads to another page than before; None stands for no link."""

    article: str
    path: str
    link: PublishedLink
    before: Source | None
    after: Source | None


@dataclass(frozen=True, slots=True)
class Differences:
    """All that is said otherwise; ``changes`` holds only quotations that were reworded or re-attributed."""

    added: tuple[PublishedQuote, ...] = ()
    lost: tuple[PublishedQuote, ...] = ()
    changes: tuple[Change, ...] = ()
    relinked: tuple[Relinked, ...] = ()

    @property
    def reattributed(self) -> tuple[Change, ...]:
        """The quotations that are given to somebody else."""
        return tuple(change for change in self.changes if change.reattributed)

    @property
    def reworded(self) -> tuple[Change, ...]:
        """The quotations whose words were edited."""
        return tuple(change for change in self.changes if change.reworded)

    def __bool__(self) -> bool:
        return bool(self.added or self.lost or self.changes or self.relinked)
