"""What stands on every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen.compose.permalinks import (
    ABOUT,
    ARTICLES,
    CORRECTIONS,
    DATA,
    HOME,
    QUOTES,
    SEARCH,
    TAGS,
    Place,
    escape,
    feed_file,
    plain_folder,
)
from sitegen.compose.sections import SECTIONS
from sitegen.compose.social import PLAIN, Story, social_of
from sitegen.compose.wording import direction, shorten
from sitegen.digest import digest
from sitegen.model.card import Card
from sitegen.model.mention import Kind
from sitegen.model.parse import ModelIdentity
from sitegen.model.settings import Settings
from sitegen.model.view_parts import Frame, Link, Pager, Step
from sitegen.model.view_social import Social

LONGEST_DESCRIPTION = 160


@dataclass(frozen=True, slots=True)
class Framing:
    """What the frame of one page says: its place, its title and description, the folder of the list it belongs to.

    ``article`` or ``quote`` is the id of what the words of title and description are taken from. ``noindex`` keeps
    search engines from the page; ``instead`` is the folder of the page that it only leads on to, None where there is
    none. ``feeds`` are the feeds that belong to the page, beside that of the site: title and path of each. ``card`` is
    its own social card, ``story`` what is told of its subject where its address is shared.
    """

    place: Place
    title: str = ""
    description: str = ""
    section: str = ""
    article: str = ""
    quote: str = ""
    noindex: bool = False
    instead: str | None = None
    feeds: tuple[tuple[str, str], ...] = ()
    card: Card | None = None
    story: Story = PLAIN


@dataclass(frozen=True)
class Framer:
    """What all pages of one site share; ``foot`` names the author's plain pages by title and id.

    ``kinds`` are those of the people, organisations and places that have a list of their own; ``more`` are other lists
    that the foot leads to, by title and folder. ``card`` is the social card of pages without one of their own.
    """

    settings: Settings
    generator: str
    model: ModelIdentity
    foot: tuple[tuple[str, str], ...] = ()
    kinds: tuple[Kind, ...] = ("person",)
    has_tags: bool = False
    has_corrections: bool = False
    has_feed: bool = False
    more: tuple[tuple[str, str], ...] = ()
    card: Card | None = None

    @cached_property
    def digest(self) -> str:
        """The digest of all this."""
        return digest(self)

    def framing(
        self,
        place: Place,
        title: str,
        description: str,
        section: str = "",
        *,
        article: str = "",
        quote: str = "",
        noindex: bool = False,
        instead: str | None = None,
        feeds: tuple[tuple[str, str], ...] = (),
        card: Card | None = None,
        story: Story = PLAIN,
    ) -> Framing:
        """Return what the frame of the page at ``place`` says: the title with the site's, the description shortened."""
        full = f"{title} | {self.settings.title}" if place.folder != HOME or place.base else title
        told = shorten(description, LONGEST_DESCRIPTION)
        return Framing(place, full, told, section, article, quote, noindex, instead, feeds, card, story)

    def address_of(self, folder: str) -> str:
        """Return the absolute address of the page in ``folder``, "" where nobody knows where the site will stand."""
        base = self.settings.base_url.rstrip("/")
        return f"{base}/{folder}" if base else ""

    def frame(self, framing: Framing) -> Frame:
        """Return the frame of a page."""
        settings, place = self.settings, framing.place
        nav, foot = self._ways(place, framing.section)
        return Frame(
            title=framing.title,
            description=framing.description,
            site_title=settings.title,
            language=settings.language,
            direction=direction(settings.language),
            root=place.root,
            home=place.to(HOME),
            canonical=""
            if place.base
            else self.address_of(place.folder if framing.instead is None else framing.instead),
            nav=nav,
            foot=foot,
            generator=self.generator,
            article=framing.article,
            quote=framing.quote,
            noindex=framing.noindex,
            feeds=tuple(
                Link(title, place.to(path))
                for title, path in (*framing.feeds, *([(settings.title, feed_file(HOME))] if self.has_feed else []))
            ),
            social=self._social(framing),
            search="" if place.folder == SEARCH and not place.base else place.to(SEARCH),
        )

    def _ways(self, place: Place, section: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
        """Return the links at the head and at the foot of a page."""
        if place.base or place.folder in self._reached:
            return self._links(place, section)
        # To all others they are the same from one depth.
        level = place.level
        if (level, section) not in self._known_ways:
            self._known_ways[level, section] = self._links(level, section)
        return self._known_ways[level, section]

    def _links(self, place: Place, section: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
        nav = (
            Link(title, place.to(folder), current=_current(place, folder, section)) for title, folder in self._sections
        )
        return tuple(nav), tuple(Link(title, place.to(path)) for title, path in self._others)

    @cached_property
    def _known_ways(self) -> dict[tuple[Place, str], tuple[tuple[Link, ...], tuple[Link, ...]]]:
        return {}

    @cached_property
    def _sections(self) -> tuple[tuple[str, str], ...]:
        """The lists that the head leads to, by title and folder."""
        return (
            ("Articles", ARTICLES),
            *((SECTIONS[kind].title, SECTIONS[kind].folder) for kind in self.kinds),
            ("Quotations", QUOTES),
            *([("Tags", TAGS)] if self.has_tags else []),
            ("About", ABOUT),
        )

    @cached_property
    def _others(self) -> tuple[tuple[str, str], ...]:
        """What the foot leads to, by title and path."""
        return (
            *self.more,
            *((title, plain_folder(id_)) for title, id_ in self.foot),
            *([("Corrections", CORRECTIONS)] if self.has_corrections else []),
            ("Data", DATA),
            *([("Feed", feed_file(HOME))] if self.has_feed else []),
        )

    @cached_property
    def _reached(self) -> frozenset[str]:
        """The folders of pages that head or foot lead to, which themselves see these links otherwise."""
        return frozenset(path for _, path in (*self._sections, *self._others))

    def _social(self, framing: Framing) -> Social | None:
        """Return what is said where the page is shared: nothing of one that is kept from search engines as well."""
        place = framing.place
        if not self.settings.base_url or place.base or framing.noindex or framing.instead is not None:
            return None
        card = framing.card or self.card
        image = self.address_of(escape(card.path)) if card is not None else ""
        return social_of(self.settings, framing.title, framing.story, image, own_card=framing.card is not None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """An empty page in its place, with its frame: what the functions that make views begin with."""

    framer: Framer
    place: Place
    frame: Frame


def _current(place: Place, folder: str, section: str) -> str:
    if place.base:
        return ""
    if place.folder == folder:
        return "page"
    return "true" if folder == section else ""


def pager(place: Place, folders: Sequence[str], number: int) -> Pager:
    """Return the way through a list whose pages stand in ``folders``, seen from page ``number``.

    Only the first, the last and the nearest pages are named: a list of a thousand pages stays small.
    """
    total = len(folders)
    if total == 1:
        return Pager()
    shown = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    steps = tuple(
        Step(
            str(step), place.to(folders[step - 1]), step == number, gap=position > 0 and step - shown[position - 1] > 1
        )
        for position, step in enumerate(shown)
    )
    return Pager(
        steps,
        previous=place.to(folders[number - 2]) if number > 1 else "",
        next=place.to(folders[number]) if number < total else "",
    )
