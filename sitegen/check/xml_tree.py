"""A file of XML as a tree whose elements know their lines."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat


@dataclass(slots=True)
class Element:
    """An element: ``name`` is its local one; ``content`` are texts and elements. Lines count from 1."""

    name: str
    attributes: dict[str, str]
    line: int
    content: "list[str | Element]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content)

    def children(self, name: str) -> "Iterator[Element]":
        """Yield the elements of that name right inside it."""
        return (part for part in self.content if isinstance(part, Element) and part.name == name)

    def all(self, name: str) -> "Iterator[Element]":
        """Yield the elements of that name anywhere inside it, in the order of the file."""
        for part in self.content:
            if isinstance(part, Element):
                if part.name == name:
                    yield part
                yield from part.all(name)


def read_xml(content: bytes) -> Element | None:
    """Return the root element, None for what is not XML, or declares entities, which can grow without bound."""
    document = Element("", {}, 1)
    opened = [document]
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, attributes: dict[str, str]) -> None:
        element = Element(name.rpartition(" ")[2], attributes, parser.CurrentLineNumber)
        opened[-1].content.append(element)
        opened.append(element)

    def write(text: str) -> None:
        opened[-1].content.append(text)

    def refuse(*_: object) -> None:
        raise ValueError

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _: opened.pop()
    parser.CharacterDataHandler = write
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError):
        return None
    return next((part for part in document.content if isinstance(part, Element)), None)
