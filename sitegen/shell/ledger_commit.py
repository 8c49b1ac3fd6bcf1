"""The ledger's commit on the content's branch: made before anything is pushed, and taken up when all went well.

It is made of git's objects alone. So nothing that can refuse an ordinary commit, be it a hook, a filter, another line
end or an index in use, can leave a site published and its ledger behind.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.ledger import NAME, ledger_lines
from sitegen.model.ledger import Ledger
from sitegen.shell.git import Git
from sitegen.shell.ledger_file import write_ledger


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
    """Make the commit the branch's newest, and write the file where the branch is checked out.

    Raises GitError where the branch has moved meanwhile, OSError where the file cannot be written.
    """
    ref = f"refs/heads/{prepared.branch}"
    git.run("update-ref", "-m", "sitegen publish: ledger", ref, prepared.commit, prepared.parent)
    if git.branch() == prepared.branch:
        git.run("update-index", "--add", "--cacheinfo", f"100644,{prepared.blob},{git.prefix}{NAME}")
        write_ledger(git.folder, prepared.ledger)
