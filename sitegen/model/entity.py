"""What mentions are resolved to, across articles."""

from dataclasses import dataclass

from sitegen.model.mention import Kind


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """What the author wrote about an entity; ``note`` is the body, in Markdown."""

    id: str
    path: str
    kind: Kind
    name: str
    variants: tuple[str, ...] = ()
    note: str = ""

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
