"""The way to the readers: git, the remote, GitHub Pages."""

from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement

from sitegen.doctor.finding import Finding, broken, doubtful, fine
from sitegen.hosting import address_of, repository_of
from sitegen.model.settings import Settings
from sitegen.shell.cache import FOLDER as CACHE
from sitegen.shell.git import Git, GitError, without_credentials
from sitegen.shell.installation import PACKAGE, REQUIREMENTS, WORKFLOW
from sitegen.shell.output import OUTPUT
from sitegen.shell.pages_branch import domain_of

_KINDS = {
    "owner": "the site of a user or organisation",
    "project": "the site of a project",
    "domain": "a site with its own domain",
}


def git(folder: Path) -> Iterator[Finding]:
    """Look at the repository that the site lies in."""
    repository = Git(folder)
    try:
        version = repository.line("version").removeprefix("git version ")
    except GitError as error:
        yield broken("git", str(error), "install git; without it a site can be built, and not published")
        return
    if not repository.maybe("rev-parse", "--git-dir"):
        yield doubtful("git", f"git {version}; the site is in no repository", "git init, then commit the site")
        return
    branch = repository.branch()
    if not branch or not repository.commit("HEAD"):
        what = "nothing is committed yet" if branch else "no branch is checked out"
        yield doubtful("git", f"git {version}; {what}", "commit on a branch: publishing notes there what it did")
    else:
        changed = len(repository.changed(CACHE, OUTPUT))
        message = f"git {version}, branch {branch}"
        if changed:
            hint = "commit them before you publish"
            yield doubtful("git", f"{message}, {changed:,} files not committed as they stand", hint)
        else:
            yield fine("git", f"{message}, everything committed")
    if nameless := repository.nameless():
        hint = "git config --global user.name …, and user.email …"
        yield doubtful("git", f"git does not know who commits: {nameless}", hint)


def pages(folder: Path, settings: Settings, remote: str, branch: str) -> Iterator[Finding]:
    """Look at the remote that the site is published on, and at where that shows it."""
    repository = Git(folder)
    addresses = repository.addresses(remote)
    if not addresses:
        yield doubtful("pages", f"there is no remote {remote!r}", f"git remote add {remote} ADDRESS")
        return
    shown = without_credentials(addresses[0])
    try:
        there = repository.head_of(remote, branch)
    except GitError as error:
        hint = "check the address (git remote -v), the network, and your rights"
        yield doubtful("remote", f"{shown}: {error}", hint)
    else:
        yield fine("remote", f"{shown} {f'holds {branch}' if there else f'has no {branch} yet'}")
    hosted = next(filter(None, map(repository_of, addresses)), None)
    tracked = repository.commit(f"refs/remotes/{remote}/{branch}") or repository.commit(f"refs/heads/{branch}")
    address = address_of(hosted, domain_of(repository, tracked), settings.base_url)
    if address.problem:
        yield broken("pages", address.problem, address.hint)
    elif hosted is None:
        where = address.url or "nobody knows where"
        yield fine("pages", f"not at GitHub; the site stands at {where}")
    else:
        yield fine("pages", f"{_KINDS[address.kind]}, shown at {address.url}")
    yield from _workflow(folder)


def _workflow(folder: Path) -> Iterator[Finding]:
    if not (folder / WORKFLOW).is_file():
        return
    try:
        lines = (folder / REQUIREMENTS).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        lines = []
    installs = next(filter(None, map(_installs, lines)), "")
    if installs:
        yield fine("workflow", f"{WORKFLOW} installs {without_credentials(installs)}")
    else:
        message = f"{REQUIREMENTS}, which {WORKFLOW} installs, does not say where {PACKAGE} comes from"
        yield broken("workflow", message, "write it: sitegen @ git+https://github.com/OWNER/sitegen@COMMIT")


def _installs(line: str) -> str:
    """Return a requirement on sitegen with its address: by its name alone, an index has another program."""
    try:
        found = Requirement(line.partition(" #")[0].strip())
    except InvalidRequirement:
        return ""
    return line if found.name == PACKAGE and found.url else ""
