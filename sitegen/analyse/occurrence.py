"""A place where a name stands, and whom it can mean."""

from dataclasses import dataclass

from sitegen.model.mention import Kind


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name in the text. ``people`` are the profiles that it can mean: one is a link, several compete, none is
    a name that stands for nobody known, which ``kind`` then describes; ``under`` is the longer name that it is short
    for, of an organisation."""

    tokens: range
    kind: Kind
    people: tuple[int, ...] = ()
    under: str = ""
