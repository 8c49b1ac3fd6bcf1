"""What each file of a folder is: a text, keys for a folder, something to copy, or none of these."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.adopt.account import Account
from sitegen.adopt.folder_data import FolderData, read_folder_data
from sitegen.adopt.found import Found
from sitegen.adopt.generator import Origin, is_about_project
from sitegen.adopt.jekyll import COLLECTION
from sitegen.adopt.problem import HeadProblem
from sitegen.adopt.suffixes import (
    CONFIGURATIONS,
    MEDIA,
    PELICAN,
    conversion,
    is_folder_data,
    is_template,
    is_text,
    skipped_folder,
)
from sitegen.model.leftover import is_leftover

_BY_HAND = "copy by hand what belongs to the texts"


@dataclass(frozen=True, slots=True)
class Kinds:
    """The files that are taken, by what they are; ``copies`` are paths."""

    texts: tuple[Found, ...]
    data: tuple[FolderData, ...]
    copies: tuple[str, ...]


def told_apart(files: Iterable[Found], origin: Origin, account: Account) -> Kinds:
    """Return the files that are taken; of the others, ``account`` is told why they are not."""
    texts, data, copies = [], [], []
    for file in files:
        path = file.path
        below = path.removeprefix(origin.root)
        if path == origin.configuration:
            continue
        if not path.startswith(origin.root):
            reason = f"lies outside of {origin.root}, where {origin.generator} reads texts"
            account.leave_out_with_folder(path, reason, _BY_HAND)
        elif is_text(path):
            if reason := _no_text(file, below, origin):
                account.leave_out(path, reason, "copy it into content/ where it belongs to the site")
            else:
                texts.append(file)
        elif origin.generator == "Eleventy" and is_folder_data(path):
            try:
                data.append(read_folder_data(file))
            except HeadProblem as problem:
                account.leave_out(path, f"keys for a folder: {problem.message}", problem.hint, problem.line)
        elif ".11tydata." in path:
            hint = "write the keys into the texts themselves"
            account.leave_out(path, "keys for a whole folder, made by a program, which is never run", hint)
        elif hint := conversion(path):
            account.leave_out(path, "neither Markdown nor plain text", hint)
        elif origin.generator and is_template(path):
            account.leave_out(path, "a template, no text", "sitegen makes its own lists; copy words of it by hand")
        elif _is_copied(below, origin.generator):
            copies.append(path)
        else:
            account.leave_out_with_folder(path, "neither text nor picture", _BY_HAND)
    return Kinds(tuple(texts), tuple(data), tuple(copies))


def is_passed_over(path: str) -> bool:
    """Tell whether a file is hidden or left over, or lies in a folder that holds no content."""
    *folders, name = path.split("/")
    return is_leftover(name) or any(map(skipped_folder, folders))


def _no_text(file: Found, below: str, origin: Origin) -> str:
    """Return why Markdown or plain text is no text of the site; "" where it is one."""
    if origin.generator not in {"Jekyll", "Eleventy"}:
        return ""
    headless = not (file.content or b"").removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    if is_about_project(below) and (headless or origin.generator == "Eleventy" or below.endswith(".txt")):
        return "a text about the project, not of the site"
    posted = origin.posts or not COLLECTION.isdisjoint(below.split("/"))
    if origin.generator == "Jekyll" and headless and not posted:
        return "Jekyll makes a page only of a text with front matter"
    return ""


def _is_copied(below: str, generator: str) -> bool:
    """Tell whether a file that is no text goes along: where look and texts share one folder, only media do."""
    if generator not in {"Jekyll", "Eleventy"}:
        return "/" in below or below not in CONFIGURATIONS | {PELICAN}
    return any(below.lower().endswith(suffix) for suffix in MEDIA)
