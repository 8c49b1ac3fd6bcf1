"""What a file of somebody else's annotations offers, before it is known which place in which article is meant."""

import re
from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic
from sitegen.model.annotation import Annotation

# Half a character, and what controls a terminal or a printer: no words have it.
_UNFIT = re.compile(r"[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One annotation that somebody made elsewhere. Its ``path`` and ``line`` are those of the file that offers it.

    ``target`` is the address of the page that it was made on, ``article`` the id of the article where it says so
    itself, ``quotation`` the id of the quotation that a reader reports.
    """

    annotation: Annotation
    target: str
    article: str = ""
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """All that a file offers, and what is to be said about the rest of it."""

    proposals: tuple[Proposal, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def words(value: object) -> str:
    """Return a text with white space collapsed, "" for anything else."""
    return " ".join(whole(value).split())


def whole(value: object) -> str:
    """Return a text without what no words have, "" for anything else."""
    return _UNFIT.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n")) if isinstance(value, str) else ""
