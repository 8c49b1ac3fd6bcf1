"""The wiring of ``sitegen analyze``: texts in, one record an article out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sitegen.compose.jsonl import Record, article_record
from sitegen.diagnostics import Diagnostic, InputError, errors
from sitegen.model.settings import Settings
from sitegen.model.source_file import stem_of
from sitegen.pipeline import Memo, read_together
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.tasks import IN_PROCESS, Executor
from sitegen.shell.cache import Cache
from sitegen.shell.config import NAME, read_settings
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.reader import Sources, read_paths, read_site
from sitegen.shell.versions import code_versions
from sitegen.withhold import unlinked


def analyze(paths: Sequence[Path], *, site: Path | None = None, executor: Executor = IN_PROCESS) -> Iterator[Record]:
    """Yield one record an article, for a site, for folders of texts or for single files, resolved together.

    What was read of a site before is taken from its cache, and kept there; ``executor`` says where articles are
    analysed. Raises InputError where nothing can be read; the mistakes of one article stand in its record.
    """
    folder = site if site is not None else _as_site(paths)
    if folder is None:
        yield from _records(read_paths(paths), Settings(), Memo(), executor)
        return
    settings, _ = read_settings(folder)
    sources = read_site(folder)
    with Cache(folder) as cache:
        yield from _records(sources, settings, Memo(cache, code_versions()), executor)


def _records(sources: Sources, settings: Settings, memo: Memo, executor: Executor) -> Iterator[Record]:
    contents = read_contents(sources.files, settings, memo)
    broken = errors((*sources.diagnostics, *contents.diagnostics))
    if broken:
        raise InputError(*broken)
    parser = SpacyParser(settings.nlp.model, settings.nlp.weights)
    readings, resolution, found = read_together(
        contents.articles, parser, contents.records, memo, annotations=contents.annotations, executor=executor
    )
    entities = {entity.id: entity for entity in resolution.entities}
    own = {diagnostic for reading in readings for diagnostic in reading.analysis.diagnostics}
    remarks: dict[str, list[Diagnostic]] = {}
    for diagnostic in (*contents.diagnostics, *found):
        if diagnostic not in own:
            remarks.setdefault(stem_of(diagnostic.path), []).append(diagnostic)
    for reading in unlinked(readings, resolution.entities, contents.records):
        yield article_record(reading, entities, remarks.get(stem_of(reading.article.path), ()))


def _as_site(paths: Sequence[Path]) -> Path | None:
    """Return the site folder that is meant: the one path that has a configuration, or the current folder."""
    if not paths:
        return Path()
    return paths[0] if len(paths) == 1 and (paths[0] / NAME).is_file() else None
