"""Passages in quotation marks, block by block: one odd mark never spoils more than its own block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.model.span import Span

_OPEN, _CLOSE = "“«„‟", "”»"
# Marks that close what another language's mark opened: German „…“ and »…«.
_PARTNERS = {"„": "“”", "»": "«"}
_DOUBLE = re.compile(r"``|''|[“”„‟«»\"]|[‘’']")
_BEFORE_OPEN = frozenset(" \t\n\u00a0([{—–-:/")
_ENDS_SPEECH = frozenset(',.?!…"”')
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…\])%\"”])['’](?=$|[\s,.;:!?)\]—–-])")
_LONGEST_SINGLE = 1_500
_SAID = r"(?:said|says|told|asked|added|replied|wrote)\b"
_ATTRIBUTED = re.compile(
    rf"[,!?]\s+(?:(?:(?:[A-Z][\w.'’-]*\s+){{1,3}}|(?:he|she|they)\s+){_SAID}|{_SAID}\s+(?:[A-Z]|he\b|she\b|they\b))"
)
_STOPS = frozenset(",.!?…")
_LONGEST_ATTRIBUTION = 120
_WORDS = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """Text in quotation marks inside one block.

    ``outer`` includes the marks, ``inner`` does not. ``closed`` is false where the closing mark is missing;
    ``continues`` where that is right because the next block opens again and goes on with the same speech.
    ``single`` tells single marks from double ones.
    """

    outer: Span
    inner: Span
    block: int
    closed: bool = True
    continues: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class OddMark:
    """A quotation mark without partner at ``offset``."""

    offset: int


def find_passages(text: str, blocks: Sequence[Span]) -> tuple[tuple[Passage, ...], tuple[OddMark, ...]]:
    """Return the passages in quotation marks of all blocks, in order and without overlap, and the marks left over.

    Straight, curly and TeX-like double marks, guillemets, and single marks that can be nothing else. An
    unclosed passage runs to the end of its block; where the next block opens with a mark, it continues there
    (each paragraph of a long quotation opens, only the last closes: Chicago Manual of Style 13.30). Marks
    inside a passage belong to it. Linear in the length of the text.
    """
    passages: list[Passage] = []
    odd: list[OddMark] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1].start if number + 1 < len(blocks) else len(text)
        found, left = _in_block(text, block, number, goes_on=text[following : following + 1] in {"'", "‘"})
        if passages and not passages[-1].closed and passages[-1].block == number - 1:
            if found and found[0].outer.start == block.start:
                passages[-1] = replace(passages[-1], continues=True)
            else:
                odd.append(OddMark(passages[-1].outer.start))
        passages.extend(found)
        odd.extend(OddMark(offset) for offset in left)
    if passages and not passages[-1].closed:
        odd.append(OddMark(passages[-1].outer.start))
    return tuple(passages), tuple(sorted(odd, key=lambda mark: mark.offset))


def _in_block(text: str, block: Span, number: int, *, goes_on: bool) -> tuple[list[Passage], list[int]]:
    """Return the passages of one block and the offsets of odd marks; ``goes_on`` tells that the next block opens
    with a single mark, so that one at the head of this block may be left open."""
    found: list[Passage] = []
    odd: list[int] = []
    opened: tuple[int, int] | None = None  # where the mark begins and where it ends
    skip = searched = block.start
    no_single_close = nested = False
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        if mark.start() < skip:
            continue
        sign = mark[0]
        before = text[mark.start() - 1] if mark.start() > block.start else " "
        after = text[mark.end()] if mark.end() < block.end else " "
        if sign in {"‘", "’", "'"}:
            if opened is None and not no_single_close:
                stays_open = goes_on and after.isupper() and _begins_speech(text, mark.start(), block)
                end = _single(text, mark.start(), block, before, after, stays_open=stays_open)
                if end <= 0 and stays_open:
                    opened = mark.span()
                    break
                if end > 0:
                    found.append(_passage(mark.start(), mark.end(), end - 1, end, number, single=True))
                    skip = end
                elif end < 0:
                    no_single_close = True
        elif opened is None:
            if _opens(sign, before, after):
                opened = mark.span()
            elif sign not in {'"', "''"} or not before.isdigit():
                odd.append(mark.start())
        elif nested and _closes(sign, before, after, text[opened[0]]):
            nested = False
        elif _closes(sign, before, after, text[opened[0]]):
            found.append(_passage(*opened, *mark.span(), number))
            opened = None
        elif opened[0] == block.start and not _ATTRIBUTED.search(text, max(opened[1], searched), mark.start()):
            searched = mark.start() - _LONGEST_ATTRIBUTION
            # A paragraph of a longer quotation: what opens inside it is a quotation inside it.
            nested = True
        elif sign == '"' or sign in _OPEN or sign == "``":
            # An opening mark inside an open passage: the first one was never closed.
            odd.append(opened[0])
            opened = mark.span()
    if opened is not None and _ATTRIBUTED.search(text, opened[1], block.end):
        # "We won, Ann Lee said: the closing mark is lost, and where the words end nobody can tell.
        odd.append(opened[0])
    elif opened is not None:
        single = text[opened[0]] in "'‘’" and opened[1] - opened[0] == 1
        whole, inner = Span(opened[0], block.end), Span(opened[1], block.end)
        found.append(Passage(whole, inner, number, closed=False, single=single))
    return found, odd


def _passage(start: int, inner: int, inner_end: int, end: int, block: int, *, single: bool = False) -> Passage:
    return Passage(Span(start, end), Span(inner, max(inner, inner_end)), block, single=single)


def _opens(sign: str, before: str, after: str) -> bool:
    if sign in _OPEN or sign == "``":
        return True
    if sign in _CLOSE:
        # Some typists use the closing mark on both sides.
        return before in _BEFORE_OPEN and not after.isspace()
    # A straight mark after a digit is an inch or a second.
    return not after.isspace() and not (before.isdigit() and (after in ",.;)" or after.isspace()))


def _closes(sign: str, before: str, after: str, opener: str) -> bool:
    if sign in _PARTNERS.get(opener, ""):
        return True
    if sign in _CLOSE or sign == "''":
        return True
    if sign in _OPEN or sign == "``":
        # Some typists use the opening mark on both sides.
        return sign != "``" and before in _STOPS and (after.isspace() or after in _STOPS)
    return not (before in _BEFORE_OPEN and before not in "—–-" and after.isalnum())


def _begins_speech(text: str, start: int, block: Span) -> bool:
    """Tell whether a mark at ``start`` stands where a longer speech begins: at the block's head, or behind a colon."""
    return start == block.start or text[max(block.start, start - 2) : start].rstrip().endswith((":", ","))


def _single(text: str, start: int, block: Span, before: str, after: str, *, stays_open: bool) -> int:
    """Return the end of a passage in single marks that opens at ``start``; 0 where none opens, -1 where none closes.

    ``stays_open`` tells that it may go on in the next block.
    """
    if before not in _BEFORE_OPEN or before == "/" or not (after.isalnum() or after in "[$£€.…"):
        return 0
    end = block.end
    for close in _SINGLE_CLOSE.finditer(text, start + 1, min(end, start + _LONGEST_SINGLE)):
        body = text[start + 1 : close.start()]
        following = text[close.end() : close.end() + 2]
        if '"' in body or "“" in body:
            # Single marks round double ones, as British papers set them, end like a speech, with all closed inside.
            closed = body.count('"') % 2 == 0 and body.count("“") == body.count("”")
            if closed and (body[-1] in _ENDS_SPEECH or following[:1] in {",", "."}):
                return close.end()
            continue
        # "the Joneses' boat": a plural possessive, unless nothing else can close.
        if body.endswith("s") and following[:1] == " " and following[1:2].islower():
            later = _SINGLE_CLOSE.search(text, close.end(), min(end, start + _LONGEST_SINGLE))
            if later is not None or stays_open:
                continue
        if re.fullmatch(r"\d0s?|em|til|tis|twas|n", body.strip()):
            return 0
        return close.end()
    return -1 if end - start < _LONGEST_SINGLE else 0


def words_in(text: str, span: Span) -> int:
    """Return the number of words in ``span``."""
    return len(_WORDS.findall(text, span.start, span.end))
