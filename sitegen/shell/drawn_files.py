"""What a site draws: which pictures its pages show, the narrower copies of these, and social cards."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sitegen.compose import Catalogue, Recipe, narrower_copies, shown_pictures, social_cards_of
from sitegen.diagnostics import Diagnostic
from sitegen.model.entity import AuthorityRecord
from sitegen.model.picture import Picture
from sitegen.model.site import Site
from sitegen.pipeline.made import Made
from sitegen.pipeline.memo import Memo
from sitegen.shell.card_files import CardFont, card_file
from sitegen.shell.picture_files import copy_of, read_pictures


def pictures_of(
    site: Site, records: Sequence[AuthorityRecord], assets: Mapping[str, Path], memo: Memo, *, copies: bool
) -> tuple[dict[str, Picture], tuple[Diagnostic, ...]]:
    """Return what is to be known of the pictures that pages show, and warnings; ``copies`` as in ``read_pictures``."""
    texts = (*(reading.article for reading in site.readings), *site.pages)
    return read_pictures(shown_pictures(texts, records, assets), assets, memo, copies=copies)


def drawn_files(
    index: Catalogue, pages: Sequence[Recipe], assets: Mapping[str, Path], font: CardFont, memo: Memo
) -> dict[str, Made]:
    """Return all that is drawn for ``pages``, by its path below the output folder."""
    copies = {name: copy_of(asset, width, assets, memo) for name, asset, width in narrower_copies(index)}
    return copies | {name: card_file(card, font) for name, card in social_cards_of(pages).items()}
