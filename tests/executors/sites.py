"""Articles for executors, and what comes of them."""

import os
import time
from pathlib import Path

from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.parse import Parser
from sitegen.pipeline import Memo, read_together
from sitegen.pipeline.memo import MemoryStore
from sitegen.pipeline.tasks import IN_PROCESS, Executor
from sitegen.source import read_article
from tests.executors.parsers import WORD

RECORDS = (AuthorityRecord("mia", "content/people/mia.md", "person", "Maria Stone", ("Mia Stone",)),)


def text(number: int) -> str:
    somebody = f"{'Mary Nora Olga Mia'.split()[number % 4]} {'Lee Quill Stone'.split()[number % 3]}"
    odd = f" She had come from {WORD}." if number == 25 else ""
    return (
        f"{somebody} came at {number}.{odd}\n“We won {number} times,” {somebody.split()[1]} said.\nThe hall was cold.\n"
    )


def articles(number: int = 60) -> list[Article]:
    found = []
    for each in range(number):
        article, _ = read_article(f"content/{each}.txt", str(each), text(each).encode(), language="en", timezone="UTC")
        assert article is not None
        found.append(article)
    return found


def made(executor: Executor, parser: Parser, known: MemoryStore | None = None) -> tuple[object, MemoryStore]:
    """Return what is read in the articles, and all that is kept of it."""
    store = MemoryStore(known or {})
    return read_together(articles(), parser, RECORDS, Memo(store), executor=executor), store


def expected(parser: Parser) -> tuple[object, MemoryStore]:
    return made(IN_PROCESS, parser)


def write_site(folder: Path, number: int = 60) -> None:
    (folder / "content").mkdir(parents=True)
    (folder / "sitegen.toml").write_text('title = "News"\nbase_url = "https://news.example/"\n')
    for each in range(number):
        (folder / "content" / f"{each}.txt").write_text(text(each))


def readers(notes: Path) -> set[int]:
    """Return the processes that have read something."""
    return {int(path.name) for path in notes.iterdir() if path.name.isdigit()}


def running(processes: set[int], patience: float = 5.0) -> set[int]:
    """Return those of the processes that are still there after a while."""
    until = time.monotonic() + patience
    while left := {process for process in processes if _is_running(process)}:
        if time.monotonic() > until:
            break
        time.sleep(0.05)
    return left


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
