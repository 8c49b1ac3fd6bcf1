"""Plan a site, make its files, write them."""

import datetime
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from sitegen.compose import search_records
from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest, digest_bytes
from sitegen.model.edition import Edition
from sitegen.model.outcome import Outcome
from sitegen.model.parse import Parser
from sitegen.model.progress import unwatched
from sitegen.pipeline import Memo, Progress, make_pages
from sitegen.pipeline.made import make_files
from sitegen.pipeline.memo import Store
from sitegen.pipeline.parsing import parse_keys
from sitegen.pipeline.published import unchanged_days
from sitegen.pipeline.tasks import IN_PROCESS, Executor
from sitegen.planning import Inputs, Plan, plan, read_inputs
from sitegen.shell.cache import Cache
from sitegen.shell.ledger_file import write_ledger
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.output import OUTPUT
from sitegen.shell.reader import states_of
from sitegen.shell.search_index import remembered_index
from sitegen.shell.versions import code_versions
from sitegen.shell.writer import Written, check_output, holds, write_site

# Keeps GitHub Pages from running Jekyll over the site.
_MARKER = ((".nojekyll", b"\n"),)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: how many files of ``output`` it wrote and removed, and what the user should know.

    ``plan`` is None where nothing had changed, so that nothing was read.
    """

    output: Path
    outcome: Outcome
    written: int
    removed: int
    diagnostics: tuple[Diagnostic, ...]
    plan: Plan | None = None


def build(
    folder: Path,
    *,
    output: Path | None = None,
    today: datetime.date | None = None,
    drafts: bool = False,
    future: bool = False,
    accept: tuple[str, ...] = (),
    base_url: str = "",
    search: bool = True,
    writes_ledger: bool = True,
    store: Store | None = None,
    parser: Parser | None = None,
    executor: Executor = IN_PROCESS,
    progress: Progress = unwatched,
) -> Built:
    """Build the site in ``folder`` into ``output`` (default: ``_site`` in it).

    ``today`` decides which articles lie in the future; those and drafts are left out unless asked for. What stages make
    is kept in ``store``, by default in ``.sitegen/`` of the site; ``executor`` says where articles are analysed.
    ``accept`` holds the ids of published quotations whose new speakers go into the ledger, "all" for the whole site as
    it stands, or "new" for all but changed speakers; pages are made by that ledger, and without ``writes_ledger`` it is
    left to the caller to write it. ``base_url`` is the site's address where its configuration names none. Without
    ``search`` there is no index of the full text; where it cannot be made, the site is written without it, and a
    warning says so. Raises InputError, and changes nothing in the output folder, where configuration, content or
    templates have errors, or an id to be accepted is nobody's.
    """
    target = output if output is not None else folder / OUTPUT
    inputs = read_inputs(folder, base_url=base_url)
    check_output(target, folder, inputs.settings.pages.folders)
    with ExitStack() as stack:
        cache = stack.enter_context(Cache(folder)) if store is None else None
        memo = Memo(store if cache is None else cache, code_versions())
        parser = parser or SpacyParser(inputs.settings.nlp.model, inputs.settings.nlp.weights)
        edition = Edition(today or datetime.date.today(), drafts, future)
        key = (_key(inputs, parser, edition, search=search),)
        known = None if accept else memo.recall("site", Outcome, key)
        if known is not None and known.value.holds_on(edition.today) and holds(target, known.value.files):
            built = Built(target, known.value, 0, 0, known.value.diagnostics)
        else:
            made = plan(inputs, edition, parser, memo, progress, accept=accept, draws=True, executor=executor)
            pages = make_pages(made.recipes, made.theme, memo, progress)
            drawn = make_files(made.drawn, memo)
            language = made.site.settings.language
            searched, failed = remembered_index(search_records(made.index), language, memo) if search else ((), ())
            written = write_site(target, chain(_MARKER, pages, drawn, searched), made.copies)
            outcome = _outcome(made, written, edition)
            said = (*outcome.diagnostics, *failed)
            built = Built(target, outcome, written.written, written.removed, said, made)
            # What failed for want of a program is tried again by the next build.
            if not accept and not failed:
                memo.keep("site", key, outcome)
            elif accept and writes_ledger:
                write_ledger(folder, made.accepted)
            if cache is not None:
                cache.prune(lambda: parse_keys(made.contents.articles, parser, memo))
    return built if cache is None else replace(built, diagnostics=(*built.diagnostics, *cache.diagnostics))


def _outcome(made: Plan, written: Written, edition: Edition) -> Outcome:
    site = made.site
    since, until = unchanged_days(made.contents.articles, edition, made.contents.decided())
    return Outcome(
        articles=len(site.readings),
        people=sum(entity.kind == "person" and not entity.local for entity in site.entities),
        quotes=sum(len(reading.analysis.quotes) for reading in site.readings),
        pages=sum(name.endswith(".html") for name, _ in written.files),
        diagnostics=made.diagnostics,
        files=written.files,
        since=since,
        until=until,
    )


def _key(inputs: Inputs, parser: Parser, edition: Edition, *, search: bool) -> str:
    """Return the digest of all that decides what a build makes, the day aside."""
    sources, theme = inputs.sources, inputs.theme
    return digest(
        (
            inputs.settings,
            inputs.remarks,
            tuple((file.path, file.relative, file.role, digest_bytes(file.content)) for file in sources.files),
            digest_bytes(inputs.ledger),
            tuple(sorted(theme.templates.items())),
            tuple(sorted(theme.overrides.items())),
            states_of(sources.assets),
            states_of(theme.static),
            parser.identity,
            inputs.font.digest,
            edition.drafts,
            edition.future,
            search,
        )
    )
