"""Read, run the stages, write: the one wiring of a site. ``build`` and ``analyze`` of the command line call it."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen import __version__
from sitegen.compose import compose
from sitegen.compose.jsonl import Record, article_record
from sitegen.diagnostics import Diagnostic, InputError, errors
from sitegen.digest import digest
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Kind
from sitegen.model.parse import Parser
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.pipeline import Memo, MemoryMemo, read_together, remember
from sitegen.render import Theme
from sitegen.shell.config import NAME, read_settings
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.reader import SourceFile, Sources, read_paths, read_site
from sitegen.shell.theme import read_theme
from sitegen.shell.writer import check_output, write_site
from sitegen.source import article_id, read_article, read_page, read_record

# Raise it when a change to the source room changes what it makes of the same bytes.
_SOURCE_VERSION = 1
# UTF-8 never takes more: a longer file need not be read to be refused.
_BYTES_A_CHARACTER = 4
_KINDS: tuple[Kind, ...] = ("person", "organisation", "place")


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build: what was written where, and what the user should know."""

    output: Path
    articles: int
    people: int
    quotes: int
    pages: int
    written: int
    removed: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """All texts of a site or of a list of paths, parsed."""

    articles: tuple[Article, ...]
    pages: tuple[Article, ...]
    records: tuple[AuthorityRecord, ...]
    diagnostics: tuple[Diagnostic, ...]


def build(
    folder: Path,
    *,
    output: Path | None = None,
    today: datetime.date | None = None,
    drafts: bool = False,
    future: bool = False,
    memo: Memo | None = None,
    parser: Parser | None = None,
) -> Built:
    """Build the site in ``folder`` into ``output`` (default: ``_site`` in it).

    ``today`` decides which articles lie in the future; those and drafts are left out unless asked for. Raises
    InputError, and writes nothing, where configuration or content have errors.
    """
    settings, remarks = read_settings(folder)
    target = output if output is not None else folder / "_site"
    check_output(target, folder)
    sources = read_site(folder)
    contents = read_contents(sources, settings, memo or MemoryMemo())
    _stop_at_errors((*remarks, *sources.diagnostics, *contents.diagnostics))
    published, left_out = _published(contents.articles, today or datetime.date.today(), drafts=drafts, future=future)
    parser = parser or SpacyParser(settings.nlp.model)
    readings, resolution, found = read_together(published, parser, contents.records, memo or MemoryMemo())
    diagnostics = (*remarks, *sources.diagnostics, *contents.diagnostics, *left_out, *found)
    _stop_at_errors(diagnostics)
    site = Site(
        settings=settings,
        readings=tuple(sorted(readings, key=lambda reading: _newest_first(reading.article))),
        pages=contents.pages,
        entities=resolution.entities,
        model=parser.identity,
        generator=f"sitegen {__version__}",
    )
    pages = compose(site, assets=tuple(file.relative for file in sources.of("asset")))
    files = read_theme(folder)
    theme = Theme(files.templates, files.overrides, trusted=settings.templates.trusted)
    rendered = {page.path: theme.render(page).encode() for page in pages}
    rendered[".nojekyll"] = b"\n"
    copies = {f"static/{name}": path for name, path in files.static.items()}
    copies.update(_assets(sources, contents.articles))
    written, removed = write_site(target, rendered, copies)
    return Built(
        target,
        len(readings),
        sum(entity.kind == "person" and not entity.local for entity in resolution.entities),
        sum(len(reading.analysis.quotes) for reading in readings),
        len(pages),
        written,
        removed,
        diagnostics,
    )


def analyze(paths: Sequence[Path], *, site: Path | None = None) -> Iterator[Record]:
    """Yield one record an article, for a site, for folders of texts or for single files, resolved together.

    Raises InputError where nothing can be read; the mistakes of one article stand in its record.
    """
    folder = site if site is not None else _as_site(paths)
    memo = MemoryMemo()
    if folder is not None:
        settings, _ = read_settings(folder)
        sources = read_site(folder)
    else:
        settings = Settings()
        sources = read_paths(paths)
    contents = read_contents(sources, settings, memo)
    broken = errors((*sources.diagnostics, *contents.diagnostics))
    if broken:
        raise InputError(*broken)
    readings, resolution, _ = read_together(contents.articles, SpacyParser(settings.nlp.model), contents.records, memo)
    entities = {entity.id: entity for entity in resolution.entities}
    remarks: dict[str, list[Diagnostic]] = {}
    for diagnostic in (*contents.diagnostics, *resolution.diagnostics):
        remarks.setdefault(diagnostic.path, []).append(diagnostic)
    for reading in readings:
        yield article_record(reading, entities, remarks.get(reading.article.path, ()))


def _as_site(paths: Sequence[Path]) -> Path | None:
    """Return the site folder that is meant: the one path that has a configuration, or the current folder."""
    if not paths:
        return Path()
    return paths[0] if len(paths) == 1 and (paths[0] / NAME).is_file() else None


def read_contents(sources: Sources, settings: Settings, memo: Memo) -> Contents:
    """Parse all files; two articles with one id are an error that names both."""
    remarks: list[Diagnostic] = []
    articles = [*_read(sources.of("article"), settings, memo, remarks)]
    pages = [*_read(sources.of("page"), settings, memo, remarks, page=True)]
    records: list[AuthorityRecord] = []
    for kind in _KINDS:
        for file in sources.of(kind):
            record, found = read_record(file.path, kind, file.content)
            remarks.extend(found)
            if record is not None:
                records.append(record)
    remarks.extend(_clashes("article", [(a.id, a.path) for a in articles]))
    remarks.extend(_clashes("page", [(p.id, p.path) for p in pages]))
    remarks.extend(_clashes("record", [(f"{r.kind} {r.id}", r.path) for r in records]))
    return Contents(tuple(articles), tuple(pages), tuple(records), tuple(remarks))


def _read(
    files: Iterable[SourceFile], settings: Settings, memo: Memo, remarks: list[Diagnostic], *, page: bool = False
) -> Iterator[Article]:
    reading = read_page if page else read_article
    for file in files:
        if len(file.content) > _BYTES_A_CHARACTER * settings.nlp.max_chars:
            remarks.append(_too_long(file.path, settings.nlp.max_chars))
            continue
        relative = file.relative.removeprefix("pages/") if page else file.relative
        id_ = article_id(relative)

        def make(file: SourceFile = file, id_: str = id_) -> tuple[Article | None, tuple[Diagnostic, ...]]:
            return reading(file.path, id_, file.content, language=settings.language, timezone=settings.timezone)

        inputs = (file.path, id_, digest(file.content), settings.language, settings.timezone)
        (article, found), _ = remember(memo, "page" if page else "article", _SOURCE_VERSION, inputs, make)
        remarks.extend(found)
        if article is not None and len(article.text) > settings.nlp.max_chars:
            remarks.append(_too_long(file.path, settings.nlp.max_chars))
        elif article is not None:
            yield article


def _too_long(path: str, most: int) -> Diagnostic:
    message = f"the text is longer than {most:,} characters"
    hint = "split the article, or raise max_chars under [nlp] in sitegen.toml"
    return Diagnostic("too-long", "error", path, None, None, message, hint)


def _clashes(noun: str, found: Sequence[tuple[str, str]]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for id_, path in found:
        if id_ in first:
            yield Diagnostic(
                "duplicate-id",
                "error",
                path,
                None,
                None,
                f"{path} and {first[id_]} both have the {noun} id {id_!r}",
                "give one of them another slug: in its front matter, or rename the file",
            )
        first.setdefault(id_, path)


def _published(
    articles: Sequence[Article], today: datetime.date, *, drafts: bool, future: bool
) -> tuple[list[Article], list[Diagnostic]]:
    """Split off drafts and articles of the future: one set feeds every page, index and export."""
    published, remarks = [], []
    for article in articles:
        if article.draft and not drafts:
            continue
        if article.date is not None and article.date > today and not future:
            remarks.append(
                Diagnostic(
                    "future",
                    "info",
                    article.path,
                    None,
                    None,
                    f"dated {article.date.isoformat()}, in the future: left out",
                    "build with --future to see it",
                )
            )
            continue
        published.append(article)
    return published, remarks


def _newest_first(article: Article) -> tuple[int, float, str]:
    if article.date is None:
        return 1, 0.0, article.id
    moment = article.moment.timestamp() if article.moment is not None else 0.0
    return 0, -article.date.toordinal() - moment / 1e11, article.id


def _assets(sources: Sources, articles: Sequence[Article]) -> dict[str, Path]:
    """Return where each asset goes: beside the pages of the articles of its folder, by the same relative path."""
    by_folder: dict[str, list[str]] = {}
    for article in articles:
        relative = PurePosixPath(article.path.removeprefix("content/"))
        by_folder.setdefault(relative.parent.as_posix(), []).append(article.id)
    copies = {}
    for asset in sources.of("asset"):
        path = PurePosixPath(asset.relative)
        for folder in path.parents:
            below = path.relative_to(folder).as_posix()
            for id_ in by_folder.get(folder.as_posix(), ()):
                copies[f"articles/{id_}/{below}"] = asset.origin
    return copies


def _stop_at_errors(diagnostics: Iterable[Diagnostic]) -> None:
    remarks = tuple(diagnostics)
    if errors(remarks):
        raise InputError(*remarks)
