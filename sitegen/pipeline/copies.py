"""Where the files that authors put beside their articles go."""

import posixpath
from collections.abc import Collection, Iterable, Sequence
from pathlib import PurePosixPath

from sitegen.compose.hrefs import named_files
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.article import Article

_OF_RECORDS = tuple(f"content/{folder}/" for folder in ("people", "organisations", "places"))


def copies_of(
    assets: Iterable[str], articles: Sequence[Article], pages: Sequence[Article], hidden: Iterable[Article]
) -> dict[str, str]:
    """Return where each asset goes: beside the articles and plain pages of its folder, by the same relative path.

    Keys are paths below the output folder, values paths below the site. An asset that some of these texts show or link
    to goes to them alone; one that none of them names goes to all, since a file may be named by another file, unless it
    is one of the ``hidden``, articles that are not published, that names it: then it waits for them. What lies
    beside authority records is theirs: a portrait goes beside the page that shows it. Raises InputError where two
    assets would be one file.
    """
    by_folder: dict[str, list[str]] = {}
    named_by: dict[str, set[str]] = {}
    for kind, texts in (("articles", articles), ("pages", pages)):
        for text in texts:
            address = f"{kind}/{text.id}"
            by_folder.setdefault(PurePosixPath(text.path).parent.as_posix(), []).append(address)
            for name in named_files(text):
                named_by.setdefault(name, set()).add(address)
    waiting = frozenset[str]().union(*map(named_files, hidden)) - named_by.keys()
    copies: dict[str, str] = {}
    for asset in assets:
        path = PurePosixPath(asset)
        if asset.startswith(_OF_RECORDS) or asset in waiting:
            continue
        above = [folder for folder in path.parents if folder.as_posix() in by_folder]
        naming = named_by.get(asset, set()) & {text for folder in above for text in by_folder[folder.as_posix()]}
        for folder in above:
            below = path.relative_to(folder).as_posix()
            for beside in by_folder[folder.as_posix()]:
                if naming and beside not in naming:
                    continue
                other = copies.setdefault(f"{beside}/{below}", asset)
                if other != asset:
                    message = f"{other} and {asset} would both be copied to {beside}/{below}"
                    hint = "rename one of the files"
                    raise InputError(Diagnostic("address-clash", "error", asset, None, None, message, hint))
    return copies


def refuse_clashes(names: Collection[str]) -> None:
    """Raise InputError where a name is also a folder of another, such as an asset beside a folder of articles."""
    seen: set[str] = set()
    for name in names:
        folder = posixpath.dirname(name)
        while folder and folder not in seen:
            if folder in names:
                message = f"{folder} would be a file and a folder"
                hint = "rename the file of the content folder that goes there"
                raise InputError(Diagnostic("address-clash", "error", folder, None, None, message, hint))
            seen.add(folder)
            folder = posixpath.dirname(folder)
