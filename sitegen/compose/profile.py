"""What an authority record says on its entity's page: dates, offices, picture, note."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.periods import from_to, partial_day, period
from sitegen.compose.permalinks import Place, entity_folder
from sitegen.compose.portraits import Portrayed, portrait_address, portrait_of
from sitegen.compose.wording import sentence
from sitegen.model.entity import AuthorityRecord, Entity, Role
from sitegen.model.picture import Picture
from sitegen.model.view_parts import Fact, Link, RoleLine

WIKIDATA = "https://www.wikidata.org/wiki/"


@dataclass(frozen=True, slots=True)
class Profile:
    """A record made ready for the pages of its entity; ``roles`` come with the folder of the organisation's page."""

    life: tuple[Fact, ...] = ()
    roles: tuple[tuple[Role, str], ...] = ()
    portrait: Portrayed | None = None
    note: str = ""
    wikidata: str = ""


def profile_of(index: Catalogue, entity: Entity, organisations: Mapping[str, str]) -> Profile:
    """Return what the record of ``entity`` says; ``organisations`` are folders of pages by names."""
    record = entity.record
    if record is None:
        return Profile()
    asset = portrait_of(record, index.assets)
    return Profile(
        life=tuple(_life(record)),
        roles=tuple((role, organisations.get(organisation_key(role.organisation), "")) for role in record.roles),
        portrait=Portrayed(
            portrait_address(record, asset), record.image_alt or entity.name, index.pictures.get(asset, Picture())
        )
        if asset
        else None,
        note=record.note,
        wikidata=record.wikidata,
    )


def organisation_key(name: str) -> str:
    """Return what two ways to write an organisation's name have in common: case, blanks and a leading "the" aside."""
    words = name.casefold().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def organisation_folders(index: Catalogue) -> dict[str, str]:
    """Return the folders of the pages of organisations, by their names; what several are called leads nowhere."""
    owners: dict[str, set[str]] = {}
    for entity in index.entities["organisation"].values():
        for name in (*entity.names, *entity.forms):
            owners.setdefault(organisation_key(name), set()).add(entity.id)
    return {name: entity_folder("organisation", *ids) for name, ids in owners.items() if len(ids) == 1}


def role_lines(place: Place, profile: Profile) -> tuple[RoleLine, ...]:
    """Return the offices as a page at ``place`` shows them."""
    return tuple(
        RoleLine(
            sentence(role.title),
            Link(role.organisation, place.to(folder) if folder else ""),
            period(role.since, role.until),
        )
        for role, folder in profile.roles
    )


def elsewhere(profile: Profile) -> tuple[Fact, ...]:
    """Return where else one can read about the entity."""
    if not profile.wikidata:
        return ()
    return (Fact("Elsewhere", f"Wikidata {profile.wikidata}", WIKIDATA + profile.wikidata, far=True),)


def _life(record: AuthorityRecord) -> list[Fact]:
    """Return a line on when somebody lived, or when something was there."""
    both, begun, ended = ("Lived", "Born", "Died") if record.kind == "person" else ("Existed", "Founded", "Ended")
    if record.born is not None and record.died is not None:
        return [Fact(both, from_to(record.born, record.died))]
    if record.born is not None:
        return [Fact(begun, partial_day(record.born))]
    return [Fact(ended, partial_day(record.died))] if record.died is not None else []
