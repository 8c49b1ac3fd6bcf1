"""Where a text goes, and what its former place says about it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Destination:
    """``target`` is a path below ``content/``; ``page`` tells a plain page from an article.

    ``title``, ``date`` (YYYY-MM-DD) and ``language`` are what the name says, for texts whose head says nothing;
    ``draft`` tells that the former generator would not have shown it, for the place at which it lies; ``remark`` says
    why, where nobody can have meant it.
    """

    target: str
    page: bool = False
    title: str = ""
    date: str = ""
    language: str = ""
    draft: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is not taken, and what to do about it."""

    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides on the place of a text: ``path`` below the root, whether its head dates it, what its folder holds.

    ``bundle`` tells that it is the ``index.md`` of a folder of its own, ``company`` that other files lie there,
    ``within`` that it lies beside or below such an ``index.md``. ``sections`` tells that texts lie in folders.
    """

    path: str
    dated: bool = False
    bundle: bool = False
    company: bool = False
    within: bool = False
    sections: bool = False


NAME_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[-_](.+)", re.ASCII | re.DOTALL)
HOME = "pages/home"


def split(path: str) -> tuple[str, str, str]:
    """Return the folder (with a slash at its end, or ""), the name without suffix, and the suffix of ``path``."""
    folder, slash, name = path.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    return folder + slash, stem if dot else name, dot + suffix if dot else ""


def unbundled(text: Situation) -> str:
    """Return the path of a folder's ``index.md`` as that of a file with the folder's name: the address is the same."""
    if not text.bundle:
        return text.path
    folder, stem, suffix = split(text.path)
    parent, name, ending = split(folder.rstrip("/"))
    language = stem.removeprefix("index")
    return f"{folder if text.company else parent}{name}{ending}{language}{suffix}"


def below_pages(path: str) -> str:
    """Return where the plain page at ``path`` goes."""
    return f"pages/{path.removeprefix('pages/')}"
