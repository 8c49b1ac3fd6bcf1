"""Nodes that several kinds of pages share."""

from typing import Any

from sitegen.compose.credit import TYPES
from sitegen.compose.frames import Framer
from sitegen.compose.iris import Iris
from sitegen.compose.json_text import script_text
from sitegen.compose.permalinks import HOME, Place
from sitegen.compose.surroundings import Known

CONTEXT = "https://schema.org"


def script(node: dict[str, Any]) -> str:
    """Return a node as the content of a page's script element."""
    return script_text({"@context": CONTEXT, **node})


def identity(iris: Iris, address: str) -> dict[str, str]:
    """Return what tells a node from all others; nothing where the site's own address is not known."""
    return {"@id": address, "url": address} if iris.absolute else {}


def known_node(iris: Iris, entity: Known) -> dict[str, str]:
    """Return a person, an organisation or a place by its name, and by its address where it has a page."""
    address = identity(iris, iris.entity(entity)) if entity.has_page else {}
    return {"@type": TYPES[entity.kind], **address, "name": entity.name}


def site_node(framer: Framer) -> dict[str, str]:
    """Return the site itself, which its pages are parts of."""
    iris = Iris(framer, Place(HOME))
    return {"@type": "WebSite", **identity(iris, iris.of(HOME)), "name": framer.settings.title}


def organisation(name: str, address: str = "") -> dict[str, str]:
    """Return an organisation by its name."""
    return {"@type": "Organization", "name": name, "url": address}
