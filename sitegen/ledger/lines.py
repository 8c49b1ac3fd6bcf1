"""``ledger.jsonl``: a first line about the ledger itself, then a JSON object a quotation.

Sorted lines with stable keys make small differences in git, and merge well.
"""

import datetime
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.model.ledger import Ledger, LedgerEntry
from sitegen.model.publication import PublishedQuote, PublishedSpeaker

NAME = "ledger.jsonl"
# Raise it when a line can no longer be read by older releases.
_VERSION = 1
_HINT = "take the file from git again (git checkout -- ledger.jsonl), or mend the line"


class _Head(msgspec.Struct):
    """The first line."""

    ledger: int
    model: str = ""


class _Person(msgspec.Struct):
    """Whom the words are given to."""

    name: str
    person: str = ""


class _Selector(msgspec.Struct):
    """Where the words stand."""

    exact: list[str]
    prefix: str = ""
    suffix: str = ""
    start: int = 0


class _Line(msgspec.Struct):
    """One quotation."""

    id: str
    article: str
    speaker: _Person | None
    selector: _Selector
    former: list[str] = []
    removed: bool = False
    day: datetime.date | None = None
    page: bool = True


_HEADS = msgspec.json.Decoder(_Head)
_LINES = msgspec.json.Decoder(_Line)


@lru_cache(maxsize=2)
def read_ledger(content: bytes) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """Return the ledger in ``content``, and an error with its line for everything that cannot be read.

    An empty file is an empty ledger. Build after build of a preview reads the same one.
    """
    remarks: list[Diagnostic] = []
    lines = [(number, line) for number, line in enumerate(content.splitlines(), 1) if line.strip()]
    if not lines:
        return Ledger(), ()
    try:
        head = _HEADS.decode(lines[0][1])
    except (msgspec.MsgspecError, RecursionError) as error:
        return Ledger(), (_damaged(lines[0][0], f"this is not the first line of a ledger: {error}"),)
    if head.ledger != _VERSION:
        message = f"the ledger has the form {head.ledger}; this sitegen reads {_VERSION}"
        hint = "use the release of sitegen that wrote it, or a later one"
        return Ledger(), (Diagnostic("ledger-damaged", "error", NAME, lines[0][0], None, message, hint),)
    entries: dict[str, LedgerEntry] = {}
    for number, line in lines[1:]:
        if line.startswith((b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")):
            message, hint = "a merge left its marks here", "keep one line a quotation, and take the marks out"
            remarks.append(Diagnostic("ledger-damaged", "error", NAME, number, None, message, hint))
            continue
        try:
            entry = _entry(_LINES.decode(line))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            remarks.append(_damaged(number, str(error)))
            continue
        if entry.quote.id in entries:
            message, hint = f"{entry.quote.id} has two lines", "keep the one that is right"
            remarks.append(Diagnostic("ledger-damaged", "error", NAME, number, None, message, hint))
        entries[entry.quote.id] = entry
    return Ledger(_sorted(entries.values()), head.model), tuple(remarks)


def ledger_lines(ledger: Ledger) -> bytes:
    """Return the content of the file: the same for the same ledger."""
    head = {"ledger": _VERSION, "model": ledger.model}
    records = [head, *(_record(entry) for entry in _sorted(ledger.entries))]
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records).encode()


def _sorted(entries: Any) -> tuple[LedgerEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.quote.article, entry.quote.id)))


def _entry(line: _Line) -> LedgerEntry:
    speaker = None if line.speaker is None else PublishedSpeaker(line.speaker.name, line.speaker.person)
    found = line.selector
    quote = PublishedQuote(
        line.id,
        line.article,
        tuple(found.exact),
        speaker,
        found.prefix,
        found.suffix,
        found.start,
        page=line.page,
    )
    return LedgerEntry(quote, tuple(line.former), line.removed, line.day)


def _record(entry: LedgerEntry) -> dict[str, Any]:
    return dict(_fields(entry))


def _fields(entry: LedgerEntry) -> Iterator[tuple[str, Any]]:
    quote, speaker = entry.quote, entry.quote.speaker
    yield "id", quote.id
    yield "article", quote.article
    if speaker is None:
        yield "speaker", None
    else:
        yield "speaker", {"name": speaker.name} | ({"person": speaker.person} if speaker.person else {})
    yield (
        "selector",
        {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix, "start": quote.start},
    )
    if entry.former:
        yield "former", entry.former
    if entry.removed:
        yield "removed", True
    if entry.day is not None:
        yield "day", entry.day.isoformat()
    if not quote.page:
        yield "page", False


def _damaged(number: int, reason: str) -> Diagnostic:
    return Diagnostic("ledger-damaged", "error", NAME, number, None, reason, _HINT)
