"""Where the words of a selector stand in a text, and how far what stands round them agrees."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Postfix, Prefix

from sitegen.annotate.folded import folded
from sitegen.model.annotation import Selector

# Code points of context that a selector has on each side at least, as far as the text has them.
CONTEXT = 32
# More context than this tells nothing that less does not.
LONGEST = 600
# Words that stand this often are told apart by nothing.
MOST = 4000


@dataclass(frozen=True, slots=True)
class Sought:
    """A selector, folded: ``before`` and ``behind`` are its context without white space at the ends.

    ``open_before`` and ``open_behind`` tell that the context goes on with the word that the selector begins or ends in.
    """

    words: str
    before: str
    behind: str
    open_before: bool
    open_behind: bool
    position: int | None

    @staticmethod
    def of(selector: Selector) -> "Sought":
        """Return what ``selector`` looks for."""
        words = folded(selector.exact)
        before, behind = folded(selector.prefix), folded(selector.suffix)
        return Sought(
            words.strip(),
            before.strip()[-LONGEST:],
            behind.strip()[:LONGEST],
            before[-1:].isalnum() and not words.startswith(" "),
            behind[:1].isalnum() and not words.endswith(" "),
            selector.position,
        )

    @property
    def at_start(self) -> bool:
        """Whether the context before the words is all that the text had."""
        return self.position is not None and self.position <= len(self.before) + 1

    @property
    def given(self) -> int:
        """How many characters the selector gives."""
        return len(self.words) + len(self.before) + len(self.behind)


@dataclass(frozen=True, slots=True)
class Standing:
    """A place where the words stand, in folded offsets: ``before`` and ``behind`` count how many characters of the
    context next to them agree.
    """

    start: int
    end: int
    before: int
    behind: int

    @property
    def stretch(self) -> int:
        """How many characters agree without a break."""
        return self.end - self.start + self.before + self.behind


def standings(text: str, sought: Sought) -> Iterator[Standing]:
    """Yield all places of the folded ``text`` where the words stand, none of them inside a word."""
    if not sought.words:
        return
    for start in occurrences(text, sought.words, left=not sought.open_before, right=not sought.open_behind):
        end = start + len(sought.words)
        yield Standing(start, end, run_before(text, start, sought.before), run_behind(text, end, sought.behind))


def occurrences(text: str, words: str, *, left: bool = True, right: bool = True) -> Iterator[int]:
    """Yield where ``words`` stand in ``text``; ``left`` and ``right`` ask for a whole word at that end."""
    left = left and words[0].isalnum()
    right = right and words[-1].isalnum()
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (left and text[max(0, start - 1) : start].isalnum()) and not (right and text[end : end + 1].isalnum()):
            yield start
        start = text.find(words, start + 1)


def run_before(text: str, start: int, context: str) -> int:
    """Return how many characters of ``context`` stand right before ``start``, white space between them aside."""
    if start and text[start - 1] == " ":
        start -= 1
    return Postfix.similarity(text[max(0, start - len(context)) : start], context)


def run_behind(text: str, end: int, context: str) -> int:
    """Return how many characters of ``context`` stand right behind ``end``, white space between them aside."""
    if text[end : end + 1] == " ":
        end += 1
    return Prefix.similarity(text[end : end + len(context)], context)
