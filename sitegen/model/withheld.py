"""Names that must not be published: where they stand in a text, and the text with them covered."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anyascii import anyascii

from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import SUFFIXES, fold, plausible, split_name
from sitegen.model.span import Span

# Stands for one letter or digit of a name.
BLOCK = "█"
Words = tuple[str, ...]

# What belongs to the letter before it: accents of its own, variation selectors, soft hyphens and other unseen signs.
_JOINED = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff"
)
_WORD = re.compile(rf"(?:[^\W_][{_JOINED}]*)+")
# What may stand between two words of a name, in a text, an address or a formula of a program.
_GAP = re.compile(r"(?:\s+|[^\w\s█]|_){1,4}")
_SENTENCE = re.compile(r"[.!?…]\W*\s")
_PAUSE = re.compile(r"[,;:]\s")
# Shorter words before a full stop are abbreviations: "J. Roe", "St. Clair".
_ABBREVIATED = 2
# Shorter names are looked for word by word alone: "Al Li" is no "Alli".
_RUN_TOGETHER = 6
_COMMA = ","
_MOST_MIDDLE = 2
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
# Scripts that put no blanks between words: a name is looked for as it is written.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class _Letters(dict[int, str]):
    """Letters without accents and case, by code point; worked out once each."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        # What is no letter stays one sign, so that it goes on parting words.
        self[point] = "".join(c for c in anyascii(letter).lower() if c.isalnum()) if _is_part(letter) else letter
        return self[point]


def _is_part(letter: str) -> bool:
    """Tell whether a character is a part of a word: a letter, a digit, or what belongs to the letter before it."""
    return letter.isalnum() or _WORD.fullmatch(f"a{letter}") is not None


_LETTERS = _Letters()


def folded(text: str) -> str:
    """Return ``text`` in lower case and without accents; blanks and punctuation stay."""
    if not text.isascii():
        text = _FOREIGN.sub(lambda found: _without_accents(found[0]), text)
    return text.lower()


@lru_cache(maxsize=1 << 14)
def _without_accents(letters: str) -> str:
    return "".join(_LETTERS[ord(letter)] for letter in letters)


# The same text is looked through for several lists of names, one after the other.
@lru_cache(maxsize=8)
def _tokens(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where the words of ``text`` begin and end, and each of them folded."""
    return tuple((match.start(), match.end(), folded(match[0])) for match in _WORD.finditer(text))


def words_in(text: str) -> Words:
    """Return the words of ``text``, folded; a hyphen or an apostrophe parts two."""
    return tuple(filter(None, (folded(match[0]) for match in _WORD.finditer(text))))


def tokens_of(text: str) -> tuple[Span, ...]:
    """Return where the words of ``text`` stand."""
    return tuple(Span(match.start(), match.end()) for match in _WORD.finditer(text))


@dataclass(frozen=True)
class Names:
    """Names as folded words. ``full`` are found in any case, ``single`` words only where they are not all small.

    ``literal`` are names in a script that puts no blanks between words, found inside others as well. ``turned`` are
    names of people as they stand in an index: "Roe, Jane". ``loose`` are first and last words of people's names, found
    with one or two capitalised words between them: "Jane Maud Roe".
    """

    full: tuple[Words, ...] = ()
    single: tuple[str, ...] = ()
    turned: tuple[Words, ...] = ()
    literal: tuple[str, ...] = ()
    loose: tuple[Words, ...] = ()

    @classmethod
    def of(cls, names: Iterable[str], *, people: bool = False) -> "Names":
        """Return ``names`` as they are looked for; those of ``people`` also with the surname first."""
        full, single, turned, literal = set(), set(), set(), set()
        for name in names:
            words = words_in(name)
            if _UNSPACED.search(name):
                literal.add(name.casefold())
            elif len(words) > 1:
                full.add(words)
                if people:
                    turned |= _turned(name)
            elif words:
                single.add(words[0])
        return cls(tuple(sorted(full)), tuple(sorted(single)), tuple(sorted(turned)), tuple(sorted(literal)))

    def __bool__(self) -> bool:
        return bool(self.full or self.single or self.literal or self.loose)

    def __or__(self, other: "Names") -> "Names":
        return Names(
            tuple(sorted({*self.full, *other.full})),
            tuple(sorted({*self.single, *other.single})),
            tuple(sorted({*self.turned, *other.turned})),
            tuple(sorted({*self.literal, *other.literal})),
            tuple(sorted({*self.loose, *other.loose})),
        )

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[Words, int]]]:
        found: dict[str, list[tuple[Words, int]]] = {}
        for words in self.full:
            found.setdefault(words[0], []).append((words, 0))
        for words in self.turned:
            comma = words.index(_COMMA)
            found.setdefault(words[0], []).append((words[:comma] + words[comma + 1 :], comma))
        return found

    @cached_property
    def _loose(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for first, last in self.loose:
            found.setdefault(first, []).append(last)
        return found

    @cached_property
    def _together(self) -> frozenset[str]:
        joined = frozenset("".join(words) for words in self.full)
        return frozenset(name for name in joined if len(name) >= _RUN_TOGETHER)

    @cached_property
    def _single(self) -> frozenset[str]:
        return frozenset(self.single)

    def may_stand_in(self, plain: str) -> bool:
        """Tell whether any of the names can stand in a text, folded to ``plain``; quick, and never wrongly no."""
        return (
            any(word in plain for word in self.single)
            or any(all(word in plain for word in words) for words in (*self.full, *self.loose))
            or bool(self.literal)
        )

    def find(self, text: str) -> tuple[Span, ...]:
        """Return where the names stand in ``text``, in its order, whole words each."""
        if not self or not self.may_stand_in(folded(text)):
            return ()
        found = [Span(m.start(), m.end()) for name in self.literal for m in re.finditer(re.escape(name), text, re.I)]
        tokens = _tokens(text)
        for place, (start, end, word) in enumerate(tokens):
            if word in self._together or (word in self._single and not text[start:end].islower()):
                found.append(Span(start, end))
            for words, comma in self._by_first.get(word, ()):
                last = place + len(words) - 1
                if comma and _goes_on(text, tokens, place):
                    continue
                if last < len(tokens) and all(
                    tokens[place + step][2] == words[step]
                    and _joins(text, tokens[place + step - 1], tokens[place + step], turned=comma == step)
                    for step in range(1, len(words))
                ):
                    found.append(Span(start, tokens[last][1]))
            for surname in self._loose.get(word, ()):
                found.extend(_with_middle(text, tokens, place, surname))
        return tuple(sorted(set(found)))


def _goes_on(text: str, tokens: tuple[tuple[int, int, str], ...], place: int) -> bool:
    """Tell whether a surname at ``place`` belongs to the word before it: "Tom Roe, Jane Penn" lists two people."""
    if not place or text[tokens[place - 1][1] : tokens[place][0]] not in {" ", "\u00a0", "-"}:
        return False
    return text[tokens[place - 1][0]].isupper() or text[tokens[place][0]].islower()


def _with_middle(text: str, tokens: tuple[tuple[int, int, str], ...], place: int, surname: str) -> Iterator[Span]:
    """Yield the span from the first name at ``place`` to the surname, with middle names or a nickname between."""
    for size in range(1, _MOST_MIDDLE + 1):
        end = place + size + 1
        if end >= len(tokens) or not _joins(text, tokens[place + size - 1], tokens[place + size]):
            return
        if "\n\n" in text[tokens[place][1] : tokens[end][0]]:
            return
        if not text[tokens[place + size][0]].isupper() or tokens[place + size][2] == surname:
            return
        if tokens[end][2] == surname and _joins(text, tokens[place + size], tokens[end]):
            yield Span(tokens[place][0], tokens[end][1])


def _turned(name: str) -> set[Words]:
    """Return a person's name as it stands in an index, surname first; a comma is a word of its own."""
    words = tuple(name.split())
    parts = split_name(words) if plausible(words) else None
    if parts is None or not parts.full:
        return set()
    return {(*words_in(parts.surname), _COMMA, *words_in(" ".join(parts.given)))}


def _joins(text: str, one: tuple[int, int, str], other: tuple[int, int, str], *, turned: bool = False) -> bool:
    """Tell whether what stands between two words can stand inside a name."""
    gap = text[one[1] : other[0]]
    if not _GAP.fullmatch(gap):
        return False
    if turned:
        return gap.lstrip()[:1] == ","
    if _SENTENCE.search(gap) and len(one[2]) > _ABBREVIATED:
        return False
    return not _PAUSE.search(gap) or other[2] in SUFFIXES


def cover(text: str, spans: Iterable[Span]) -> str:
    """Return ``text`` with each letter and digit inside ``spans`` covered: as long as it was, all else as it was."""
    letters: list[str] = []
    for span in spans:
        letters = letters or list(text)
        for place in range(span.start, span.end):
            if coverable(text[place]):
                letters[place] = BLOCK
    return "".join(letters) or text


def coverable(letter: str) -> bool:
    """Tell whether a character of a name is covered: a letter, a digit, or an accent of its own."""
    return letter.isalnum() or unicodedata.category(letter).startswith("M")


def is_covered(shown: str, whole: str) -> bool:
    """Tell whether ``shown`` is ``whole`` where blocks may stand for letters of it."""
    return len(shown) == len(whole) and all(
        a == b or (a == BLOCK and coverable(b)) for a, b in zip(shown, whole, strict=True)
    )


def is_same_but_covered(one: str, other: str) -> bool:
    """Tell whether two texts are the same, letters that one of them covers aside."""
    return BLOCK in f"{one}{other}" and (is_covered(one, other) or is_covered(other, one))


def names_of(records: Iterable[AuthorityRecord]) -> Names:
    """Return the names of ``records`` that stand for nobody else, wherever they are written.

    That leaves out a person's single words, such as a surname that is a variant: others can bear it, see
    ``bare_names``.
    """
    found = Names()
    for record in records:
        people = record.kind == "person"
        names = [name for name in record.names if not people or not _is_bare(name)]
        shorter = [" ".join(_without_suffix(name)) for name in names] if people else []
        found |= Names.of((*names, *(name for name in shorter if " " in name)), people=people)
    return found


def bare_names(records: Iterable[AuthorityRecord]) -> Names:
    """Return the single words that people are known by throughout a site: a name, or a variant, of one word."""
    people = (record for record in records if record.kind == "person")
    return Names.of(name for record in people for name in record.names if _is_bare(name))


def loose_names(records: Iterable[AuthorityRecord]) -> Names:
    """Return the names of people as they are found with middle names that the records do not give."""
    found = set()
    for record in records:
        for name in record.names if record.kind == "person" else ():
            words = _without_suffix(name)
            parts = split_name(words) if plausible(words) else None
            if parts is not None and parts.full:
                found.add((words_in(parts.given[0])[0], words_in(parts.surname)[0]))
    return Names(loose=tuple(sorted(found)))


def _is_bare(name: str) -> bool:
    return len(name.split()) == 1 and not _UNSPACED.search(name)


def alone_of(record: AuthorityRecord) -> Names:
    """Return what stands for a person by itself: given names and surnames, with particles and in the plural as well.

    A variant tells them where it is a name and has a word in common with the record's name.
    """
    if record.kind != "person":
        return Names()
    own = set(words_in(record.name))
    found: set[str] = set()
    given: set[str] = set()
    for name in record.names:
        words = _without_suffix(name)
        parts = split_name(words) if plausible(words) else None
        if parts is not None and parts.full and own & set(words_in(name)):
            surname = parts.surname
            found |= {surname, surname.rsplit(" ", 1)[-1]}
            given |= {word for word in parts.given[:1] if len(word.rstrip(".")) > 1}
    return Names.of([*found, *given, *(f"{name}{ending}" for name in found for ending in ("s", "es"))])


def _without_suffix(name: str) -> Words:
    """Return the words of a name without "Jr." and its like."""
    words = [word.strip(",") for word in name.split()]
    while len(words) > 1 and fold(words[-1]) in SUFFIXES:
        words.pop()
    return tuple(words)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return ``spans`` in order, those that share a character as one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start < made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """Yield those of ``spans`` that share no character with one of ``taken``."""
    ordered = merged(taken)
    for span in sorted(spans):
        place = bisect_left(ordered, span.end, key=lambda other: other.start)
        if not place or ordered[place - 1].end <= span.start:
            yield span
