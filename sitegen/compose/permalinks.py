"""Where everything stands: folders of pages, and relative links between them."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from sitegen.model.mention import Kind

# A site links to the same few thousand addresses over and over.
escape = lru_cache(maxsize=100_000)(quote)

HOME = ""
ARTICLES = "articles/"
PEOPLE = "people/"
ORGANISATIONS = "organisations/"
PLACES = "places/"
QUOTES = "quotes/"
TAGS = "tags/"
AUTHORS = "authors/"
COMPARE = "compare/"
ABOUT = "about/"
CORRECTIONS = "corrections/"
DATA = "data/"
TIMELINE = "timeline/"
NETWORK = "network/"
CARDS = "cards/"
SEARCH = "search/"
# The anchor of the quotations on somebody's page.
SAID = "quotations"
FOLDERS: dict[Kind, str] = {"person": PEOPLE, "organisation": ORGANISATIONS, "place": PLACES}


def article_folder(id_: str) -> str:
    """Return the folder of an article's page."""
    return f"articles/{id_}/"


def entity_folder(kind: Kind, id_: str) -> str:
    """Return the folder of the page of a person, an organisation or a place."""
    return f"{FOLDERS[kind]}{id_}/"


def quote_folder(id_: str) -> str:
    """Return the folder of a quotation's own page."""
    return f"quotes/{id_}/"


def versions_folder(lead: str) -> str:
    """Return the folder of the page that lists many versions of one utterance, by the quotation that stands for it."""
    return f"{quote_folder(lead)}versions/"


def echoes_folder(first: str) -> str:
    """Return the folder of the page that lists many quotations of the same words, by the first of them."""
    return f"{quote_folder(first)}same-words/"


def tag_folder(slug: str) -> str:
    """Return the folder of a tag's page."""
    return f"tags/{slug}/"


def author_folder(slug: str) -> str:
    """Return the folder of the page of somebody who wrote articles."""
    return f"{AUTHORS}{slug}/"


def compare_folder(slug: str) -> str:
    """Return the folder of the page on which what people say on a tag's topic stands side by side."""
    return f"{COMPARE}{slug}/"


def plain_folder(id_: str) -> str:
    """Return the folder of a page that the author wrote."""
    return f"pages/{id_}/"


def feed_file(folder: str) -> str:
    """Return the path of the feed that belongs to the page in ``folder``."""
    return f"{folder}feed.xml"


def continued(folder: str, number: int) -> str:
    """Return the folder of page ``number`` of a list that begins in ``folder``."""
    return folder if number == 1 else f"{folder}page-{number}/"


def stretches(folder: str, total: int, on_a_page: int) -> tuple[range, tuple[str, ...]]:
    """Return at which of ``total`` entries the pages of a list begin, and the folders of these pages: one at least."""
    starts = range(0, max(1, total), on_a_page)
    return starts, tuple(continued(folder, number) for number in range(1, len(starts) + 1))


@lru_cache(maxsize=1024)
def _climb(folder: str) -> str:
    """Return what leads from a page in ``folder`` to the root of the site."""
    return "../" * folder.count("/")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands, and so how it names other pages. ``folder`` is "" for the home page, else ends in "/".

    With ``base`` set, links begin with it in place of climbing: a page shown in place of a missing one does not
    know its own depth.
    """

    folder: str
    base: str = ""

    @property
    def root(self) -> str:
        """What leads from here to the root of the site: "", "../../" or the base."""
        return self.base or _climb(self.folder)

    def to(self, folder: str, anchor: str = "") -> str:
        """Return a link to ``anchor`` of the page in ``folder``."""
        fragment = f"#{escape(anchor)}" if anchor else ""
        if self.base:
            return self.base + escape(folder) + fragment
        if folder == self.folder:
            return fragment or "./"
        return (_climb(self.folder) + escape(folder) or "./") + fragment

    @property
    def level(self) -> "Place":
        """A place as deep as this one where no page stands: links to all other pages are the same from there."""
        return _level(self.folder)

    @property
    def path(self) -> str:
        """The page's file."""
        return f"{self.folder}index.html"


@lru_cache(maxsize=1024)
def _level(folder: str) -> Place:
    return Place("/" * folder.count("/"))
