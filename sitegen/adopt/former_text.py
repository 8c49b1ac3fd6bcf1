"""A former text, read: its head, what it says, and the body."""

import datetime
from dataclasses import dataclass

from sitegen.adopt.adoption import Found
from sitegen.adopt.fields import Fields, Outcome
from sitegen.adopt.former_head import FormerHead, read_head
from sitegen.adopt.keys import read_fields
from sitegen.adopt.pair import HeadProblem
from sitegen.adopt.suffixes import is_markdown
from sitegen.model.settings import NlpSettings

_MOST_CHARACTERS = NlpSettings().max_chars
_ENCODING = "save the file as UTF-8, for example in your editor"


@dataclass(frozen=True, slots=True)
class FormerText:
    """``text`` is the file without a byte order mark, its line ends as they are."""

    file: Found
    text: str
    head: FormerHead
    fields: Fields
    outcomes: tuple[Outcome, ...]

    @property
    def body(self) -> str:
        """All that stands behind the head."""
        return self.text[self.head.body :]


def read_text(file: Found, *, generator: str, today: datetime.date) -> FormerText:
    """Return what ``file`` says. Raises ``HeadProblem`` where it cannot be taken."""
    if file.content is None:
        raise HeadProblem("the file was not read", "make it readable, and try again")
    try:
        text = file.content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = file.content.count(b"\n", 0, error.start) + 1
        raise HeadProblem("the file is not UTF-8", _ENCODING, line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise HeadProblem("the file holds NUL characters: it is UTF-16, or no text", _ENCODING, line)
    if not text.strip():
        raise HeadProblem("the file is empty", "nothing is lost with it")
    if len(text) > _MOST_CHARACTERS:
        raise HeadProblem(f"the text is longer than {_MOST_CHARACTERS:,} characters", "split it")
    head = read_head(text, markdown=is_markdown(file.path), headers=generator == "Pelican")
    fields, outcomes = read_fields(head.pairs, generator=generator, today=today)
    return FormerText(file, text, head, fields, tuple(outcomes))
