"""Jekyll's folders: posts named by their day, drafts, collections, and pages everywhere else."""

import re
from collections.abc import Mapping

from sitegen.adopt.dates import read_date
from sitegen.adopt.destination import HOME, NAME_DATE, Destination, Refusal, Situation, below_pages, split, unbundled

COLLECTION = frozenset({"_posts", "_drafts"})
DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-.+\.(?:md|markdown|txt)", re.ASCII)


def place(text: Situation, *, collections: Mapping[str, bool], posts: bool) -> Destination | Refusal:
    """Return the place of a text.

    ``collections`` tells of each whether its texts had pages, ``posts`` that the folder is ``_posts`` itself.
    """
    parts = [*(["_posts"] if posts else []), *text.path.split("/")]
    folders = parts[:-1]
    kind = next((name for name in folders if name in COLLECTION), "")
    if kind:
        kept = [name for name in folders if name not in COLLECTION]
        return _post(kept, parts[-1], draft=kind == "_drafts")
    if folders and folders[0].startswith("_") and folders[0][1:] in collections:
        shown = collections[folders[0][1:]]
        remark = "" if shown else "its collection has no “output: true”, so Jekyll made no pages of it"
        return Destination("/".join((folders[0][1:], *parts[1:])), draft=not shown, remark=remark)
    if any(name.startswith("_") for name in folders):
        reason = "Jekyll reads no folder whose name begins with “_”, unless it is configured as a collection"
        return Refusal(reason, "copy the text into content/ where it belongs to the site")
    if text.path.startswith("vendor/"):
        return Refusal("Jekyll reads nothing in vendor/", "copy the text into content/ where it belongs to the site")
    _folder, stem, suffix = split(text.path)
    if stem == "index" and not folders:
        return Destination(f"{HOME}{suffix}", page=True)
    return Destination(below_pages(unbundled(text)), page=True)


def _post(folders: list[str], name: str, *, draft: bool) -> Destination:
    _none, stem, suffix = split(name)
    match = NAME_DATE.fullmatch(stem)
    date = read_date("-".join(match.groups()[:3])) if match else ""
    if not match or not date:
        remark = "" if draft else "its name begins with no date, so Jekyll never showed it"
        return Destination("/".join((*folders, name)), title=_title(stem), draft=True, remark=remark)
    target = "/".join((*folders, *([] if draft else [date[:4]]), f"{match[4]}{suffix}"))
    return Destination(target, title=_title(match[4]), date=date, draft=draft)


def _title(stem: str) -> str:
    words = " ".join(stem.replace("-", " ").split())
    return words[:1].upper() + words[1:]
