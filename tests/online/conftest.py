"""Hosts on loopback: GitHub's addresses lead to real repositories here."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.online.git_server import serving
from tests.online.sites import commit, git
from tests.serve.preview import small_site


@dataclass(frozen=True)
class Host:
    """``root`` holds the bare repositories, ``address`` is where they are served, ``configuration`` is git's."""

    root: Path
    address: str
    configuration: Path

    def repository(self, name: str) -> Path:
        """Make an empty repository: "owner/name"."""
        path = self.root / f"{name}.git"
        subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch", "main", path], check=True)
        subprocess.run(["git", "-C", path, "config", "http.receivepack", "true"], check=True)
        return path


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A host of git repositories that answers in GitHub's place."""
    root = tmp_path_factory.mktemp("host")
    with serving(root) as address:
        configuration = tmp_path_factory.mktemp("home") / "gitconfig"
        configuration.write_text(f'[url "{address}"]\n\tinsteadOf = https://github.com/\n')
        yield Host(root, address, configuration)


@pytest.fixture
def as_somebody(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git commands of this process know the host, and who commits."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(host.configuration))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for kind in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{kind}_NAME", "Ann Lee")
        monkeypatch.setenv(f"GIT_{kind}_EMAIL", "ann@example.org")


@pytest.fixture
def site_of(host: Host, tmp_path: Path) -> Callable[..., Path]:
    """Makes a site whose origin is a new repository, "owner/name", by an address at GitHub or its path."""

    def make(name: str, *, address: str = "", base_url: str = "") -> Path:
        path = host.root / f"{name}.git"
        shutil.rmtree(path, ignore_errors=True)
        host.repository(name)
        folder = small_site(tmp_path / "site")
        lines = ['title = "The Packet"', *([f'base_url = "{base_url}"'] if base_url else [])]
        (folder / "sitegen.toml").write_text("\n".join(lines) + "\n")
        (folder / ".gitignore").write_text("_site/\n.sitegen/\n")
        git(folder, "init", "--quiet", "--initial-branch", "main")
        git(folder, "remote", "add", "origin", address or f"https://github.com/{name}.git")
        commit(folder, "First articles")
        return folder

    return make
