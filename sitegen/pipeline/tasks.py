"""What there is to do in the parse and analyse stages: an article at a time, with all that it takes."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from sitegen.analyse import analyse
from sitegen.model.analysis import Analysis
from sitegen.model.annotation import Placed
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster
from sitegen.model.parse import Parser
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all

# Parse tables are large: so many articles, of so many characters, are read, analysed and let go of at a time.
TOGETHER = 32
_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided in one article: annotations that hold, and the entities of other articles that they mean."""

    placed: tuple[Placed, ...] = ()
    elsewhere: tuple[Cluster, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """An article to be analysed, with the records that may stand in it; a memo keeps what comes of it by ``inputs``."""

    article: Article
    known: tuple[AuthorityRecord, ...]
    decided: Decided
    inputs: tuple[str, ...]


# The places of tasks, each with what came of it.
Analyses = Generator[tuple[int, Analysis], None, None]


class Executor(Protocol):
    """Where articles are read and analysed: in this process or in others. What comes of it is the same everywhere."""

    def run(self, tasks: Sequence[Task], parser: Parser, memo: Memo) -> Analyses:
        """Carry out ``tasks``; yields the place of each and its analysis, in any order, as they come.

        Each analysis, and each parse that the memo lacked, is in the memo by then. Raises InputError (exit code 2)
        where the model cannot be used, or the processes cannot be had.
        """

    def expecting(self, articles: int, parser: Parser) -> AbstractContextManager[None]:
        """Get ready, meanwhile, for so many articles to be read; what is not needed in the end goes at the exit."""


class InProcess:
    """Reads and analyses one article after another, in this process."""

    def expecting(self, articles: int, parser: Parser) -> AbstractContextManager[None]:  # noqa: ARG002
        """See ``Executor``: there is nothing to begin with."""
        return nullcontext()

    def run(self, tasks: Sequence[Task], parser: Parser, memo: Memo) -> Analyses:
        """See ``Executor``."""
        for places in chunks(tasks, TOGETHER):
            some = [tasks[place] for place in places]
            for place, task, analysis in zip(places, some, perform(some, parser, memo), strict=True):
                yield place, memo.keep("analyse", task.inputs, analysis).value


IN_PROCESS = InProcess()


def perform(tasks: Sequence[Task], parser: Parser, memo: Memo) -> Iterator[Analysis]:
    """Read and analyse some articles; yields an analysis a task, in their order. Parses are kept in ``memo``."""
    parses = parse_all([task.article for task in tasks], parser, memo)
    for task, (parse, blocks) in zip(tasks, parses, strict=True):
        decided = task.decided
        yield analyse(task.article, parse, blocks, task.known, placed=decided.placed, elsewhere=decided.elsewhere)


def chunks(tasks: Sequence[Task], most: int) -> Iterator[range]:
    """Part tasks into runs, by their places, of at most ``most`` articles that are not too long together."""
    begin = length = 0
    for place, task in enumerate(tasks):
        length += len(task.article.text)
        if place > begin and (place - begin == most or length > _CHARACTERS):
            yield range(begin, place)
            begin, length = place, len(task.article.text)
    if tasks:
        yield range(begin, len(tasks))
