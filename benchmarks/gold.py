"""Articles in which people marked who said what, read for measuring and learning. The texts stay where they are."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.model.article import Article
from sitegen.model.parse import Parse
from sitegen.model.settings import Settings
from sitegen.model.source_file import SourceFile
from sitegen.model.span import Span
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all
from sitegen.shell.cache import Cache
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.versions import code_versions

Record = dict[str, Any]
_TOGETHER = 32


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article as the analysis reads it, and what people marked in it: a record as ``score.py`` describes it."""

    article: Article
    parse: Parse
    blocks: tuple[Span, ...]
    gold: Record


def read_gold(path: Path) -> list[Record]:
    """Return the records of a file of gold, one JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def as_articles(records: Sequence[Record]) -> list[Article]:
    """Read the texts of the records as ``sitegen analyze`` reads plain-text files."""
    files = [
        SourceFile(f"{number:05}.txt", f"{number:05}.txt", "article", record["text"].encode())
        for number, record in enumerate(records)
    ]
    articles = read_contents(files, Settings(), Memo()).articles
    read = [article.text for article in articles]
    changed = [record["id"] for record, text in zip(records, read, strict=False) if text != record["text"]]
    if changed or len(read) != len(records):
        raise SystemExit(
            f"offsets would not fit: the text of {changed[0] if changed else 'one'} is not read as it stands"
        )
    return list(articles)


def parser() -> SpacyParser:
    """Return the default model."""
    settings = Settings()
    return SpacyParser(settings.nlp.model, settings.nlp.weights)


@contextmanager
def memo(folder: Path | None, analysis: str) -> Iterator[Memo]:
    """Keep parses and analyses in ``folder``; ``analysis`` names the weights by which they were made."""
    if folder is None:
        yield Memo()
        return
    folder.mkdir(parents=True, exist_ok=True)
    with Cache(folder) as cache:
        versions = code_versions()
        yield Memo(cache, {**versions, "analyse": f"{versions['analyse']} {analysis}"})


def annotated(records: Sequence[Record], folder: Path | None) -> list[Annotated]:
    """Return the records with their parses, which are kept in ``folder``."""
    articles, model = as_articles(records), parser()
    found: list[Annotated] = []
    with memo(folder, "none") as kept:
        for start in range(0, len(articles), _TOGETHER):
            some = articles[start : start + _TOGETHER]
            for article, (parse, blocks) in zip(some, parse_all(some, model, kept), strict=True):
                found.append(Annotated(article, parse, blocks, records[len(found)]))
    return found
