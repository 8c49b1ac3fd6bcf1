"""The wiring of ``sitegen publish``: build, check, commit to the branch that is shown, push, remember."""

import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen import __version__
from sitegen.build import Built, build
from sitegen.check import published_articles as read_articles
from sitegen.checking import check_site
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.hosting import Address, Repository, address_of, over_limits, repository_of
from sitegen.ledger import ALL, NAME, compare, unaccepted
from sitegen.model.differences import Differences
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.planning import Plan
from sitegen.publishing.readiness import ready, refuse_behind, refuse_dirty, refuse_offences, refuse_unknown
from sitegen.shell.cache import FOLDER as CACHE
from sitegen.shell.config import NAME as CONFIGURATION
from sitegen.shell.config import read_settings
from sitegen.shell.git import Git, GitError, problem
from sitegen.shell.ledger_commit import Prepared, prepare, take_up
from sitegen.shell.manifest import MANIFEST
from sitegen.shell.output import OUTPUT
from sitegen.shell.pages_branch import CNAME, Standing, Update, commit, message_of, push, standing, update

# What a publish that was killed left behind is older than this many seconds.
_STALE = 86_400
_STAGES = "publish-"
# So many findings of a check tell what is wrong; a site can have thousands.
_MOST_FINDINGS = 20


@dataclass(frozen=True, slots=True)
class Published:
    """What was published, or what would be.

    ``commit`` is the new commit of the branch, "" where it holds the site already; ``pushed`` tells whether it had to
    be pushed. ``content_branch`` is that of the articles, ``ledger_commit`` the ledger's commit there, "" where there
    is none; ``said`` is what is said otherwise than before. ``given`` tells that the configuration names the address.
    ``failed`` tells that the site is online and its ledger is not up to date.
    """

    address: Address
    stands: Standing
    update: Update
    commit: str
    pushed: bool
    content_branch: str
    entries: int
    said: Differences
    ledger_changed: bool
    ledger_commit: str
    given: bool
    at_github: bool
    diagnostics: tuple[Diagnostic, ...]
    failed: bool = False


def publish(
    folder: Path,
    *,
    output: Path | None = None,
    remote: str = "origin",
    branch: str = "gh-pages",
    dry_run: bool = False,
    rewritten: bool = False,
    asks: bool = False,
    parser: Parser | None = None,
    progress: Progress = unwatched,
) -> Published:
    """Build and check the site in ``folder``, commit it to ``branch``, push that to ``remote``, update the ledger.

    The history of the branch and its CNAME are kept. With ``dry_run`` nothing is committed or pushed; ``asks`` tells
    whether git may ask for a password, and ``rewritten`` that the content's history no longer holds what was published
    last. Raises InputError where the work tree is dirty, the configuration's address cannot be right, the site fails
    its check or does not meet its policy, a published quotation has another speaker that nobody has accepted, or the
    remote cannot be reached or has gone another way: nothing is then published, and nothing lost.
    """
    folder = folder.resolve()
    target = (output if output is not None else folder / OUTPUT).resolve()
    git = Git(folder, asks)
    settings, _ = read_settings(folder)
    try:
        content = ready(git, target, remote, branch)
        repository = next(filter(None, map(repository_of, git.addresses(remote))), None)
        stands = standing(git, remote, branch)
        if not rewritten:
            refuse_behind(git, stands)
        address = _address(repository, stands.domain, settings.base_url)
        built = build(
            folder,
            output=target,
            # Pages are made by the ledger as it will be: who publishes twice publishes the same.
            accept=(ALL,),
            base_url=address.url,
            writes_ledger=False,
            parser=parser,
            progress=progress,
        )
        assert built.plan is not None
        _refuse_changed_speakers(git, stands, built.plan)
        refuse_offences(built.plan)
        _refuse_unsound(folder, target, address.url)
        refuse_unknown(git, built.plan)
        refuse_dirty(git, target)
        with _staged(folder, built, _cname(git, stands, address)) as (stage, files):
            changes = update(git, stands, files)
            sizes = {name: path.stat().st_size for name, path in files.items()}
            plan = built.plan
            ledger = plan.accepted
            prepared = None
            if ledger != plan.ledger and not dry_run:
                where = f" at {address.url}" if address.url else ""
                prepared = prepare(git, content, ledger, f"Ledger: what is published{where}")
            made = Published(
                address=address,
                stands=stands,
                update=changes,
                commit="",
                pushed=bool(changes) or stands.base != stands.there,
                content_branch=content,
                entries=sum(not entry.removed for entry in ledger.entries),
                said=plan.said,
                ledger_changed=ledger != plan.ledger,
                ledger_commit="" if prepared is None else prepared.commit,
                given=bool(settings.base_url),
                at_github=repository is not None,
                diagnostics=(*plan.remarks, *(over_limits(sizes) if repository is not None else ())),
            )
            if dry_run:
                return made
            if changes:
                message = message_of(content, git.commit("HEAD"), __version__)
                made = replace(made, commit=commit(git, stands, stage, files, message))
            if made.pushed:
                push(git, stands, made.commit or stands.base)
    except GitError as error:
        hint = "nothing was published; if it happens again, look at the repository: git status, git fsck"
        raise problem("publish-git", branch, f"git refused: {error}", hint) from None
    return made if prepared is None else _remembered(git, prepared, made)


def _remembered(git: Git, prepared: Prepared, made: Published) -> Published:
    """Take up the ledger's commit. The site is online by now, whatever happens here."""
    try:
        take_up(git, prepared)
    except (GitError, OSError) as error:
        message = f"the site is published, but its ledger is not up to date: {error}"
        remark = Diagnostic("publish-ledger", "error", NAME, None, None, message, "sitegen publish again does the rest")
        return replace(made, ledger_commit="", diagnostics=(*made.diagnostics, remark), failed=True)
    return made


def _address(repository: Repository | None, domain: str, base_url: str) -> Address:
    address = address_of(repository, domain, base_url)
    if address.problem:
        raise problem("base-url-mismatch", CONFIGURATION, address.problem, address.hint, exit_code=2)
    return address


def _refuse_changed_speakers(git: Git, stands: Standing, plan: Plan) -> None:
    """Raise InputError where words would go to another speaker: than in the ledger, and than on the branch.

    The ledger here may be an old one, or none, where somebody else has published meanwhile.
    """
    waiting = {remark.hint: remark for remark in unaccepted(plan.said.reattributed, plan.ledger)}
    if stands.base:
        there = [quote for article in read_articles(_pages(git, stands.base)) for quote in article.quotes]
        changed = compare(there, plan.quotes).reattributed
        waiting |= {remark.hint: remark for remark in unaccepted(changed, plan.ledger)}
    if waiting:
        raise InputError(*(replace(remark, severity="error") for remark in waiting.values()))


def _pages(git: Git, revision: str) -> Iterable[tuple[str, bytes]]:
    """Return the articles' pages of a published site; none of what sitegen did not make."""
    files = git.files(revision)
    if MANIFEST not in files:
        return ()
    names = {path: blob.name for path, blob in files.items() if blob.is_file and path.startswith("articles/")}
    return zip(names, git.contents(names.values()), strict=True)


def _refuse_unsound(folder: Path, target: Path, base_url: str) -> None:
    found = check_site(folder, output=target, base_url=base_url).diagnostics
    if found:
        shown = [replace(remark, path=str(target / remark.path)) for remark in found[:_MOST_FINDINGS]]
        if len(found) > _MOST_FINDINGS:
            message = f"and {len(found) - _MOST_FINDINGS:,} more"
            shown.append(Diagnostic(found[0].code, "error", str(target), None, None, message, "sitegen check"))
        raise InputError(*shown)


def _cname(git: Git, stands: Standing, address: Address) -> bytes:
    """Return the content of the file that names the site's own domain: what stands there stays."""
    if stands.base and git.maybe("cat-file", "-t", f"{stands.base}:{CNAME}") == "blob":
        return git.run("show", f"{stands.base}:{CNAME}")
    return f"{address.domain}\n".encode() if address.domain else b""


@contextmanager
def _staged(folder: Path, built: Built, cname: bytes) -> Iterator[tuple[Path, Mapping[str, Path]]]:
    """Yield a folder with what is published and nothing else, and its files by name.

    The output folder may hold a stranger's files as well.
    """
    cache = folder / CACHE
    _sweep(cache)
    with TemporaryDirectory(prefix=_STAGES, dir=cache if cache.is_dir() else None) as name:
        stage = Path(name)
        files = {}
        for path in (*(path for path, _ in built.outcome.files), MANIFEST):
            files[path] = stage / path
            files[path].parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(built.output / path, files[path])
            except OSError:
                shutil.copyfile(built.output / path, files[path])
        if cname:
            files[CNAME] = stage / CNAME
            files[CNAME].write_bytes(cname)
        odd = [path for path in files if path.startswith('"') or "\n" in path]
        if odd:
            message = "a file name begins with a quotation mark or holds a line end"
            raise problem("publish-name", odd[0], message, "rename the file: git's import cannot take it")
        yield stage, files


def _sweep(cache: Path) -> None:
    """Remove what a publish that was killed left behind."""
    with suppress(OSError):
        for path in cache.glob(f"{_STAGES}*"):
            if time.time() - path.stat().st_mtime > _STALE:
                shutil.rmtree(path, ignore_errors=True)
