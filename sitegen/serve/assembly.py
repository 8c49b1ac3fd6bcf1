"""One build of a preview: the same stages as ``sitegen build``, ending in a snapshot in place of a folder."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sitegen.amending import amend
from sitegen.diagnostics import InputError
from sitegen.model.edition import Edition
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress
from sitegen.model.settings import Settings
from sitegen.model.source_file import SourceFile
from sitegen.pipeline import Memo
from sitegen.pipeline.copies import refuse_clashes
from sitegen.pipeline.memo import Store
from sitegen.planning import Plan, plan, read_inputs
from sitegen.serve.pace import Superseded
from sitegen.serve.snapshot import Snapshot, amended_snapshot, snapshot_of
from sitegen.shell.executors.pool import Pool
from sitegen.shell.reader import Seen, reread, unreadable
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
        "theme",
    }
)


@dataclass(frozen=True, slots=True)
class Assembled:
    """A build that is put together: ``files`` are those of its articles, by their paths."""

    plan: Plan
    snapshot: Snapshot
    files: Mapping[str, SourceFile]


# The process of a preview has loaded the model: it takes many new articles before others are faster.
_POOL = Pool(few=200)


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
) -> Assembled:
    """Read and compose the site in the folder ``site``; pages are left to be made, copied files are on the shelf.

    Raises InputError where configuration or content have errors, or a file cannot be read; OSError where the disk
    takes no copy.
    """
    inputs = read_inputs(site, seen)
    with _forgetting(memo):
        made = plan(inputs, edition, parser_of(inputs.settings), memo, progress, static=plainly_named, executor=_POOL)
    progress("preparing", 0, 0)
    refuse_clashes({*made.copies, *made.drawn, *(recipe.path for recipe in made.recipes)})
    copies = {name: _copied(path, site, shelf) for name, path in sorted(made.copies.items())}
    articles = {file.path: file for file in inputs.sources.of("article")}
    return Assembled(made, snapshot_of(made, copies, progress), articles)


def amend_assembled(
    site: Path, assembled: Assembled, changed: Collection[str], memo: Memo, parser: Parser
) -> Assembled | None:
    """Return ``assembled`` with the articles whose files ``changed``; None where a whole build is needed to tell.

    Costs what these articles cost, however large the site is; the pages of the changed articles and of those whom they
    name are those of the whole build that must follow, see ``sitegen.compose.amended``.
    """
    files = [reread(assembled.files[path], site / path) for path in sorted(changed) if path in assembled.files]
    fresh = [file for file in files if file is not None]
    if len(fresh) < len(changed):
        return None
    try:
        with _forgetting(memo):
            amendment = amend(assembled.plan, fresh, parser, memo)
    except (InputError, OSError):
        return None
    if amendment is None:
        return None
    snapshot = amended_snapshot(assembled.snapshot, amendment)
    return Assembled(amendment.plan, snapshot, {**assembled.files, **{file.path: file for file in fresh}})


@contextmanager
def _forgetting(memo: Memo) -> Iterator[None]:
    """Have ``memo`` forget at a mistake of the program's own, which may have stopped half of what changes in use."""
    try:
        yield
    except (InputError, OSError, Superseded):
        raise
    except Exception:
        memo.forget()
        raise


def _copied(source: Path, site: Path, shelf: Shelf) -> str:
    try:
        return shelf.copy(source)
    except OSError as error:
        if error.filename != str(source):
            raise
        shown = source.relative_to(site).as_posix() if source.is_relative_to(site) else str(source)
        raise InputError(unreadable(shown, error)) from error
