"""What the files of a build were made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.model.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Origin:
    """What tells whether a file must be made again.

    ``key`` is the digest of all that it is made from, a page's template aside; "" for a page that is made every time.
    ``view`` is that of what a page shows, and ``template`` the name of its template: both are "" for other files.
    """

    key: str
    template: str = ""
    view: str = ""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build into a folder came to, and of what.

    ``inputs`` is the digest of all that decides what a build makes, ``content`` that of all but the theme; the day is
    in ``outcome``. ``origins`` are those of the files that are made, by their names; ``styles`` the digests of all that
    templates are made of; ``copies`` where copied files come from that are no part of the theme, by their names.
    ``looks`` tells of each file of ``outcome``, in its order, how it was left.
    """

    inputs: str
    content: str
    outcome: Outcome
    looks: bytes
    origins: Mapping[str, Origin] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
