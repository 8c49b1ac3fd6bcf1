"""Pieces as HTML: the element, class and attributes of each kind of overlay."""

from markupsafe import Markup

from sitegen.model.view_text import Image, MarkedText, Overlay
from sitegen.render.segments import Piece, segments

_EVIDENCE = {"speaker": "speaker", "cue": "cue", "via": "relayed by"}
_FORMS = {"name": "", "pronoun": " pro", "nominal": " nom"}
_LINKS = frozenset({"link", "mention"})
_AUTHOR = {"emphasis": "em", "strong": "strong", "strike": "del", "code": "code"}


def marked(text: MarkedText) -> Markup:
    """Return ``text`` as HTML. Its text content is ``text.text``, but for the names under ruby evidence."""
    if not text.overlays:
        return Markup(_escape(text.text))
    seen: set[str] = set()
    if len(text.overlays) == 1:
        overlay = text.overlays[0]
        if 0 <= overlay.start < overlay.end <= len(text.text):
            return Markup(_alone(text.text, overlay, seen))
    return Markup("".join([_html(piece, seen) for piece in segments(text)]))


def _alone(text: str, overlay: Overlay, seen: set[str]) -> str:
    """Return a text with one overlay, as most words of quotations are: there is nothing that it could cross."""
    piece = Piece("open", overlay, linked=overlay.kind in _LINKS and overlay.href != "")
    before, inside, behind = text[: overlay.start], text[overlay.start : overlay.end], text[overlay.end :]
    words = f"{_open(piece, overlay, seen)}{_escape(inside)}{_close(piece, overlay)}"
    return f"{_escape(before)}{words}{_escape(behind)}" if before or behind else words


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _attribute(name: str, value: str) -> str:
    return f' {name}="{_escape(value)}"' if value else ""


def _html(piece: Piece, seen: set[str]) -> str:
    if piece.step == "text":
        return _escape(piece.text)
    assert piece.overlay is not None
    if piece.step == "open":
        return _open(piece, piece.overlay, seen)
    return _close(piece, piece.overlay) if piece.step == "close" else _void(piece, piece.overlay)


def _open(piece: Piece, overlay: Overlay, seen: set[str]) -> str:
    anchor = ""
    if overlay.id and piece.first and overlay.id not in seen:
        seen.add(overlay.id)
        anchor = _attribute("id", overlay.id)
    match overlay.kind:
        case "said" | "told" | "words":
            style = "" if overlay.kind == "words" else _attribute("class", overlay.kind)
            key = "data-quote" if overlay.whole else "data-verbatim"
            return f"<span{style}{anchor}{_attribute(key, overlay.quote)}>"
        case "mention":
            style = f"m{_FORMS[overlay.form]}"
            if piece.linked:
                return f'<a class="{style}"{anchor}{_attribute("href", overlay.href)}>'
            return f'<span class="{style}"{anchor}>'
        case "named":
            return f'<b class="named{_FORMS[overlay.form]}"{anchor}>'
        case "speaker" | "cue" | "via":
            return f'<ruby class="{overlay.kind}"{anchor}>'
        case "link" if piece.linked:
            return f"<a{anchor}{_attribute('href', overlay.href)}{_attribute('title', overlay.title)}>"
        case "emphasis" | "strong" | "strike" | "code":
            return f"<{_AUTHOR[overlay.kind]}{anchor}>"
        case "byline" | "dateline":
            return f'<span class="{overlay.kind}"{anchor}>'
        case _:
            return f"<span{anchor}>"


def _close(piece: Piece, overlay: Overlay) -> str:
    match overlay.kind:
        case "mention" | "link" if piece.linked:
            return "</a>"
        case "named":
            return "</b>"
        case "speaker" | "cue" | "via":
            # Where evidence is divided by a crossing mark, its name stands once, under the last piece.
            note = _EVIDENCE[overlay.kind] if piece.last else ""
            return f"<rt>{note}</rt></ruby>" if note else "</ruby>"
        case "emphasis" | "strong" | "strike" | "code":
            return f"</{_AUTHOR[overlay.kind]}>"
        case _:
            return "</span>"


def _void(piece: Piece, overlay: Overlay) -> str:
    if overlay.kind == "break":
        return "<br>"
    if overlay.kind == "note":
        # The number comes from the style sheet: a paragraph has its own characters alone.
        number = _attribute("data-note", overlay.title)
        if not (piece.linked and overlay.href):
            return f'<span class="ref"{number}></span>'
        href, label = _attribute("href", overlay.href), _attribute("aria-label", f"Editor’s note {overlay.title}")
        return f'<a class="ref"{href}{number}{label}></a>'
    assert overlay.image is not None
    return _picture(overlay.image, overlay.href, linked=piece.linked)


def _picture(image: Image, href: str, *, linked: bool) -> str:
    remote = image.src.startswith(("http:", "https:", "//"))
    if remote or not image.src:
        # A picture on another host would tell that host who reads this page: it is named, and a click away.
        label = _escape(f"Picture: {image.alt}" if image.alt else "Picture")
        href = href or image.src
        if linked and href:
            return f'<a class="far"{_attribute("href", href)} aria-label="{label}"></a>'
        return f'<span class="far" role="img" aria-label="{label}"></span>'
    element = str(img(image))
    return f"<a{_attribute('href', href)}>{element}</a>" if href and linked else element


def img(image: Image) -> Markup:
    """Return the element of a picture. What is below the fold is loaded when readers come near it."""
    size = f' width="{image.width}" height="{image.height}"' if image.width else ""
    when = "" if image.early else ' loading="lazy" decoding="async"'
    return Markup(
        f"<img{_attribute('src', image.src)}{_attribute('srcset', image.srcset)}{_attribute('sizes', image.sizes)}"
        f' alt="{_escape(image.alt)}"{_attribute("title", image.title)}{size}{when}>'
    )
