"""The stages in the order in which data flows, composed through a memo.

source → parse → analyse → resolve → withhold → relate → compose → render. A stage is a pure function; what it made is
kept with its own digest, and later stages are keyed by that: an equal outcome stops the work. ``contents`` is the
source stage, ``published`` decides who takes part, ``parsing`` and ``analysing`` read the articles.
"""

from collections.abc import Iterator, Sequence

from sitegen.compose import Recipe
from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.model.relations import Relations
from sitegen.model.site import Reading
from sitegen.model.view import Page
from sitegen.pipeline.analysing import analyse_all
from sitegen.pipeline.memo import Kept, Memo
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
) -> tuple[tuple[Reading, ...], Resolution, tuple[Diagnostic, ...]]:
    """Analyse and resolve articles together; returns readings parallel to ``articles``, and all remarks.

    A memo that holds the resolver has a block of names solved again only where one of its claims or records changed.
    """

    analyses = analyse_all(articles, parser, records, memo, progress)
    progress("resolving", 0, 0)
    pairs = list(zip(articles, analyses, strict=True))
    resolver = memo.value_of("resolver", "", Resolver)
    resolution = resolver.resolve(pairs, records, memo)
    readings = tuple(
        Reading(article, analysis, assigned)
        for (article, analysis), assigned in zip(pairs, resolution.assigned, strict=True)
    )
    remarks = tuple(diagnostic for analysis in analyses for diagnostic in analysis.diagnostics)
    return readings, resolution, (*remarks, *resolution.diagnostics)


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
