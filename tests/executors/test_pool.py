"""Articles analysed by several processes: the same comes of it, whatever happens to these."""

import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from sitegen.diagnostics import InputError
from sitegen.model.settings import NlpSettings
from sitegen.pipeline import Memo
from sitegen.pipeline.analysing import analyse_all
from sitegen.pipeline.memo import MemoryStore
from sitegen.shell.cache import Cache
from sitegen.shell.executors.answers import ElsewhereError
from sitegen.shell.executors.pool import Hiring, Pool
from sitegen.shell.executors.spawned import Spawned
from sitegen.shell.executors.zygote import Zygote
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.versions import code_versions
from tests.executors.parsers import Fragile, Mistaken, Orphaning, Parser, Refusing, Slow
from tests.executors.sites import articles, expected, made, readers, running, write_site

ROOT = Path(__file__).parents[2]
WAYS = pytest.mark.parametrize("hiring", [Zygote, Spawned])


def pool(hiring: Hiring = Zygote, workers: int = 2) -> Pool:
    return Pool(workers, few=2, hiring=hiring)


@WAYS
def test_what_is_kept_is_the_same_byte_for_byte(tmp_path: Path, hiring: Hiring) -> None:
    assert made(pool(hiring), Parser(tmp_path)) == expected(Parser(tmp_path))
    assert len(readers(tmp_path) - {os.getpid()}) >= 2
    assert not running(readers(tmp_path) - {os.getpid()})


def test_few_articles_stay_in_this_process(tmp_path: Path) -> None:
    assert made(Pool(2, few=61), Parser(tmp_path)) == expected(Parser(tmp_path))
    assert readers(tmp_path) == {os.getpid()}


def test_parses_that_are_known_are_not_made_again(tmp_path: Path) -> None:
    _, store = expected(Parser(tmp_path))
    known = MemoryStore({key: store[key] for key in list(store)[:100]})
    assert made(pool(), Parser(tmp_path), known)[1] == store


@WAYS
def test_a_killed_worker_is_replaced(tmp_path: Path, hiring: Hiring) -> None:
    fragile = Fragile(tmp_path, deaths=2)
    result = made(pool(hiring), fragile)
    assert len(list(tmp_path.glob("died-*"))) == 2
    assert result == expected(fragile)


def test_an_article_that_no_process_outlives_is_named(tmp_path: Path) -> None:
    memo = Memo()
    with pytest.raises(InputError) as caught:
        analyse_all(articles(), Fragile(tmp_path), (), memo, executor=pool())
    (remark,) = caught.value.diagnostics
    assert (remark.code, remark.path, caught.value.exit_code) == ("analysis-died", "content/25.txt", 2)
    assert not running(readers(tmp_path))


def test_without_the_process_they_come_from_workers_go_on(tmp_path: Path) -> None:
    orphaning = Orphaning(tmp_path)
    result = made(pool(), orphaning)
    assert (tmp_path / "orphaned").exists()
    assert result == expected(Parser(tmp_path))
    assert not running(readers(tmp_path) - {os.getpid()})


@WAYS
def test_what_is_wrong_with_the_model_comes_through(tmp_path: Path, hiring: Hiring) -> None:
    with pytest.raises(InputError, match=r"torn \[model-unloadable\]") as caught:
        made(pool(hiring), Refusing(tmp_path))
    assert caught.value.exit_code == 2
    assert caught.value.diagnostics[0].hint == "mend it"


def test_a_mistake_of_the_program_brings_its_trace_along(tmp_path: Path) -> None:
    with pytest.raises(ElsewhereError, match="ZeroDivisionError: by nought"):
        made(pool(), Mistaken(tmp_path))


def test_who_loses_interest_leaves_nothing_running(tmp_path: Path) -> None:
    def lose(stage: str, done: int, total: int) -> None:
        if done:
            raise LookupError

    begun = time.monotonic()
    with pytest.raises(LookupError):
        analyse_all(articles(), Slow(tmp_path), (), Memo(), lose, executor=pool())
    assert not running(readers(tmp_path))
    assert time.monotonic() - begun < 10


def test_a_program_with_threads_may_use_it(tmp_path: Path) -> None:
    results = []
    thread = threading.Thread(target=lambda: results.append(made(pool(), Parser(tmp_path))))
    thread.start()
    thread.join()
    assert results == [expected(Parser(tmp_path))]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_nothing_running_and_keeps_what_was_read(tmp_path: Path, sign: int) -> None:
    notes, site = tmp_path / "notes", tmp_path / "site"
    notes.mkdir()
    write_site(site)
    code = (
        "import sys, pathlib\n"
        "from sitegen.build import build\n"
        "from sitegen.shell.executors.pool import Pool\n"
        "from tests.executors.parsers import Slow\n"
        "build(pathlib.Path(sys.argv[1]), parser=Slow(pathlib.Path(sys.argv[2])), executor=Pool(2), search=False)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, site, notes], cwd=ROOT, stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while len(readers(notes)) < 3:
        assert time.monotonic() < until
        assert process.poll() is None
        time.sleep(0.02)
    time.sleep(0.8)
    process.send_signal(sign)
    process.communicate(timeout=10)
    assert process.returncode != 0
    assert not running(readers(notes)), "the workers, and the process that they come from"
    assert not (site / "_site").exists()


def test_what_has_come_is_kept_when_a_build_ends_early(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()

    def stop(stage: str, done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Cache(tmp_path) as cache:
        analyse_all(articles(), Parser(notes), (), Memo(cache, code_versions()), stop, executor=pool())
    seen: list[int] = []
    with Cache(tmp_path) as cache:
        memo = Memo(cache, code_versions())
        analyse_all(articles(), Parser(notes), (), memo, lambda stage, done, total: seen.append(total))
    assert 0 < max(seen) < 60


@pytest.mark.model
@WAYS
def test_the_model_reads_the_same_in_other_processes(hiring: Hiring) -> None:
    parser = partial(SpacyParser, NlpSettings().model)
    assert made(pool(hiring), parser()) == expected(parser())


@WAYS
def test_what_is_expected_may_come_or_not(tmp_path: Path, hiring: Hiring) -> None:
    parser = Parser(tmp_path)
    expectant = pool(hiring)
    with expectant.expecting(60, parser):
        assert made(expectant, parser) == expected(parser)
    with expectant.expecting(60, parser), expectant.expecting(1, parser):
        pass
    assert not running(readers(tmp_path) - {os.getpid()})
    assert made(expectant, parser) == expected(parser)
