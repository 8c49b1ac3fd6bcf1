"""The files of social cards, and the font that they are written in."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.digest import digest, digest_bytes
from sitegen.model.card import Card
from sitegen.model.settings import Settings
from sitegen.pipeline.made import Made
from sitegen.shell.drawing import BOLD, SANS, SERIF, Font
from sitegen.source.font_coverage import coverage

_MOST_BYTES = 60_000_000


@dataclass(frozen=True, slots=True)
class CardFont:
    """What cards are written in: the shipped fonts, or the one at ``path``; ``glyphs`` are its code points.

    There are none where no cards are wanted.
    """

    path: str = ""
    digest: str = ""
    glyphs: frozenset[int] = frozenset()


def card_font(folder: Path, settings: Settings) -> CardFont:
    """Return the font for the cards of the site in ``folder``.

    Without an address for the site there are no cards: whoever links to one must name it in full. Raises InputError
    (exit code 2) where the font that the configuration names cannot be used.
    """
    if not settings.base_url or settings.cards.pages == "none":
        return CardFont()
    if not settings.cards.font:
        return _shipped()
    path = folder / settings.cards.font
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise _refused(settings, "it lies outside the site", "put the font into the folder of the site")
        content = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
    except OSError as error:
        hint = "name a font of the site, as seen from sitegen.toml, or leave it out"
        raise _refused(settings, (error.strerror or str(error)).lower(), hint) from error
    glyphs = coverage(content)
    if not glyphs:
        hint = "name a TrueType or OpenType font (.ttf, .otf), or leave it out"
        raise _refused(settings, "this is no font that can be read", hint)
    return CardFont(str(path), digest_bytes(content), glyphs)


def card_file(card: Card, font: CardFont) -> Made:
    """Return the file of a card."""
    return Made("card", digest((card, font.digest)), lambda: _drawn(card, font))


def _drawn(card: Card, font: CardFont) -> bytes:
    # Imported here: a build in which no card changed never pays for Pillow.
    from sitegen.shell.drawing.card import draw  # noqa: PLC0415

    return draw(card, Font(font.path, font.digest) if font.path else None)


@cache
def _shipped() -> CardFont:
    contents = [Path(font.path).read_bytes() for font in (SERIF, SANS, BOLD)]
    glyphs = frozenset.intersection(*map(coverage, contents))
    return CardFont("", digest(tuple(map(digest_bytes, contents))), glyphs)


def _refused(settings: Settings, reason: str, hint: str) -> InputError:
    message = f"cards.font: {settings.cards.font!r} cannot be used: {reason}"
    return InputError(Diagnostic("cards-font", "error", "sitegen.toml", None, None, message, hint), exit_code=2)
