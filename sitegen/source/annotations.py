"""A file of annotations: what people decided about places in the article beside it, and noted there."""

from collections.abc import Iterable
from itertools import islice

from sitegen.diagnostics import Diagnostic
from sitegen.model.annotation import Annotation
from sitegen.source.annotation_fields import read_annotation
from sitegen.source.annotation_keys import KEYS
from sitegen.source.annotation_yaml import HOLDER, cut_short, read_members
from sitegen.source.decode import decode
from sitegen.source.nearest import nearest
from sitegen.source.nodes import Mapping, Node
from sitegen.source.notes import Notes

# Bytes: some thousands of annotations.
LARGEST = 1_000_000
_MOST_WARNINGS = 20
_NAMES = tuple(key.name for key in KEYS)


def read_annotations(path: str, content: bytes) -> tuple[tuple[Annotation, ...], tuple[Diagnostic, ...]]:
    """Return the annotations in ``content``, in the order of the file, and what is to be said about the file.

    ``path`` is shown to users. A member of the list with an error in it yields no annotation; the others do. The same
    annotation written twice is one.
    """
    notes = Notes(path)
    if len(content) > LARGEST:
        message = f"{HOLDER} is longer than {LARGEST // 1000} kB"
        notes.error("annotation-too-long", message, "split the article, or delete what is out of date", 1)
        return (), notes.all()
    text = decode(content, notes)
    if text is None:
        return (), notes.all()
    lines = text.split("\n")
    members = read_members(text, notes)
    _unknown(members, notes)
    found: dict[Annotation, Annotation] = {}
    for member in members:
        cut = cut_short(member, lines, notes)
        annotation = read_annotation(member, notes)
        if annotation is None or cut:
            continue
        first = found.setdefault(annotation.bare, annotation)
        if first is not annotation:
            message = f"the same annotation stands on line {first.line} already"
            notes.warn("annotation-duplicate", message, "delete one of the two", annotation.line, annotation.column)
    remarks = sorted(notes.all(), key=lambda note: (note.line or 0, note.column or 0))
    return tuple(found.values()), tuple(remarks)


def _unknown(members: Iterable[Node], notes: Notes) -> None:
    """Warn about keys that nothing reads, with the nearest known key."""
    keys = (key for member in members if isinstance(member, Mapping) for key, _node in member.entries)
    # A foreign list can hold thousands of keys; the first few tell the story.
    for key in islice((key for key in keys if key.text.lower() not in _NAMES), _MOST_WARNINGS):
        hint = nearest(key.text, _NAMES, f"known keys: {', '.join(_NAMES)}")
        message = f"the key “{key.text[:100]}” is unknown and ignored"
        notes.warn("annotation-unknown-key", message, hint, key.line, key.column)
