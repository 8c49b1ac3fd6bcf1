"""The analyse stage over all articles, some at a time, so that a large site costs no more memory than a small one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.analyse import analyse
from sitegen.analyse.foreign import analyse_foreign
from sitegen.digest import digest
from sitegen.model.analysis import Analysis
from sitegen.model.annotation import Placed
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster
from sitegen.model.parse import Parser
from sitegen.model.person_name import fold
from sitegen.model.progress import Progress, unwatched
from sitegen.pipeline.annotating import Directory, meant
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all
from sitegen.source import parse_spans

# Parse tables are large: these many articles are read, analysed and let go of at a time.
_TOGETHER = 32


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided in one article: annotations that hold, and the entities of other articles that they mean."""

    placed: tuple[Placed, ...] = ()
    elsewhere: tuple[Cluster, ...] = ()


_NOTHING = Decided()


@dataclass(frozen=True, slots=True)
class _Pending:
    """An article that the memo knows nothing of, by its place in the list."""

    number: int
    article: Article
    known: tuple[AuthorityRecord, ...]
    decided: Decided
    inputs: tuple[str, ...]


def analyse_all(
    articles: Sequence[Article],
    parser: Parser,
    records: Sequence[AuthorityRecord],
    memo: Memo,
    progress: Progress = unwatched,
    decided: Sequence[Decided] = (),
) -> list[Analysis]:
    """Analyse every article, each with the records whose names can stand in it or whom its decisions mean.

    ``decided`` runs parallel to the articles; without it nothing is. A parse follows from the text and the model:
    where an analysis is known, its parse is not even looked at.
    """
    shortlist = _Shortlist(records)
    directory = Directory(records)
    language = parser.identity.language
    model = digest((parser.identity, memo.version("parse")))
    found: dict[int, Analysis] = {}
    pending = []
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
            pending.append(_Pending(number, article, known, here, inputs))
        else:
            found[number] = kept.value
    found.update(_analyse(pending, parser, memo, progress))
    return [found[number] for number in range(len(articles))]


def _analyse(
    pending: Sequence[_Pending], parser: Parser, memo: Memo, progress: Progress
) -> Iterator[tuple[int, Analysis]]:
    for start in range(0, len(pending), _TOGETHER):
        progress("analysing", start, len(pending))
        chunk = pending[start : start + _TOGETHER]
        parses = parse_all([entry.article for entry in chunk], parser, memo)
        for entry, (parse, spans) in zip(chunk, parses, strict=True):
            here = entry.decided
            analysis = analyse(entry.article, parse, spans, entry.known, placed=here.placed, elsewhere=here.elsewhere)
            yield entry.number, memo.keep("analyse", entry.inputs, analysis).value
    if pending:
        progress("analysing", len(pending), len(pending))


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
