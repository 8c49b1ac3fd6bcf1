"""Where the files that authors put beside their articles go."""

import posixpath
from collections.abc import Collection, Iterable, Sequence
from pathlib import PurePosixPath

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.article import Article

_OF_RECORDS = tuple(f"content/{folder}/" for folder in ("people", "organisations", "places"))


def copies_of(assets: Iterable[str], articles: Sequence[Article], pages: Sequence[Article]) -> dict[str, str]:
    """Return where each asset goes: beside the articles and plain pages of its folder, by the same relative path.

    Keys are paths below the output folder, values paths below the site. What lies beside authority records is theirs:
    a portrait goes beside the page that shows it. Raises InputError where two assets would be one file.
    """
    by_folder: dict[str, list[str]] = {}
    for kind, texts in (("articles", articles), ("pages", pages)):
        for text in texts:
            by_folder.setdefault(PurePosixPath(text.path).parent.as_posix(), []).append(f"{kind}/{text.id}")
    copies: dict[str, str] = {}
    for asset in assets:
        path = PurePosixPath(asset)
        if asset.startswith(_OF_RECORDS):
            continue
        for folder in path.parents:
            below = path.relative_to(folder).as_posix()
            for beside in by_folder.get(folder.as_posix(), ()):
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
