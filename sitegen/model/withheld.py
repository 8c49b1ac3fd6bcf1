"""Names as they are looked for in texts: folded, and found wherever they stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anyascii import anyascii

from sitegen.model.person_name import SUFFIXES, plausible, split_name
from sitegen.model.span import Span

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
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


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
            if UNSPACED.search(name):
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
