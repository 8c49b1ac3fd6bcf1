"""Where this sitegen was installed from, so that another machine can install the same."""

import json
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen import __version__
from sitegen.hosting import repository_of
from sitegen.shell.git import Git, GitError

PACKAGE = "sitegen"


def requirement() -> str:
    """Return the line of a requirements file that installs this sitegen anywhere, "" where nobody can tell.

    Installers note where a package came from (PEP 610): a revision of a repository, an address, a folder of this
    machine, or, where they note nothing, a package index.
    """
    try:
        noted = metadata.distribution(PACKAGE).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return ""
    if noted is None:
        return f"{PACKAGE}=={__version__}"
    try:
        origin = json.loads(noted)
        url, folder = str(origin["url"]), "dir_info" in origin
        commit = str(origin.get("vcs_info", {}).get("commit_id", ""))
    except (ValueError, KeyError, AttributeError):
        return ""
    if commit:
        return f"{PACKAGE} @ git+{url}@{commit}"
    parts = urlsplit(url)
    if parts.scheme in {"http", "https"}:
        return f"{PACKAGE} @ {url}"
    return _of_checkout(Path(unquote(parts.path))) if folder else ""


def _of_checkout(folder: Path) -> str:
    """Return the revision that is checked out in ``folder``, at the place it was cloned from."""
    git = Git(folder)
    try:
        commit = git.commit("HEAD")
        address = next(iter(git.addresses("origin")), "")
        if git.prefix or not commit or not address:
            return ""
    except (GitError, OSError):
        return ""
    repository = repository_of(address)
    if repository is not None:
        address = f"https://github.com/{repository.owner}/{repository.name}"
    return f"{PACKAGE} @ git+{address}@{commit}" if urlsplit(address).scheme in {"https", "http", "ssh"} else ""
