"""Read, run the stages, write: the one wiring of a site. ``build`` and ``analyze`` of the command line call it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen import __version__
from sitegen.compose import compose
from sitegen.compose.jsonl import Record, article_record
from sitegen.diagnostics import Diagnostic, InputError, errors, stop_at_errors
from sitegen.digest import digest, digest_bytes
from sitegen.model.edition import Edition
from sitegen.model.parse import Parser
from sitegen.model.progress import unwatched
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.pipeline import Memo, Progress, make_pages, read_together
from sitegen.pipeline.contents import Contents, read_contents
from sitegen.pipeline.copies import copies_of
from sitegen.pipeline.memo import Store
from sitegen.pipeline.parsing import parse_keys
from sitegen.pipeline.published import newest_first, published, unchanged_days
from sitegen.render import Theme
from sitegen.shell.cache import Cache
from sitegen.shell.config import NAME, read_settings
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.reader import Sources, read_paths, read_site
from sitegen.shell.theme import ThemeFiles, read_theme
from sitegen.shell.versions import code_versions
from sitegen.shell.writer import Written, check_output, holds, write_site


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a site came to: figures, remarks, and name and digest of every file.

    It is the same on all days from ``since`` to ``until``, which are None where there is no such bound.
    """

    articles: int
    people: int
    quotes: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[tuple[str, str], ...]
    since: datetime.date | None = None
    until: datetime.date | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Tell whether a build on ``day`` publishes the same articles."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: how many files of ``output`` it wrote and removed, and what the user should know."""

    output: Path
    outcome: Outcome
    written: int
    removed: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Inputs:
    """All that a build reads."""

    settings: Settings
    sources: Sources
    theme: ThemeFiles
    remarks: tuple[Diagnostic, ...]


def build(
    folder: Path,
    *,
    output: Path | None = None,
    today: datetime.date | None = None,
    drafts: bool = False,
    future: bool = False,
    store: Store | None = None,
    parser: Parser | None = None,
    progress: Progress = unwatched,
) -> Built:
    """Build the site in ``folder`` into ``output`` (default: ``_site`` in it).

    ``today`` decides which articles lie in the future; those and drafts are left out unless asked for. What stages
    make is kept in ``store``, by default in ``.sitegen/`` of the site. Raises InputError, and changes nothing in the
    output folder, where configuration, content or templates have errors.
    """
    settings, remarks = read_settings(folder)
    target = output if output is not None else folder / "_site"
    check_output(target, folder)
    sources = read_site(folder)
    theme = read_theme(folder)
    inputs = _Inputs(settings, sources, theme, (*remarks, *sources.diagnostics, *theme.diagnostics))
    with ExitStack() as stack:
        cache = stack.enter_context(Cache(folder)) if store is None else None
        memo = Memo(store if cache is None else cache, code_versions())
        parser = parser or SpacyParser(settings.nlp.model, settings.nlp.weights)
        edition = Edition(today or datetime.date.today(), drafts, future)
        key = (_key(inputs, parser, edition),)
        known = memo.recall("site", Outcome, key)
        if known is not None and known.value.holds_on(edition.today) and holds(target, known.value.files):
            built = Built(target, known.value, 0, 0, known.value.diagnostics)
        else:
            contents = read_contents(sources.files, settings, memo)
            stop_at_errors((*inputs.remarks, *contents.diagnostics))
            site, found = _read(inputs, contents, edition, parser, memo, progress)
            written = _write(site, inputs, target, memo, progress)
            outcome = _outcome(site, written, found, unchanged_days(contents.articles, edition))
            built = Built(target, outcome, written.written, written.removed, found)
            memo.keep("site", key, outcome)
            if cache is not None:
                cache.prune(lambda: parse_keys(contents.articles, parser, memo))
    return built if cache is None else replace(built, diagnostics=(*built.diagnostics, *cache.diagnostics))


def _read(
    inputs: _Inputs, contents: Contents, edition: Edition, parser: Parser, memo: Memo, progress: Progress
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Read and resolve the articles of an edition; returns the site and all that is to be said about it."""
    articles, left_out = published(contents.articles, edition)
    readings, resolution, found = read_together(articles, parser, contents.records, memo, progress)
    readings = tuple(replace(reading, state=edition.state(reading.article)) for reading in readings)
    diagnostics = (*inputs.remarks, *contents.diagnostics, *left_out, *found)
    stop_at_errors(diagnostics)
    site = Site(
        settings=inputs.settings,
        readings=tuple(sorted(readings, key=lambda reading: newest_first(reading.article))),
        pages=contents.pages,
        entities=resolution.entities,
        model=parser.identity,
        generator=f"sitegen {__version__}",
    )
    return site, diagnostics


def _write(site: Site, inputs: _Inputs, output: Path, memo: Memo, progress: Progress) -> Written:
    """Render the pages of a site and write them, with the files that are copied."""
    theme = Theme(inputs.theme.templates, inputs.theme.overrides, trusted=inputs.settings.templates.trusted)
    assets = inputs.sources.assets
    copies = {f"static/{name}": path for name, path in inputs.theme.static.items()}
    beside = copies_of(assets, [reading.article for reading in site.readings], site.pages)
    copies.update({name: assets[asset] for name, asset in beside.items()})
    recipes = compose(site, assets=assets, reuse=memo)
    return write_site(output, _with_marker(make_pages(recipes, theme, memo, progress)), copies)


def _outcome(
    site: Site,
    written: Written,
    diagnostics: tuple[Diagnostic, ...],
    days: tuple[datetime.date | None, datetime.date | None],
) -> Outcome:
    return Outcome(
        articles=len(site.readings),
        people=sum(entity.kind == "person" and not entity.local for entity in site.entities),
        quotes=sum(len(reading.analysis.quotes) for reading in site.readings),
        pages=sum(name.endswith(".html") for name, _ in written.files),
        diagnostics=diagnostics,
        files=written.files,
        since=days[0],
        until=days[1],
    )


def _with_marker(pages: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Add the file that keeps GitHub Pages from running Jekyll over the site."""
    yield ".nojekyll", b"\n"
    yield from pages


def _key(inputs: _Inputs, parser: Parser, edition: Edition) -> str:
    """Return the digest of all that decides what a build makes, the day aside."""
    sources, theme = inputs.sources, inputs.theme
    return digest(
        (
            inputs.settings,
            inputs.remarks,
            tuple((file.path, file.relative, file.role, digest_bytes(file.content)) for file in sources.files),
            tuple(sorted(theme.templates.items())),
            tuple(sorted(theme.overrides.items())),
            _states(sources.assets),
            _states(theme.static),
            parser.identity,
            edition.drafts,
            edition.future,
        )
    )


def _states(files: Mapping[str, Path]) -> tuple[tuple[str, int, int, int], ...]:
    """Return name, size and times of files that are copied: reading them all only to compare them would be slow."""
    states = []
    for name, path in sorted(files.items()):
        try:
            found = path.stat()
        except OSError:
            # Whether it can be copied shows when it is; until then the site is not what it was.
            states.append((name, -1, 0, 0))
        else:
            states.append((name, found.st_size, found.st_mtime_ns, found.st_ctime_ns))
    return tuple(states)


def analyze(paths: Sequence[Path], *, site: Path | None = None) -> Iterator[Record]:
    """Yield one record an article, for a site, for folders of texts or for single files, resolved together.

    What was read of a site before is taken from its cache, and kept there. Raises InputError where nothing can be
    read; the mistakes of one article stand in its record.
    """
    folder = site if site is not None else _as_site(paths)
    if folder is None:
        yield from _records(read_paths(paths), Settings(), Memo())
        return
    settings, _ = read_settings(folder)
    sources = read_site(folder)
    with Cache(folder) as cache:
        yield from _records(sources, settings, Memo(cache, code_versions()))


def _records(sources: Sources, settings: Settings, memo: Memo) -> Iterator[Record]:
    contents = read_contents(sources.files, settings, memo)
    broken = errors((*sources.diagnostics, *contents.diagnostics))
    if broken:
        raise InputError(*broken)
    parser = SpacyParser(settings.nlp.model, settings.nlp.weights)
    readings, resolution, _ = read_together(contents.articles, parser, contents.records, memo)
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
