"""scale.py --corpus CORPUS N …: what builds of N articles take, and what grows faster than the articles.

CORPUS is a folder of Markdown articles, or a program ``GEN N OUT`` that writes N of them. Each number of articles is
built from nothing, again with nothing changed, and, up to --changes-up-to articles, with one article edited and with
the template of articles changed. Up to --model-up-to articles are read by the model, more of them by the stand-in
(``stand_in.py``), since the model's cost is linear. With --kill, a further build from nothing is killed so many times,
each time at another moment, and run to its end; what that lost, and whether the site is the same byte by byte, is told.

Prints the tables of docs/scale.md in Markdown, all figures of builds that this run made. Linux only.
"""

import argparse
import hashlib
import json
import math
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import corpus
from processes import run
from sites import build_command, stages_command, wipe, written

_TEMPLATE = '{% extends "shipped/article.html" %}{% block head %}{{ super() }}<!-- changed -->{% endblock %}\n'
MB = 1_000_000
# Seconds. Faster than this, a stage tells nothing about growth.
_TOO_SHORT = 0.05


@dataclass(frozen=True, slots=True)
class Figures:
    """What one build took: seconds, and the most memory of the building process and of any other, in MB.

    ``stages`` maps each stage to wall seconds, CPU seconds and MB, in the order of a build; where a build does not tell
    its stages, there are none, and no figures of what it made.
    """

    wall: float
    cpu: float
    parent: float
    worker: float
    written: int
    stages: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    people: int = 0
    quotes: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Size:
    """What a site takes on disk."""

    files: int
    bytes: int
    cache: int


@dataclass(frozen=True, slots=True)
class Scale:
    """All builds of so many articles; ``reader`` is "model" or "stand-in"."""

    articles: int
    reader: str
    builds: dict[str, Figures]
    size: Size
    kills: tuple[str, ...]


def build(site: Path, options: Sequence[str]) -> Figures:
    """Build once, in a process of its own."""
    done = run(stages_command(site, *options), watched=True)
    told = json.loads(done.out)
    parent, *others = done.peaks
    # The process counts its memory stage by stage; from outside, the highest of all looks.
    highest = max([parent.bytes / MB, *(stage[2] for stage in told["stages"].values())])
    worker = max((peak.bytes / MB for peak in others), default=0.0)
    return Figures(
        done.wall,
        done.cpu,
        highest,
        worker,
        told["written"],
        {name: tuple(figures) for name, figures in told["stages"].items()},
        told["people"],
        told["quotes"],
        told["pages"],
    )


def rebuild(site: Path, options: Sequence[str]) -> Figures:
    """Build again as a user does, with ``sitegen build``."""
    command = build_command(site)
    done = run([word for word in command if word != "--no-search" or "--search" not in options], watched=True)
    parent, *others = (peak.bytes / MB for peak in done.peaks)
    return Figures(done.wall, done.cpu, parent, max(others, default=0.0), written(done))


def size_of(site: Path) -> Size:
    """Return what the output and the cache of a site take."""
    files = [entry.stat().st_size for entry in _files(site / "_site")]
    return Size(len(files), sum(files), sum(entry.stat().st_size for entry in _files(site / ".sitegen")))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def measure(site: Path, options: Sequence[str], *, changes: bool) -> dict[str, Figures]:
    """Build a site from nothing, and again, also after ``changes``."""
    wipe(site)
    builds = {"from nothing": build(site, options)}
    # The first one of a user's own writes down how all files look.
    rebuild(site, options)
    builds["nothing changed"] = rebuild(site, options)
    if not changes:
        return builds
    articles = sorted((site / "content").glob("*.md"))
    edited = articles[len(articles) // 2]
    text = edited.read_text("utf-8")
    edited.write_text(f"{text}\nThe tide was seven feet.\n", "utf-8")
    builds["one article edited"] = rebuild(site, options)
    edited.write_text(text, "utf-8")
    rebuild(site, options)
    template = site / "templates" / "article.html"
    template.parent.mkdir()
    template.write_text(_TEMPLATE, "utf-8")
    # With a template of the site's own, pages are made otherwise: that it is there at all is not what is measured.
    rebuild(site, options)
    template.write_text(_TEMPLATE.replace("changed", "changed again"), "utf-8")
    builds["article template changed"] = rebuild(site, options)
    shutil.rmtree(template.parent)
    return builds


def kill_and_resume(site: Path, options: Sequence[str], whole: Figures, chance: random.Random) -> str:
    """Kill a build from nothing at some moment of its time, run it to its end, and tell what that lost."""
    wipe(site)
    killed = run(stages_command(site, *options), kill_after=whole.wall * chance.uniform(0.1, 0.9))
    resumed = build(site, options)
    return (
        f"killed after {killed.cpu:,.1f} of {whole.cpu:,.1f} CPU seconds, it took {resumed.cpu:,.1f} more: "
        f"{killed.cpu + resumed.cpu - whole.cpu:,.1f} lost"
    )


def content_of(site: Path) -> str:
    """Return a digest of all that a site shows: names and contents of its files."""
    found = hashlib.sha256()
    folder = site / "_site"
    for path in sorted(_files(folder)):
        found.update(f"{path.relative_to(folder)}\0".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def scaled(articles: int, chosen: argparse.Namespace, home: Path) -> Scale:
    """Make a site of so many articles and measure its builds."""
    source = corpus.gather(chosen.corpus, articles, home / "articles")
    site = corpus.make_site(source, home / "site")
    shutil.rmtree(source)
    reader = "model" if articles <= chosen.model_up_to else "stand-in"
    # What follows the first build is built as by a user, who has no stand-in.
    wishes = {
        "--under-the-models-name": reader == "stand-in",
        "--search": chosen.search,
        "--one-process": chosen.one_process,
    }
    options = [option for option, wished in wishes.items() if wished]
    builds = measure(site, options, changes=articles <= chosen.changes_up_to)
    size = size_of(site)
    kills = []
    if chosen.kill:
        build(site, options)
        wanted, chance = content_of(site), random.Random(articles)
        for _ in range(chosen.kill):
            told = kill_and_resume(site, options, builds["from nothing"], chance)
            kills.append(f"{told}; the site is {'the same' if content_of(site) == wanted else 'ANOTHER'}")
    shutil.rmtree(site)
    return Scale(articles, reader, builds, size, tuple(kills))


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown, figures to the right."""
    widths = [max(len(row[number]) for row in (heading, *rows)) for number in range(len(heading))]
    ruler = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [
        [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        for row in (heading, ruler, *rows)
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def builds_table(scales: Sequence[Scale]) -> str:
    """Return what each build took, at each size."""
    rows = [
        [
            f"{scale.articles:,}, {name}",
            f"{figures.wall:,.1f}",
            f"{figures.cpu:,.1f}",
            f"{figures.parent:,.0f}",
            f"{figures.worker:,.0f}" if figures.worker else "–",
            f"{figures.written:,}",
        ]
        for scale in scales
        for name, figures in scale.builds.items()
    ]
    return table(["articles, build", "wall s", "CPU s", "MB", "largest other MB", "files written"], rows)


def sizes_table(scales: Sequence[Scale]) -> str:
    """Return what is made, at each size."""
    rows = []
    for scale in scales:
        made = scale.builds["from nothing"]
        figures = (made.people, made.quotes, made.pages, scale.size.files)
        bulk = (scale.size.bytes / MB, scale.size.cache / MB)
        rows.append(
            [
                f"{scale.articles:,} ({scale.reader})",
                *(f"{each:,}" for each in figures),
                *(f"{each:,.0f}" for each in bulk),
            ]
        )
    return table(["articles", "people", "quotations", "pages", "files", "output MB", "cache MB"], rows)


def stages_table(scales: Sequence[Scale], name: str, column: int) -> str:
    """Return what the stages of a build took, ``column`` of each, and by which power of the articles it grew."""
    stages = list(dict.fromkeys(stage for scale in scales for stage in scale.builds[name].stages))
    rows = []
    for stage in stages:
        taken = [scale.builds[name].stages.get(stage, (0.0, 0.0, 0.0))[column] for scale in scales]
        growths = [growth(*pair) for pair in pairwise(zip((scale.articles for scale in scales), taken, strict=True))]
        digits = 0 if column == 2 else 2
        rows.append([stage, *(f"{each:,.{digits}f}" for each in taken), *growths])
    powers = [f"{before.articles:,} → {after.articles:,}" for before, after in pairwise(scales)]
    return table([name, *(f"{scale.articles:,}" for scale in scales), *powers], rows)


def growth(before: tuple[int, float], after: tuple[int, float]) -> str:
    """Return the power of the number of articles by which something grew."""
    if before[1] < _TOO_SHORT or after[1] < _TOO_SHORT or before[0] == after[0]:
        return "–"
    return f"{math.log(after[1] / before[1]) / math.log(after[0] / before[0]):.2f}"


def report(scales: Sequence[Scale]) -> str:
    """Return all tables."""
    parts = ["What builds took:", builds_table(scales), "What they made:", sizes_table(scales)]
    parts += ["CPU seconds a stage, and the power by which they grow:", stages_table(scales, "from nothing", 1)]
    parts += ["Memory of the building process a stage, in MB:", stages_table(scales, "from nothing", 2)]
    killed = [f"- {scale.articles:,} articles: {told}" for scale in scales for told in scale.kills]
    if killed:
        parts += ["Builds that were killed:", "\n".join(killed)]
    return "\n\n".join(parts)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="+", metavar="N")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--model-up-to", type=int, default=6_000)
    parser.add_argument("--changes-up-to", type=int, default=6_000)
    parser.add_argument("--search", action="store_true", help="make the search index as well")
    parser.add_argument("--one-process", action="store_true", help="analyse in the building process itself")
    parser.add_argument("--kill", type=int, default=0, metavar="TIMES")
    chosen = parser.parse_args()
    scales = []
    for articles in sorted(chosen.articles):
        with tempfile.TemporaryDirectory(prefix="sitegen-scale-") as home:
            scales.append(scaled(articles, chosen, Path(home)))
        print(f"{articles:,} articles: done\n{builds_table(scales[-1:])}", file=sys.stderr, flush=True)
    print(report(scales))


if __name__ == "__main__":
    main()
