"""What each file of a folder is: a text, keys for others, something to copy, or none of these."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.adopt.account import Account
from sitegen.adopt.adoption import Found
from sitegen.adopt.exclusions import excluded
from sitegen.adopt.former_site import FormerSite, is_about_project
from sitegen.adopt.jekyll import COLLECTION
from sitegen.adopt.lines import unified
from sitegen.adopt.mappings import read_json
from sitegen.adopt.pair import HeadProblem
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
    """The files that are taken, by what they are; ``copies`` are paths. ``keys`` are files that speak for others."""

    texts: tuple[Found, ...]
    keys: tuple[Found, ...]
    copies: tuple[str, ...]


def told_apart(files: Iterable[Found], site: FormerSite, account: Account) -> Kinds:
    """Return the files that are taken; of the others, ``account`` is told why they are not."""
    texts, keys, copies = [], [], []
    for file in files:
        path = file.path
        below = path.removeprefix(site.root)
        if path == site.configuration:
            continue
        if is_passed_over(path):
            account.leave_out_with_folder(path, "hidden, left over by a program, or in a folder for such", _BY_HAND)
        elif not path.startswith(site.root):
            reason = f"lies outside of {site.root}, where {site.generator} reads texts"
            account.leave_out_with_folder(path, reason, _BY_HAND)
        elif key := excluded(site, path):
            account.exclude(path, site.configuration, key, text=is_text(path))
        elif is_text(path):
            if reason := _no_text(file, below, site):
                account.leave_out(path, reason, "copy it into content/ where it belongs to the site")
            else:
                texts.append(file)
        elif site.generator == "Eleventy" and is_folder_data(path):
            keys.append(file)
            account.leave_out(path, _told(file), "write the keys into the texts themselves")
        elif hint := conversion(path):
            account.leave_out(path, "neither Markdown nor plain text", hint)
        elif site.generator and is_template(path):
            account.leave_out(path, "a template, no text", "sitegen makes its own lists; copy words of it by hand")
        elif _is_copied(below, site.generator):
            copies.append(path)
        else:
            account.leave_out_with_folder(path, "neither text nor picture", _BY_HAND)
    return Kinds(tuple(texts), tuple(keys), tuple(copies))


def _told(file: Found) -> str:
    """Say what stands in one of Eleventy's files of keys for other texts."""
    if not file.path.endswith(".json"):
        return "keys for other texts, made by a program, which is never run"
    try:
        pairs, _end = read_json(unified((file.content or b"").decode("utf-8-sig", "replace")), first_line=1)
    except HeadProblem as problem:
        return f"keys for other texts: {problem.message}"
    return f"keys for other texts, not written into them: {', '.join(f'`{pair.key}`' for pair in pairs)}"


def is_passed_over(path: str) -> bool:
    """Tell whether a file is hidden or left over, or lies in a folder that holds no content."""
    *folders, name = path.split("/")
    return is_leftover(name) or any(map(skipped_folder, folders))


def _no_text(file: Found, below: str, site: FormerSite) -> str:
    """Return why Markdown or plain text is no text of the site; "" where it is one."""
    if site.generator not in {"Jekyll", "Eleventy"}:
        return ""
    headless = not (file.content or b"").removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    if is_about_project(below) and (headless or site.generator == "Eleventy" or below.endswith(".txt")):
        return "a text about the project, not of the site"
    posted = site.posts or not COLLECTION.isdisjoint(below.split("/"))
    if site.generator == "Jekyll" and headless and not posted:
        return "Jekyll makes a page only of a text with front matter"
    return ""


def _is_copied(below: str, generator: str) -> bool:
    """Tell whether a file that is no text goes along: where look and texts share one folder, only media do."""
    if generator not in {"Jekyll", "Eleventy"}:
        return "/" in below or below not in CONFIGURATIONS | {PELICAN}
    return any(below.lower().endswith(suffix) for suffix in MEDIA)
