"""States of macros/search.html."""

from sitegen.model.view_parts import Link, Listing
from tests.gallery.states.making import LONG_NAME, SCRIPTS, States, page_of

ALL = Link("All people", "people/")
SEARCH: States = {
    "search.box": {"before anything is asked": "./"},
    "search.lookup": {
        "nothing to look up": Listing("Tags", ALL, ()),
        "names of all scripts": Listing(
            "People",
            ALL,
            tuple(page_of(name, note) for name, note in zip(SCRIPTS.values(), ("12", "", "3") * 2, strict=True)),
        ),
        "letters": Listing(
            LONG_NAME, ALL, tuple(Link(letter, f"people/#{letter}") for letter in "ABCDEFGHIJKLMNOPQRST")
        ),
    },
    "frame.find": {"on a page of the site": "search/"},
}
