"""The letters of an index: under which one a name stands, and in which order names follow each other."""

import unicodedata
from dataclasses import dataclass

from sitegen.compose.profile import organisation_key
from sitegen.model.mention import Kind
from sitegen.model.person_name import fold, split_name

OTHER = "#"
# Scripts follow each other in this order, others behind them; within the last of these a character is a letter, and
# Unicode has the characters in the order of dictionaries: by radical and strokes.
_SCRIPTS = (
    "LATIN",
    "GREEK",
    "CYRILLIC",
    "ARMENIAN",
    "GEORGIAN",
    "HEBREW",
    "ARABIC",
    "DEVANAGARI",
    "BENGALI",
    "TAMIL",
    "THAI",
    "HANGUL",
    "HIRAGANA",
    "CJK",
)
# These write the family's name first, often without a blank behind it.
_FAMILY_FIRST = frozenset({"HANGUL", "HIRAGANA", "CJK"})
_INITIAL_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST_CONSONANT = 0x1100
_KATAKANA, _TO_HIRAGANA = range(0x30A1, 0x30F7), 0x60
_ARTICLE = "ال"
_LAST = len(_SCRIPTS) + 1


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where a name stands in an index: positions are sorted as they are. ``letter`` is a capital, or ``OTHER``."""

    script: int
    letter: str
    words: str

    @property
    def anchor(self) -> str:
        """The anchor of the letter's group."""
        return "letter-other" if self.letter == OTHER else f"letter-{self.letter.lower()}"


def position_of(kind: Kind | None, name: str) -> Position:
    """Return where ``name`` stands: a person by the surname without particles, others by their first word.

    "The" is none. Accents don't count; a name in another script than Latin stands under a letter of that script.
    """
    script = _script(name)
    words = name if script in _FAMILY_FIRST else _words(kind, name)
    # A person's surname can be of another script than the name's first word.
    script = _script(words)
    if script == "LATIN":
        folded = _from_first_letter(f"{fold(words)} {fold(name)}" if kind == "person" else fold(words))
        first = folded[:1].upper()
        return Position(0, first, folded) if first.isalpha() else Position(_LAST, OTHER, folded)
    plain = _plain(words)
    if not script:
        return Position(_LAST, OTHER, plain)
    rank = _SCRIPTS.index(script) if script in _SCRIPTS else len(_SCRIPTS)
    return Position(rank, _capital(plain), f"{plain} {_plain(name)}")


def _words(kind: Kind | None, name: str) -> str:
    """Return the words of ``name`` by which it is sorted."""
    if kind is None:
        return name
    if kind != "person":
        return organisation_key(name)
    parts = split_name(tuple(name.split()))
    last = parts.surname.rsplit(" ", 1)[-1] if parts is not None else ""
    if last.startswith(_ARTICLE) and len(last) > len(_ARTICLE) + 1:
        return last.removeprefix(_ARTICLE)
    return last or name


def _script(words: str) -> str:
    """Return the script of the first letter, "" where there is none, as where a digit stands before it."""
    first = next((char for char in words if char.isalnum()), "")
    if not first.isalpha():
        return ""
    script = unicodedata.name(first, "").split(" ", 1)[0]
    return "HIRAGANA" if script == "KATAKANA" else script


def _plain(words: str) -> str:
    """Return ``words`` without accents, from their first letter on, in lower case."""
    letters = unicodedata.normalize("NFKD", words.casefold())
    plain = _from_first_letter("".join(char for char in letters if not unicodedata.combining(char)))
    return "".join(chr(ord(char) - _TO_HIRAGANA) if ord(char) in _KATAKANA else char for char in plain)


def _from_first_letter(words: str) -> str:
    return words[next((place for place, char in enumerate(words) if char.isalnum()), 0) :]


def _capital(plain: str) -> str:
    consonant = ord(plain[0]) - _FIRST_CONSONANT
    if 0 <= consonant < len(_INITIAL_CONSONANTS):
        return _INITIAL_CONSONANTS[consonant]
    # Georgian has capitals that no index uses.
    return plain[0] if unicodedata.name(plain[0], "").startswith("GEORGIAN") else plain[0].upper()
