"""What pages say of themselves where somebody shares their address: Open Graph's terms."""

from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Story:
    """What a page tells of its subject besides the title: ``kind`` is Open Graph's type, the rest is an article's.

    ``published`` is ISO 8601, "" where no date is known.
    """

    kind: Literal["website", "article", "profile"] = "website"
    published: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


PLAIN = Story()


def social_of(settings: Settings, title: str, story: Story, image: str, *, own_card: bool) -> Social:
    """Return what a page says of itself; ``image`` is the address of its own card, or of that of the site."""
    bare = title.removesuffix(f" | {settings.title}")
    return Social(
        kind=story.kind,
        title=bare,
        locale=locale(settings.language),
        image=image,
        alt=bare if own_card else settings.title,
        own_card=own_card,
        published=story.published,
        authors=story.authors,
        tags=story.tags,
    )


def locale(language: str) -> str:
    """Return a language as Open Graph writes it, "en_GB" for "en-GB"; "" where no territory can be told."""
    main, *others = language.split("-")
    territory = next((part.upper() for part in others if len(part) == 2 or part.isdigit()), _LIKELY.get(main, ""))
    return f"{main}_{territory}" if territory else ""
