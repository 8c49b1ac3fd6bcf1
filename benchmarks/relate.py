"""relate.py SITE [--sizes 1000,3000,10000] [--rounds N]: what it costs to relate the quotations of many articles.

SITE is the folder of a site, for example one that ``make_site.py`` made. Its articles are read, analysed and resolved
first; analyses are kept in the site's cache. Then, for the first so many articles: the time to find versions, echoes,
answers and companions of all (median of the rounds, by a relater that knows nothing yet), the time to index the site
for its pages, the time to relate again after one article changed, and the memory that relating added.
"""

import argparse
import gc
import statistics
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from resolve import analysed, seconds

from sitegen.compose import catalogue
from sitegen.model.entity import Entity
from sitegen.model.parse import ModelIdentity
from sitegen.model.relations import Relations
from sitegen.model.settings import Settings
from sitegen.model.site import Reading, Site
from sitegen.pipeline import relations_of
from sitegen.pipeline.memo import Memo
from sitegen.resolve import Resolver


def readings_of(site: Path) -> tuple[list[Reading], tuple[Entity, ...]]:
    """Return the articles of a site, analysed and resolved, and its entities."""
    pairs, records = analysed(site)
    found = Resolver().resolve(pairs, records)
    return [Reading(*pair, ids) for pair, ids in zip(pairs, found.assigned, strict=True)], found.entities


def fresh() -> Memo:
    """Return a memo that knows nothing, and holds what it learns as that of the preview does."""
    return Memo(holding=frozenset({"relater"}))


def changed(readings: Sequence[Reading], number: int) -> list[Reading]:
    """Return the articles, of which one says nothing any more that it said last."""
    reading = readings[number]
    analysis = replace(reading.analysis, quotes=reading.analysis.quotes[:-1])
    return [*readings[:number], replace(reading, analysis=analysis), *readings[number + 1 :]]


def indexed(readings: Sequence[Reading], entities: tuple[Entity, ...], relations: Relations) -> float:
    """Return how long it takes to index a site for its pages."""
    site = Site(Settings(), tuple(readings), (), entities, ModelIdentity("", "", ""), "", relations)
    return seconds(lambda: catalogue(site))


def measured(readings: Sequence[Reading], entities: tuple[Entity, ...], rounds: int) -> str:
    """Return a row of the table."""
    whole = statistics.median(seconds(lambda: relations_of(readings, fresh())) for _ in range(rounds))
    memo = fresh()
    again = []
    for number in range(rounds):
        relations_of(readings, memo)
        memo.turn()
        edited = changed(readings, number * len(readings) // rounds)
        again.append(seconds(lambda edited=edited: relations_of(edited, memo)))
    gc.collect()
    tracemalloc.start()
    memo = fresh()
    found = relations_of(readings, memo)
    size, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    quotes = sum(len(reading.analysis.quotes) for reading in readings)
    families = {family.lead: len(family.versions) for family in found.families.values()}
    return (
        f"{len(readings):>9,} {quotes:>11,} {whole:>8.2f} {statistics.median(again):>8.2f}"
        f" {indexed(readings, entities, found):>8.2f} {size / 1e6:>6.0f} {peak / 1e6:>6.0f}"
        f" {len(families):>9,} {max(families.values(), default=0):>8,} {len(found.answers):>8,}"
    )


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--sizes", default="1000,3000,10000")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    readings, entities = readings_of(options.site)
    print(" articles  quotations      all    again    index     MB   peak  families  largest  answers")
    print("                             s        s        s")
    for size in map(int, options.sizes.split(",")):
        print(measured(readings[:size], entities, options.rounds), flush=True)


if __name__ == "__main__":
    main()
