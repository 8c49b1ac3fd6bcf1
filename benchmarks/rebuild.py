"""rebuild.py SITE: what a build costs after the first, on a copy of SITE.

Prints, in one run, seconds of wall time and the files that were written: the first build, then medians of five for
nothing changed, one article edited, and one template changed. Each build is a process of its own, as a user starts it.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 5


def build(site: Path) -> tuple[float, int]:
    """Return seconds and the number of files written."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", str(site)], capture_output=True, text=True, check=True
    )
    written = re.search(r"\(([\d,]+) files? written", done.stderr)
    return time.perf_counter() - begun, int(written[1].replace(",", "")) if written else 0


def measure(name: str, site: Path, change: Callable[[int], object]) -> None:
    """Print the median of builds, each after a change."""
    figures = []
    for number in range(RUNS):
        change(number)
        figures.append(build(site))
    seconds = statistics.median(seconds for seconds, _ in figures)
    print(f"{name:24} {seconds:8.2f} s  {figures[-1][1]:6,} files written")


def main(source: Path) -> None:
    """Copy the site and measure."""
    with tempfile.TemporaryDirectory() as home:
        site = Path(home) / "site"
        shutil.copytree(source, site, ignore=shutil.ignore_patterns("_site", ".sitegen"))
        articles = sorted(path for path in (site / "content").rglob("*") if path.suffix in {".md", ".txt"})
        edited = articles[len(articles) // 2]
        text = edited.read_text("utf-8")
        template = site / "templates" / "article.html"
        template.parent.mkdir(exist_ok=True)
        seconds, written = build(site)
        print(f"{'first build':24} {seconds:8.2f} s  {written:6,} files written, {len(articles):,} articles")
        measure("nothing changed", site, lambda _: None)
        measure("one article edited", site, lambda number: edited.write_text(f"{text}\nThe tide was {number} feet.\n"))
        shipped = '{% extends "shipped/article.html" %}{% block head %}<!-- NUMBER -->{% endblock %}'
        measure("article template", site, lambda number: template.write_text(shipped.replace("NUMBER", str(number))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
