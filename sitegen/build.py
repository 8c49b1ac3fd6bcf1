"""Read, run the stages, write: the one wiring of a site. ``build`` and ``analyze`` of the command line call it."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen import __version__
from sitegen.compose.jsonl import Record, article_record
from sitegen.diagnostics import Diagnostic, InputError, errors
from sitegen.model.article import Article
from sitegen.model.parse import Parser
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.pipeline import Memo, MemoryMemo, make_pages, read_together
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.published import newest_first, published
from sitegen.render import Theme
from sitegen.shell.config import NAME, read_settings
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.reader import Sources, read_paths, read_site
from sitegen.shell.theme import read_theme
from sitegen.shell.writer import check_output, write_site


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
    memo = memo or MemoryMemo()
    contents = read_contents(sources.files, settings, memo)
    _stop_at_errors((*remarks, *sources.diagnostics, *contents.diagnostics))
    day = today or datetime.date.today()
    articles, left_out = published(contents.articles, day, drafts=drafts, future=future)
    parser = parser or SpacyParser(settings.nlp.model)
    readings, resolution, found = read_together(articles, parser, contents.records, memo)
    diagnostics = (*remarks, *sources.diagnostics, *contents.diagnostics, *left_out, *found)
    _stop_at_errors(diagnostics)
    site = Site(
        settings=settings,
        readings=tuple(sorted(readings, key=lambda reading: newest_first(reading.article))),
        pages=contents.pages,
        entities=resolution.entities,
        model=parser.identity,
        generator=f"sitegen {__version__}",
    )
    files = read_theme(folder)
    theme = Theme(files.templates, files.overrides, trusted=settings.templates.trusted)
    pages = make_pages(site, theme, tuple(sources.assets), memo)
    rendered = {".nojekyll": b"\n", **pages}
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
    contents = read_contents(sources.files, settings, memo)
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


def _assets(sources: Sources, articles: Sequence[Article]) -> dict[str, Path]:
    """Return where each asset goes: beside the pages of the articles of its folder, by the same relative path."""
    by_folder: dict[str, list[str]] = {}
    for article in articles:
        file = PurePosixPath(article.path.removeprefix("content/"))
        by_folder.setdefault(file.parent.as_posix(), []).append(article.id)
    copies = {}
    for relative, origin in sources.assets.items():
        path = PurePosixPath(relative)
        for folder in path.parents:
            below = path.relative_to(folder).as_posix()
            for id_ in by_folder.get(folder.as_posix(), ()):
                copies[f"articles/{id_}/{below}"] = origin
    return copies


def _stop_at_errors(diagnostics: Iterable[Diagnostic]) -> None:
    remarks = tuple(diagnostics)
    if errors(remarks):
        raise InputError(*remarks)
