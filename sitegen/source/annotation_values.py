"""Nodes of a file of annotations to typed values; every mistake is noted with its place."""

import datetime
from collections.abc import Collection

from sitegen.model.front_matter import FALSE, TRUE
from sitegen.model.language_code import is_language_code
from sitegen.model.partial_date import PartialDate, partial_date
from sitegen.model.web_address import is_web_address
from sitegen.source.dates import FORM, DateProblem, read_date
from sitegen.source.nearest import nearest
from sitegen.source.nodes import Mapping, Scalar, Sequence
from sitegen.source.notes import Notes

_DAY = "write year, month and day: 2026-11-30"
_MARKS = "put it in quotation marks where it begins with one of # [ { ~"
_FARTHEST = 10**9


class Values:
    """Reads the values of one annotation; ``failed`` tells whether a mistake was noted that forbids it."""

    def __init__(self, mapping: Mapping, notes: Notes) -> None:
        # Some editors begin each line with a capital.
        self._keys = {key.text.lower(): key for key, _node in mapping.entries}
        self._nodes = {key.text.lower(): node for key, node in mapping.entries}
        self._mapping = mapping
        self._notes = notes
        self.failed = False

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def error(self, code: str, message: str, hint: str, key: str = "") -> None:
        """Note a mistake at ``key``, or at the annotation as a whole."""
        place = self._keys.get(key, self._mapping)
        self._notes.error(code, message, hint, place.line, place.column)
        self.failed = True

    def words(self, key: str, *, exactly: bool = False, needed: bool = True) -> str:
        """Return the text of ``key``, empty where there is none.

        Its white space is collapsed, but ``exactly``: then only line feeds at its end are left out, which block
        scalars add. Where a value is ``needed``, an empty one is an error.
        """
        node = self._nodes.get(key)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            kind = "a list" if isinstance(node, Sequence) else "keys and values"
            hint = f"write one text, and put it in quotation marks where it begins with [ or {{: “{key}: …”"
            self.error("annotation-value", f"“{key}” is {kind}", hint, key)
            return ""
        if not node.empty:
            return node.text.rstrip("\n") if exactly else " ".join(node.text.split())
        if needed:
            self.error("annotation-empty", f"“{key}” has no value", f"write one behind the colon, and {_MARKS}", key)
        return ""

    def name(self, key: str) -> str:
        """Return the id or the name of somebody, without quotation marks round it."""
        return self.words(key).strip('“”„‟"') if key in self else ""

    def remark(self, key: str) -> str:
        """Return the text of ``key`` with white space collapsed; an empty one is a doubt alone."""
        words = self.words(key, needed=False)
        if not words and isinstance(self._nodes.get(key), Scalar):
            place = self._keys[key]
            hint = f"write one behind the colon, and {_MARKS}; or delete the line"
            self._notes.warn("annotation-empty", f"“{key}” has no value", hint, place.line, place.column)
        return words

    def word(self, key: str, known: Collection[str], code: str) -> str:
        """Return one of the ``known`` words; anything else is an error of that ``code``."""
        word = self.words(key)
        if not word or word in known:
            return word
        self.error(code, f"“{key}: {word[:60]}” is not known", nearest(word, known, f"write {either(known)}"), key)
        return ""

    def parts(self, key: str) -> tuple[str, ...]:
        """Return the members of a list of texts, or the one text, with all of their white space."""
        node = self._nodes.get(key)
        if not isinstance(node, Sequence):
            words = self.words(key, exactly=True)
            return (words,) if words else ()
        texts = [member.text.strip("\n") for member in node.members if isinstance(member, Scalar) and not member.empty]
        if len(texts) < max(1, len(node.members)):
            hint = f'write the words of each part, in quotation marks: “{key}: ["one part", "the other"]”'
            self.error("annotation-value", f"“{key}” is no list of words", hint, key)
            return ()
        return tuple(texts)

    def day(self, key: str) -> datetime.date | None:
        """Return a day of the calendar; anything else is an error."""
        text = self.words(key)
        found, hint = day(text)
        if hint:
            self.error("annotation-date", f"“{key}: {text[:60]}” is no day of the calendar", hint, key)
        return found

    def partial(self, key: str) -> PartialDate | None:
        """Return a year, a month or a day; anything else is an error."""
        text = self.words(key)
        found = partial_date(text) if text else None
        if text and found is None:
            hint = "write a year, a month or a day: 2026, 2026-11 or 2026-11-30"
            self.error("annotation-date", f"“{key}: {text[:60]}” is no such date", hint, key)
        return found

    def address(self, key: str, *, needed: bool = True) -> str:
        """Return an address on the web; anything else is an error."""
        text = self.words(key) if needed else self.remark(key)
        if text and not is_web_address(text):
            hint = "write a full address that begins with https:// or http://"
            self.error("annotation-address", f"“{key}: {text[:100]}” is no web address", hint, key)
            return ""
        return text

    def code(self, key: str) -> str:
        """Return the code of a language; anything else is an error."""
        text = self.words(key)
        if text and not is_language_code(text):
            hint = "write the code of a language, such as “en”, “de” or “pt-BR”"
            self.error("annotation-value", f"“{key}: {text[:60]}” is no code of a language", hint, key)
            return ""
        return text

    def number(self, key: str) -> int | None:
        """Return a whole number from 0; anything else is an error."""
        text = self.words(key, needed=False)
        if text.isascii() and text.isdigit() and len(text) <= len(str(_FARTHEST)):
            return int(text)
        if text:
            hint = "delete the line: it is a help for tools alone"
            self.error("annotation-value", f"“{key}: {text[:60]}” is no whole number", hint, key)
        return None

    def switch(self, key: str) -> bool:
        """Return true or false; anything else is an error."""
        text = self.words(key).lower()
        if text and text not in TRUE | FALSE:
            hint = f"write “{key}: true” or “{key}: false”"
            self.error("annotation-value", f"“{key}: {text[:60]}” is neither true nor false", hint, key)
        return text in TRUE


def day(text: str) -> tuple[datetime.date | None, str]:
    """Return the day of the calendar that ``text`` names, None where it is empty, and a hint where it names none."""
    found = partial_date(text)
    if not text or (found is not None and found.day):
        return found.earliest if found is not None else None, ""
    try:
        read_date(text, timezone="UTC")
    except DateProblem as problem:
        return None, problem.hint if problem.hint != FORM else _DAY
    return None, _DAY


def either(words: Collection[str]) -> str:
    """Return the words with “or” before the last."""
    *first, last = (f"“{word}”" for word in words)
    return f"{', '.join(first)} or {last}" if first else last
