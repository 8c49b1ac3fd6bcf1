"""Notes of records and editors, which are Markdown: names that signs and references hide are covered as well."""

import html
import re
from urllib.parse import unquote

from sitegen.model.covering import BLOCK, coverable
from sitegen.model.span import Span
from sitegen.model.spans import without
from sitegen.model.withheld import Names
from sitegen.withhold.book import Book
from sitegen.withhold.found import Found

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Where links lead: behind their words, between angle brackets, and in a line of its own.
_ADDRESS = re.compile(
    r"(?:\[(?P<words>[^\[\]]*))?\]\(\s*<?(?P<behind>[^)\s>]+)>?[^)]*\)"
    r"|<(?P<bare>\w+:[^>\s]+)>"
    r"|^ {0,3}\[[^\]]+\]:[ \t]*<?(?P<line>[^\s>]+)>?.*$",
    re.MULTILINE,
)
# What stands for a blank in an address.
_BETWEEN = re.compile(r"[-_.+/]+")
# Signs of emphasis, code and escapes stand inside words; the link of a name, between two.
_SIGNS = re.compile(r"\]\([^)\s]*\)|[*_~`\\\[\]]+")


def cover_note(note: str, book: Book) -> str:
    """Return a record's note with all names covered, as plain as they are read: references decoded, signs aside."""
    return _covered(note, book.names, book.bare, book.others, book)


def covered_markdown(note: str, found: Found, book: Book) -> str:
    """Return a note beside an article with all names covered, as ``cover_note`` does, also by what the article says."""
    return _covered(note, found.names, found.bare, found.others, book)


def leads_to(address: str, names: Names) -> bool:
    """Tell whether an address holds a name, however it is written: as it is, percent-encoded, or as an id has it."""
    words = _BETWEEN.sub(" ", unquote(address))
    return bool(names.find(address) or names.find(words) or names.find(words.title()))


def has_address(note: str, names: Names) -> bool:
    """Tell whether a link of a note leads to an address that holds a name."""
    return any(leads_to(_address(match), names) for match in _ADDRESS.finditer(note))


def _address(match: re.Match[str]) -> str:
    return match["behind"] or match["bare"] or match["line"]


def _without_addresses(note: str, names: Names) -> str:
    """Return a note without the addresses that hold a name; the words of their links stay."""

    def kept(match: re.Match[str]) -> str:
        if not leads_to(_address(match), names):
            return match[0]
        if match["behind"]:
            return "]" if match["words"] is None else match["words"]
        return ""

    return _ADDRESS.sub(kept, note)


def _covered(note: str, certain: Names, bare: Names, others: Names, book: Book) -> str:
    note = _without_addresses(note, certain)
    for known in book.known:
        if certain.find(note):
            bare |= known.alone

    def spans(text: str) -> tuple[Span, ...]:
        return (*certain.find(text), *without(bare.find(text), others.find(text)))

    plain, places = _plain(note)
    read = {places[place] for span in spans(plain) for place in range(span.start, span.end) if coverable(plain[place])}
    # Addresses of links are left out of what is read.
    written = {
        (place, place + 1)
        for span in certain.find(note)
        for place in range(span.start, span.end)
        if coverable(note[place]) and not any(start <= place < end for start, end in read)
    }
    parts: list[str] = []
    done = 0
    for start, end in sorted(read | written):
        parts += (note[done:start], BLOCK)
        done = end
    return "".join((*parts, note[done:]))


def _plain(note: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a note as it is read, and where each character of that stands in it."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    place = 0
    while place < len(note):
        if sign := _SIGNS.match(note, place):
            place = sign.end()
            continue
        reference = _REFERENCE.match(note, place)
        end = reference.end() if reference else place + 1
        for letter in html.unescape(note[place:end]):
            letters.append(letter)
            places.append((place, end))
        place = end
    return "".join(letters), places
