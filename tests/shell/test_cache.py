"""The store on disk: what comes out is what was put in, or nothing, whatever happened to the file."""

import contextlib
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.digest import digest
from sitegen.shell.cache import FILE, FOLDER, Cache

KEYS = [digest(("key", number)) for number in range(60)]


def content(key: str, size: int = 700) -> bytes:
    return random.Random(key).randbytes(size // 2) + key.encode() * (size // 64)


def fill(site: Path, keys: list[str] = KEYS, size: int = 700) -> None:
    with Cache(site) as cache:
        for key in keys:
            cache.put(key, content(key, size))


def file(site: Path) -> Path:
    return site / FOLDER / FILE


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    fill(tmp_path)
    with Cache(tmp_path) as cache:
        assert all(cache.get(key) == content(key) for key in KEYS)
        assert cache.get(digest("other")) is None


def test_reading_writes_nothing(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        assert cache.get(KEYS[0]) is None
    assert not (tmp_path / FOLDER).exists()
    fill(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / FOLDER).iterdir()}
    with Cache(tmp_path) as cache:
        cache.get(KEYS[0])
        cache.prune(lambda: ())
        assert {path: path.stat().st_mtime_ns for path in (tmp_path / FOLDER).iterdir()} == before


def test_few_files_and_none_for_git(tmp_path: Path) -> None:
    fill(tmp_path)
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == [".gitignore", FILE]
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), kind=st.sampled_from(["flip", "cut", "zeros", "garbage", "swap"]))
def test_damage_is_noticed(tmp_path_factory: pytest.TempPathFactory, seed: int, kind: str) -> None:
    site = tmp_path_factory.mktemp("site")
    fill(site)
    rng = random.Random(seed)
    data = bytearray(file(site).read_bytes())
    place = rng.randrange(len(data))
    if kind == "flip":
        for _ in range(rng.randrange(1, 40)):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif kind == "cut":
        del data[place:]
    elif kind == "zeros":
        data[place : place + 4096] = bytes(len(data[place : place + 4096]))
    elif kind == "garbage":
        data[place : place + 512] = rng.randbytes(len(data[place : place + 512]))
    else:
        one, two = (4096 * rng.randrange(len(data) // 4096) for _ in "ab")
        data[one : one + 4096], data[two : two + 4096] = data[two : two + 4096], data[one : one + 4096]
    file(site).write_bytes(bytes(data))
    with Cache(site) as cache:
        for key in KEYS:
            assert cache.get(key) in {None, content(key)}
            cache.put(key, content(key))
    with Cache(site) as cache:
        for key in KEYS:
            assert cache.get(key) in {None, content(key)}
            cache.put(key, content(key))
    with Cache(site) as cache:
        assert all(cache.get(key) == content(key) for key in KEYS), cache.diagnostics


def test_a_row_under_another_key_is_noticed(tmp_path: Path) -> None:
    fill(tmp_path, KEYS[:2])
    with contextlib.closing(sqlite3.connect(file(tmp_path))) as connection, connection:
        one, two = map(bytes.fromhex, KEYS[:2])
        connection.execute("UPDATE memo SET key = x'00' WHERE key = ?", (one,))
        connection.execute("UPDATE memo SET key = ? WHERE key = ?", (one, two))
    with Cache(tmp_path) as cache:
        assert cache.get(KEYS[0]) is None
    assert [remark.code for remark in cache.diagnostics] == ["cache-damaged"]


def test_old_entries_are_pruned_and_the_new_ones_stay(tmp_path: Path) -> None:
    sizes = []
    for round_ in range(12):
        keys = [digest((round_, number)) for number in range(40)]
        with Cache(tmp_path) as cache:
            for key in keys:
                cache.put(key, content(key, 20_000))
            cache.prune(lambda: ())
        sizes.append(file(tmp_path).stat().st_size)
        with Cache(tmp_path) as cache:
            assert all(cache.get(key) == content(key, 20_000) for key in keys)
    live = 40 * 10_000
    assert max(sizes) < 3 * live + 2_000_000


def test_what_the_build_would_have_needed_is_not_pruned(tmp_path: Path) -> None:
    fill(tmp_path, KEYS, 20_000)
    for round_ in range(8):
        with Cache(tmp_path) as cache:
            for number in range(60):
                cache.put(digest((round_, number)), content(str(round_), 20_000))
            cache.prune(lambda: KEYS)
    with Cache(tmp_path) as cache:
        assert all(cache.get(key) == content(key, 20_000) for key in KEYS)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    site = tmp_path / "site"
    site.mkdir()
    (site / FOLDER).symlink_to(elsewhere)
    fill(site)
    assert not list(elsewhere.iterdir())
    (site / FOLDER).unlink()
    fill(site)
    file(site).unlink()
    victim = tmp_path / "victim.sqlite"
    victim.write_bytes(b"mine")
    file(site).symlink_to(victim)
    fill(site)
    assert victim.read_bytes() == b"mine"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file")
    with Cache(tmp_path) as cache:
        for key in KEYS:
            cache.put(key, content(key, 200_000))
    assert {remark.code for remark in cache.diagnostics} == {"cache-unusable"}
    assert (tmp_path / FOLDER).read_text() == "a file"


WRITER = """
import sys, pathlib
sys.path.insert(0, {root!r})
from sitegen.shell.cache import Cache
from sitegen.digest import digest
site = pathlib.Path({site!r})
for round_ in range(15):
    with Cache(site) as cache:
        for number in range(30):
            key = digest(("key", number))
            content = cache.get(key)
            assert content in (None, key.encode() * 40), content
            cache.put(key, key.encode() * 40)
            cache.put(digest((sys.argv[1], round_, number)), bytes(20_000))
        cache.prune(lambda: ())
    assert not cache.diagnostics, cache.diagnostics
"""


def test_processes_share_it(tmp_path: Path) -> None:
    code = WRITER.format(root=str(Path(__file__).parent.parent.parent), site=str(tmp_path))
    running = [subprocess.Popen([sys.executable, "-c", code, str(n)], stderr=subprocess.PIPE) for n in range(3)]
    for process in running:
        _, complaint = process.communicate(timeout=120)
        assert process.returncode == 0, complaint.decode()
