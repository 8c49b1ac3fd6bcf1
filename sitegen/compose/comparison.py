"""Two versions of an utterance, word by word: what both have, what only one has."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from sitegen.compose.wording import count
from sitegen.model.view_parts import Piece, PieceKind

_WORD = re.compile(r"\w+(?:['’]\w+)*")
# Words that are gone are shown, so many of them in a row; of more, only their number.
_MOST_GONE = 12
# Comparing takes as long as there are pairs of equal words, and worse where these are many.
_MOST_PAIRS = 20_000
_CUT = Piece("cut", "…", "")
_GAP = Piece("gap", "…", "")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a quotation, part by part, under its id."""

    quote: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    """A word with what stands before the next one: together the tokens of a part are the part."""

    folded: str
    part: int
    start: int
    end: int


def compared(base: Said, other: Said) -> tuple[Piece, ...]:
    """Return the words of ``other`` beside those of ``base``.

    Pieces that are ``same``, ``new`` or ``whole`` are slices of ``other``, and all of it; those that are ``gone`` are
    slices of ``base``. Case and marks aside, words are the same or are not. Texts that are too long to be compared are
    ``whole``.
    """
    old, new = _tokens(base), _tokens(other)
    if [token.folded for token in old] == [token.folded for token in new]:
        return tuple(_pieces("same", other, new))
    if not _are_comparable(old, new):
        return tuple(_pieces("whole", other, new))
    matcher = SequenceMatcher(None, [t.folded for t in old], [t.folded for t in new], autojunk=False)
    found: list[Piece] = []
    last = -1
    for step, start, end, there, until in matcher.get_opcodes():
        if step in {"delete", "replace"}:
            if there == until and there in {0, len(new)}:
                # What stands before and behind a part is nothing that it leaves out.
                found.append(_CUT)
            elif end - start > _MOST_GONE:
                found.append(Piece("left", f"{count(end - start, 'word')} left out", ""))
            else:
                found.extend(_pieces("gone", base, old[start:end]))
        if there < until:
            run = new[there:until]
            if last >= 0 and run[0].part != last and (not found or found[-1].kind != "cut"):
                found.append(_GAP)
            found.extend(_pieces("same" if step == "equal" else "new", other, run))
            last = run[-1].part
    return tuple(found)


def _are_comparable(old: Sequence[_Token], new: Sequence[_Token]) -> bool:
    often = Counter(token.folded for token in new)
    return sum(often[token.folded] for token in old) <= _MOST_PAIRS


def in_words(pieces: Sequence[Piece]) -> str:
    """Return how a version differs from the one it is compared with."""
    kinds = {piece.kind for piece in pieces}
    if "whole" in kinds:
        return "too long to be compared"
    has_new, has_gone = "new" in kinds, bool(kinds & {"gone", "left"})
    if has_new or has_gone:
        return "reworded" if has_new and has_gone else "with more words" if has_new else "with fewer words"
    return "a part, word for word" if "cut" in kinds else "word for word"


# A quotation is compared with each of its versions.
@lru_cache(maxsize=4096)
def _tokens(said: Said) -> tuple[_Token, ...]:
    tokens: list[_Token] = []
    for number, part in enumerate(said.parts):
        starts = [(found.start(), found.group()) for found in _WORD.finditer(part)]
        # What stands before the first word goes with it.
        bounds = [0, *(start for start, _ in starts[1:]), len(part)]
        tokens += [
            _Token(word.casefold().replace("’", "'"), number, start, end)
            for (_, word), start, end in zip(starts or [(0, "")], bounds, bounds[1:], strict=False)
        ]
    return tuple(tokens)


def _pieces(kind: PieceKind, said: Said, tokens: Sequence[_Token]) -> Iterator[Piece]:
    """Yield the words of ``tokens``, which follow each other, as one piece for each part that they touch."""
    first = 0
    for number, token in enumerate(tokens):
        if number + 1 < len(tokens) and tokens[number + 1].part == token.part:
            continue
        text = said.parts[token.part][tokens[first].start : token.end]
        if first:
            yield _GAP
        yield Piece(kind, text, said.quote)
        first = number + 1
