"""The blocks of a text as its page shows them: anchors, ranks of headings, labels of speakers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.compose.marks import divide
from sitegen.model.article import Article, Block
from sitegen.model.span import Span
from sitegen.model.view_notes import NoteView
from sitegen.model.view_text import BlockView, MarkedText, Overlay, SpeakerLabel

_LOWEST = 6
_CELLS = frozenset({"cell", "header"})
NO_NOTES: Mapping[int, tuple[NoteView, ...]] = {}


@dataclass(frozen=True, slots=True)
class Body:
    """A text made ready: its title, with the anchor where the title is part of the text, and its blocks."""

    heading: MarkedText
    heading_id: str
    blocks: tuple[BlockView, ...]
    heading_labels: tuple[SpeakerLabel, ...] = ()
    heading_notes: tuple[NoteView, ...] = ()


def body_of(
    article: Article,
    leaves: Sequence[Block],
    overlays: Sequence[Overlay],
    labels: Mapping[int, tuple[SpeakerLabel, ...]],
    notes: Mapping[int, tuple[NoteView, ...]] = NO_NOTES,
) -> Body:
    """Lay ``overlays`` over the blocks of ``article``; ``labels`` stand before the paragraphs of their numbers.

    ``notes`` stand behind theirs, but those of a table's cells behind the table.

    The block that the headline fills becomes the page's heading, and no other heading ranks with it.
    """
    return _Blocks(article, leaves, divide(leaves, overlays), labels, notes).body()


class _Blocks:
    """Walks the blocks once, in the order of the text, numbering the leaves."""

    def __init__(
        self,
        article: Article,
        leaves: Sequence[Block],
        overlays: Sequence[tuple[Overlay, ...]],
        labels: Mapping[int, tuple[SpeakerLabel, ...]],
        notes: Mapping[int, tuple[NoteView, ...]],
    ) -> None:
        self._article = article
        self._overlays = overlays
        self._labels = labels
        self._notes = notes
        self._number = 0
        self._rank = 1
        self._title = title_block(article)
        levels = [leaf.level for leaf in leaves if leaf.kind == "heading" and leaf is not self._title]
        self._shift = 2 - min(levels, default=2)

    def body(self) -> Body:
        heading, anchor = MarkedText(self._article.title), ""
        labels: tuple[SpeakerLabel, ...] = ()
        notes: tuple[NoteView, ...] = ()
        blocks = []
        for block in self._article.blocks:
            view = self._view(block)
            if block is self._title:
                heading, anchor, labels, notes = view.text, view.id, view.labels, view.notes
            else:
                blocks.append(view)
        return Body(heading, anchor, tuple(blocks), labels, notes)

    def _view(self, block: Block) -> BlockView:
        if block.children:
            level = block.level if block.kind == "ordered" else 0
            first = self._number + 1
            children = tuple(map(self._view, block.children))
            notes: tuple[NoteView, ...] = ()
            if block.kind == "table":
                numbers = range(first, self._number + 1)
                notes = tuple(note for number in numbers for note in self._notes.get(number, ()))
            return BlockView(block.kind, children=children, level=level, notes=notes)
        overlays = self._overlays[self._number]
        self._number += 1
        role = ""
        for kind in ("byline", "dateline"):
            if any(o.kind == kind and o.end - o.start >= len(block.span) > 0 for o in overlays):
                role = kind
                overlays = tuple(o for o in overlays if o.kind != kind)
        if block.kind == "paragraph" and len(block.span) == 0 and [o.kind for o in overlays] == ["image"]:
            return _figure(f"p{self._number}", overlays[0])
        return BlockView(
            block.kind,
            id=f"p{self._number}",
            text=MarkedText(block.span.of(self._article.text), overlays),
            level=self._ranked(block),
            role=role,
            labels=self._labels.get(self._number, ()),
            notes=() if block.kind in _CELLS else self._notes.get(self._number, ()),
        )

    def _ranked(self, block: Block) -> int:
        """Return the rank of a heading: no second title, and none is skipped."""
        if block.kind != "heading" or block is self._title:
            return 0
        self._rank = min(max(block.level + self._shift, 2), self._rank + 1, _LOWEST)
        return self._rank


def _figure(id_: str, overlay: Overlay) -> BlockView:
    """Return a picture that is alone in its paragraph: its title is the caption, and stands once."""
    assert overlay.image is not None
    bare = replace(overlay, image=replace(overlay.image, title=""))
    return BlockView("figure", id=id_, text=MarkedText("", (bare,)), caption=overlay.image.title)


def title_block(article: Article) -> Block | None:
    """Return the block that the headline fills, which becomes the heading of the page; None where there is none."""
    return next(
        (block for block in article.blocks if not block.children and _fills(article.headline, block, article)), None
    )


def _fills(headline: Span | None, block: Block, article: Article) -> bool:
    if headline is None or len(block.span) == 0:
        return False
    return headline.of(article.text).strip() == block.span.of(article.text).strip() and headline.overlaps(block.span)
