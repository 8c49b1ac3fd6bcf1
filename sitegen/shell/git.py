"""git, as its own program: what a repository holds, and the few things that are done to it."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError

# Seconds to wait for another machine's first answer.
PATIENCE = 20.0


class GitError(Exception):
    """git refused; the message is its own, without "fatal:"."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its mode and the name of its content."""

    mode: str
    name: str


@dataclass(frozen=True, slots=True)
class Git:
    """The repository that ``folder`` lies in. Every method raises GitError where git refuses.

    ``asks``: whether git may ask the user, for a password or the like.
    """

    folder: Path
    asks: bool = False

    def run(self, *arguments: str, content: bytes | None = None, patience: float | None = None) -> bytes:
        """Run git in the folder and return what it prints.

        ``content`` is its standard input; after ``patience`` seconds it is stopped, where nobody can be asked.
        """
        # Its words are read here, so they are to be English; its questions come in the user's terminal.
        environment = os.environ | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": str(int(self.asks))}
        # To look is not to write: without this, even a status brings git's index up to date.
        environment["GIT_OPTIONAL_LOCKS"] = "0"
        if not self.asks:
            environment.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes")
        try:
            done = subprocess.run(
                ["git", *arguments],
                cwd=self.folder,
                env=environment,
                input=content,
                stdin=None if content is not None or self.asks else subprocess.DEVNULL,
                capture_output=True,
                timeout=None if self.asks else patience,
                check=False,
            )
        except FileNotFoundError:
            raise GitError("git is not installed") from None
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
        return self.line("rev-parse", "--show-prefix")

    def branch(self) -> str:
        """Return the branch that is checked out, "" where none is."""
        return self.maybe("symbolic-ref", "--quiet", "--short", "HEAD")

    def commit(self, revision: str) -> str:
        """Return the name of a commit, "" where there is none."""
        return self.maybe("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")

    def is_ancestor(self, one: str, other: str) -> bool:
        """Tell whether commit ``one`` is in the history of ``other``."""
        try:
            self.run("merge-base", "--is-ancestor", one, other)
        except GitError:
            return False
        return True

    def changed(self, *left_out: str) -> tuple[str, ...]:
        """Return the files of the folder that are not committed as they stand, those below ``left_out`` aside."""
        skipped = [f":(exclude){path}" for path in left_out]
        listed = self.run("status", "--porcelain=v1", "-z", "--no-renames", "--", ".", *skipped)
        return tuple(os.fsdecode(entry[3:]) for entry in listed.split(b"\0") if entry)

    def remotes(self) -> tuple[str, ...]:
        """Return the names of all remotes."""
        return tuple(self.line("remote").split())

    def addresses(self, remote: str) -> tuple[str, ...]:
        """Return the addresses of a remote: as written, and as git's shortcuts (insteadOf) make them."""
        written = self.maybe("config", "--get", f"remote.{remote}.url")
        return tuple(dict.fromkeys(filter(None, (written, self.maybe("remote", "get-url", remote)))))

    def files(self, revision: str, under: str = "") -> dict[str, Blob]:
        """Return the files of a revision by their paths in the repository."""
        listed = self.run("ls-tree", "-r", "-z", "--full-tree", revision, *([under] if under else []))
        found = {}
        for entry in listed.split(b"\0"):
            if entry:
                head, _, path = entry.partition(b"\t")
                mode, _, name = head.decode().split()
                found[os.fsdecode(path)] = Blob(mode, name)
        return found

    def contents(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """Yield the content of each blob, given by its name."""
        names = list(blobs)
        out = self.run("cat-file", "--batch", content="".join(f"{name}\n" for name in names).encode())
        at = 0
        for _ in names:
            end = out.index(b"\n", at)
            size = int(out[at:end].split()[2])
            yield out[end + 1 : end + 1 + size]
            at = end + 1 + size + 1

    def hashes(self, paths: Iterable[Path]) -> list[str]:
        """Return the name that git gives to the content of each file, unfiltered."""
        lines = "".join(f"{path.resolve()}\n" for path in paths).encode("utf-8", "surrogateescape")
        return self.run("hash-object", "--no-filters", "--stdin-paths", content=lines).decode().split()

    def extract(self, revision: str, target: Path) -> None:
        """Write the files of a revision that lie below the folder into ``target``; links are left out."""
        prefix = self.prefix
        found = {path: blob.name for path, blob in self.files(revision, prefix).items() if blob.mode.startswith("100")}
        for path, content in zip(found, self.contents(found.values()), strict=True):
            file = target / path.removeprefix(prefix)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def problem(code: str, path: str, message: str, hint: str, *, exit_code: int = 1) -> InputError:
    """Return the error that ends a run for what git or the repository says."""
    return InputError(Diagnostic(code, "error", path, None, None, message, hint), exit_code=exit_code)


def _words(output: bytes) -> str:
    lines = output.decode("utf-8", "replace").strip().splitlines()
    return "; ".join(
        line.removeprefix("fatal: ").removeprefix("error: ").strip()
        for line in lines
        if line.strip() and not line.startswith("hint:")
    )
