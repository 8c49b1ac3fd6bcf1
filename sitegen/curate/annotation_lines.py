"""One annotation as the lines of a file of annotations."""

import re
from collections.abc import Iterator

from sitegen.model.annotation import Annotation, Selector
from sitegen.model.yaml_text import quoted, yaml_list, yaml_text

# What a member says: its keys in the order in which they are written, each with one text or, for an extent, several.
Said = tuple[tuple[str, str | tuple[str, ...]], ...]

SELECTOR = ("exact", "prefix", "suffix", "position")
# Written as they are: a figure, a date, a switch.
_BARE = frozenset({"position", "date", "said", "proposed"})
_WIDEST = 110
# A line of a block keeps these only by luck: editors strip blanks at its end, and a tab may be taken for indentation.
_UNSAFE = re.compile(r"\A[ \n]|[ ]\n|[ ]\Z|\n[ ]|\t|\n\n\Z")


def said_by(annotation: Annotation) -> Said:
    """Return what the member of ``annotation`` says, key by key; half a character becomes U+FFFD."""
    return tuple((key, value) for key, value in _said(annotation) if value)


def selector_said(selector: Selector) -> dict[str, str]:
    """Return what the four keys of a selector say, "" for those that are left out."""
    position = "" if selector.position is None else str(selector.position)
    values = (selector.exact, selector.prefix, selector.suffix, position)
    return dict(zip(SELECTOR, map(_whole, values), strict=True))


def _said(annotation: Annotation) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    yield from selector_said(annotation.selector).items()
    yield "decision", annotation.decision
    yield annotation.facet, _value(annotation)
    for key in ("speaker", "via", "entity", "was", "evidence", "language", "by"):
        if key != annotation.facet:
            yield key, _whole(getattr(annotation, key))
    yield "date", "" if annotation.date is None else annotation.date.isoformat()
    yield "why", _whole(annotation.why)
    yield "source", _whole(annotation.source)
    yield "proposed", "true" if annotation.proposed else ""


def _value(annotation: Annotation) -> str | tuple[str, ...]:
    if annotation.facet == "said":
        return str(annotation.said or "")
    if annotation.facet == "extent" and annotation.parts:
        parts = tuple(map(_whole, annotation.parts))
        return parts if len(parts) > 1 else parts[0]
    return _whole(annotation.value)


def _whole(text: str) -> str:
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text)


def member_lines(annotation: Annotation, column: int, *, blocks: bool = True) -> str:
    """Return the member, its hyphen indented by ``column`` blanks, without a line end behind its last line."""
    indent = " " * column
    lines = [f"{key}: {written(key, value, column + 2, blocks=blocks)}" for key, value in said_by(annotation)]
    return "\n".join(f"{indent}{'  ' if number else '- '}{line}" for number, line in enumerate(lines))


def written(key: str, value: str | tuple[str, ...], column: int, *, blocks: bool = True) -> str:
    """Return a value as it is written behind its key, which is indented by ``column`` blanks.

    With ``blocks`` a long text, or one of several lines, takes several lines where that is safe.
    """
    if isinstance(value, tuple):
        return yaml_list(value)
    if key in _BARE:
        return value
    if not blocks or key in {"prefix", "suffix"}:
        return yaml_text(value)
    if "\n" in value:
        return _literal(value, column + 2)
    if column + len(key) + 2 + len(value) > _WIDEST:
        return _folded(value, column + 2)
    return yaml_text(value)


def _literal(text: str, column: int) -> str:
    """Return a text of several lines as they are, where no sign of them is at risk, else in quotation marks."""
    if not _fits(text):
        return quoted(text)
    head = "|" if text.endswith("\n") else "|-"
    indent = " " * column
    lines = text.removesuffix("\n").split("\n")
    return "\n".join((head, *(f"{indent}{line}" if line else "" for line in lines)))


def _folded(text: str, column: int) -> str:
    """Return a long line as several that are one when read, else in quotation marks."""
    if not _fits(text) or "  " in text:
        return quoted(text)
    lines, line = [], ""
    for word in text.split(" "):
        if line and column + len(line) + 1 + len(word) > _WIDEST:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    indent = " " * column
    return "\n".join((">-", *(f"{indent}{line}" for line in (*lines, line))))


def _fits(text: str) -> bool:
    """Tell whether a block can hold the text: it has no sign that YAML takes for something else, or not at all."""
    return not _UNSAFE.search(text) and all(quoted(line) == _marked(line) for line in text.split("\n"))


def _marked(line: str) -> str:
    doubled = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{doubled}"'
