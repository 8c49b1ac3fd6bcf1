"""The wiring of ``sitegen people``: everybody in a site, and what an editor decides about them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sitegen.curate import FOLDER, Amendment, Desk, Roster, roster
from sitegen.diagnostics import Diagnostic, InputError, errors
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.pipeline import Memo, read_together
from sitegen.pipeline.contents import read_contents
from sitegen.shell.cache import Cache
from sitegen.shell.config import read_settings
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.reader import read_site
from sitegen.shell.record_files import write_records
from sitegen.shell.versions import code_versions
from sitegen.source import read_record

Decision = Callable[[Desk], tuple[Amendment, ...]]


@dataclass(frozen=True, slots=True)
class Decided:
    """The outcome of a decision: the files that change, in the order in which they are written."""

    amendments: tuple[Amendment, ...]
    written: bool


def everybody(folder: Path, *, parser: Parser | None = None, progress: Progress = unwatched) -> Roster:
    """Return everybody in the site in ``folder``, drafts and articles of the future included.

    Raises InputError where the content has errors.
    """
    return _desk(folder, parser, progress).roster


def decide(
    folder: Path,
    decision: Decision,
    *,
    dry_run: bool = False,
    parser: Parser | None = None,
    progress: Progress = unwatched,
) -> Decided:
    """Make ``decision`` on the site in ``folder``, and write the records that it changes, unless it is a dry run.

    Raises InputError, and writes nothing, where the decision cannot be made, or where a record would not say what
    was decided; OSError where the system refuses.
    """
    desk = _desk(folder, parser, progress)
    changes = tuple(change for change in decision(desk) if change.before != change.after)
    for change in changes:
        _verify(change)
    if changes and not dry_run:
        write_records(folder, {change.path: (_bytes(change.before), _bytes(change.after)) for change in changes})
    return Decided(changes, written=bool(changes) and not dry_run)


def _desk(folder: Path, parser: Parser | None, progress: Progress) -> Desk:
    settings, _ = read_settings(folder)
    sources = read_site(folder)
    with Cache(folder) as cache:
        memo = Memo(cache, code_versions())
        contents = read_contents(sources.files, settings, memo)
        broken = errors((*sources.diagnostics, *contents.diagnostics))
        if broken:
            raise InputError(*broken)
        parser = parser or SpacyParser(settings.nlp.model, settings.nlp.weights)
        readings, resolution, _ = read_together(
            contents.articles, parser, contents.records, memo, progress, contents.annotations
        )
    # A record was read, so its file is UTF-8.
    texts = {file.path: file.content.decode() for file in sources.of("person") if _is_text(file.content)}
    taken = frozenset(file.path.lower() for file in sources.files if file.path.startswith(FOLDER))
    return Desk(roster(readings, resolution.entities, contents.records), texts, taken)


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _verify(change: Amendment) -> None:
    """Raise InputError where the file that would be written does not read as what was decided."""
    if change.after is None or change.record is None:
        return
    found, remarks = read_record(change.path, "person", change.after.encode())
    if found == change.record:
        return
    wrong = errors(remarks) or (
        Diagnostic(
            "people-record-form",
            "error",
            change.path,
            None,
            None,
            "the record is written in a way in which it cannot be changed safely",
            "write it line by line, as docs/people.md shows, or make the change by hand",
        ),
    )
    raise InputError(*wrong)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()
