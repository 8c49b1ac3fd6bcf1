"""Markdown to plain text, blocks and marks: the author's characters without the author's signs."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen.model.article import Block, BlockKind, Mark, MarkKind, TextLine
from sitegen.model.span import Span
from sitegen.source.annotator import Annotated, Annotator
from sitegen.source.body import Body
from sitegen.source.inline_spans import Bracketed
from sitegen.source.notes import Notes
from sitegen.source.span_rule import take_spans

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_SPACE = re.compile(r"[\x00-\x20\x7f]+")
_GAP = "\n\n"
_CONTAINERS: dict[str, BlockKind] = {
    "bullet_list_open": "list",
    "ordered_list_open": "ordered",
    "list_item_open": "item",
    "blockquote_open": "blockquote",
    "table_open": "table",
    "tr_open": "row",
}
_LEAVES: dict[str, BlockKind] = {
    "paragraph_open": "paragraph",
    "heading_open": "heading",
    "td_open": "cell",
    "th_open": "header",
}
_MARKS: dict[str, MarkKind] = {"em_open": "emphasis", "strong_open": "strong", "s_open": "strike", "link_open": "link"}
_CLOSING = frozenset({"em_close", "strong_close", "s_close", "link_close"})


class _Parser(MarkdownIt):
    """markdown-it without raw HTML and typographic replacement, and with addresses as the author wrote them."""

    def __init__(self) -> None:
        super().__init__("js-default", {"html": False, "typographer": False, "linkify": False})
        # Nobody reads a list in a quotation in a list thirty levels down, and templates walk it level by level.
        self.options["maxNesting"] = 40
        # Line ends are normalised already, and a NUL stays in the text: it is dropped on output only.
        self.disable(["normalize", "linkify", "replacements", "smartquotes"])

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        # Browsers skip control characters inside an address, so they could hide "java\tscript:" from the check below.
        return _CONTROL.sub("", url)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return super().validateLink(_SPACE.sub("", url))


_PARSER = _Parser()
_ANNOTATED = _Parser()
take_spans(_ANNOTATED)


def read_markdown(source: str, notes: Notes, *, first_line: int = 1, annotated: bool = False) -> Body:
    """Return the body that ``source`` describes; it begins on line ``first_line`` of its file.

    Where it may be ``annotated``, ``[words]{.person ref=ann-lee}`` and the like become annotations of the words.

    ``text`` is the plain text of the leaf blocks joined by a blank line. A soft line break stays a line feed; a
    forced one is a line feed with a "break" mark before it. Character references and escapes are decoded. A rule,
    an empty cell and other blocks without anything in them take no room in the text.
    """
    env: dict[str, Any] = {}
    tokens = (_ANNOTATED if annotated else _PARSER).parse(source, env)
    deepest = max(tokens, key=lambda token: token.level, default=None)
    if deepest is not None and deepest.level >= _PARSER.options["maxNesting"] - 1:
        line = first_line + deepest.map[0] if deepest.map else None
        message = "the blocks are nested too deeply; the innermost are left out"
        notes.warn("markdown-depth", message, "remove some of the leading “>” or list signs", line)
    lines = source.split("\n")
    annotator = Annotator(lines, first_line, notes, env) if annotated else None
    writer = _Writer(lines, first_line, annotator)
    blocks = writer.blocks(tokens)
    marks = tuple(mark for mark in writer.marks if mark is not None)
    return Body(writer.text, blocks, marks, tuple(writer.lines), tuple(annotator.placed) if annotator else ())


class _Writer:
    """Writes the text while it walks the tokens, so that spans are known as they arise."""

    def __init__(self, source: Sequence[str], first_line: int, annotator: Annotator | None) -> None:
        self._source = source
        self._first_line = first_line
        self._annotator = annotator
        self._parts: list[str] = []
        self._length = 0
        self._begun = False
        self.marks: list[Mark | None] = []
        self.lines: list[TextLine] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """Return the top-level blocks of a flat list of tokens."""
        # Each level: the opening token, where its text began, the blocks found in it.
        stack: list[tuple[Token | None, list[Block]]] = [(None, [])]
        leaf: Token | None = None
        for token in tokens:
            kind = token.type
            if kind in _CONTAINERS:
                stack.append((token, []))
            elif kind in _LEAVES:
                leaf = token
            elif kind == "inline" and leaf is not None:
                stack[-1][1].append(self._leaf(leaf, token))
            elif kind in {"fence", "code_block"}:
                stack[-1][1].append(self._code(token))
            elif kind == "hr":
                stack[-1][1].append(Block("rule", Span(self._length, self._length)))
            elif token.nesting < 0 and kind.replace("_close", "_open") in _CONTAINERS:
                opened, children = stack.pop()
                if opened is not None:
                    stack[-1][1].append(self._container(opened, children))
        return tuple(stack[0][1])

    def _container(self, token: Token, children: list[Block]) -> Block:
        span = Span(children[0].span.start, children[-1].span.end) if children else Span(self._length, self._length)
        level = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else 0
        return Block(_CONTAINERS[token.type], span, tuple(children), level)

    def _begin(self) -> int:
        if self._begun:
            self._write(_GAP)
        self._begun = True
        return self._length

    def _leaf(self, token: Token, inline: Token) -> Block:
        kind = _LEAVES[token.type]
        level = int(token.tag[1:]) if kind == "heading" else 0
        if not inline.children:
            return Block(kind, Span(self._length, self._length), level=level)
        start, first = self._begin(), len(self._parts)
        spans = list(self._inline(inline.children))
        text, number = "".join(self._parts[first:]), inline.map[0] if inline.map else 0
        self._locate(start, text, number, [(span.end, span.lost(inline.content)) for span in spans])
        if self._annotator is not None:
            self._annotator.leaf(inline.content, number, text, start, spans)
        return Block(kind, Span(start, self._length), level=level)

    def _code(self, token: Token) -> Block:
        content = token.content.removesuffix("\n")
        info = token.info.split()[0] if token.info.split() else ""
        if not content:
            return Block("code", Span(self._length, self._length), info=info)
        start = self._begin()
        self._write(content)
        self._locate(start, content, (token.map[0] if token.map else 0) + (token.type == "fence"))
        return Block("code", Span(start, self._length), info=info)

    def _locate(self, offset: int, text: str, number: int, lost: Sequence[tuple[int, int]] = ()) -> None:
        """Note where the lines of a leaf stand in the source; ``number`` is its first line there, from 0.

        ``lost`` says how many ends of lines were left out of the text, and where.
        """
        pending = sorted(((place, ends) for place, ends in lost if ends), reverse=True)
        for line in text.split("\n"):
            written = self._source[number] if number < len(self._source) else ""
            column = written.find(line) + 1 if line and written.count(line) == 1 else 0
            self.lines.append(TextLine(offset, self._first_line + number, column))
            number += 1
            while pending and pending[-1][0] <= offset + len(line):
                number += pending.pop()[1]
            offset += len(line) + 1

    def _inline(self, tokens: Sequence[Token]) -> Iterator[Annotated]:
        """Write the text of ``tokens``; yield the words that are annotated, the inner before the outer."""
        spans: list[tuple[Bracketed, int]] = []
        opened: list[tuple[Token, int, int]] = []
        for token in tokens:
            kind = token.type
            if kind in _MARKS:
                # The place is kept now, so that outer marks come before inner ones.
                opened.append((token, len(self.marks), self._length))
                self.marks.append(None)
            elif kind in _CLOSING and opened:
                self._close(*opened.pop())
            elif kind == "span_open":
                spans.append((token.meta["span"], self._length))
            elif kind == "span_close":
                bracketed, start = spans.pop()
                yield Annotated(bracketed, start, self._length)
            elif kind == "softbreak":
                self._write("\n")
            elif kind == "hardbreak":
                self._point("break")
                self._write("\n")
            elif kind == "code_inline":
                start = self._length
                self._write(token.content)
                self.marks.append(Mark("code", Span(start, self._length)))
            elif kind == "image":
                self._point("image", token)
            else:
                self._write(token.content)

    def _close(self, token: Token, place: int, start: int) -> None:
        # A mark round nothing is dropped, but a link round a picture stays.
        if start == self._length and not any(mark and mark.kind == "image" for mark in self.marks[place:]):
            return
        href, title = (str(token.attrs.get(name, "")) for name in ("href", "title"))
        self.marks[place] = Mark(_MARKS[token.type], Span(start, self._length), href, title)

    def _point(self, kind: MarkKind, token: Token | None = None) -> None:
        span = Span(self._length, self._length)
        if token is None:
            self.marks.append(Mark(kind, span))
            return
        source, title = (str(token.attrs.get(name, "")) for name in ("src", "title"))
        self.marks.append(Mark(kind, span, source, title, _alternative(token)))


def _alternative(image: Token) -> str:
    """Return the description of an image as plain text."""
    words: list[str] = []
    pending = list(reversed(image.children or []))
    while pending:
        token = pending.pop()
        if token.type == "image":
            pending.extend(reversed(token.children or []))
        else:
            words.append(" " if token.type in {"softbreak", "hardbreak"} else token.content)
    return "".join(words)
