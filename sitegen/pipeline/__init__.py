"""The stages in the order in which data flows, composed through a memo.

source → parse → annotate → analyse → resolve → withhold → relate → compose → render. A stage is a pure function; what
it made is kept with its own digest, and later stages are keyed by that: an equal outcome stops the work. ``contents``
is the source stage, ``published`` decides who takes part, ``annotating`` finds the places of what people decided,
``parsing`` and ``analysing`` read the articles, ``made`` makes the pages.
"""

from collections.abc import Sequence

from sitegen.diagnostics import Diagnostic
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.model.relations import Relations
from sitegen.model.site import Reading
from sitegen.pipeline.analysing import analyse_all
from sitegen.pipeline.annotating import Annotated, Annotations, Directory, annotate_all, meant, misled, named_elsewhere
from sitegen.pipeline.memo import Kept, Memo
from sitegen.pipeline.tasks import IN_PROCESS, Decided, Executor
from sitegen.relate import Relater
from sitegen.resolve import Resolution, Resolver

__all__ = ["Kept", "Memo", "Progress", "read_together", "relations_of"]


def read_together(
    articles: Sequence[Article],
    parser: Parser,
    records: Sequence[AuthorityRecord],
    memo: Memo,
    progress: Progress = unwatched,
    annotations: Annotations | None = None,
    executor: Executor = IN_PROCESS,
) -> tuple[tuple[Reading, ...], Resolution, tuple[Diagnostic, ...]]:
    """Analyse and resolve articles together; returns readings parallel to ``articles``, and all remarks.

    ``annotations`` are what people decided beside the articles, by the ids of these; ``executor`` says where articles
    are analysed. A memo that holds the resolver has
    a block of names solved again only where one of its claims or records changed.
    """
    annotated = annotate_all(articles, annotations or {}, memo)
    analyses = _analyse(articles, annotated, parser, records, memo, progress, executor)
    progress("resolving", 0, 0)
    pairs = list(zip(articles, analyses, strict=True))
    resolver = memo.value_of("resolver", "", Resolver)
    resolution = resolver.resolve(pairs, records, memo)
    readings = tuple(
        Reading(article, analysis, assigned)
        for (article, analysis), assigned in zip(pairs, resolution.assigned, strict=True)
    )
    directory = Directory(records)
    remarks = [remark for found in annotated for remark in found.diagnostics]
    for reading in readings:
        remarks.extend(reading.analysis.diagnostics)
        remarks.extend(misled(reading.article, reading.analysis, reading.entities, directory))
    return readings, resolution, (*remarks, *resolution.diagnostics)


def _analyse(
    articles: Sequence[Article],
    annotated: Sequence[Annotated],
    parser: Parser,
    records: Sequence[AuthorityRecord],
    memo: Memo,
    progress: Progress,
    executor: Executor,
) -> list[Analysis]:
    """Analyse the articles with what was decided in them.

    A decision may mean somebody who has no record and whom other articles name: then these are read before, and its own
    article as the machine reads it.
    """
    directory = Directory(records)
    unrecorded = [directory.without_record(meant(found.placed)) for found in annotated]
    decided = [Decided(found.placed) for found in annotated]
    wanted = frozenset[str]().union(*unrecorded)
    if wanted:
        first = [Decided() if names else one for names, one in zip(unrecorded, decided, strict=True)]
        analyses = analyse_all(articles, parser, records, memo, progress, first, executor)
        known = named_elsewhere(wanted, zip(articles, analyses, strict=True))
        decided = [
            Decided(one.placed, tuple(known[name] for name in sorted(names) if name in known))
            for names, one in zip(unrecorded, decided, strict=True)
        ]
    return analyse_all(articles, parser, records, memo, progress, decided, executor)


def relations_of(readings: Sequence[Reading], memo: Memo) -> Relations:
    """Return what the quotations of ``readings``, as they are published, have to do with each other.

    A memo that holds the relater has the quotations of a speaker compared again only where one of them changed.
    """
    return memo.value_of("relater", "", Relater).relate(readings, memo)
