"""The gallery: every component of the theme in every state, on one page for each set of style sheets."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.model.view import Page
from sitegen.model.view_parts import Frame, Link
from sitegen.render import Theme
from sitegen.shell.static_files import plainly_named
from sitegen.shell.theme import read_theme
from tests.gallery.states import STATES
from tests.gallery.states.frame import PLAIN
from tests.gallery.states.making import States

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"


@dataclass(frozen=True, slots=True)
class Room:
    """A page of the gallery, and what the pages of a site that show its components link in their heads."""

    name: str
    sheets: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GalleryView:
    """Templates ``gallery/NAME.html``."""

    frame: Frame
    heading: str
    sheets: tuple[str, ...]
    scripts: tuple[str, ...]
    states: States


# Never do two of these sheets stand on one page of a site: a class may mean one thing in one and another in the other.
ROOMS = (
    Room("names"),
    Room("article", ("article.css", "cards.css"), ("labels.js",)),
    Room("quotations", ("quote.css", "cards.css"), ("copy.js",)),
    Room("person", ("person.css", "cards.css"), ("chronicle.js",)),
    Room("timeline", ("timeline.css",)),
    Room("network", ("network.css",), ("network.js",)),
    Room("indexes", ("indexes.css", "cards.css")),
    Room("compare", ("compare.css",)),
    Room("search", ("search.css",)),
)
# By the suffix of their files: pages that run from the left, and the same in a page that runs from the right.
WAYS: Mapping[str, tuple[str, str]] = {"": ("en", "ltr"), "-rtl": ("ar", "rtl")}


def path_of(room: Room, suffix: str = "") -> str:
    """Return the file of a room."""
    return f"{room.name}{suffix}.html"


def pages() -> Iterator[Page]:
    """Yield all pages of the gallery; all lie in one folder."""
    for suffix, (language, direction) in WAYS.items():
        for room in ROOMS:
            nav = tuple(
                Link(other.name, path_of(other, suffix), current="page" if other is room else "") for other in ROOMS
            )
            turned = Link("from the right" if direction == "ltr" else "from the left", _turned(room, suffix))
            frame = replace(
                PLAIN,
                title=f"Gallery: {room.name}{suffix}",
                description=f"Components of {room.name}, {direction}.",
                site_title="Gallery",
                language=language,
                direction=direction,
                home=path_of(ROOMS[0], suffix),
                nav=nav,
                foot=(turned,),
            )
            sheets = (*room.sheets, "gallery.css")
            view = GalleryView(frame, f"Gallery: {room.name}", sheets, room.scripts, STATES)
            yield Page(path_of(room, suffix), f"gallery/{room.name}.html", view)  # type: ignore[arg-type]


def write(folder: Path) -> None:
    """Write the gallery and its static files into ``folder``, which need not exist."""
    files = read_theme(HERE)
    static = plainly_named(replace(files, static={**files.static, "gallery.css": HERE / "gallery.css"}))
    own = {f"gallery/{path.name}": path.read_text("utf-8") for path in TEMPLATES.glob("*.html")}
    theme = Theme(files.templates | own, assets=static.names)
    for place, source in static.copies.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / place)
    shutil.copyfile(HERE / "picture.svg", folder / "picture.svg")
    for page in pages():
        (folder / page.path).write_text(theme.render(page), "utf-8")


def _turned(room: Room, suffix: str) -> str:
    return path_of(room, next(other for other in WAYS if other != suffix))
