"""Files of annotations, written all or none; articles, for completion."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.leftover import is_leftover
from sitegen.model.slug import article_id
from sitegen.shell.amended_files import ChangedMeanwhile, Changes, write_amended
from sitegen.shell.reader import role_of

FOLDER = "content"


def article_ids(folder: Path) -> Iterator[str]:
    """Yield the ids of the articles of the site in ``folder``, as far as their file names tell."""
    home = folder / FOLDER
    for path in sorted(home.rglob("*.*")):
        relative = path.relative_to(home).as_posix()
        if role_of(relative) == "article" and not any(map(is_leftover, PurePosixPath(relative).parts)):
            yield article_id(relative)


def write_annotations(folder: Path, changes: Changes) -> None:
    """Write files of annotations of the site in ``folder``; see ``write_amended``.

    Raises InputError, and writes nothing, where a file is no longer what it was; OSError where the system refuses.
    """
    try:
        write_amended(folder, FOLDER, changes)
    except ChangedMeanwhile as error:
        message, hint = "the file changed meanwhile", "nothing was written; run the command again"
        raise InputError(Diagnostic("annotations-changed", "error", error.path, None, None, message, hint)) from None
