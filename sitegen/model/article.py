"""One source file, parsed: its text and what its author said about it."""

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sitegen.diagnostics import line_and_column
from sitegen.model.annotation import Placed
from sitegen.model.span import Span

BlockKind = Literal[
    "paragraph", "heading", "list", "ordered", "item", "blockquote", "code", "rule", "table", "row", "cell", "header"
]
MarkKind = Literal["emphasis", "strong", "strike", "code", "link", "image", "break"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline formatting of the author's over ``span``; an image or a forced line break has an empty span."""

    kind: MarkKind
    span: Span
    href: str = ""
    title: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the article. Leaves hold text; lists, items, block quotes, tables and rows hold blocks.

    ``level`` is a heading's (1 to 6) or an ordered list's first number; ``info`` a code block's language.
    """

    kind: BlockKind
    span: Span
    children: tuple["Block", ...] = ()
    level: int = 0
    info: str = ""

    def leaves(self) -> Iterator["Block"]:
        """Yield the blocks that hold text, in the order of the text."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


@dataclass(frozen=True, slots=True)
class TextLine:
    """Where a line of the text stands in its file: ``offset`` is that of its first character in the text.

    ``line`` and ``column`` count from 1; ``column`` is 0 where signs of Markdown stand between the words.
    """

    offset: int
    line: int
    column: int = 0


@dataclass(frozen=True, slots=True)
class Publication:
    """Where an article was first published."""

    name: str
    url: str = ""
    archived: str = ""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person whom the author names in the front matter: recognised and linked for sure.

    ``line`` is where the front matter says so, for diagnostics.
    """

    name: str
    id: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class NamedTemplate:
    """The template that the author wants a page to be made from; ``line`` is where the front matter says so."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """One source file: ``text`` is its body as plain text, and every offset counts in it.

    ``headline`` is the part of ``text`` that serves as the title, where there is one; ``bylines`` and
    ``dateline`` are parts that name reporters and places of writing, not people and places of the story.
    ``date`` is the day in the article's own time zone; ``moment`` the exact time with its offset from UTC, in ISO 8601,
    where the author gave one. ``updated`` is the day or the exact time of the last change that the author tells of, as
    ISO 8601; "" for none. ``template`` is what the page is made from, None for the usual one.
    ``lines`` says where the lines of ``text`` stand in the file, in their order; it is empty where the file itself
    is the text, from its line ``body_line`` on. ``annotations`` are those that the author wrote into the text.
    """

    id: str
    path: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    headline: Span | None = None
    bylines: tuple[Span, ...] = ()
    dateline: Span | None = None
    date: datetime.date | None = None
    moment: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str = ""
    language: str = "en"
    draft: bool = False
    source: Publication | None = None
    people: tuple[NamedPerson, ...] = ()
    body_line: int = 1
    lines: tuple[TextLine, ...] = ()
    annotations: tuple[Placed, ...] = ()
    updated: str = ""
    template: NamedTemplate | None = None

    @property
    def after_headline(self) -> int:
        """The offset at which the text goes on behind its headline, 0 where it has none."""
        return self.headline.end if self.headline is not None else 0

    def leaves(self) -> Iterator[Block]:
        """Yield the blocks that hold text, in the order of the text."""
        for block in self.blocks:
            yield from block.leaves()

    def place(self, offset: int) -> tuple[int, int | None]:
        """Return the 1-based line and column of ``offset`` in the file; the column is None where it is not known."""
        if not self.lines:
            line, column = line_and_column(self.text, offset)
            return self.body_line + line - 1, column
        index = max(0, bisect_right(self.lines, offset, key=lambda line: line.offset) - 1)
        found = self.lines[index]
        return found.line, found.column + offset - found.offset if found.column else None
