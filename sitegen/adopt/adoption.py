"""What goes in and what comes out: the files of a folder; those of a content folder, and an account of the rest."""

from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Found:
    """One file of the former folder: ``path`` is POSIX and relative to it.

    ``content`` is None where only the name matters: pictures, and all that ``wants`` does not ask for.
    """

    path: str
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Adopted:
    """A text: ``origin`` is its path in the former folder, ``target`` the one below ``content/``."""

    origin: str
    target: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that goes to ``target`` below ``content/`` as it is."""

    origin: str
    target: str


@dataclass(frozen=True, slots=True)
class KeyNote:
    """What was done with a key, as it was written, in ``texts`` files. One key may have several notes.

    A key that speaks for many texts is named with the file that it stands in: ``_config.yml: exclude``.
    """

    key: str
    texts: int
    outcome: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file, or a folder of files (with a slash at its end), that was not taken, or not wholly, and why.

    ``line`` counts from 1 in the former file, and is None where the file as a whole is meant.
    """

    path: str
    line: int | None
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Adoption:
    """Former texts as the content of a site.

    ``generator`` is "Hugo", "Jekyll", "Pelican", "Eleventy" or ""; ``title`` and ``language`` are what its
    configuration says of the site, "" for nothing; ``configuration`` is its path where it was read. ``separators``
    counts the lines that were dropped since they only ended an excerpt. ``remarks`` are warnings: of texts that were
    taken, with paths that begin with ``content/`` and lines of the new file; of settings, with the path of the former
    file. All are in the order of their paths, ``keys`` in that of the keys.
    """

    generator: str = ""
    title: str = ""
    language: str = ""
    configuration: str = ""
    texts: tuple[Adopted, ...] = ()
    copies: tuple[Copied, ...] = ()
    keys: tuple[KeyNote, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    separators: int = 0
