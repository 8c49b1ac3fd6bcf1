"""Files of authority records: read for completion, written all or none, and never outside of their folder."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.slug import slugify
from sitegen.shell.amended_files import ChangedMeanwhile, Changes, write_amended

FOLDER = "content/people"
_ID = re.compile(r"^id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
_NAME = re.compile(r"^name:[ \t]*[\"']?([^\"'#\n]+)", re.MULTILINE)
# The keys of a record stand at the head of its file.
_HEAD_BYTES = 4096


def record_ids(folder: Path) -> Iterator[str]:
    """Yield the ids of the people of whom the site in ``folder`` has a record, as far as a quick look tells."""
    for path in sorted((folder / FOLDER).rglob("*.md")):
        with suppress(OSError), path.open("rb") as file:
            text = file.read(_HEAD_BYTES).decode("utf-8", "replace").replace("\r\n", "\n")
            if found := _ID.search(text):
                yield found[1]
            elif found := _NAME.search(text):
                yield slugify(found[1])


def write_records(folder: Path, changes: Changes) -> None:
    """Write records of the site in ``folder``; see ``write_amended``.

    Raises InputError, and writes nothing, where a file is no longer what it was; OSError where the system refuses.
    """
    try:
        write_amended(folder, FOLDER, changes)
    except ChangedMeanwhile as error:
        message, hint = "the file changed meanwhile", "nothing was written; run the command again"
        raise InputError(Diagnostic("people-changed", "error", error.path, None, None, message, hint)) from None
