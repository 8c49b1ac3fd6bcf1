"""Text with marks laid over it, as ``compose`` hands it to ``render``: offsets, no HTML."""

import re
from dataclasses import dataclass
from typing import Literal

from sitegen.model.mention import Form
from sitegen.model.view_notes import NoteView

OverlayKind = Literal[
    "said",
    "told",
    "words",
    "mention",
    "named",
    "speaker",
    "cue",
    "via",
    "byline",
    "dateline",
    "emphasis",
    "strong",
    "strike",
    "code",
    "link",
    "image",
    "break",
    "note",
]

# HTML has no place for control characters (tab and line feed aside) nor for noncharacters.
_UNPUBLISHABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "\ud800-\udfff]"
)
# All of these and more, in a form that is looked up many times faster.
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe-\U0010ffff]")
# The same once more in UTF-8, where bytes are looked for faster still: controls of ASCII, and with which bytes all
# others begin, those of planes beyond the first among them.
_CONTROLS = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
_LEADS = (b"\xc2", b"\xef", b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")


def publishable(text: str) -> str:
    """Return ``text`` without the characters that HTML forbids: what a published page can hold of it."""
    # Nothing that Python calls printable is forbidden. Each look costs a fraction of the next.
    if text.isprintable() or _is_plain(text) or not _SUSPECT.search(text):
        return text
    return _UNPUBLISHABLE.sub("", text)


def _is_plain(text: str) -> bool:
    """Tell whether not even a byte of ``text`` is one that forbidden characters have, as with most pages."""
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return False
    return len(content.translate(None, _CONTROLS)) == len(content) and not any(lead in content for lead in _LEADS)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: ``src`` is "" where it cannot be shown, so that its words stand in.

    Width and height are in pixels, 0 where they are not known; ``srcset`` and ``sizes`` are HTML's, "" for a picture
    that comes in one size. ``early`` tells that readers see it before they scroll, ``title`` is its caption.
    """

    src: str
    alt: str
    width: int = 0
    height: int = 0
    srcset: str = ""
    sizes: str = ""
    title: str = ""
    early: bool = False


@dataclass(frozen=True, slots=True)
class Overlay:
    """One mark over ``text[start:end]`` of its ``MarkedText``; overlays may cross each other freely.

    ``said`` and ``told`` show very words and reported words; ``words`` shows nothing. Those of them with a ``quote``
    keep to the words of that quotation, quotation marks left out: to a part of its content where ``whole``, else to
    a verbatim part inside the content of a mixed one.
    ``mention`` links a surface form to ``href``, ``named`` only shows it; ``form`` tells a name from a pronoun and a
    description ("the senator"). ``speaker``, ``cue`` and ``via`` name the evidence of an attribution. The other
    kinds are the author's own; ``image`` and ``break`` have no length. Nor has ``note``, which leads to an editor's
    note on the words before it, and has its number for a ``title``.
    """

    kind: OverlayKind
    start: int
    end: int
    id: str = ""
    href: str = ""
    quote: str = ""
    whole: bool = True
    form: Form = "name"
    title: str = ""
    image: Image | None = None

    def moved(self, start: int, end: int, id_: str) -> "Overlay":
        """Return the same mark over other offsets, with another anchor."""
        # dataclasses.replace takes three times as long, and texts have hundreds of thousands of marks.
        return Overlay(
            self.kind,
            start,
            end,
            id_,
            self.href,
            self.quote,
            self.whole,
            self.form,
            self.title,
            self.image,
        )


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A slice of an article and what is laid over it; offsets count in ``text``.

    ``cut_before`` and ``cut_after`` tell that the passage went on and was cut for length. ``article`` is the id of
    the article that a passage is from, so that the page can be checked against it; "" inside its own page.
    """

    text: str
    overlays: tuple[Overlay, ...] = ()
    cut_before: bool = False
    cut_after: bool = False
    article: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """The status of one quotation: a disc, its word, and a hint such as "no cue"; ``href`` leads to the evidence.

    ``report`` is where readers can say that something is wrong with a quotation that has no page to say it on.
    """

    status: str
    words: str
    href: str
    number: int
    report: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """Who speaks in the paragraph that follows: one name, a disc for each quotation that begins there.

    ``summary`` stands beside several discs, which have no room for words of their own.
    """

    name: str
    href: str
    known: bool
    discs: tuple[Disc, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of an article. A leaf has ``text`` and an anchor ``id``; other blocks have ``children``.

    ``level`` is the rank of the heading on its page (2 to 6), or the first number of an ordered list.
    ``role`` is "byline" or "dateline" where the whole block is one. ``notes`` of editors stand behind it. A "figure" is
    a paragraph that holds a picture and nothing else; its ``caption`` is no part of the text.
    """

    kind: str
    id: str = ""
    text: MarkedText = MarkedText("")
    children: tuple["BlockView", ...] = ()
    level: int = 0
    role: str = ""
    labels: tuple[SpeakerLabel, ...] = ()
    notes: tuple[NoteView, ...] = ()
    caption: str = ""
