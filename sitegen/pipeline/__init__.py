"""The stages in the order in which data flows, composed through a memo.

source → parse → analyse → resolve → compose → render. A stage is a pure function; what it made is kept with its own
digest, and later stages are keyed by that: an equal outcome stops the work. ``contents`` is the source stage,
``published`` decides who takes part.
"""

from collections.abc import Sequence

from sitegen import analyse as analysing
from sitegen.analyse import analyse
from sitegen.analyse.foreign import analyse_foreign
from sitegen.compose import compose
from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.parse import Parse, Parser, join
from sitegen.model.person_name import fold
from sitegen.model.site import Reading, Site
from sitegen.model.span import Span
from sitegen.model.view import Page
from sitegen.pipeline.memo import Kept, Memo, MemoryMemo, remember
from sitegen.render import Theme
from sitegen.resolve import Resolution, resolve
from sitegen.source import parse_spans

__all__ = ["Memo", "MemoryMemo", "analyse_all", "make_pages", "parse_all", "read_together", "remember"]

# Raise it when the render room makes other bytes of the same view and templates.
_RENDER_VERSION = 1
_RESOLVE_VERSION = 1


def parse_all(articles: Sequence[Article], parser: Parser, memo: Memo) -> list[tuple[Parse, tuple[Span, ...]]]:
    """Read the articles, paragraph by paragraph: an edited article is read again only where it changed.

    Returns for each article its parse and the spans that were read. Texts that the memo lacks go to the model in
    one batch, each once.
    """
    model = digest(parser.identity)
    spans = [parse_spans(article) for article in articles]
    texts = {
        text: digest(("parse", model, text))
        for article, parts in zip(articles, spans, strict=True)
        for text in (span.of(article.text) for span in parts)
    }
    missing = [text for text, key in texts.items() if memo.get(key) is None]
    if missing:
        for text, parse in zip(missing, parser.parse(missing), strict=True):
            memo.put(texts[text], Kept(parse, digest(parse)))
    found: dict[str, Parse] = {}
    for text, key in texts.items():
        kept = memo.get(key)
        if kept is not None:
            found[text] = kept.value
    return [
        (join((span.start, found[span.of(article.text)]) for span in parts), parts)
        for article, parts in zip(articles, spans, strict=True)
    ]


def analyse_all(
    articles: Sequence[Article], parser: Parser, records: Sequence[AuthorityRecord], memo: Memo
) -> list[Analysis]:
    """Analyse every article, each with the records whose names can stand in it."""
    shortlist = _Shortlist(records)
    analyses = []
    language = parser.identity.language
    parsed = iter(parse_all([article for article in articles if _read_by(article, language)], parser, memo))
    for article in articles:
        if not _read_by(article, language):
            analyses.append(analyse_foreign(article, parse_spans(article), language))
            continue
        parse, spans = next(parsed)
        known = shortlist.of(article)
        inputs = (digest(article), digest(parse), digest(known))

        def make(
            article: Article = article,
            parse: Parse = parse,
            spans: tuple[Span, ...] = spans,
            known: tuple[AuthorityRecord, ...] = known,
        ) -> Analysis:
            return analyse(article, parse, spans, known)

        analysis, _ = remember(memo, "analyse", analysing.VERSION, inputs, make)
        analyses.append(analysis)
    return analyses


def _read_by(article: Article, language: str) -> bool:
    return article.language.split("-")[0].lower() == language


class _Shortlist:
    """Finds the authority records that matter to an article by the last words of their names."""

    def __init__(self, records: Sequence[AuthorityRecord]) -> None:
        self._by_word: dict[str, list[int]] = {}
        self._records = records
        self._by_id = {record.id: number for number, record in enumerate(records)}
        for number, record in enumerate(records):
            for word in {fold(name.split()[-1]) for name in record.names if name.split()}:
                self._by_word.setdefault(word, []).append(number)

    def of(self, article: Article) -> tuple[AuthorityRecord, ...]:
        if not self._records:
            return ()
        words = {fold(word.strip(".,;:!?\"'“”‘’()[]—–-")) for word in article.text.split()}
        words |= {word.removesuffix("'s") for word in words}
        words |= {fold(person.name.split()[-1]) for person in article.people if person.name.split()}
        numbers = {number for word in words & self._by_word.keys() for number in self._by_word[word]}
        numbers |= {self._by_id[person.id] for person in article.people if person.id in self._by_id}
        return tuple(self._records[number] for number in sorted(numbers))


def read_together(
    articles: Sequence[Article], parser: Parser, records: Sequence[AuthorityRecord], memo: Memo
) -> tuple[tuple[Reading, ...], Resolution, tuple[Diagnostic, ...]]:
    """Analyse and resolve articles together; returns readings parallel to ``articles``, and all remarks."""
    analyses = analyse_all(articles, parser, records, memo)
    pairs = list(zip(articles, analyses, strict=True))
    # An article takes part by its id and path alone: an edit that changes no finding resolves nothing again.
    inputs = [digest((article.id, article.path, analysis)) for article, analysis in pairs]
    resolution, _ = remember(
        memo, "resolve", _RESOLVE_VERSION, (*inputs, digest(tuple(records))), lambda: resolve(pairs, records)
    )
    readings = tuple(
        Reading(article, analysis, assigned)
        for (article, analysis), assigned in zip(pairs, resolution.assigned, strict=True)
    )
    remarks = tuple(diagnostic for analysis in analyses for diagnostic in analysis.diagnostics)
    return readings, resolution, (*remarks, *resolution.diagnostics)


def make_pages(site: Site, theme: Theme, assets: Sequence[str], memo: Memo) -> dict[str, bytes]:
    """Compose and render a site: the bytes of every page and text file, by its path below the output folder.

    ``assets`` are the other files of the content folder. Raises InputError where a template is at fault. A page is
    rendered again only where its view or the template's closure changed.
    """
    made = {}
    for page in compose(site, assets=assets):
        inputs = (digest(page), theme.closure_digest(page.template))

        def make(page: Page = page) -> bytes:
            return theme.render(page).encode()

        made[page.path], _ = remember(memo, "render", _RENDER_VERSION, inputs, make)
    return made
