"""The demo site, built once with the real model."""

import datetime
import shutil
from pathlib import Path

import pytest

from sitegen.build import build

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    for name in ("content", "docs", "templates", "static"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "sitegen.toml", folder)
    built = build(folder, today=datetime.date(2026, 12, 31))
    assert not [d for d in built.diagnostics if d.severity != "info"], built.diagnostics
    return built.output
