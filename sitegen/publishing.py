"""The wiring of ``sitegen publish``: build, check, commit to the branch that is shown, push, remember."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen import __version__
from sitegen.build import Built, build
from sitegen.checking import check_site
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.hosting import Address, Repository, address_of, over_limits, repository_of
from sitegen.ledger import NAME, SPEAKER_CHANGED, ledger_lines, updated
from sitegen.model.ledger import Ledger
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.shell.cache import FOLDER as CACHE
from sitegen.shell.config import NAME as CONFIGURATION
from sitegen.shell.config import read_settings
from sitegen.shell.git import Git, GitError, problem
from sitegen.shell.ledger_file import ledger_content, write_ledger
from sitegen.shell.manifest import MANIFEST
from sitegen.shell.pages_branch import CNAME, Standing, Update, commit, push, standing, update


@dataclass(frozen=True, slots=True)
class Published:
    """What was published, or what would be.

    ``commit`` is the new commit of the branch, "" where the site stood there already; ``ledger_commit`` that of the
    content's branch ``content``, "" where the ledger stays as it was; ``entries`` counts the quotations in it.
    ``first`` tells that the remote had no such branch.
    """

    address: Address
    stands: Standing
    update: Update
    commit: str
    content: str
    entries: int
    ledger_changed: bool
    ledger_commit: str
    first: bool
    at_github: bool
    diagnostics: tuple[Diagnostic, ...]


def publish(
    folder: Path,
    *,
    output: Path | None = None,
    remote: str = "origin",
    branch: str = "gh-pages",
    dry_run: bool = False,
    asks: bool = False,
    parser: Parser | None = None,
    progress: Progress = unwatched,
) -> Published:
    """Build and check the site in ``folder``, commit it to ``branch``, push that to ``remote``, update the ledger.

    The history of the branch and its CNAME are kept. With ``dry_run`` nothing is committed or pushed; ``asks`` tells
    whether git may ask for a password. Raises InputError where the work tree is dirty, the configuration's address
    cannot be right, the site fails its check, a published quotation has another speaker that nobody has accepted, or
    the remote cannot be reached or has gone another way: nothing is then published, and nothing lost.
    """
    git = Git(folder, asks)
    target = output if output is not None else folder / "_site"
    settings, _ = read_settings(folder)
    content = _ready(git, folder, target, remote, branch)
    repository = next(filter(None, map(repository_of, git.addresses(remote))), None)
    stands = standing(git, remote, branch)
    address = _address(repository, stands.domain, settings.base_url)
    built = build(folder, output=target, base_url=address.url, planned=True, parser=parser, progress=progress)
    _refuse_changed_speakers(built)
    _refuse_unsound(folder, target, address.url)
    _refuse_dirty(git, folder, target)
    remarks = tuple(remark for remark in built.diagnostics if remark.code != SPEAKER_CHANGED)
    with _staged(folder, built, _cname(git, stands, address)) as (stage, files):
        changes = update(git, stands, files)
        if repository is not None:
            remarks += over_limits({name: path.stat().st_size for name, path in files.items()})
        ledger, changed = _ledger(folder, built)
        made = Published(
            address=address,
            stands=stands,
            update=changes,
            commit="",
            content=content,
            entries=sum(not entry.removed for entry in ledger.entries),
            ledger_changed=changed,
            ledger_commit="",
            first=not stands.there,
            at_github=repository is not None,
            diagnostics=remarks,
        )
        if dry_run:
            return made
        if changes or not stands.there:
            made = replace(made, commit=_commit(git, stands, stage, files, content, changed=bool(changes)))
        elif stands.base != stands.there:
            push(git, stands)
    return replace(made, ledger_commit=_remember(git, folder, ledger, made) if changed else "")


def _ready(git: Git, folder: Path, target: Path, remote: str, branch: str) -> str:
    """Return the content's branch; raise InputError where publishing cannot even begin."""
    try:
        git.run("rev-parse", "--git-dir")
    except GitError as error:
        message, hint = f"the site is in no git repository: {error}", "git init, commit the site, and add a remote"
        raise problem("publish-git", ".", message, hint, exit_code=2) from None
    content = git.branch()
    if not content:
        message, hint = "no branch is checked out, so the ledger would be lost", "git switch BRANCH"
        raise problem("publish-git", ".", message, hint, exit_code=2)
    if content == branch:
        message = f"the branch {branch} is checked out here: the content would make way for the site"
        raise problem("publish-git", branch, message, "keep the content on another branch: git switch -c main")
    try:
        git.run("check-ref-format", f"refs/heads/{branch}")
    except GitError:
        message = f"{branch!r} is no name for a branch"
        raise problem("publish-git", "--branch", message, "leave it out: gh-pages", exit_code=2) from None
    if not git.addresses(remote):
        known = ", ".join(git.remotes())
        hint = f"--remote names one of: {known}" if known else f"git remote add {remote} ADDRESS"
        raise problem("publish-git", "--remote", f"there is no remote {remote!r}", hint, exit_code=2)
    if not git.commit("HEAD"):
        raise problem("publish-git", ".", "nothing is committed yet", "git add . && git commit -m 'First articles'")
    missing = [name for name in ("name", "email") if not _identity(git, name)]
    if missing:
        hint = " and ".join(f"git config user.{name} …" for name in missing)
        raise problem("publish-git", ".", "git does not know who commits", hint, exit_code=2)
    for listed in git.line("worktree", "list", "--porcelain").split("\n\n"):
        if f"branch refs/heads/{branch}" in listed.split("\n"):
            where = listed.split("\n")[0].removeprefix("worktree ")
            raise problem(
                "publish-git", branch, f"the branch {branch} is checked out in {where}", "remove that work tree"
            )
    _refuse_dirty(git, folder, target)
    return content


def _identity(git: Git, name: str) -> str:
    return os.environ.get(f"GIT_COMMITTER_{name.upper()}", "") or git.maybe("config", f"user.{name}")


def _refuse_dirty(git: Git, folder: Path, target: Path) -> None:
    """Raise InputError where the folder holds what is not committed: nobody could tell later what was published."""
    left_out = [CACHE]
    with suppress(ValueError):
        left_out.append(target.resolve().relative_to(folder.resolve()).as_posix())
    changed = git.changed(*left_out)
    if changed:
        shown = ", ".join(changed[:3]) + (f" and {len(changed) - 3} more" if len(changed) > 3 else "")
        message = f"not everything is committed: {shown}"
        raise problem("publish-dirty", changed[0], message, "commit it, or put it away: git stash -u")


def _address(repository: Repository | None, domain: str, base_url: str) -> Address:
    address = address_of(repository, domain, base_url)
    if address.problem:
        raise problem("base-url-mismatch", CONFIGURATION, address.problem, address.hint, exit_code=2)
    return address


def _refuse_changed_speakers(built: Built) -> None:
    changed = [replace(remark, severity="error") for remark in built.diagnostics if remark.code == SPEAKER_CHANGED]
    if changed:
        raise InputError(*changed)


def _refuse_unsound(folder: Path, target: Path, base_url: str) -> None:
    found = check_site(folder, output=target, base_url=base_url)
    if found.diagnostics:
        raise InputError(*(replace(remark, path=str(target / remark.path)) for remark in found.diagnostics))


def _cname(git: Git, stands: Standing, address: Address) -> bytes:
    """Return the content of the file that names the site's own domain: what stands there stays."""
    if stands.domain:
        return git.run("show", f"{stands.base}:{CNAME}")
    return f"{address.domain}\n".encode() if address.domain else b""


@contextmanager
def _staged(folder: Path, built: Built, cname: bytes) -> Iterator[tuple[Path, Mapping[str, Path]]]:
    """Yield a folder with what is published and nothing else, and its files by name.

    The output folder may hold a stranger's files as well.
    """
    cache = folder / CACHE
    with TemporaryDirectory(prefix="publish-", dir=cache if cache.is_dir() else None) as name:
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


def _ledger(folder: Path, built: Built) -> tuple[Ledger, bool]:
    """Return the ledger once the site is published, and whether that changes its file."""
    assert built.plan is not None
    ledger = updated(built.plan.ledger, built.plan.quotes, built.plan.reader)
    return ledger, ledger_lines(ledger) != ledger_content(folder)


def _commit(git: Git, stands: Standing, stage: Path, files: Mapping[str, Path], content: str, *, changed: bool) -> str:
    """Commit and push; return the commit. Nothing new is committed where the local branch holds the site already."""
    if not changed:
        push(git, stands)
        return stands.base
    head = git.commit("HEAD")
    message = f"Publish {content} {head[:10]} with sitegen {__version__}\n\nContent: {head}"
    try:
        made = commit(git, stands, stage, files, message)
    except GitError as error:
        message, hint = f"the site cannot be committed: {error}", "nothing was changed; git fsck looks for damage"
        raise problem("publish-git", stands.branch, message, hint) from None
    push(git, stands)
    return made


def _remember(git: Git, folder: Path, ledger: Ledger, made: Published) -> str:
    """Write the ledger and commit it, alone, to the content's branch; return the commit."""
    try:
        write_ledger(folder, ledger)
        git.run("add", "--", NAME)
        where = f" at {made.address.url}" if made.address.url else ""
        message = f"Ledger: what is published{where}"
        git.run("commit", "--quiet", "--message", message, "--", NAME)
    except (GitError, OSError) as error:
        message = f"the site is published, but its ledger could not be committed: {error}"
        raise problem("publish-ledger", NAME, message, f"git add {NAME} && git commit -- {NAME}") from None
    return git.commit("HEAD")
