"""resolve.py SITE [--sizes 1000,3000,10000] [--rounds N]: what it costs to tell the people of many articles apart.

SITE is the folder of a site, for example one that ``make_site.py`` made. Its articles are read and analysed first,
which takes a second for about ten of them and is kept in the site's cache. Then, for the first so many articles: the
time to resolve all (median of the rounds, in a memo that knows nothing yet), the time after one article changed, and
the memory that resolving added to what articles and analyses take.
"""

import argparse
import gc
import statistics
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.pipeline.analysing import analyse_all
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.memo import Memo
from sitegen.resolve import Resolution, Resolver
from sitegen.shell.cache import Cache
from sitegen.shell.collector import collect_rarely
from sitegen.shell.config import read_settings
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.progress_bar import ProgressBar
from sitegen.shell.reader import read_site
from sitegen.shell.versions import code_versions

Pairs = list[tuple[Article, Analysis]]


def analysed(site: Path) -> tuple[Pairs, Sequence[AuthorityRecord]]:
    """Return the articles of a site with their analyses, and its records."""
    settings, _ = read_settings(site)
    with Cache(site) as cache, ProgressBar() as progress:
        memo = Memo(cache, code_versions())
        contents = read_contents(read_site(site).files, settings, memo)
        parser = SpacyParser(settings.nlp.model, settings.nlp.weights)
        analyses = analyse_all(contents.articles, parser, contents.records, memo, progress)
    return list(zip(contents.articles, analyses, strict=True)), contents.records


def run(pairs: Pairs, records: Sequence[AuthorityRecord], memo: Memo) -> Resolution:
    """Resolve as a build does."""
    return memo.value_of("resolver", "", Resolver).resolve(pairs, records, memo)


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def fresh() -> Memo:
    """Return a memo that knows nothing, and holds what it learns as that of the preview does."""
    return Memo(holding=frozenset({"resolver"}))


def changed(pairs: Pairs, number: int) -> Pairs:
    """Return the articles, of which one names nobody any more whom it named last."""
    article, analysis = pairs[number]
    kept = analysis.clusters[:-1]
    mentions = tuple(m for m in analysis.mentions if m.cluster is None or m.cluster < len(kept))
    return [*pairs[:number], (article, replace(analysis, clusters=kept, mentions=mentions)), *pairs[number + 1 :]]


def measured(pairs: Pairs, records: Sequence[AuthorityRecord], rounds: int) -> str:
    """Return a row of the table."""
    whole = statistics.median(seconds(lambda: run(pairs, records, fresh())) for _ in range(rounds))
    memo = fresh()
    found = run(pairs, records, memo)
    again = []
    for number in range(rounds):
        memo.turn()
        again.append(seconds(partial(run, changed(pairs, number * 7 % len(pairs)), records, memo)))
    tracemalloc.start()
    run(pairs, records, fresh())
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    size, entities = len(pairs), sum(not entity.local for entity in found.entities)
    once = statistics.median(again)
    return f"{size:>9,}{entities:>10,}{whole:>9.2f}{whole * 1000 / size:>9.3f}{once:>13.3f}{peak:>7.0f}"


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("site", type=Path)
    arguments.add_argument("--sizes", default="1000,3000,10000")
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()
    everything, records = analysed(options.site)
    # As the command line has it; see ``cli/group.py``.
    collect_rarely()
    print(f"{'articles':>9}{'entities':>10}{'seconds':>9}{'a 1,000':>9}{'one changed':>13}{'MB':>7}")
    for size in map(int, options.sizes.split(",")):
        if len(everything) < size:
            print(f"{size:>9,} articles: the site has {len(everything):,}")
            break
        print(measured(everything[:size], records, options.rounds))


if __name__ == "__main__":
    main()
