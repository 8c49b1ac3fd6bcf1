"""A place in an article where an entity is named."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sitegen.model.span import Span

Kind = Literal["person", "organisation", "place"]
Form = Literal["name", "pronoun", "nominal"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A surface form in the text, titles and possessive endings left out.

    ``cluster`` is the index of its coreference cluster in the article's analysis; None where it stands for
    nobody known or where several clusters compete, which ``candidates`` then lists.
    """

    span: Span
    form: Form
    kind: Kind | None
    cluster: int | None
    candidates: tuple[int, ...] = ()


def beginning_in(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Return those of ``mentions``, which are in the order of the text, that begin in ``span``."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    return mentions[first : bisect_left(mentions, span.end, first, key=lambda mention: mention.span.start)]


@dataclass(frozen=True, slots=True)
class Traits:
    """What an article tells of a person beside the name, to tell people of one name apart.

    ``gender`` is "f" or "m" where a form of address or the pronouns say so, else empty; ``born`` the first and the last
    year of birth that an age allows on the day of the article; ``callings`` what the person is said to be.
    """

    gender: str = ""
    born: tuple[int, int] | None = None
    callings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """The mentions of one entity inside one article.

    ``name`` is the fullest form in the text, without titles; ``titles`` the titles it is given; ``forms`` all
    surface forms. ``lone`` marks a single name that no full name explains: it never leaves its article.
    ``given`` is the id that the author fixed in the front matter, or empty. ``family_first`` marks a person's name
    whose first word is the family's ("Xi Jinping").
    """

    name: str
    kind: Kind
    forms: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    lone: bool = False
    given: str = ""
    traits: Traits = Traits()
    family_first: bool = False
