"""Addresses for machines: absolute where it is known where the site will stand, else relative to the file."""

from dataclasses import dataclass

from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.lines import quote_href
from sitegen.compose.permalinks import Place, article_folder
from sitegen.compose.surroundings import Known

_TOP = Place("")


@dataclass(frozen=True, slots=True)
class Iris:
    """The addresses of a site as a file in ``place`` gives them."""

    framer: Framer
    place: Place

    @property
    def absolute(self) -> bool:
        """Whether the site's own address is known."""
        return bool(self.framer.settings.base_url)

    def of(self, folder: str, anchor: str = "") -> str:
        """Return the address of ``anchor`` of the page in ``folder``."""
        return self._from(self._seen_from.to(folder, anchor))

    def article(self, id_: str) -> str:
        """Return the address of an article's page."""
        return self.of(article_folder(id_))

    def entity(self, entity: Known) -> str:
        """Return the address of the page of a person, an organisation or a place."""
        return self.of(entity.folder)

    def quotation(self, utterance: Utterance) -> str:
        """Return where a quotation lives: its own page, or its place in the article."""
        return self._from(quote_href(self._seen_from, utterance))

    @property
    def _seen_from(self) -> Place:
        return _TOP if self.absolute else self.place

    def _from(self, href: str) -> str:
        return self.framer.address_of(href.removeprefix("./")) or href


def iris_of(sheet: Sheet) -> Iris:
    """Return the addresses of the site as the file at ``sheet`` gives them."""
    return Iris(sheet.framer, sheet.place)
