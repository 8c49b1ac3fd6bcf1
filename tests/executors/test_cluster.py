"""Articles analysed on a Dask cluster of two worker processes: the same comes of it as in this process."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.build import build
from sitegen.cli import main
from sitegen.diagnostics import InputError
from sitegen.model.settings import NlpSettings
from sitegen.pipeline.tasks import IN_PROCESS
from sitegen.shell.executors import cluster
from sitegen.shell.executors.cluster import Cluster
from sitegen.shell.executors.pool import Pool
from sitegen.shell.nlp import SpacyParser
from tests.executors.parsers import Fragile, Mistaken, Parser, Refusing
from tests.executors.sites import expected, made, readers, write_site

# Dask and what it stands on close their sockets when they get to it.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@contextmanager
def started() -> Iterator[str]:
    distributed: Any = pytest.importorskip("distributed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as local:
            yield local.scheduler_address


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster on this machine."""
    with started() as address:
        yield address


def test_what_is_kept_is_the_same_byte_for_byte(scheduler: str, tmp_path: Path) -> None:
    assert made(Cluster(scheduler), Parser(tmp_path)) == expected(Parser(tmp_path))
    assert len(readers(tmp_path)) == 3, "both workers, and this process"


def test_a_killed_worker_is_survived(scheduler: str, tmp_path: Path) -> None:
    fragile = Fragile(tmp_path, deaths=1)
    result = made(Cluster(scheduler), fragile)
    assert (tmp_path / "died-0").exists()
    assert result == expected(fragile)


def test_an_article_that_no_worker_outlives_ends_it(tmp_path: Path) -> None:
    dask: Any = pytest.importorskip("dask")
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}), started() as scheduler:
        with pytest.raises(InputError, match=r"came to an end.* \[analysis-died\]") as caught:
            made(Cluster(scheduler), Fragile(tmp_path))
        assert caught.value.exit_code == 2


def test_what_is_wrong_with_the_model_comes_through(scheduler: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"torn \[model-unloadable\]") as caught:
        made(Cluster(scheduler), Refusing(tmp_path))
    assert caught.value.exit_code == 2


def test_a_mistake_of_the_program_brings_its_trace_along(scheduler: str, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="ZeroDivisionError: by nought"):
        made(Cluster(scheduler), Mistaken(tmp_path))


def test_a_worker_of_another_version_is_refused(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_version", lambda parser: "another")
    with pytest.raises(InputError, match=r"another version .* \[cluster-differs\]") as caught:
        made(Cluster(scheduler), Parser(tmp_path))
    assert caught.value.exit_code == 2


def test_a_site_is_the_same_whoever_analysed_it(scheduler: str, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    made = []
    for name, executor in (("here", IN_PROCESS), ("pool", Pool(2, few=2)), ("cluster", Cluster(scheduler))):
        site = tmp_path / name
        write_site(site)
        build(site, parser=Parser(tmp_path / "notes"), executor=executor, search=False)
        output = site / "_site"
        made.append({path.relative_to(output): path.read_bytes() for path in output.rglob("*") if path.is_file()})
    assert made[0] == made[1] == made[2]
    assert len(made[0]) > 100


@pytest.mark.model
def test_the_model_reads_the_same_on_a_cluster(scheduler: str, tmp_path: Path) -> None:
    parser = SpacyParser(NlpSettings().model)
    assert made(Cluster(scheduler), parser) == expected(parser)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://x", "nowhere.invalid:8786"])
def test_where_no_cluster_is(tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "_PATIENCE", "1s")
    with pytest.raises(InputError, match=r"\[cluster-unreachable\]") as caught:
        made(Cluster(address), Parser(tmp_path))
    assert caught.value.exit_code == 2


def test_without_dask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)
    write_site(tmp_path / "site", 1)
    asked = ["build", str(tmp_path / "site"), "--executor", "dask", "--scheduler", "tcp://127.0.0.1:8786"]
    result = CliRunner().invoke(main, asked)
    assert result.exit_code == 2
    assert "[dask-missing]" in result.stderr
    assert "pip install 'sitegen[dask]'" in result.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--executor", "dask"], "needs --scheduler"),
        (["--scheduler", "tcp://127.0.0.1:8786"], "add --executor dask"),
        (["--executor", "in-process", "--workers", "2"], "--workers is about the pool"),
        (["--workers", "0"], "0 is not in the range"),
        (["--executor", "thread"], "'thread' is not one of"),
    ],
)
def test_options_that_do_not_go_together(tmp_path: Path, options: list[str], message: str) -> None:
    result = CliRunner().invoke(main, ["build", str(tmp_path), *options])
    assert result.exit_code == 2
    assert message in result.stderr
