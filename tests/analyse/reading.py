"""A plain text, analysed as one article."""

from sitegen.analyse import analyse
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all
from sitegen.source import read_article
from tests.parses import stored_parser


def read(text: str, path: str = "content/case.txt") -> Article:
    article, diagnostics = read_article(path, "case", text.encode(), language="en", timezone="UTC")
    assert article is not None, diagnostics
    return article


def analysed(text: str, *, records=(), path: str = "content/case.txt") -> tuple[Article, Analysis]:
    article = read(text, path)
    ((parse, spans),) = parse_all([article], stored_parser(), Memo())
    return article, analyse(article, parse, spans, records)
