"""The branch that a site is published on: what stands there, here and at the remote, and the next commit of it."""

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.shell.git import Git, GitError, of_no_repository, problem
from sitegen.shell.manifest import MANIFEST, names_of

CNAME = "CNAME"
_SOURCE = "Content: "
# No remote has this name: ghp-import is to build on the local branch, which is at the remote's commit by then.
_NO_REMOTE = "."
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Standing:
    """A branch as it stands: ``here`` and ``there`` are commits, "" where there is none.

    ``base`` is the commit that the next one follows; ``domain`` what its CNAME names.
    """

    branch: str
    remote: str
    here: str
    there: str
    base: str
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Update:
    """What the next commit does to the branch: how many files come, change and go; it is true where any do.

    ``strange`` are files that go and that sitegen never wrote.
    """

    added: int
    changed: int
    removed: int
    strange: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def standing(git: Git, remote: str, branch: str) -> Standing:
    """Fetch the branch and return how it stands.

    Raises InputError where the remote cannot be reached, where its branch and the local one have gone different ways,
    or where the branch's name means something else as well; nothing is changed but git's own memory of the remote.
    """
    ref, tracking = f"refs/heads/{branch}", f"refs/remotes/{remote}/{branch}"
    try:
        there = git.head_of(remote, branch)
        if there:
            git.run("fetch", "--quiet", "--no-tags", "--", remote, f"+{ref}:{tracking}")
            there = git.commit(tracking)
        elif git.commit(tracking):
            git.run("update-ref", "-d", tracking)
    except GitError as error:
        hint = "check the address (git remote -v), the network and your rights; nothing was changed"
        raise problem("publish-unreachable", remote, f"the remote cannot be reached: {error}", hint) from None
    here = git.commit(ref)
    # ghp-import asks for the branch by its short name, and a tag of that name would come first.
    if git.commit(branch) not in {"", here}:
        message = f"the name {branch} means something else here, such as a tag"
        raise problem("publish-git", branch, message, "rename that, or choose another --branch")
    if here and there and not git.is_ancestor(here, there) and not git.is_ancestor(there, here):
        message = f"the branch {branch} and {remote}/{branch} have gone different ways"
        hint = (
            f"look at both (git log {branch} {remote}/{branch}); if what is only here is not needed: "
            f"git branch -f {branch} {remote}/{branch}"
        )
        raise problem("publish-diverged", branch, message, hint)
    base = there if there and (not here or git.is_ancestor(here, there)) else here
    return Standing(branch, remote, here, there, base, domain_of(git, base))


def update(git: Git, stands: Standing, files: Mapping[str, Path]) -> Update:
    """Return what a commit of ``files``, by their paths on the branch, changes there."""
    before = git.files(stands.base) if stands.base else {}
    names = dict(zip(files, git.hashes(files.values()), strict=True))
    gone = sorted(before.keys() - names.keys())
    listed = before.get(MANIFEST)
    ours = names_of(next(git.contents([listed.name]))) if listed is not None and listed.is_file else frozenset()
    return Update(
        added=len(names.keys() - before.keys()),
        changed=sum(before[path].name != name for path, name in names.items() if path in before),
        removed=len(gone),
        strange=tuple(path for path in gone if path not in ours and path != MANIFEST),
    )


def commit(git: Git, stands: Standing, folder: Path, files: Mapping[str, Path], message: str) -> str:
    """Commit ``folder``, which holds exactly ``files``, to the branch, and return the commit's name.

    Raises GitError where that fails; the branch is then what it was.
    """
    ref = f"refs/heads/{stands.branch}"
    if stands.base and stands.base != stands.here:
        git.run("update-ref", ref, stands.base)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ghp_import", "-b", stands.branch, "-r", _NO_REMOTE, "-m", message, folder],
            cwd=git.folder,
            env=of_no_repository() | {"LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        made = git.commit(ref)
        if done.returncode or made == stands.base or not _holds(git, made, files):
            reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise GitError(reason[-1] if reason else "the commit does not hold the site")
        if git.parents(made) != ((stands.base,) if stands.base else ()):
            raise GitError("the commit does not follow the published one")
    except BaseException:
        restore(git, stands, git.commit(ref))
        raise
    return made


def push(git: Git, stands: Standing, made: str) -> None:
    """Push the branch, at the commit ``made``, without force.

    Raises InputError where the remote refuses; the local branch is then what it was.
    """
    ref = f"refs/heads/{stands.branch}"
    try:
        # By its name, not by the branch's: another publish may be at work on that.
        git.run("push", "--quiet", "--no-follow-tags", "--", stands.remote, f"{made}:{ref}")
    except GitError as error:
        if _arrived(git, stands, made):
            return
        restore(git, stands, made)
        hint = "publish again: nothing was lost, and nothing is half done"
        raise problem("publish-rejected", stands.remote, f"the remote did not take the site: {error}", hint) from None


def restore(git: Git, stands: Standing, made: str) -> None:
    """Put the local branch back from the commit ``made`` to where it was before."""
    ref = f"refs/heads/{stands.branch}"
    if stands.here:
        git.run("update-ref", ref, stands.here, made)
    elif made:
        git.run("update-ref", "-d", ref, made)


def source_of(git: Git, revision: str) -> str:
    """Return the commit of the content that a published revision was made from, "" where it does not say."""
    told = git.maybe("show", "--no-patch", "--format=%B", revision) if revision else ""
    lines = [line.removeprefix(_SOURCE) for line in told.splitlines() if line.startswith(_SOURCE)]
    return lines[-1].strip() if lines else ""


def message_of(content: str, head: str, version: str) -> str:
    """Return the message of a commit of the branch; ``source_of`` finds ``head`` in it."""
    return f"Publish {content} {head[:10]} with sitegen {version}\n\n{_SOURCE}{head}"


def domain_of(git: Git, revision: str) -> str:
    """Return the domain that the CNAME of a published revision names, "" where there is none, or none that can be."""
    words = git.maybe("show", f"{revision}:{CNAME}").split() if revision else []
    return words[0] if words and _HOST.fullmatch(words[0]) else ""


def _arrived(git: Git, stands: Standing, made: str) -> bool:
    """Tell whether the remote has the commit all the same: it may have broken off after it took it."""
    try:
        return git.head_of(stands.remote, stands.branch) == made
    except GitError:
        return False


def _holds(git: Git, made: str, files: Mapping[str, Path]) -> bool:
    held = {path: blob.name for path, blob in git.files(made).items()}
    return held == dict(zip(files, git.hashes(files.values()), strict=True))
