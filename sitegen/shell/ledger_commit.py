"""The ledger's commit on the content's branch: made before anything is pushed, and taken up when all went well.

It is made of git's objects alone. So nothing that can refuse an ordinary commit, be it a hook, a filter, another line
end or an index in use, can leave a site published and its ledger behind.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.ledger import NAME, ledger_lines
from sitegen.model.ledger import Ledger
from sitegen.shell.git import Git, GitError
from sitegen.shell.ledger_file import ledger_content, restore_ledger, write_ledger


@dataclass(frozen=True, slots=True)
class Prepared:
    """A commit of the ledger that no branch holds yet."""

    ledger: Ledger
    branch: str
    parent: str
    commit: str
    blob: str


def prepare(git: Git, branch: str, ledger: Ledger, message: str) -> Prepared:
    """Make the commit that changes the ledger, and nothing else, on top of ``branch``. Raises GitError."""
    parent = git.line("rev-parse", "--verify", f"refs/heads/{branch}")
    blob = git.run("hash-object", "-w", "--stdin", content=ledger_lines(ledger)).decode().strip()
    with TemporaryDirectory(prefix="sitegen-") as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        git.run("read-tree", parent, settings=index)
        git.run("update-index", "--add", "--cacheinfo", f"100644,{blob},{git.prefix}{NAME}", settings=index)
        tree = git.run("write-tree", settings=index).decode().strip()
    signed = ["-S"] if git.maybe("config", "--type=bool", "commit.gpgsign") == "true" else []
    commit = git.line("commit-tree", tree, "-p", parent, "-m", message, *signed)
    return Prepared(ledger, branch, parent, commit, blob)


def take_up(git: Git, prepared: Prepared) -> None:
    """Write the file where the branch is checked out, and make the commit the branch's newest.

    Raises GitError where the branch has moved meanwhile or git's index is in use, OSError where the file cannot be
    written; then all is as it was. The branch comes last: whoever is cut off before has the new ledger to commit, and
    never an old one.
    """
    ref, path = f"refs/heads/{prepared.branch}", f"{git.prefix}{NAME}"
    before = ledger_content(git.folder)
    here = git.branch() == prepared.branch
    try:
        if here:
            git.run("update-index", "--add", "--cacheinfo", f"100644,{prepared.blob},{path}")
            write_ledger(git.folder, prepared.ledger)
        git.run("update-ref", "-m", "sitegen publish: ledger", ref, prepared.commit, prepared.parent)
    except (GitError, OSError):
        if here:
            git.maybe("reset", "--quiet", "--", NAME)
            with suppress(OSError):
                restore_ledger(git.folder, before)
        raise
