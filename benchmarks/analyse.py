"""analyse.py TEXTS [--runs N]: what the analysis costs beside the language model, on the same articles.

TEXTS is a JSON-lines file whose records have "text", or a folder of .md and .txt files. Prints, for each run and as a
median, the seconds that spaCy takes to read all paragraphs, the seconds of ``analyse``, and their ratio. Both run in
this process, in turn, so that what else the machine does meets both.
"""

import argparse
import statistics
import time
from pathlib import Path

from gold import parser, read_gold

from sitegen.analyse import analyse
from sitegen.model.article import Article
from sitegen.model.settings import Settings
from sitegen.model.source_file import SourceFile
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all


def articles_in(source: Path) -> list[Article]:
    """Return the articles of a folder or of a JSON-lines file."""
    if source.is_dir():
        paths = sorted(path for path in source.rglob("*") if path.suffix in {".md", ".txt"})
        contents = [(path.name, path.read_bytes()) for path in paths]
    else:
        contents = [(f"{n}.txt", record["text"].encode()) for n, record in enumerate(read_gold(source))]
    files = [SourceFile(name, name, "article", content) for name, content in contents]
    return list(read_contents(files, Settings(), Memo()).articles)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", type=Path)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    articles, model = articles_in(chosen.texts), parser()
    parsed = parse_all(articles, model, Memo())
    texts = [span.of(article.text) for article, (_, spans) in zip(articles, parsed, strict=True) for span in spans]
    for article, (parse, spans) in zip(articles[:1], parsed[:1], strict=True):
        analyse(article, parse, spans)
    ratios = []
    for run in range(1, chosen.runs + 1):
        begun = time.perf_counter()
        model.parse(texts)
        read = time.perf_counter()
        for article, (parse, spans) in zip(articles, parsed, strict=True):
            analyse(article, parse, spans)
        done = time.perf_counter()
        ratios.append((done - read) / (read - begun))
        print(f"run {run}: spaCy {read - begun:6.2f} s, analyse {done - read:6.3f} s, ratio {ratios[-1]:.3f}")
    print(
        f"{len(articles)} articles, {sum(map(len, texts)):,} characters: median ratio {statistics.median(ratios):.3f}"
    )


if __name__ == "__main__":
    main()
