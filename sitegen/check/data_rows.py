"""Files of data, read back: the words in them, and where those are said to stand."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

_FOLDER = "data/"
_ANNOTATIONS = re.compile(r"articles/(.+)/annotations\.jsonld")
_MARKED = "sitegen:verbatim"
_TABLES = frozenset(f"{_FOLDER}{name}.{form}" for name in ("quotes", "mentions") for form in ("jsonl", "csv"))
# What is searched at once, in bytes: a search takes many times as much memory.
_PIECE = 1_000_000


@dataclass(frozen=True, slots=True)
class Slice:
    """Words that stand at ``start`` in their article's text, with what stands round them, as far as a file says so."""

    text: str | None
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What a line of a file says of an article: a quotation, or a mention, for which ``quote`` is "".

    ``marked`` are those of its words that stand in quotation marks, where the line says so apart.
    ``joined`` are the words of all slices in one cell of CSV; there an apostrophe may stand before a text.
    """

    line: int
    article: str
    quote: str
    slices: tuple[Slice, ...]
    title: str | None = None
    joined: str | None = None
    marked: tuple[str, ...] = ()


def is_data(path: str) -> bool:
    """Tell whether the file at ``path`` holds words of articles as data."""
    return path in _TABLES or _ANNOTATIONS.fullmatch(path) is not None


def pieces(path: str, content: bytes) -> Iterator[bytes]:
    """Yield a file in parts to be searched one by one: large files of data end a part with a line."""
    start = 0
    while is_data(path) and len(content) - start > _PIECE:
        end = content.find(b"\n", start + _PIECE) + 1 or len(content)
        yield content[start:end]
        start = end
    if start < len(content) or not content:
        yield content[start:]


def rows(path: str, content: bytes) -> Iterator[Row | int]:
    """Yield what a file of data says, line by line; the number of a line alone where it is not as documented."""
    annotated = _ANNOTATIONS.fullmatch(path)
    if annotated:
        yield from _annotations(annotated[1], content)
    elif path.endswith(".csv"):
        yield from _cells(path, content)
    else:
        read = _mention if path == f"{_FOLDER}mentions.jsonl" else _quotation
        for number, line in enumerate(io.BytesIO(content), 1):
            try:
                yield read(number, json.loads(line))
            except (ValueError, KeyError, TypeError, IndexError):
                yield number


def _mention(line: int, found: Mapping[str, Any]) -> Row:
    words = Slice(_text(found["text"]), int(found["start"]), int(found["end"]))
    return Row(line, _text(found["article"]), "", (words,))


def _quotation(line: int, found: Mapping[str, Any]) -> Row:
    parts = zip(found["text"], found["spans"], strict=True)
    slices = [Slice(_text(text), int(start), int(end)) for text, (start, end) in parts]
    slices += _places(found["verbatim"])
    slices.append(_extent(found))
    return Row(line, _text(found["article"]), _text(found["id"]), tuple(slices), _text(found["title"]))


def _extent(found: Mapping[str, Any], spans: Any = None) -> Slice:
    """Return the whole quotation, without its words but with what stands round it."""
    spans = found["spans"] if spans is None else spans
    return Slice(None, int(spans[0][0]), int(spans[-1][1]), _text(found["prefix"]), _text(found["suffix"]))


def _places(spans: Iterable[Any]) -> list[Slice]:
    return [Slice(None, int(start), int(end)) for start, end in spans]


def cells_of(lines: TextIO, size: int) -> Any:
    """Return a reader of the rows of a table, each a list of cells; no cell is longer than ``size``."""
    # A quotation may be longer than what the module takes for a mistake.
    csv.field_size_limit(max(csv.field_size_limit(), size))
    return csv.reader(lines)


def _cells(path: str, content: bytes) -> Iterator[Row | int]:
    reader = cells_of(io.TextIOWrapper(io.BytesIO(content), "utf-8", "replace", newline=""), len(content))
    names: list[str] = next(reader, [])
    line = reader.line_num + 1
    for cells in reader:
        try:
            found = dict(zip(names, cells, strict=True))
            yield _mention_cells(line, found) if path == f"{_FOLDER}mentions.csv" else _quotation_cells(line, found)
        except (ValueError, KeyError, TypeError, IndexError):
            yield line
        line = reader.line_num + 1


def _mention_cells(line: int, found: Mapping[str, str]) -> Row:
    place = Slice(None, int(found["start"]), int(found["end"]))
    return Row(line, found["article"], "", (place,), joined=found["text"])


def _quotation_cells(line: int, found: Mapping[str, str]) -> Row:
    spans = json.loads(found["spans"])
    slices = (*_places(spans), _extent(found, spans))
    return Row(line, found["article"], found["id"], slices, found["title"], found["text"])


def _annotations(article: str, content: bytes) -> Iterator[Row | int]:
    try:
        found = json.loads(content)["items"]
        lines = content.count(b"\n")
        # Each stands on its own line, between one that opens the list and one that closes it.
        numbers = range(2, 2 + len(found)) if lines == len(found) + 2 else [1] * len(found)
    except (ValueError, KeyError, TypeError):
        yield 1
        return
    for number, annotation in zip(numbers, found, strict=True):
        try:
            slices = tuple(_selected(target) for target in annotation["target"])
            quoted = annotation.get("body", {})
            marked = tuple(map(_text, quoted.get(_MARKED, ()))) if isinstance(quoted, dict) else ()
            yield Row(number, article, _text(annotation["id"]).partition("#")[2], slices, marked=marked)
        except (ValueError, KeyError, TypeError, IndexError):
            yield number


def _selected(target: Mapping[str, Any]) -> Slice:
    words, place = target["selector"]
    return Slice(
        _text(words["exact"]),
        int(place["start"]),
        int(place["end"]),
        _text(words.get("prefix", "")),
        _text(words.get("suffix", "")),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
