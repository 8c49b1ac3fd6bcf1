"""People, organisations and places in the terms of schema.org: what their authority records say."""

import re
from collections.abc import Sequence
from typing import Any

from sitegen.compose.credit import TYPES
from sitegen.compose.frames import Sheet
from sitegen.compose.iris import Iris, iris_of
from sitegen.compose.permalinks import entity_folder
from sitegen.compose.profile import WIKIDATA, Profile
from sitegen.compose.schema.nodes import identity, script
from sitegen.compose.wording import shorten
from sitegen.model.entity import AuthorityRecord, Entity, Role
from sitegen.model.mention import Kind

_DATES: dict[Kind, tuple[str, str]] = {
    "person": ("birthDate", "deathDate"),
    "organisation": ("foundingDate", "dissolutionDate"),
}
_LONGEST_DESCRIPTION = 300
_MARKDOWN = re.compile(r"[*_`#<>\[\]|\\&~]")


def entity_schema(sheet: Sheet, entity: Entity, profile: Profile) -> str:
    """Return what the page of an entity says."""
    iris, record = iris_of(sheet), entity.record
    address = iris.of(entity_folder(entity.kind, entity.id))
    node: dict[str, Any] = {"@type": TYPES[entity.kind], **identity(iris, address), "name": entity.name}
    if iris.absolute:
        node["mainEntityOfPage"] = address
    if record is not None:
        node |= _recorded(record)
        if iris.absolute and profile.portrait is not None:
            node["image"] = iris.of(profile.portrait.address)
        if entity.kind == "person":
            node |= _offices(iris, profile.roles)
    return script(node)


def _recorded(record: AuthorityRecord) -> dict[str, Any]:
    found: dict[str, Any] = {
        "alternateName": list(record.variants),
        "sameAs": WIKIDATA + record.wikidata if record.wikidata else "",
        "description": _first_words(record.note),
    }
    dates = (str(day) if day is not None else "" for day in (record.born, record.died))
    return found | dict(zip(_DATES.get(record.kind, ()), dates, strict=False))


def _first_words(note: str) -> str:
    """Return the first paragraph of a note, "" where it has signs of Markdown: nothing here can tell what they mean."""
    first = note.strip().split("\n\n")[0]
    return "" if _MARKDOWN.search(first) else shorten(first, _LONGEST_DESCRIPTION)


def _offices(iris: Iris, roles: Sequence[tuple[Role, str]]) -> dict[str, Any]:
    """Return what somebody is, and what somebody was when, where a record says so."""
    open_roles = [(role, folder) for role, folder in roles if role.until is None]
    return {
        "jobTitle": [role.title for role, _ in open_roles],
        "affiliation": [
            {"@type": "Organization", "name": role.organisation, **(identity(iris, iris.of(folder)) if folder else {})}
            for role, folder in open_roles
            if role.organisation
        ],
        "hasOccupation": [
            {
                "@type": "Role",
                "roleName": role.title,
                "startDate": str(role.since) if role.since is not None else "",
                "endDate": str(role.until) if role.until is not None else "",
            }
            for role, _ in roles
            if role.since is not None or role.until is not None
        ],
    }
