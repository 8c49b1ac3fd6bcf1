"""Builds of a site, as a user starts them and as measuring needs them."""

import re
import shutil
import sys
from pathlib import Path

from processes import Run, run

_STAGES = Path(__file__).parent / "build_stages.py"
_WRITTEN = re.compile(r"\((\d[\d,]*) files? written")


def build_command(site: Path, *options: str) -> list[str]:
    """Return the command that builds ``site`` without an index."""
    return [sys.executable, "-m", "sitegen", "build", str(site), "--no-search", *options]


def stages_command(site: Path, *options: str) -> list[str]:
    """Return the command that builds ``site`` and tells what its stages took; see ``build_stages.py``."""
    return [sys.executable, str(_STAGES), str(site), *options]


def prime(site: Path) -> None:
    """Build ``site`` with parses of the stand-in, kept under the model's name: builds that follow need no model."""
    run(stages_command(site, "--under-the-models-name"))


def written(build: Run) -> int:
    """Return how many files a build says that it wrote."""
    said = _WRITTEN.search(build.err)
    return int(said[1].replace(",", "")) if said else 0


def wipe(site: Path) -> None:
    """Remove all that builds left."""
    for name in ("_site", ".sitegen"):
        shutil.rmtree(site / name, ignore_errors=True)
