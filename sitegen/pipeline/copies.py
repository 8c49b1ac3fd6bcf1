"""Where the files that authors put beside their articles go."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from sitegen.model.article import Article


def copies_of(assets: Iterable[str], articles: Sequence[Article], pages: Sequence[Article]) -> dict[str, str]:
    """Return where each asset goes: beside the articles and plain pages of its folder, by the same relative path.

    Keys are paths below the output folder, values paths below the content folder.
    """
    by_folder: dict[str, list[str]] = {}
    for kind, texts in (("articles", articles), ("pages", pages)):
        for text in texts:
            file = PurePosixPath(text.path.removeprefix("content/"))
            by_folder.setdefault(file.parent.as_posix(), []).append(f"{kind}/{text.id}")
    copies = {}
    for relative in assets:
        path = PurePosixPath(relative)
        for folder in path.parents:
            below = path.relative_to(folder).as_posix()
            for beside in by_folder.get(folder.as_posix(), ()):
                copies[f"{beside}/{below}"] = relative
    return copies
