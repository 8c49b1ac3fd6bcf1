"""The gallery shows every component in every state; each holds at every width, in both schemes, on paper."""

import re
import types
import typing
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Literal

import pytest
from jinja2 import Environment, nodes
from playwright.sync_api import Browser
from playwright.sync_api import Page as Window

from sitegen.model.article import BlockKind
from sitegen.model.mention import Form
from sitegen.model.quote import Status
from sitegen.model.view_chronicle import QuoteStem
from sitegen.model.view_parts import Words
from sitegen.model.view_text import BlockView, Disc, Overlay
from tests.gallery import ROOMS, TEMPLATES, WAYS, path_of, write
from tests.gallery.states import STATES
from tests.looks import cut, faint, outside, sideways, small_targets
from tests.site.pages import Page

THEME = Path(__file__).parents[2] / "templates"
PAGES = [path_of(room, suffix) for suffix in WAYS for room in ROOMS]
WIDTHS = (320, 360, 1280)
# A sheet of A4 between margins.
PAPER = 680
# Words of closed sets that views hold as plain text.
CLOSED: Mapping[tuple[type, str], tuple[str, ...]] = {
    (BlockView, "kind"): (*typing.get_args(BlockKind), "figure"),
    (BlockView, "role"): ("", "byline", "dateline"),
    (Disc, "status"): typing.get_args(Status),
    (QuoteStem, "status"): typing.get_args(Status),
    (Words, "style"): ("said", "told"),
    (Overlay, "form"): typing.get_args(Form),
}
# What has a default, and is always told in the components nevertheless: an anchor, the class of a status.
ALWAYS = {"QuotePassage.quote", "Explained.style"}


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    write(folder)
    return folder


def defined() -> set[str]:
    """Return all macros of the theme, as FILE.MACRO."""
    found = set()
    for path in (THEME / "macros").glob("*.html"):
        macros = Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Macro)
        found |= {f"{path.stem}.{macro.name}" for macro in macros}
    return found


def called(template: Path) -> set[str]:
    """Return the macros of the theme that a room calls, each inside the shelf that names it."""
    tree = Environment(autoescape=True).parse(template.read_text("utf-8"))
    files = {
        found.target: Path(found.template.value).stem
        for found in tree.find_all(nodes.Import)
        if isinstance(found.template, nodes.Const)
    }
    return {
        f"{files[call.node.node.name]}.{call.node.attr}"
        for shelf in tree.find_all(nodes.CallBlock)
        for call in shelf.find_all(nodes.Call)
        if isinstance(call.node, nodes.Getattr)
        and isinstance(call.node.node, nodes.Name)
        and f"{files.get(call.node.node.name)}.{call.node.attr}" == shelf.call.args[1].value
    }


def views(value: object) -> Iterator[object]:
    """Yield every view in ``value``, at any depth."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from views(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from views(each)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from views(each)


def shown() -> Mapping[tuple[type, str], list[object]]:
    """Return the values that each field of each view has in the gallery."""
    values: defaultdict[tuple[type, str], list[object]] = defaultdict(list)
    for view in views(STATES):
        for field in fields(view):  # type: ignore[arg-type]
            values[type(view), field.name].append(getattr(view, field.name))
    return values


def test_every_macro_is_shown() -> None:
    everywhere = set().union(*(called(template) for template in TEMPLATES.glob("*.html")))
    assert sorted(defined() - everywhere) == []
    assert sorted(set(STATES) - everywhere) == []


def test_every_word_of_a_closed_set_is_shown() -> None:
    missing = []
    for (view, name), values in shown().items():
        hint = typing.get_type_hints(view)[name]
        wanted = typing.get_args(hint) if typing.get_origin(hint) is typing.Literal else CLOSED.get((view, name), ())
        missing += [f"{view.__name__}.{name} {word!r}" for word in wanted if word not in values]
    assert missing == []


def test_every_field_is_shown_with_and_without() -> None:
    missing = []
    for (view, name), values in shown().items():
        if not view.__module__.startswith("sitegen.model.view"):
            continue
        hint = typing.get_type_hints(view)[name]
        default = next(field.default for field in fields(view) if field.name == name)
        if hint is bool:
            wanted = {True, False} - set(values)
            missing += [f"{view.__name__}.{name} {each}" for each in sorted(wanted)]
        elif isinstance(hint, types.UnionType) or default is not MISSING:
            bare = None if isinstance(hint, types.UnionType) else default
            if all(value == bare for value in values):
                missing.append(f"{view.__name__}.{name} is never set")
            if f"{view.__name__}.{name}" not in ALWAYS and all(value != bare for value in values):
                missing.append(f"{view.__name__}.{name} is always set")
    assert missing == []


@pytest.mark.parametrize("name", PAGES)
def test_it_is_well_formed_and_has_no_id_twice(gallery: Path, name: str) -> None:
    html = (gallery / name).read_text("utf-8")
    page = Page(html)
    assert page.nested_links == 0
    assert [id_ for id_, times in Counter(page.ids).items() if times > 1] == []
    assert not re.search(r"\sstyle=|\son\w+=", html)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Window]:
    """A page that is turned from one mode into the other, so that each room is loaded once."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_everything_holds(gallery: Path, window: Window, name: str) -> None:
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.on("pageerror", lambda error: said.append(str(error)))
    window.on("requestfailed", lambda request: said.append(request.url))
    window.goto((gallery / name).as_uri())
    faults = {width: held(window, width) for width in WIDTHS}
    faults[PAPER] = held(window, PAPER, medium="print")
    assert {mode: found for mode, found in faults.items() if found} == {}
    assert said == []


def held(window: Window, width: int, medium: Literal["screen", "print"] = "screen") -> list[object]:
    """Return what does not hold in a window of ``width``, or on paper as wide."""
    window.set_viewport_size({"width": width, "height": 900})
    window.emulate_media(media=medium, color_scheme="light")
    found: list[object] = [*filter(None, [sideways(window)]), *outside(window), *faint(window)]
    found += cut(window) if medium == "print" else small_targets(window)
    window.emulate_media(media=medium, color_scheme="dark")
    return [*found, *faint(window)]


@pytest.mark.parametrize(("suffix", "side"), [("", "left"), ("-rtl", "right")])
def test_a_page_from_the_right_is_mirrored(browser: Browser, gallery: Path, suffix: str, side: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    edge = f"element => element.getBoundingClientRect().{side}"

    def at(selector: str) -> float:
        return round(page.locator(selector).first.evaluate(edge), 1)

    page.goto((gallery / f"names{suffix}.html").as_uri())
    assert at(".bar rect[width='50%']") == at(".bar:has(rect[width='50%'])")
    assert at(".gauge rect[width='50%']") == at(".gauge:has(rect[width='50%'])")
    page.goto((gallery / f"article{suffix}.html").as_uri())
    assert bar_of(page, ".text p:not([dir]) .said") == side
    label, words = (page.locator(chosen).first.bounding_box() for chosen in (".text .by", ".by + p"))
    assert label is not None
    assert words is not None
    assert (label["x"] < words["x"]) == (side == "left")
    page.close()


@pytest.mark.parametrize("suffix", WAYS)
def test_words_have_their_bar_where_they_begin_on_every_page(browser: Browser, gallery: Path, suffix: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((gallery / f"article{suffix}.html").as_uri())
    assert bar_of(page, ".passage:has-text('We shall') .said") == "left"
    assert bar_of(page, ".passage:has-text('قالت') .said") == "right"
    assert bar_of(page, ".passage:has-text('אמרה') .told") == "right"
    page.goto((gallery / f"quotations{suffix}.html").as_uri())
    large = page.locator(".words .part", has_text="لن يُغلق").evaluate("part => getComputedStyle(part).borderRightWidth")
    assert large == "6px"
    page.close()


def bar_of(page: Window, selector: str) -> str:
    """Return the side at which words that are quoted have their bar."""
    shadow = page.locator(selector).first.evaluate("element => getComputedStyle(element).boxShadow")
    return "left" if " -4px " in shadow else "right"
