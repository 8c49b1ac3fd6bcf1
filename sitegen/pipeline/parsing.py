"""The parse stage: texts through the language model, each paragraph once."""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.digest import digest
from sitegen.model.article import Article
from sitegen.model.parse import Parse, Parser, join
from sitegen.model.span import Span
from sitegen.pipeline.memo import Memo
from sitegen.source import parse_spans


def parse_all(articles: Sequence[Article], parser: Parser, memo: Memo) -> list[tuple[Parse, tuple[Span, ...]]]:
    """Read the articles, paragraph by paragraph: an edited article is read again only where it changed.

    Returns for each article its parse and the spans that were read. Texts that the memo lacks go to the model in
    one batch, each once; what the model says of a text does not depend on the batch.
    """
    spans = [parse_spans(article) for article in articles]
    texts = (span.of(article.text) for article, parts in zip(articles, spans, strict=True) for span in parts)
    found = _parses(texts, parser, memo)
    return [
        (join((span.start, found[span.of(article.text)]) for span in parts), parts)
        for article, parts in zip(articles, spans, strict=True)
    ]


def _parses(texts: Iterable[str], parser: Parser, memo: Memo) -> dict[str, Parse]:
    model = digest(parser.identity)
    found: dict[str, Parse] = {}
    missing: dict[str, tuple[str, str]] = {}
    for text in texts:
        if text in found or text in missing:
            continue
        inputs = (model, digest(text))
        kept = memo.recall("parse", Parse, inputs)
        if kept is None:
            missing[text] = inputs
        else:
            found[text] = kept.value
    if missing:
        for (text, inputs), parse in zip(missing.items(), parser.parse(list(missing)), strict=True):
            memo.keep("parse", inputs, parse)
            found[text] = parse
    return found


def parse_keys(articles: Iterable[Article], parser: Parser, memo: Memo) -> Iterator[str]:
    """Yield the keys under which a memo keeps the parses of ``articles``."""
    model = digest(parser.identity)
    for article in articles:
        for span in parse_spans(article):
            yield memo.key("parse", (model, digest(span.of(article.text))))
