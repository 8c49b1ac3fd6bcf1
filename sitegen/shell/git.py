"""git, as its own program: what a repository holds, and the few things that are done to it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.shell.manifest import is_inside

# Seconds to wait for another machine's first answer.
PATIENCE = 20.0
# A caller that is a hook of some repository hands these on; the repository that is meant is that of the folder.
_LOCAL = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_CEILING_DIRECTORIES",
)
# So many files are read in one go.
_TOGETHER = 200
_IN_PROGRESS = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD")
_CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+@")


class GitError(Exception):
    """git refused; the message is its own, without "fatal:" and without passwords."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its mode and the name of its content."""

    mode: str
    name: str

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file: no link, and no other repository."""
        return self.mode.startswith("100")


@dataclass(frozen=True, slots=True)
class Git:
    """The repository that ``folder`` lies in. Every method raises GitError where git refuses.

    ``asks``: whether git may ask the user, for a password or the like.
    """

    folder: Path
    asks: bool = False

    def run(
        self,
        *arguments: str,
        content: bytes | None = None,
        patience: float | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> bytes:
        """Run git in the folder and return what it prints.

        ``content`` is its standard input; after ``patience`` seconds it is stopped, where nobody can be asked;
        ``settings`` are variables of its environment.
        """
        program = shutil.which("git")
        if program is None:
            raise GitError("git is not installed")
        environment = of_no_repository()
        # Its words are read here, so they are to be English. To look is not to write: without the last one, even a
        # status brings git's index up to date.
        environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": str(int(self.asks)), "GIT_OPTIONAL_LOCKS": "0"}
        try:
            done = subprocess.run(
                [program, *arguments],
                cwd=self.folder,
                env=environment | dict(settings or {}),
                input=content,
                stdin=None if content is not None or self.asks else subprocess.DEVNULL,
                capture_output=True,
                timeout=None if self.asks else patience,
                check=False,
            )
        except OSError as error:
            raise GitError(f"{self.folder}: {(error.strerror or str(error)).lower()}") from None
        except subprocess.TimeoutExpired:
            raise GitError(f"no answer within {patience:.0f} seconds") from None
        if done.returncode:
            raise GitError(_words(done.stderr) or _words(done.stdout) or f"exit code {done.returncode}")
        return done.stdout

    def line(self, *arguments: str) -> str:
        """Run git and return the line that it prints."""
        return self.run(*arguments).decode("utf-8", "surrogateescape").strip()

    def maybe(self, *arguments: str) -> str:
        """Run git and return the line that it prints, "" where it refuses."""
        try:
            return self.line(*arguments)
        except GitError:
            return ""

    @property
    def prefix(self) -> str:
        """The path of the folder in its repository, with a slash at its end; "" at the root."""
        return os.fsdecode(self.run("rev-parse", "--show-prefix").removesuffix(b"\n"))

    def branch(self) -> str:
        """Return the branch that is checked out, "" where none is."""
        return self.maybe("symbolic-ref", "--quiet", "--short", "HEAD")

    def commit(self, revision: str) -> str:
        """Return the name of a commit, "" where there is none."""
        return self.maybe("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")

    def parents(self, commit: str) -> tuple[str, ...]:
        """Return the commits that a commit follows."""
        return tuple(self.line("rev-list", "--parents", "--max-count=1", commit).split()[1:])

    def is_ancestor(self, one: str, other: str) -> bool:
        """Tell whether commit ``one`` is in the history of ``other``."""
        try:
            self.run("merge-base", "--is-ancestor", one, other)
        except GitError:
            return False
        return True

    def in_progress(self) -> str:
        """Return what is half done in the work tree, such as a merge; "" for nothing."""
        found = next((name for name in _IN_PROGRESS if self.maybe("rev-parse", "--quiet", "--verify", name)), "")
        return found.removesuffix("_HEAD").replace("_", "-").lower()

    def nameless(self) -> str:
        """Say what git misses to know who commits; "" where it knows. It is not to guess from the machine's name."""
        for kind in ("AUTHOR", "COMMITTER"):
            try:
                self.run("-c", "user.useConfigOnly=true", "var", f"GIT_{kind}_IDENT")
            except GitError as error:
                return str(error).splitlines()[-1]
        return ""

    def changed(self, *left_out: str) -> tuple[str, ...]:
        """Return the files of the folder that are not committed as they stand, those below ``left_out`` aside.

        Whatever the user's settings for a status are; files that git ignores are not among them.
        """
        skipped = [f":(exclude,literal){path}" for path in left_out]
        listed = self.run(
            *("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=none"),
            *("--", ".", *skipped),
        )
        return tuple(os.fsdecode(entry[3:]) for entry in listed.split(b"\0") if entry)

    def tracked(self) -> frozenset[str]:
        """Return the files of the folder that git knows and compares with what is there."""
        listed = self.run("ls-files", "-z", "-v", "--cached").split(b"\0")
        return frozenset(os.fsdecode(entry[2:]) for entry in listed if entry.startswith(b"H "))

    def remotes(self) -> tuple[str, ...]:
        """Return the names of all remotes."""
        return tuple(self.line("remote").splitlines())

    def addresses(self, remote: str) -> tuple[str, ...]:
        """Return where pushes to a remote go: the address as written, and as git's shortcuts (insteadOf) make it."""
        written = self.maybe("config", "--get", f"remote.{remote}.pushurl")
        written = written or self.maybe("config", "--get", f"remote.{remote}.url")
        if not written:
            return ()
        return tuple(dict.fromkeys((written, self.maybe("remote", "get-url", "--push", remote) or written)))

    def head_of(self, remote: str, branch: str) -> str:
        """Ask a remote for the commit of its branch, "" where there is none."""
        ref = f"refs/heads/{branch}"
        listed = self.run("ls-remote", "--heads", "--", remote, ref, patience=PATIENCE).decode().splitlines()
        return next((line.split()[0] for line in listed if line.split()[1] == ref), "")

    def files(self, revision: str, under: str = "") -> dict[str, Blob]:
        """Return the files of a revision by their paths in the repository; links and other repositories as well."""
        listed = self.run("ls-tree", "-r", "-z", "--full-tree", revision, *(["--", under] if under else []))
        found = {}
        for entry in listed.split(b"\0"):
            if entry:
                head, _, path = entry.partition(b"\t")
                mode, _, name = head.decode().split()
                found[os.fsdecode(path)] = Blob(mode, name)
        return found

    def contents(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """Yield the content of each blob, given by its name; some at a time are in memory."""
        names = list(blobs)
        for start in range(0, len(names), _TOGETHER):
            some = names[start : start + _TOGETHER]
            out = self.run("cat-file", "--batch", content="".join(f"{name}\n" for name in some).encode())
            at = 0
            for name in some:
                end = out.index(b"\n", at)
                head = out[at:end].split()
                if len(head) != 3:
                    raise GitError(f"the object {name} is missing here: this is no full clone")
                size = int(head[2])
                yield out[end + 1 : end + 1 + size]
                at = end + 1 + size + 1

    def hashes(self, paths: Iterable[Path]) -> list[str]:
        """Return the name that git gives to the content of each file, unfiltered."""
        lines = "".join(f"{path.absolute()}\n" for path in paths).encode("utf-8", "surrogateescape")
        return self.run("hash-object", "--no-filters", "--stdin-paths", content=lines).decode().split()

    def extract(self, revision: str, target: Path) -> None:
        """Write the files of a revision that lie below the folder into ``target``, and nothing outside of it.

        Links are left out, and so is what only a forged revision holds: paths that lead out of the folder.
        """
        prefix = self.prefix
        found = {
            path.removeprefix(prefix): blob.name
            for path, blob in self.files(revision, prefix).items()
            if blob.is_file and is_inside(path.removeprefix(prefix))
        }
        for path, content in zip(found, self.contents(found.values()), strict=True):
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def of_no_repository() -> dict[str, str]:
    """Return the environment without what leads git to another repository than that of its folder."""
    return {name: value for name, value in os.environ.items() if name not in _LOCAL}


def problem(code: str, path: str, message: str, hint: str, *, exit_code: int = 1) -> InputError:
    """Return the error that ends a run for what git or the repository says."""
    return InputError(Diagnostic(code, "error", path, None, None, message, hint), exit_code=exit_code)


def without_credentials(text: str) -> str:
    """Return a text with the name and password taken out of every address in it."""
    return _CREDENTIALS.sub("", text)


def _words(output: bytes) -> str:
    lines: Sequence[str] = output.decode("utf-8", "replace").strip().splitlines()
    told = (line.removeprefix("fatal: ").removeprefix("error: ").strip() for line in lines)
    return without_credentials("; ".join(line for line in told if line and not line.startswith("hint:")))
