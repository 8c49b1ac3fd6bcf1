"""Where this sitegen was installed from, so that another machine can install the same."""

import json
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen.hosting import repository_of
from sitegen.shell.git import Git, GitError, without_credentials

PACKAGE = "sitegen"
# Of a site: what builds it at GitHub, and what that installs.
WORKFLOW = ".github/workflows/pages.yml"
REQUIREMENTS = "requirements.txt"


def requirement() -> str:
    """Return the line of a requirements file that installs this sitegen anywhere, "" where nobody can tell.

    Installers note where a package came from (PEP 610): a revision of a repository, an address, or a folder of this
    machine. Of a checkout it is the revision, if a remote has it. No password stands in the line.
    """
    try:
        # Nothing is noted of what an index gave; and on the public one, this name is another program's.
        origin = json.loads(metadata.distribution(PACKAGE).read_text("direct_url.json") or "{}")
        url, folder = str(origin["url"]), "dir_info" in origin
        commit = str(origin.get("vcs_info", {}).get("commit_id", ""))
    except (metadata.PackageNotFoundError, ValueError, KeyError, AttributeError):
        return ""
    if commit:
        return f"{PACKAGE} @ git+{without_credentials(url)}@{commit}"
    parts = urlsplit(url)
    if parts.scheme in {"http", "https"}:
        return f"{PACKAGE} @ {without_credentials(url)}"
    return _of_checkout(Path(unquote(parts.path))) if folder else ""


def _of_checkout(folder: Path) -> str:
    """Return the revision that is checked out in ``folder``, at the place it was cloned from."""
    git = Git(folder)
    try:
        commit = git.commit("HEAD")
        address = next(iter(git.addresses("origin")), "")
        if git.prefix or not commit or not address or not git.line("branch", "--remotes", "--contains", commit):
            return ""
    except (GitError, OSError):
        return ""
    repository = repository_of(address)
    if repository is not None:
        address = f"https://github.com/{repository.owner}/{repository.name}"
    address = without_credentials(address)
    return f"{PACKAGE} @ git+{address}@{commit}" if urlsplit(address).scheme in {"https", "http", "ssh"} else ""
