"""What pages say of themselves where somebody shares their address: Open Graph's terms."""

import re
from dataclasses import dataclass

from sitegen.compose.permalinks import PEOPLE, Place, escape
from sitegen.model.card import Card
from sitegen.model.settings import Settings
from sitegen.model.view_social import Social

# Open Graph wants a territory as well: the one where most people speak it (CLDR, likely subtags).
_LIKELY = dict(
    pair.split("_")
    for pair in (
        "cs_CZ cy_GB da_DK de_DE el_GR en_US es_ES fi_FI fr_FR ga_IE hu_HU it_IT ja_JP nb_NO nl_NL pl_PL pt_BR ro_RO "
        "ru_RU sv_SE tr_TR uk_UA zh_CN"
    ).split()
)

# The pages of one person, not those on which the index of all continues.
_PERSON = re.compile(rf"{PEOPLE}(?!page-\d+/)[^/]+/")


@dataclass(frozen=True, slots=True)
class Story:
    """What is told of an article besides its title: ``published`` is ISO 8601, "" where no date is known."""

    published: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def social_of(
    settings: Settings, place: Place, title: str, *, card: Card | None, shared: Card | None, story: Story | None
) -> Social:
    """Return what the page at ``place`` says of itself; ``card`` is its own, ``shared`` that of the site."""
    bare = title.removesuffix(f" | {settings.title}")
    shown = card or shared
    story_of = story or Story()
    return Social(
        kind="article" if story is not None else "profile" if _PERSON.match(place.folder) else "website",
        title=bare,
        locale=locale(settings.language),
        image=f"{settings.base_url.rstrip('/')}/{escape(shown.path)}" if shown is not None else "",
        alt=bare if card is not None else settings.title,
        own_card=card is not None,
        published=story_of.published,
        authors=story_of.authors,
        tags=story_of.tags,
    )


def locale(language: str) -> str:
    """Return a language as Open Graph writes it, "en_GB" for "en-GB"; "" where no territory can be told."""
    main, *others = language.split("-")
    territory = next((part.upper() for part in others if len(part) == 2 or part.isdigit()), _LIKELY.get(main, ""))
    return f"{main}_{territory}" if territory else ""
