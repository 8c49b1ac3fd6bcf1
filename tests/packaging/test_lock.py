"""The lock covers every dependency, with hashes."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def locked(name: str) -> dict[str, list[tuple[Requirement, str]]]:
    """Return the pins of a lock by normalised name; one name may be pinned twice, for several systems."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    found: dict[str, list[tuple[Requirement, str]]] = {}
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            pin, _, hashes = line.partition("--hash=")
            requirement = Requirement(pin)
            found.setdefault(normal(requirement.name), []).append((requirement, hashes))
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("requirements.lock", PROJECT["dependencies"] + EXTRAS["build"]),
        ("requirements-test.lock", PROJECT["dependencies"] + EXTRAS["build"] + EXTRAS["test"]),
    ],
)
def test_every_dependency_is_pinned_with_hashes(name: str, wanted: list[str]) -> None:
    pins = locked(name)
    for dependency in map(Requirement, wanted):
        for pin, _ in pins[normal(dependency.name)]:
            (version,) = pin.specifier
            assert version.operator == "=="
            assert dependency.specifier.contains(version.version), dependency
    for entries in pins.values():
        assert all(re.match(r"sha256:[0-9a-f]{64}(\s|$)", hashes) for _, hashes in entries)
    text = (ROOT / name).read_text("utf-8")
    assert "file:" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_tests_run_on_what_users_get() -> None:
    users, tests = locked("requirements.lock"), locked("requirements-test.lock")
    assert {name: [str(pin) for pin, _ in pins] for name, pins in users.items()} == {
        name: [str(pin) for pin, _ in pins] for name, pins in tests.items() if name in users
    }
