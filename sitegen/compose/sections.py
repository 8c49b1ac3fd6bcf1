"""People, organisations and places as parts of a site: where they stand and what they are called."""

from dataclasses import dataclass

from sitegen.compose.permalinks import ORGANISATIONS, PEOPLE, PLACES
from sitegen.model.mention import Kind


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of entity in the words of pages; ``page`` and ``directory`` are the templates of its pages."""

    kind: Kind
    folder: str
    title: str
    singular: str
    plural: str
    page: str
    directory: str


SECTIONS: dict[Kind, Section] = {
    "person": Section("person", PEOPLE, "People", "person", "people", "person.html", "people.html"),
    "organisation": Section(
        "organisation",
        ORGANISATIONS,
        "Organisations",
        "organisation",
        "organisations",
        "organisation.html",
        "organisations.html",
    ),
    "place": Section("place", PLACES, "Places", "place", "places", "place.html", "places.html"),
}
