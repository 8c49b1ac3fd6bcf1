"""The way to the readers: git, the remote, GitHub Pages."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.doctor.finding import Finding, broken, doubtful, fine
from sitegen.hosting import address_of, repository_of
from sitegen.model.settings import Settings
from sitegen.shell.git import PATIENCE, Git, GitError
from sitegen.shell.installation import PACKAGE
from sitegen.shell.pages_branch import domain_of

_KINDS = {
    "owner": "the site of a user or organisation",
    "project": "the site of a project",
    "domain": "a site with its own domain",
}
_WORKFLOW = Path(".github", "workflows", "pages.yml")


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
        changed = len(repository.changed(".sitegen", "_site"))
        message = f"git {version}, branch {branch}"
        if changed:
            hint = "commit them before you publish"
            yield doubtful("git", f"{message}, {changed:,} files not committed as they stand", hint)
        else:
            yield fine("git", f"{message}, everything committed")
    if not all(repository.maybe("config", f"user.{name}") for name in ("name", "email")):
        hint = "git config --global user.name …, and user.email …"
        yield doubtful("git", "git does not know who commits", hint)


def pages(folder: Path, settings: Settings, remote: str, branch: str) -> Iterator[Finding]:
    """Look at the remote that the site is published on, and at where that shows it."""
    repository = Git(folder)
    addresses = repository.addresses(remote)
    if not addresses:
        yield doubtful("pages", f"there is no remote {remote!r}", f"git remote add {remote} ADDRESS")
        return
    ref = f"refs/heads/{branch}"
    try:
        listed = repository.run("ls-remote", "--heads", remote, ref, patience=PATIENCE)
    except GitError as error:
        yield doubtful(
            "remote", f"{addresses[0]}: {error}", "check the address (git remote -v), the network, your rights"
        )
    else:
        state = f"holds {branch}" if listed.strip() else f"has no {branch} yet"
        yield fine("remote", f"{addresses[0]} {state}")
    hosted = next(filter(None, map(repository_of, addresses)), None)
    tracked = repository.commit(f"refs/remotes/{remote}/{branch}") or repository.commit(ref)
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
    if not (folder / _WORKFLOW).is_file():
        return
    try:
        lines = (folder / "requirements.txt").read_text("utf-8").splitlines()
    except (OSError, ValueError):
        lines = []
    installs = next((line for line in lines if line.startswith(PACKAGE)), "")
    if installs:
        yield fine("workflow", f"{_WORKFLOW.as_posix()} installs {installs}")
    else:
        hint = "write where sitegen comes from: sitegen @ git+https://github.com/OWNER/sitegen@COMMIT"
        yield broken("workflow", f"requirements.txt, which {_WORKFLOW.name} installs, does not name sitegen", hint)
