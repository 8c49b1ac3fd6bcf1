"""An index of names from A to Z, over as many pages as it needs: how its pages are cut and linked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.letters import Position
from sitegen.compose.permalinks import Place, continued
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import figure
from sitegen.model.view_lists import DirectoryView, Figure, IndexLine, LetterGroup
from sitegen.model.view_parts import Link

# Some 20 kB compressed.
NAMES_ON_A_PAGE = 500


@dataclass(frozen=True, slots=True)
class Named:
    """A name in an index: where it stands, where it leads, and its figures, as many as the index has nouns."""

    position: Position
    name: str
    folder: str
    figures: tuple[int, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """What an index says of itself; ``nouns`` are those of its figures, singular and plural.

    ``lede`` says how much it holds; what its figures are is said behind it.
    ``trail`` and ``beyond`` are pairs of words and a folder, ``beyond`` with a figure: what the index leads to besides.
    """

    folder: str
    template: str
    title: str
    lede: str
    nouns: tuple[tuple[str, str], ...]
    section: str = ""
    trail: tuple[tuple[str, str], ...] = ()
    beyond: tuple[tuple[str, str, str], ...] = ()

    @property
    def legend(self) -> str:
        """What the figures are: "The figures: quotations / articles."."""
        plurals = " / ".join(plural for _, plural in self.nouns)
        return f"The figures: {plurals}." if len(self.nouns) > 1 else f"The figure is the number of {plurals}."


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The names of one letter on one page; ``begins`` tells that they are the first of the letter."""

    letter: str
    anchor: str
    names: tuple[Named, ...]
    begins: bool


def directory(framer: Framer, what: Directory, names: Sequence[Named]) -> Iterator[Recipe]:
    """Yield the pages of an index. A page ends with a letter where one of up to ``NAMES_ON_A_PAGE`` names can.

    Only the first page tells of the index as a whole: another name changes its own page and that one.
    """
    pages = _pages(names)
    folders = tuple(continued(what.folder, number) for number in range(1, len(pages) + 1))
    jumps = _jumps(what.folder, pages)
    told = f"{what.lede} {what.legend}" if names else what.lede
    for number, page in enumerate(pages, 1):
        letters = _range(page) if len(pages) > 1 else ""
        heading = what.title if number == 1 else f"{what.title}, {letters}"
        first = f"{told} This page: {letters}." if letters else told
        lede = first if number == 1 else f"{what.title} from {letters}. {what.legend}"
        description = f"{heading} of {framer.settings.title}: {lede}"
        page_of = f" (page {number})" if number > 1 else ""
        framing = framer.framing(Place(folders[number - 1]), heading + page_of, description, what.section)
        beyond = what.beyond if number == 1 else ()
        trail = what.trail if number == 1 else (*what.trail, (what.title, what.folder))
        inputs = (heading, lede, what.nouns, page, jumps, folders, number, trail, beyond)
        yield recipe(framer, what.template, framing, _list, *inputs)


def in_order(names: Iterable[Named]) -> list[Named]:
    """Return ``names`` as an index has them."""
    return sorted(names, key=lambda named: (named.position, named.name, named.folder))


def letters_of(folder: str, names: Iterable[Named]) -> tuple[tuple[str, str, str], ...]:
    """Return the letters of the index of ``names`` in ``folder``, each with its anchor and the folder of its page."""
    return _jumps(folder, _pages(names))


def _jumps(folder: str, pages: Sequence[Sequence[_Stretch]]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (stretch.letter, stretch.anchor, continued(folder, number))
        for number, page in enumerate(pages, 1)
        for stretch in page
        if stretch.begins
    )


def _pages(names: Iterable[Named]) -> list[tuple[_Stretch, ...]]:
    """Return the stretches of each page: one page at least."""
    pages: list[list[_Stretch]] = [[]]
    room = NAMES_ON_A_PAGE
    for (letter, anchor), group in groupby(
        in_order(names), lambda named: (named.position.letter, named.position.anchor)
    ):
        found = tuple(group)
        for start in range(0, len(found), NAMES_ON_A_PAGE):
            stretch = found[start : start + NAMES_ON_A_PAGE]
            if len(stretch) > room:
                pages.append([])
                room = NAMES_ON_A_PAGE
            pages[-1].append(_Stretch(letter, anchor, stretch, begins=start == 0))
            room -= len(stretch)
    return [tuple(page) for page in pages]


def _range(page: Sequence[_Stretch]) -> str:
    """Return "A to C", or "S" for a page of one letter."""
    first, last = page[0], page[-1]
    return first.letter if first.letter == last.letter else f"{first.letter} to {last.letter}"


def _list(
    sheet: Sheet,
    heading: str,
    lede: str,
    nouns: Sequence[tuple[str, str]],
    stretches: Sequence[_Stretch],
    jumps: Sequence[tuple[str, str, str]],
    folders: Sequence[str],
    number: int,
    trail: Sequence[tuple[str, str]],
    beyond: Sequence[tuple[str, str, str]],
) -> DirectoryView:
    """Return a page of an index; ``jumps`` are letters, each with its anchor and the folder of its page."""
    place = sheet.place
    return DirectoryView(
        frame=sheet.frame,
        heading=heading,
        lede=lede,
        groups=tuple(
            LetterGroup(
                stretch.letter if stretch.begins else f"{stretch.letter}, continued",
                tuple(_line(place, nouns, named) for named in stretch.names),
                stretch.anchor if stretch.begins else "",
            )
            for stretch in stretches
        ),
        pager=pager(place, folders, number),
        jumps=tuple(Link(letter, place.to(folder, anchor)) for letter, anchor, folder in jumps)
        if len(jumps) > 1
        else (),
        trail=tuple(Link(words, place.to(folder)) for words, folder in trail),
        beyond=tuple(Link(words, place.to(folder), note) for words, folder, note in beyond),
    )


def _line(place: Place, nouns: Sequence[tuple[str, str]], named: Named) -> IndexLine:
    return index_line(Link(named.name, place.to(named.folder, named.anchor)), nouns, named.figures)


def index_line(name: Link, nouns: Sequence[tuple[str, str]], figures: Sequence[int]) -> IndexLine:
    """Return a name with its figures; ``nouns`` are what these count, singular and plural."""
    told = (
        Figure(figure(number), one if number == 1 else many) for number, (one, many) in zip(figures, nouns, strict=True)
    )
    return IndexLine(name, tuple(told))
