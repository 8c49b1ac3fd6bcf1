"""A copy of a module's site, to be changed."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    shutil.copytree(site, tmp_path / "copy")
    return tmp_path / "copy"
