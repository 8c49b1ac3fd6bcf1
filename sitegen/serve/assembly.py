"""One build of a preview: the same stages as ``sitegen build``, ending in a snapshot in place of a folder."""

from collections.abc import Callable, Mapping
from pathlib import Path

from sitegen.diagnostics import InputError
from sitegen.model.edition import Edition
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress
from sitegen.model.settings import Settings
from sitegen.pipeline import Memo
from sitegen.pipeline.copies import refuse_clashes
from sitegen.pipeline.memo import Store
from sitegen.planning import Plan, plan, read_inputs
from sitegen.serve.pace import Superseded
from sitegen.serve.snapshot import Snapshot, snapshot_of
from sitegen.shell.reader import Seen, unreadable
from sitegen.shell.shelf import Shelf
from sitegen.shell.static_files import plainly_named

# Parses are large, and needed again only where a paragraph changed: they are not held in memory.
_HOLDING = frozenset(
    {
        "article",
        "page",
        "record",
        "analyse",
        "resolver",
        "relater",
        "withhold",
        "withheld-file",
        "entry",
        "publication",
        "dead-ends",
        "data",
    }
)


def preview_memo(store: Store, versions: Mapping[str, str]) -> Memo:
    """Return the memo of a preview, which goes with it from build to build."""
    return Memo(store, versions, holding=_HOLDING)


def assemble(
    site: Path,
    edition: Edition,
    memo: Memo,
    shelf: Shelf,
    seen: dict[Path, Seen],
    parser_of: Callable[[Settings], Parser],
    progress: Progress,
) -> tuple[Plan, Snapshot]:
    """Read and compose the site in the folder ``site``; pages are left to be made, copied files are on the shelf.

    Raises InputError where configuration or content have errors, or a file cannot be read; OSError where the disk
    takes no copy.
    """
    inputs = read_inputs(site, seen)
    try:
        made = plan(inputs, edition, parser_of(inputs.settings), memo, progress, static=plainly_named)
    except (InputError, OSError, Superseded):
        raise
    except Exception:
        # A mistake of the program's own may have stopped half of what changes as it is used.
        memo.forget()
        raise
    progress("preparing", 0, 0)
    refuse_clashes({*made.copies, *made.drawn, *(recipe.path for recipe in made.recipes)})
    copies = {name: _copied(path, site, shelf) for name, path in sorted(made.copies.items())}
    return made, snapshot_of(made, copies)


def _copied(source: Path, site: Path, shelf: Shelf) -> str:
    try:
        return shelf.copy(source)
    except OSError as error:
        if error.filename != str(source):
            raise
        shown = source.relative_to(site).as_posix() if source.is_relative_to(site) else str(source)
        raise InputError(unreadable(shown, error)) from error
