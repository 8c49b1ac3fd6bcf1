"""Readers' reports in mails and issues: the annotation between words, and the words around it."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from sitegen.intake.html_text import html_words
from sitegen.intake.proposal import words

_QUOTED = re.compile(r"^(?:[ \t]*>)+ ?", re.MULTILINE)
# A mail program may break lines anywhere at a blank, with the blank kept before the break or not.
_BREAK = re.compile(r"[ \t]*\n")
_ENTITY = re.compile(r"&(?:quot|#0*34|#x0*22);", re.IGNORECASE)
# What the form asks and says itself, and how programs introduce an answer.
_OURS = re.compile(
    r"What is wrong with this quotation\b.*|Quotation: \S*|Please leave the lines below\b.*|words are meant\.|`{3,}.*|"
    r"On .{4,100} wrote:|(?:From|To|Date|Sent|Subject|Cc): .*|#+ .*Report on quotation.*"
)
_HEADERS = re.compile(r"(?:[A-Z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\n")
_MOST_PARTS = 100
_MOST_BRACES = 2_000
_LONGEST_TOLD = 2_000


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of a mail or an issue, who wrote it and when (ISO 8601); "" for what nobody knows."""

    text: str
    by: str = ""
    sent: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """An annotation that stands in a letter, the reader's words before it, and its 1-based line in the letter."""

    annotation: Mapping[str, Any]
    told: str
    line: int


def is_mail(text: str) -> bool:
    """Tell whether a text begins as a mail does, with lines of headers."""
    return _HEADERS.match(text.replace("\r\n", "\n")) is not None


def read_mail(content: bytes) -> Letter:
    """Return the words of a mail, all parts and attachments of text one after the other."""
    mail = message_from_bytes(content, policy=policy.default)
    name, address = parseaddr(_header(mail, "From"))
    try:
        sent = parsedate_to_datetime(_header(mail, "Date")).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        sent = ""
    parts = [part for _number, part in zip(range(_MOST_PARTS), mail.walk(), strict=False) if not part.is_multipart()]
    plain = [_part(part) for part in parts if _is_plain(part)]
    rich = [html_words(_part(part)) for part in parts if part.get_content_type() == "text/html"]
    text = "\n".join(plain)
    # A part in HTML says the same once more.
    return Letter(
        text if "{" in text or not rich else "\n".join((text, *rich)), words(name) or address.split("@")[0], sent
    )


def _is_plain(part: Message) -> bool:
    kind = part.get_content_type()
    return kind in {"text/plain", "application/json", "application/ld+json"} or kind == "text/markdown"


def _header(mail: Message, name: str) -> str:
    try:
        return str(mail.get(name, ""))
    except (ValueError, TypeError, AttributeError, IndexError, LookupError):
        # The library stumbles over some headers that nobody writes by hand.
        return ""


def _part(part: Message) -> str:
    try:
        content = part.get_content() if isinstance(part, EmailMessage) else part.get_payload(decode=True)
    except (LookupError, ValueError, AttributeError, KeyError, AssertionError):
        content = part.get_payload(decode=True)
    if isinstance(content, bytes):
        content = content.decode("utf-8", "replace")
    return content.replace("\r\n", "\n") if isinstance(content, str) else ""


def reports(letter: Letter) -> Iterator[Report]:
    """Yield the annotations in a letter, quoted lines, broken lines and entities from copy and paste or not."""
    text = letter.text.replace("\r\n", "\n")
    # Entities are undone one line at a time, so that lines can be counted.
    own = "\n".join(
        html.unescape(line).replace("\n", " ") if _ENTITY.search(line) else line for line in text.split("\n")
    )
    bare = _QUOTED.sub("", own)
    joined, offsets = _joined(bare)
    decoder = json.JSONDecoder()
    at, told_from, tries = 0, 0, 0
    found: list[tuple[int, int, Mapping[str, Any]]] = []
    while tries < _MOST_BRACES and (at := joined.find("{", at)) >= 0:
        tries += 1
        try:
            value, end = decoder.raw_decode(joined, at)
        except (ValueError, RecursionError):
            at += 1
            continue
        if isinstance(value, dict) and "target" in value:
            found.append((offsets[at], offsets[end - 1] + 1, value))
            at = end
        else:
            at += 1
    for number, (start, end, annotation) in enumerate(found):
        behind = len(bare) if number == len(found) - 1 else end
        told = f"{bare[told_from:start]}\n{bare[end:behind]}"
        told_from = end
        yield Report(annotation, _told(told, own), bare.count("\n", 0, start) + 1)


def _joined(text: str) -> tuple[str, list[int]]:
    """Return ``text`` on one line, and where each of its characters stood."""
    signs: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _BREAK.finditer(text):
        signs.append(text[at : match.start()])
        offsets += range(at, match.start())
        signs.append(" ")
        offsets.append(match.start())
        at = match.end()
    signs.append(text[at:])
    offsets += range(at, len(text))
    return "".join(signs), offsets


def _told(text: str, own: str) -> str:
    """Return the reader's words on one line: without those of the form, and without a signature.

    Lines of an earlier mail, which stand behind ">", count where there are no others.
    """
    quoted = {_QUOTED.sub("", line).strip() for line in own.split("\n") if line.lstrip().startswith(">")}
    lines = []
    for line in text.split("\n"):
        if line.rstrip() == "--":
            break
        if line.strip() and not _OURS.fullmatch(line.strip()):
            lines.append(line.strip())
    said = words(" ".join(line for line in lines if line not in quoted)) or words(" ".join(lines))
    return said if len(said) <= _LONGEST_TOLD else f"{said[: _LONGEST_TOLD - 1].rstrip()}…"
