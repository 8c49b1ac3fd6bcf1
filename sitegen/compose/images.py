"""Pictures as a page names them: address, size, narrower copies, words."""

from dataclasses import replace

from sitegen.model.article import Mark
from sitegen.model.picture import Picture
from sitegen.model.view_text import Image

# The title by which an author says that a picture shows nothing.
_DECORATIVE = "decorative"
# How wide the text's column is, and how much of a narrow window (static/style.css).
_COLUMN = "(min-width: 40rem) 35.5rem, 92vw"
# How tall portraits are at most, and how wide, in pixels (static/style.css).
_TALLEST, _WIDEST = 288, 272
# Which copy stands in where a browser does not choose: sharp enough, and light.
_IN_TEXT, _AS_PORTRAIT = 960, 480


def is_decorative(mark: Mark) -> bool:
    """Tell whether the author says that a picture shows nothing: ``![](line.svg "decorative")``."""
    return not mark.alt.strip() and mark.title.strip().lower() == _DECORATIVE


def narrower(address: str, width: int) -> str:
    """Return the address of the copy of a picture that is ``width`` pixels wide: "quay.480w.jpg"."""
    stem, dot, suffix = address.rpartition(".")
    return f"{stem}.{width}w{dot}{suffix}"


def image_in_text(src: str, mark: Mark, picture: Picture | None, *, early: bool) -> Image:
    """Return a picture in a text; ``early`` tells that readers see it before they scroll."""
    if picture is not None and not picture.shown:
        src = ""
    caption = "" if is_decorative(mark) else mark.title.strip()
    return _image(src, mark.alt.strip(), picture or Picture(), _COLUMN, _IN_TEXT, title=caption, early=early)


def portrait_image(src: str, alt: str, picture: Picture) -> Image | None:
    """Return the picture of a record, None where it cannot be shown."""
    if not picture.shown:
        return None
    shrunk = min(1, _WIDEST / picture.width, _TALLEST / picture.height) if picture.width and picture.height else 1
    wide, tall = round(picture.width * shrunk), round(picture.height * shrunk)
    image = _image(src, alt, picture, f"{wide or _WIDEST}px", _AS_PORTRAIT, early=True)
    # The size at which it is shown, not its own: so a page keeps the place free before the picture is there.
    return replace(image, width=wide, height=tall)


def _image(
    src: str, alt: str, picture: Picture, sizes: str, otherwise: int, *, title: str = "", early: bool = False
) -> Image:
    if not src or not picture.widths:
        return Image(src, alt, picture.width, picture.height, title=title, early=early)
    copies = [(narrower(src, width), width) for width in picture.widths]
    # A comma in an address would end it here.
    candidates = (f"{address.replace(',', '%2C')} {width}w" for address, width in (*copies, (src, picture.width)))
    chosen = next((address for address, width in copies if width >= otherwise), src)
    return Image(chosen, alt, picture.width, picture.height, ", ".join(candidates), sizes, title, early)
