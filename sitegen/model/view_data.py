"""What the page on data shows: files, their fields, and the terms of annotations."""

from dataclasses import dataclass

from sitegen.model.view_parts import Frame, Link


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of a file, or a term: its name, what it can hold, and what that means."""

    name: str
    values: str
    meaning: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data in the forms that ``links`` lead to; ``size`` says how much it holds, and in which order."""

    name: str
    title: str
    holds: str
    size: str
    links: tuple[Link, ...]
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """Template ``data.html``; ``annotations`` says how many articles have a file of them.

    Each of ``terms`` has an anchor of its name; ``prefix`` stands before it in the files.
    """

    frame: Frame
    heading: str
    lede: str
    files: tuple[DataFile, ...]
    annotations: str
    prefix: str
    terms: tuple[FieldLine, ...]
