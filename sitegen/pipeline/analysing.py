"""The analyse stage over all articles: those that the memo knows nothing of are tasks for an executor."""

from collections.abc import Sequence
from contextlib import closing

from sitegen.analyse.foreign import analyse_foreign
from sitegen.digest import digest
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.parse import Parser
from sitegen.model.person_name import fold
from sitegen.model.progress import Progress, unwatched
from sitegen.pipeline.annotating import Directory, meant
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.tasks import IN_PROCESS, TOGETHER, Decided, Executor, Task
from sitegen.source import parse_spans

_NOTHING = Decided()


def analyse_all(
    articles: Sequence[Article],
    parser: Parser,
    records: Sequence[AuthorityRecord],
    memo: Memo,
    progress: Progress = unwatched,
    decided: Sequence[Decided] = (),
    executor: Executor = IN_PROCESS,
) -> list[Analysis]:
    """Analyse every article, each with the records whose names can stand in it or whom its decisions mean.

    ``decided`` runs parallel to the articles; without it nothing is. A parse follows from the text and the model:
    where an analysis is known, its parse is not even looked at. ``executor`` says where the others are made.
    """
    shortlist = _Shortlist(records)
    directory = Directory(records)
    language = parser.identity.language
    model = digest((parser.identity, memo.version("parse")))
    found: dict[int, Analysis] = {}
    pending: list[tuple[int, Task]] = []
    progress("analysing", 0, 0)
    for number, article in enumerate(articles):
        here = decided[number] if decided else _NOTHING
        known = shortlist.of(article, directory.records(meant(here.placed)))
        if article.language.split("-")[0].lower() != language:
            blocks = parse_spans(article)
            found[number] = analyse_foreign(
                article, blocks, language, known, placed=here.placed, elsewhere=here.elsewhere
            )
            continue
        decisions = (digest(here),) if here.placed else ()
        inputs = (memo.digest_of(article), model, digest(known), *decisions)
        kept = memo.recall("analyse", Analysis, inputs)
        if kept is None:
            pending.append((number, Task(article, known, here, inputs)))
        else:
            found[number] = kept.value
    if pending:
        progress("analysing", 0, len(pending))
    tasks = [task for _, task in pending]
    # Whatever ends this ends what other processes do for it.
    with closing(executor.run(tasks, parser, memo)) as made:
        for done, (place, analysis) in enumerate(made, 1):
            found[pending[place][0]] = analysis
            if done % TOGETHER == 0 or done == len(pending):
                progress("analysing", done, len(pending))
    return [found[number] for number in range(len(articles))]


class _Shortlist:
    """Finds the authority records that matter to an article by the last words of their names."""

    def __init__(self, records: Sequence[AuthorityRecord]) -> None:
        self._by_word: dict[str, list[int]] = {}
        self._records = records
        self._by_id = {record.id: number for number, record in enumerate(records)}
        for number, record in enumerate(records):
            for word in {fold(name.split()[-1]) for name in record.names if name.split()}:
                self._by_word.setdefault(word, []).append(number)

    def of(self, article: Article, besides: frozenset[int] = frozenset()) -> tuple[AuthorityRecord, ...]:
        """Return the records that matter to an article, and those with the numbers in ``besides``."""
        if not self._records:
            return ()
        words = {fold(word.strip(".,;:!?\"'“”‘’()[]—–-")) for word in article.text.split()}
        words |= {word.removesuffix("'s") for word in words}
        words |= {fold(person.name.split()[-1]) for person in article.people if person.name.split()}
        numbers = {number for word in words & self._by_word.keys() for number in self._by_word[word]}
        numbers |= {self._by_id[person.id] for person in article.people if person.id in self._by_id}
        return tuple(self._records[number] for number in sorted(numbers | besides))
