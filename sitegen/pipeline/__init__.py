"""The stages in the order in which data flows, composed through a memo.

source → parse → analyse → resolve → compose → render. A stage is a pure function; what it made is kept with its own
digest, and later stages are keyed by that: an equal outcome stops the work. ``contents`` is the source stage,
``published`` decides who takes part, ``parsing`` and ``analysing`` read the articles.
"""

from collections.abc import Iterator, Sequence

from sitegen.compose import compose
from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.model.site import Reading, Site
from sitegen.model.view import Page
from sitegen.pipeline.analysing import analyse_all
from sitegen.pipeline.memo import Kept, Memo
from sitegen.render import Theme
from sitegen.resolve import Resolution, resolve
from sitegen.resolve.claims import Claim
from sitegen.resolve.solve import Solution, solve

__all__ = ["Kept", "Memo", "Progress", "make_pages", "read_together"]


def read_together(
    articles: Sequence[Article],
    parser: Parser,
    records: Sequence[AuthorityRecord],
    memo: Memo,
    progress: Progress = unwatched,
) -> tuple[tuple[Reading, ...], Resolution, tuple[Diagnostic, ...]]:
    """Analyse and resolve articles together; returns readings parallel to ``articles``, and all remarks.

    A block of names is solved again only where one of its claims or records changed.
    """

    def solve_once(claims: Sequence[Claim], known: Sequence[AuthorityRecord]) -> Solution:
        inputs = (digest(tuple(claims)), digest(tuple(known)))
        return memo.remember("resolve", Solution, inputs, lambda: solve(claims, known)).value

    analyses = analyse_all(articles, parser, records, memo, progress)
    pairs = list(zip(articles, analyses, strict=True))
    resolution = resolve(pairs, records, solver=solve_once)
    readings = tuple(
        Reading(article, analysis, assigned)
        for (article, analysis), assigned in zip(pairs, resolution.assigned, strict=True)
    )
    remarks = tuple(diagnostic for analysis in analyses for diagnostic in analysis.diagnostics)
    return readings, resolution, (*remarks, *resolution.diagnostics)


def make_pages(
    site: Site, theme: Theme, assets: Sequence[str], memo: Memo, progress: Progress = unwatched
) -> Iterator[tuple[str, bytes]]:
    """Compose and render a site: yields every page and text file as its path below the output folder and its bytes.

    ``assets`` are the other files of the content folder. Raises InputError where a template is at fault. A page is
    rendered again only where its view or the template's closure changed.
    """
    pages = compose(site, assets=assets)
    step = max(1, len(pages) // 100)
    for number, page in enumerate(pages):
        if number % step == 0:
            progress("rendering", number, len(pages))

        def make(page: Page = page) -> bytes:
            return theme.render(page).encode()

        inputs = (digest(page), theme.closure_digest(page.template))
        yield page.path, memo.remember("render", bytes, inputs, make).value
    progress("rendering", len(pages), len(pages))
