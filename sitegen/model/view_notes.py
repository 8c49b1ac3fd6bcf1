"""What people put beside the words of an article: notes of editors, and what was decided about a quotation."""

from dataclasses import dataclass
from typing import Literal

RemarkKind = Literal["note", "said", "translation", "recording"]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who says something, and when: a day in words ("30 November 2026") and as ISO 8601, both "" for no day."""

    by: str
    day: str = ""
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that an editor put beside words.

    ``text`` is a note in Markdown, the evidence for the day on which the words were said, or a translation in
    ``language``; ``label`` says in words what it is, "" for a note, and leads to ``href``, an address out of the site.
    ``words`` are the first of those that it is about, "" where that is plain; ``cut`` tells that there are more.
    """

    kind: RemarkKind
    label: str
    text: str
    signature: Signature
    href: str = ""
    language: str = ""
    direction: str = ""
    words: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class NoteView:
    """All that editors put beside the same words of an article; ``number`` counts from 1 in it.

    ``words`` are the first of these words, and ``cut`` tells that there are more; ``excerpt_of`` is the quotation that
    they are, "" where they are none: its words come with their marks, and with a sign where they are cut. ``words_id``
    is their anchor, and ``id`` that of the note.
    """

    number: int
    words: str
    remarks: tuple[Remark, ...]
    excerpt_of: str = ""
    cut: bool = False

    @property
    def id(self) -> str:
        """The anchor of the note."""
        return f"note-{self.number}"

    @property
    def words_id(self) -> str:
        """The anchor of the words."""
        return f"note-{self.number}-words"


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What a person decided: ``what`` says it in a few words ("Speaker corrected").

    ``was`` is what stood there before and ``now`` what stands there since, "" where there is nothing to be said of it.
    ``source`` is the address of what it was taken over from.
    """

    what: str
    was: str
    now: str
    why: str
    signature: Signature
    source: str = ""
