"""The cards beside pages of people, organisations and places: their words are the articles', their links lead on."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.check.original import MARKS, Original, flat
from sitegen.check.page import Link, Words
from sitegen.check.quotations import Quotation
from sitegen.check.report import problem
from sitegen.diagnostics import Diagnostic

_PATH = re.compile(r"(?:people|organisations|places)/[^/]+/card\.js")
_CALL = re.compile(r"sitegen\.card\((\{.*\})\);\n?", re.DOTALL)
_HINT = "build the site again; if it stays, a template of your own changes the file"
# At either end of a part stand marks, which are none of its words.
_ENDS = f" {MARKS}"


def is_card(path: str) -> bool:
    """Tell whether the file at ``path`` is a card."""
    return _PATH.fullmatch(path) is not None


def card_links(content: bytes) -> tuple[Link, ...]:
    """Return the addresses in a card, which are seen from the folder that it lies in."""
    latest = (_told(content) or {}).get("latest")
    href = latest.get("href") if isinstance(latest, dict) else None
    return (Link(href, 1, 1, leads=False),) if isinstance(href, str) else ()


def check_card(
    path: str, content: bytes, originals: Mapping[str, Original], known: Mapping[str, Quotation]
) -> Iterator[Diagnostic]:
    """Compare the card at ``path`` with the article that its quotation is from."""
    place = Words("", "", 1, 1)
    told = _told(content)
    latest = {} if told is None else told.get("latest", {})
    if told is None or not isinstance(told.get("name"), str) or not isinstance(latest, dict):
        yield problem("check-data", path, "this is not the one call that a card is", _HINT, place)
        return
    if not latest:
        return
    try:
        complaint = _of_quotation(latest, originals, known)
    except (KeyError, TypeError, ValueError, AttributeError):
        yield problem("check-data", path, "the quotation of this card is not what a card has", _HINT, place)
        return
    if complaint:
        yield problem("check-quotation", path, complaint, _HINT, place)


def _told(content: bytes) -> dict[str, Any] | None:
    call = _CALL.fullmatch(content.decode("utf-8", "replace"))
    try:
        found = json.loads(call[1]) if call else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _of_quotation(latest: Mapping[str, Any], originals: Mapping[str, Original], known: Mapping[str, Quotation]) -> str:
    """Return what is wrong with the quotation of a card, "" for nothing."""
    original, quotation = originals.get(latest["article"]), known.get(latest["quote"])
    if original is None or quotation is None or quotation.article != original.id:
        return f"no article {latest['article']!r} has the quotation {latest['quote']!r}"
    parts = latest["parts"]
    if not 0 < len(parts) <= len(quotation.parts) or not (latest["cut"] or len(parts) == len(quotation.parts)):
        return f"the quotation {quotation.id} has {len(quotation.parts)} parts"
    for number, (part, own) in enumerate(zip(parts, quotation.parts, strict=False), 1):
        may_end = bool(latest["cut"]) and number == len(parts)
        complaint = _of_part(part, own, original, quotation, may_end=may_end)
        if complaint:
            return complaint
    lead = flat(latest.get("lead", ""))
    if lead and not original.leads(lead, quotation.parts[0]):
        return f"in {original.path}, “{lead}” does not lead into the quotation {quotation.id}"
    title = flat(latest["title"])
    return "" if original.is_titled(title) else f"the title of {original.path} is not as there: “{title}”"


def _of_part(part: Mapping[str, Any], own: str, original: Original, quotation: Quotation, *, may_end: bool) -> str:
    """Return what is wrong with a part of a quotation whose own words are ``own``; the last one ``may_end`` early."""
    start, end, runs = int(part["start"]), int(part["end"]), part["words"]
    words = "".join(runs)
    if not words or original.text[start:end] != words:
        return f"{original.path} does not have “{flat(words)}” there, but “{flat(original.text[start:end])}”"
    shown, whole = words.strip(_ENDS), own.strip(_ENDS)
    if shown != whole and not (may_end and whole.startswith(shown)):
        return f"the quotation {quotation.id} has other words: “{flat(own)}”"
    marked = runs[1::2]
    # The last run may end where the card does.
    entire = marked[:-1] if shown != whole and len(runs) % 2 == 0 else marked
    if not all(quotation.has_marked(run.strip(_ENDS)) for run in entire):
        return f"the quotation {quotation.id} has no such words in marks: “{flat(' … '.join(marked))}”"
    return ""
