"""Read, run the stages, write: the one wiring of a site. ``build`` writes the site, ``serve`` shows it."""

import datetime
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from sitegen import __version__
from sitegen.compose import (
    Catalogue,
    Recipe,
    catalogue,
    dead_ends,
    portrait_remarks,
    portraits,
    published_quotes,
    recipes,
    search_records,
)
from sitegen.diagnostics import Diagnostic, stop_at_errors
from sitegen.digest import digest, digest_bytes
from sitegen.ledger import accept_in, fates, read_ledger, since_published, unaccepted
from sitegen.model.differences import Differences
from sitegen.model.edition import Edition
from sitegen.model.ledger import Ledger
from sitegen.model.outcome import Outcome
from sitegen.model.parse import Parser
from sitegen.model.progress import unwatched
from sitegen.model.publication import PublishedQuote
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.pipeline import Memo, Progress, make_pages, read_together, relations_of
from sitegen.pipeline.contents import Contents, read_contents
from sitegen.pipeline.copies import copies_of
from sitegen.pipeline.made import Made, make_files
from sitegen.pipeline.memo import Store
from sitegen.pipeline.parsing import parse_keys
from sitegen.pipeline.published import decided_ahead, newest_first, published, unchanged_days
from sitegen.pipeline.templates import missing_templates
from sitegen.render import Theme
from sitegen.shell.cache import Cache
from sitegen.shell.card_files import CardFont, card_font
from sitegen.shell.config import read_settings
from sitegen.shell.drawn_files import drawn_files, pictures_of
from sitegen.shell.ledger_file import ledger_content, write_ledger
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.output import OUTPUT
from sitegen.shell.reader import Seen, Sources, read_site, states_of
from sitegen.shell.search_index import remembered_index
from sitegen.shell.static_files import StaticFiles, named_by_content
from sitegen.shell.theme import ThemeFiles, read_theme
from sitegen.shell.uncovered import uncovered
from sitegen.shell.versions import code_versions
from sitegen.shell.writer import Written, check_output, holds, write_site
from sitegen.withhold import hidden_portraits, withhold

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
    plan: "Plan | None" = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build reads; ``ledger`` is the content of the ledger's file, ``font`` what cards are written in."""

    settings: Settings
    sources: Sources
    theme: ThemeFiles
    ledger: bytes
    remarks: tuple[Diagnostic, ...]
    font: CardFont


@dataclass(frozen=True, slots=True)
class Plan:
    """A site read and composed: every page as a recipe, ready to be made, and every file that is copied.

    ``copies`` maps paths below the output folder to files, ``made`` to what is drawn. ``quotes`` are all quotations as
    the pages show them, ``ledger`` what was published of them before, ``said`` what they say otherwise; ``accepted`` is
    the ledger with all that the user accepts, which pages are made by. ``remarks`` are about the content, ``waiting``
    are the published quotations whose new speaker nobody has accepted.
    """

    site: Site
    index: Catalogue
    quotes: tuple[PublishedQuote, ...]
    ledger: Ledger
    said: Differences
    accepted: Ledger
    recipes: tuple[Recipe, ...]
    theme: Theme
    copies: Mapping[str, Path]
    made: Mapping[str, Made]
    contents: Contents
    remarks: tuple[Diagnostic, ...]
    waiting: tuple[Diagnostic, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is to be said."""
        return (*self.remarks, *self.waiting)


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
    progress: Progress = unwatched,
) -> Built:
    """Build the site in ``folder`` into ``output`` (default: ``_site`` in it).

    ``today`` decides which articles lie in the future; those and drafts are left out unless asked for. What stages make
    is kept in ``store``, by default in ``.sitegen/`` of the site. ``accept`` holds the ids of published quotations
    whose new speakers go into the ledger, "all" for the whole site as it stands, or "new" for all but changed speakers;
    pages are made by that ledger, and without ``writes_ledger`` it is left to the caller to write it. ``base_url`` is
    the site's address where its configuration names none. Without ``search`` there is no index of the full text; where
    it cannot be made, the site is written without it, and a warning says so. Raises InputError, and changes nothing in
    the output folder, where configuration, content or templates have errors, or an id to be accepted is nobody's.
    """
    target = output if output is not None else folder / OUTPUT
    inputs = read_inputs(folder, base_url=base_url)
    check_output(target, folder, inputs.settings.pages.folders)
    with ExitStack() as stack:
        cache = stack.enter_context(Cache(folder)) if store is None else None
        memo = Memo(store if cache is None else cache, code_versions())
        parser = parser or SpacyParser(inputs.settings.nlp.model, inputs.settings.nlp.weights)
        edition = Edition(today or datetime.date.today(), drafts, future)
        key = (_key(inputs, parser, edition), "search" if search else "")
        known = None if accept else memo.recall("site", Outcome, key)
        if known is not None and known.value.holds_on(edition.today) and holds(target, known.value.files):
            built = Built(target, known.value, 0, 0, known.value.diagnostics)
        else:
            made = plan(inputs, edition, parser, memo, progress, accept=accept, draws=True)
            pages = make_pages(made.recipes, made.theme, memo, progress)
            drawn = make_files(made.made, memo)
            found = search_records(made.index) if search else None
            searched, failed = remembered_index(found, made.site.settings.language, memo)
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


def read_inputs(folder: Path, seen: dict[Path, Seen] | None = None, *, base_url: str = "") -> Inputs:
    """Read configuration, content, theme and ledger of the site in ``folder``; for ``seen`` see ``read_site``.

    ``base_url`` is the site's address where the configuration names none.

    Raises InputError where one is missing or cannot be used.
    """
    settings, remarks = read_settings(folder, base_url=base_url)
    sources = read_site(folder, settings.pages.folders, seen)
    theme = read_theme(folder)
    return Inputs(
        settings,
        sources,
        theme,
        ledger_content(folder),
        (*remarks, *sources.diagnostics, *theme.diagnostics),
        card_font(folder, settings),
    )


def plan(
    inputs: Inputs,
    edition: Edition,
    parser: Parser,
    memo: Memo,
    progress: Progress = unwatched,
    *,
    accept: tuple[str, ...] = (),
    static: Callable[[ThemeFiles], StaticFiles] = named_by_content,
    draws: bool = False,
) -> Plan:
    """Run the stages up to compose; for ``accept`` see ``build``. Raises InputError where the content has errors.

    ``static`` decides under which names static files stand. Without ``draws``, pictures come in one size: finding out
    which narrower copies pay takes time.
    """
    progress("parsing files", 0, 0)
    contents = read_contents(inputs.sources.files, inputs.settings, memo)
    ledger, damage = read_ledger(inputs.ledger)
    stop_at_errors((*inputs.remarks, *contents.diagnostics, *damage))
    site, diagnostics = _read(inputs, contents, edition, parser, memo, progress)
    files = static(inputs.theme)
    trusted = inputs.settings.templates.trusted
    theme = Theme(inputs.theme.templates, inputs.theme.overrides, trusted=trusted, assets=files.names)
    stop_at_errors(tuple(missing_templates((*(r.article for r in site.readings), *site.pages), theme.names)))
    hidden = hidden_portraits(contents.records)
    shown = tuple(record for record in contents.records if not record.suppress)
    assets = {name: path for name, path in inputs.sources.assets.items() if name not in hidden}
    copies = dict(files.copies)
    beside = copies_of(assets, [reading.article for reading in site.readings], site.pages)
    copies.update({name: assets[asset] for name, asset in beside.items()})
    progress("composing", 0, 0)
    pictures, damaged = pictures_of(site, shown, assets, memo, copies=draws)
    index = catalogue(site, assets, memo, pictures=pictures, glyphs=inputs.font.glyphs, had_page=ledger.with_page())
    copies.update({name: assets[asset] for name, asset in portraits(index.records(), assets).items()})
    quotes = published_quotes(index, memo)
    remarks = (
        *diagnostics,
        *portrait_remarks(shown, assets),
        *uncovered(inputs.theme, inputs.sources.assets, contents.records, copies, memo),
        *dead_ends(index, memo),
        *damaged,
    )
    said = since_published(ledger, quotes) if ledger.entries or accept else Differences()
    accepted = accept_in(ledger, quotes, accept, site.model.label, edition.today) if accept else ledger
    left = since_published(accepted, quotes) if accept else said
    pages = recipes(index, fates(accepted, left, quotes), memo)
    waiting = unaccepted(left.reattributed, accepted)
    made = drawn_files(index, pages, assets, inputs.font, memo)
    return Plan(site, index, quotes, ledger, said, accepted, pages, theme, copies, made, contents, remarks, waiting)


def _read(
    inputs: Inputs, contents: Contents, edition: Edition, parser: Parser, memo: Memo, progress: Progress
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Read and resolve the articles of an edition; returns the site and all that is to be said about it."""
    articles, left_out = published(contents.articles, edition)
    readings, resolution, found = read_together(
        articles, parser, contents.records, memo, progress, contents.annotations
    )
    readings = tuple(replace(reading, state=edition.state(reading.article)) for reading in readings)
    ahead = decided_ahead(contents.decided(), edition)
    diagnostics = (*inputs.remarks, *contents.diagnostics, *left_out, *ahead, *found)
    stop_at_errors(diagnostics)
    shown = withhold(readings, contents.pages, inputs.settings, resolution.entities, contents.records, memo)
    progress("relating", 0, 0)
    site = Site(
        settings=shown.settings,
        readings=tuple(sorted(shown.readings, key=lambda reading: newest_first(reading.article))),
        pages=shown.pages,
        entities=shown.entities,
        model=parser.identity,
        generator=f"sitegen {__version__}",
        relations=relations_of(shown.readings, memo),
    )
    return site, (*diagnostics, *shown.diagnostics)


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


def _key(inputs: Inputs, parser: Parser, edition: Edition) -> str:
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
        )
    )
