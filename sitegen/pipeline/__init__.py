"""The stages in the order in which data flows, composed through a memo.

source → parse → annotate → analyse → resolve → withhold → relate → compose → render. A stage is a pure function; what
it made is kept with its own digest, and later stages are keyed by that: an equal outcome stops the work. ``contents``
is the source stage, ``published`` decides who takes part, ``annotating`` finds the places of what people decided,
``parsing`` and ``analysing`` read the articles.
"""

from collections.abc import Iterator, Sequence

from sitegen.compose import Recipe
from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.model.relations import Relations
from sitegen.model.site import Reading
from sitegen.model.view import Page
from sitegen.pipeline.analysing import analyse_all
from sitegen.pipeline.annotating import Annotated, Annotations, Directory, annotate_all, meant, misled, named_elsewhere
from sitegen.pipeline.memo import Kept, Memo
from sitegen.pipeline.tasks import IN_PROCESS, Decided, Executor
from sitegen.relate import Relater
from sitegen.render import Theme
from sitegen.resolve import Resolution, Resolver

__all__ = ["Kept", "Memo", "Progress", "make_pages", "read_together", "relations_of"]


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


def make_pages(
    recipes: Sequence[Recipe], theme: Theme, memo: Memo, progress: Progress = unwatched
) -> Iterator[tuple[str, bytes]]:
    """Make the pages of a site: yields every page and text file as its path below the output folder and its bytes.

    Raises InputError where a template is at fault. A page is composed again only where its recipe changed, and
    rendered again only where what it shows or the template's closure changed.
    """
    step = max(1, len(recipes) // 100)
    for number, recipe in enumerate(recipes):
        if number % step == 0:
            progress("rendering", number, len(recipes))
        yield recipe.path, _make_page(recipe, theme, memo)
    progress("rendering", len(recipes), len(recipes))


def _make_page(recipe: Recipe, theme: Theme, memo: Memo) -> bytes:
    """Make one page; see ``make_pages``."""
    if not recipe.kept:
        return theme.render(recipe.page()).encode()
    made: list[Page] = []

    def page() -> Page:
        if not made:
            made.append(recipe.page())
        return made[0]

    shown = memo.remember("compose", str, (recipe.key(),), lambda: digest(page())).value
    inputs = (shown, theme.closure_digest(recipe.template))
    return memo.remember("render", bytes, inputs, lambda: theme.render(page()).encode()).value
