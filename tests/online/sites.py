"""Sites under git, and what tests do to them."""

import subprocess
from pathlib import Path

from sitegen.publishing import Published, publish
from tests.toy import ToyParser


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(folder: Path, message: str = "Edits") -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def accepted_by(hint: str) -> str:
    """Return the id in the command that a hint names."""
    return next(word.rstrip(",") for word in hint.split() if word.startswith("q-"))


def online(folder: Path, **options: object) -> Published:
    return publish(folder, parser=ToyParser(), **options)  # type: ignore[arg-type]
