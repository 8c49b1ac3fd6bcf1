"""The wiring of ``sitegen annotations``: what people said about places in articles, listed, added, taken in."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.annotating.adding import Wish, added
from sitegen.annotating.desk import Followed, followed, read_desk, write
from sitegen.annotating.importing import taken
from sitegen.annotating.listing import Listed, listed, proposals_lost
from sitegen.annotating.tending import pruned, updated
from sitegen.codes.annotations import LOST
from sitegen.curate import Amendment
from sitegen.diagnostics import Diagnostic, InputError, errors
from sitegen.intake import read_offered
from sitegen.intake.files import LARGEST
from sitegen.ledger import read_ledger
from sitegen.model.annotation import Annotation
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.shell.git import Git
from sitegen.shell.ledger_file import ledger_content

__all__ = ["Done", "Listed", "Wish", "add", "check", "import_file", "list_all", "prune"]


@dataclass(frozen=True, slots=True)
class Done:
    """What a command did: the files that change, in the order in which they are written, and what is to be said.

    ``new`` annotations came, ``known`` ones were there already.
    """

    amendments: tuple[Amendment, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    new: int = 0
    known: int = 0

    @property
    def failed(self) -> bool:
        """Whether something is wrong, or has lost its place."""
        return any(each.severity == "error" or each.code in LOST for each in self.remarks)


def list_all(
    folder: Path, articles: Sequence[str] = (), *, parser: Parser | None = None, progress: Progress = unwatched
) -> tuple[Listed, ...]:
    """Return every annotation of the site in ``folder``, or of some of its articles, with what became of it.

    Raises InputError where the content has errors, or where there is no such article.
    """
    desk = read_desk(folder)
    chosen = [desk.article(name) for name in articles] or desk.contents.articles
    decided = any(article.annotations or desk.beside(article) for article in chosen)
    return tuple(listed(desk, chosen, followed(desk, parser, progress) if decided else Followed()))


def add(
    folder: Path,
    article: str,
    wish: Wish,
    said: Annotation,
    *,
    dry_run: bool = False,
    today: datetime.date | None = None,
    parser: Parser | None = None,
    progress: Progress = unwatched,
) -> Done:
    """Write what is ``said`` about the words of ``wish`` into the file beside ``article``, unless it is a dry run.

    Who says so is git's user, and the day is today, where ``said`` tells neither. Raises InputError, and writes
    nothing, where the words are not found for sure, or where a build would not follow what is said.
    """
    desk = read_desk(folder)
    made = replace(said, by=said.by or Git(folder).maybe("config", "user.name"), date=said.date or today)
    change, remarks = added(desk, desk.article(article), wish, made, parser, progress)
    return Done(write(desk, [change.amendment], dry_run=dry_run), remarks, new=1)


def check(
    folder: Path,
    *,
    update: bool = False,
    dry_run: bool = False,
    parser: Parser | None = None,
    progress: Progress = unwatched,
) -> Done:
    """Return what is to be said about all annotations of the site in ``folder``.

    With ``update`` the selectors of those whose words changed are written anew, unless it is a dry run. Other mistakes
    in the content are told as well, and are no reason to stop.
    """
    desk = read_desk(folder, lenient=True)
    ours = [each for each in desk.remarks if each.severity == "error" or each.code.startswith("annotation-")]
    remarks = (*ours, *followed(desk, parser, progress).remarks, *proposals_lost(desk))
    if not update:
        return Done(remarks=tuple(dict.fromkeys(remarks)))
    broken = errors(ours)
    if broken:
        raise InputError(*broken)
    amendments = write(desk, [change.amendment for change in updated(desk)], dry_run=dry_run)
    return Done(amendments, tuple(dict.fromkeys(remarks)))


def import_file(folder: Path, path: Path, *, article: str = "", accept: bool = False, dry_run: bool = False) -> Done:
    """Write what the file at ``path`` offers into files of annotations, proposed unless it is to ``accept``.

    Raises InputError where it offers nothing, OSError where it cannot be read.
    """
    with path.open("rb") as file:
        # One byte more tells that there is more.
        content = file.read(LARGEST + 1)
    desk = read_desk(folder)
    chosen = desk.article(article) if article else None
    ledger, _ = read_ledger(ledger_content(folder))
    found = taken(desk, read_offered(str(path), content), ledger, article=chosen, accept=accept)
    written = write(desk, [change.amendment for change in found.changes], dry_run=dry_run)
    return Done(written, found.remarks, found.new, found.known)


def prune(folder: Path, *, dry_run: bool = False) -> Done:
    """Take out annotations that lost their places, and files without an article, unless it is a dry run."""
    desk = read_desk(folder)
    return Done(write(desk, pruned(desk), dry_run=dry_run))
