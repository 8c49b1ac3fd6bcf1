"""What must be so before a site is published: of git, of the files that were read, and of what the site says."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.ledger import NAME as LEDGER
from sitegen.planning import Plan
from sitegen.policy import offences
from sitegen.shell.cache import FOLDER as CACHE
from sitegen.shell.config import NAME as CONFIGURATION
from sitegen.shell.git import Git, GitError, problem
from sitegen.shell.pages_branch import Standing, source_of

# So many offences against one rule tell what is to be done; a site can have thousands.
_MOST_OFFENCES = 20


def ready(git: Git, target: Path, remote: str, branch: str) -> str:
    """Return the branch of the content. Raises InputError where publishing cannot even begin."""
    try:
        git.run("version")
    except GitError as error:
        raise problem("publish-git", ".", str(error), "install git, and publish again", exit_code=2) from None
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
        branch = ""
    if not branch or branch.startswith("-"):
        message = "the name given with --branch cannot be a branch's"
        raise problem("publish-git", "--branch", message, "leave it out: gh-pages", exit_code=2)
    if remote not in git.remotes() or not git.addresses(remote):
        known = ", ".join(git.remotes())
        hint = f"--remote names one of: {known}" if known else f"git remote add {remote} ADDRESS"
        raise problem("publish-git", "--remote", f"there is no remote {remote!r}", hint, exit_code=2)
    if not git.commit("HEAD"):
        raise problem("publish-git", ".", "nothing is committed yet", "git add . && git commit -m 'First articles'")
    if nameless := git.nameless():
        hint = "git config user.name …, and git config user.email …"
        raise problem("publish-git", ".", f"git does not know who commits: {nameless}", hint, exit_code=2)
    if half := git.in_progress():
        message = f"a {half} is not finished in this work tree"
        raise problem("publish-git", ".", message, f"finish it: git {half} --continue, or --abort")
    for listed in git.line("worktree", "list", "--porcelain").split("\n\n"):
        if f"branch refs/heads/{branch}" in listed.split("\n"):
            where = listed.split("\n")[0].removeprefix("worktree ")
            message = f"the branch {branch} is checked out in {where}"
            raise problem("publish-git", branch, message, "remove that work tree: git worktree remove …")
    refuse_dirty(git, target)
    return content


def refuse_dirty(git: Git, target: Path) -> None:
    """Raise InputError where the folder holds what is not committed: nobody could tell later what was published."""
    left_out = [CACHE]
    with suppress(ValueError):
        left_out.append(target.relative_to(git.folder).as_posix())
    changed = git.changed(*left_out)
    # Whoever puts the ledger away, as other work is put away, opens the gate.
    own = git.prefix + LEDGER
    if own in changed:
        hint = f"git add {LEDGER} && git commit {LEDGER}"
        raise problem("publish-dirty", LEDGER, "the ledger is not committed", hint)
    if changed:
        message = f"not everything is committed: {_shown(changed)}"
        raise problem("publish-dirty", changed[0], message, "commit it, or put it away: git stash -u")


def refuse_behind(git: Git, stands: Standing) -> None:
    """Raise InputError where what is published was made from content that this branch does not hold.

    A colleague may have published since: this site would take their articles offline, and their corrections back.
    """
    source = source_of(git, stands.base)
    if source and not git.is_ancestor(source, "HEAD"):
        message = f"what is published was made from commit {source[:10]}, which this branch does not hold"
        hint = "git pull, and publish again; where that history was rewritten on purpose: --rewritten"
        raise problem("publish-behind", stands.branch, message, hint)


def refuse_unknown(git: Git, plan: Plan) -> None:
    """Raise InputError where a file that is published is one that git does not follow, such as an ignored one."""
    read = {CONFIGURATION, *(reading.article.path for reading in plan.site.readings)}
    read |= {page.path for page in plan.site.pages} | {record.path for record in plan.contents.records}
    read |= {path.relative_to(git.folder).as_posix() for path in plan.copies.values() if git.folder in path.parents}
    unknown = sorted(read - git.tracked())
    if unknown:
        message = f"read by the build, and not followed by git: {_shown(unknown)}"
        raise problem("publish-dirty", unknown[0], message, "git add --force FILE, or take it out of the site")


def refuse_offences(plan: Plan) -> None:
    """Raise InputError where the site does not meet the rules that its configuration sets."""
    by_rule: dict[str, list[Diagnostic]] = {}
    for offence in offences(plan.site.settings.policy, plan.site, plan.remarks):
        by_rule.setdefault(offence.code, []).append(offence)
    shown: list[Diagnostic] = []
    for code, found in by_rule.items():
        shown += found[:_MOST_OFFENCES]
        if len(found) > _MOST_OFFENCES:
            message = f"and {len(found) - _MOST_OFFENCES:,} more"
            shown.append(Diagnostic(code, "error", CONFIGURATION, None, None, message, "sitegen check lists them all"))
    if shown:
        raise InputError(*shown)


def _shown(paths: Iterable[str]) -> str:
    listed = list(paths)
    return ", ".join(listed[:3]) + (f" and {len(listed) - 3:,} more" if len(listed) > 3 else "")
