"""The wiring of ``sitegen diff``: what the site says now, against what it said before."""

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.check import published_articles
from sitegen.compose import published_articles as composed_articles
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.ledger import NAME, compare, relinked, since_published
from sitegen.model.differences import Differences
from sitegen.model.edition import Edition
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.model.publication import PublishedArticle, PublishedQuote
from sitegen.model.view import DifferencesView, Page
from sitegen.pipeline import Memo
from sitegen.planning import Plan, plan, read_inputs
from sitegen.render import Theme
from sitegen.shell.cache import Cache
from sitegen.shell.config import NAME as CONFIGURATION
from sitegen.shell.git import Git, problem
from sitegen.shell.manifest import MANIFEST
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.output import output_paths
from sitegen.shell.versions import code_versions
from sitegen.withhold import cover_ledger, cover_published

_ARTICLES = "articles/"
# No system has longer names of files, and no repository longer ones of revisions.
_LONGEST = 250


@dataclass(frozen=True, slots=True)
class Compared:
    """The outcome: ``since`` says in words what the site was compared with.

    ``waiting`` are the published quotations whose new speaker nobody has accepted; ``model`` tells that another model
    read the articles when they were published, by both names; ``notes`` what could not be compared.
    """

    title: str
    since: str
    differences: Differences
    waiting: tuple[Diagnostic, ...]
    model: tuple[str, str] | None
    notes: tuple[str, ...]
    theme: Theme


def differences(
    folder: Path,
    *,
    against: str = "",
    remote: str = "origin",
    branch: str = "gh-pages",
    today: datetime.date | None = None,
    parser: Parser | None = None,
    progress: Progress = unwatched,
) -> Compared:
    """Compare the site in ``folder`` with what was published last, or with a folder or a git revision.

    ``against`` is a built site, a site's folder, or a revision of either. Raises InputError where there is no such
    thing, or where one of the two has errors.
    """
    edition = Edition(today or datetime.date.today())
    with Cache(folder) as cache:
        memo = Memo(cache, code_versions())
        made = _plan(folder, edition, memo, parser, progress)
        now = composed_articles(made.index)
        notes: tuple[str, ...] = ()
        if against:
            since = against
            with _before(folder, against) as (before_folder, pages):
                if before_folder is None:
                    before = tuple(pages)
                else:
                    try:
                        before = composed_articles(_plan(before_folder, edition, memo, parser, progress).index)
                    except InputError as error:
                        raise _of_then(against, before_folder, error) from None
            before = cover_published(before, made.contents.records)
            found = compare(_quotes(before), _quotes(now))
        else:
            since = "the last publish"
            git = Git(folder)
            revision = next(filter(git.commit, (f"refs/remotes/{remote}/{branch}", f"refs/heads/{branch}")), "")
            before = cover_published(_of_revision(git, revision) if revision else (), made.contents.records)
            if not revision:
                notes = (f"there is no branch {branch} here: the links of mentions were not compared",)
            found = since_published(cover_ledger(made.ledger, made.contents.records), made.quotes)
        found = replace(found, relinked=relinked(before, now))
    if not made.ledger.entries:
        notes = (*notes, "there is no ledger yet, so no speaker is guarded: sitegen build --accept new begins one")
    now_read_by = made.site.model.label
    model = None if against or made.ledger.model in {"", now_read_by} else (made.ledger.model, now_read_by)
    return Compared(made.site.settings.title, since, found, made.waiting, model, notes, made.theme)


def report_page(compared: Compared) -> bytes:
    """Return the outcome as one HTML page that needs no other file."""
    view = DifferencesView(
        compared.title, compared.since, compared.differences, compared.model, compared.notes, len(compared.waiting)
    )
    return compared.theme.render(Page("differences.html", "differences.html", view)).encode()


def _plan(folder: Path, edition: Edition, memo: Memo, parser: Parser | None, progress: Progress) -> Plan:
    inputs = read_inputs(folder)
    parser = parser or SpacyParser(inputs.settings.nlp.model, inputs.settings.nlp.weights)
    return plan(inputs, edition, parser, memo, progress)


def _quotes(articles: Iterable[PublishedArticle]) -> list[PublishedQuote]:
    return [quote for article in articles for quote in article.quotes]


@contextmanager
def _before(folder: Path, against: str) -> Iterator[tuple[Path | None, Iterable[PublishedArticle]]]:
    """Yield the folder of a former site, or the articles of one that was built."""
    path = Path(against[:_LONGEST])
    if (path / MANIFEST).is_file():
        yield None, _of_folder(path)
    elif (path / CONFIGURATION).is_file():
        yield path, ()
    else:
        git = Git(folder)
        commit = git.commit(against) if len(against) < _LONGEST else ""
        if not commit:
            message = f"{against!r} is no built site, no site, and no git revision"
            raise problem(
                "diff-against", "--against", message, "name a folder, a tag, a branch or a commit", exit_code=2
            )
        prefix = git.prefix
        files = git.files(commit)
        if f"{prefix}{CONFIGURATION}" in files:
            with TemporaryDirectory(prefix="sitegen-") as name:
                git.extract(commit, Path(name))
                # What had been published then says nothing about what was written.
                Path(name, NAME).unlink(missing_ok=True)
                yield Path(name), ()
        elif MANIFEST in files:
            yield None, _of_revision(git, commit)
        else:
            message = f"the revision {against!r} holds neither this site nor a built one"
            raise problem("diff-against", "--against", message, "name another revision", exit_code=2)


def _of_folder(output: Path) -> Iterator[PublishedArticle]:
    paths = (path for path in output_paths(output) if path.startswith(_ARTICLES) and path.endswith(".html"))
    return published_articles((path, (output / path).read_bytes()) for path in paths)


def _of_revision(git: Git, revision: str) -> Iterator[PublishedArticle]:
    """Yield the articles of a built site that is committed at the root of a branch."""
    blobs = {path: blob.name for path, blob in git.files(revision, _ARTICLES).items() if path.endswith(".html")}
    return published_articles(zip(blobs, git.contents(blobs.values()), strict=True))


def _of_then(against: str, folder: Path, error: InputError) -> InputError:
    """Return the errors of a former site so that nobody looks for them in the present one."""
    return InputError(
        *(
            Diagnostic(
                remark.code,
                remark.severity,
                f"{against}:{remark.path}",
                None,
                None,
                (f"line {remark.line}: " if remark.line else "") + remark.message.replace(str(folder), against),
                remark.hint,
            )
            for remark in error.diagnostics
        ),
        exit_code=error.exit_code,
    )
