"""Read, and run the stages up to compose: a site as a plan of files, none of them made yet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen import __version__
from sitegen.compose import (
    Catalogue,
    Recipe,
    catalogue,
    dead_ends,
    narrower_copies,
    portrait_remarks,
    portraits,
    published_quotes,
    recipes,
    shown_pictures,
    social_cards_of,
)
from sitegen.diagnostics import Diagnostic, stop_at_errors
from sitegen.digest import digest
from sitegen.ledger import accept_in, fates, read_ledger, since_published, unaccepted
from sitegen.model.differences import Differences
from sitegen.model.edition import Edition
from sitegen.model.fates import Fates
from sitegen.model.ledger import Ledger
from sitegen.model.parse import Parser
from sitegen.model.progress import unwatched
from sitegen.model.publication import PublishedQuote
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.pipeline import Memo, Progress, read_together, relations_of
from sitegen.pipeline.contents import Contents, read_contents
from sitegen.pipeline.copies import copies_of
from sitegen.pipeline.made import Made
from sitegen.pipeline.published import decided_ahead, newest_first, published
from sitegen.pipeline.tasks import IN_PROCESS, Executor
from sitegen.pipeline.templates import missing_templates
from sitegen.render import Theme
from sitegen.shell.card_files import CardFont, card_file, card_font
from sitegen.shell.config import read_settings
from sitegen.shell.ledger_file import ledger_content
from sitegen.shell.picture_files import copy_of, read_pictures
from sitegen.shell.reader import Seen, Sources, read_site
from sitegen.shell.static_files import StaticFiles, named_by_content
from sitegen.shell.theme import ThemeFiles, read_theme
from sitegen.shell.uncovered import uncovered
from sitegen.withhold import hidden_portraits, withhold


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

    ``copies`` maps paths below the output folder to files, ``drawn`` to what is drawn. ``ledger`` is what was published
    of its quotations before, ``said`` what they say otherwise; ``accepted`` is the ledger with all that the user
    accepts, which pages are made by, and ``fates`` what became of what it holds. ``remarks`` are about the content,
    ``waiting`` are the published quotations whose new speaker nobody has accepted.
    """

    site: Site
    index: Catalogue
    ledger: Ledger
    said: Differences
    accepted: Ledger
    fates: Fates
    recipes: tuple[Recipe, ...]
    theme: Theme
    copies: Mapping[str, Path]
    drawn: Mapping[str, Made]
    contents: Contents
    remarks: tuple[Diagnostic, ...]
    waiting: tuple[Diagnostic, ...]

    @property
    def quotes(self) -> tuple[PublishedQuote, ...]:
        """All quotations as the pages show them: made when asked for, since few builds ask and all of them are many."""
        return published_quotes(self.index)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is to be said."""
        return (*self.remarks, *self.waiting)


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
    executor: Executor = IN_PROCESS,
) -> Plan:
    """Run the stages up to compose; for ``accept`` see ``build``. Raises InputError where the content has errors.

    ``static`` decides under which names static files stand. Without ``draws``, pictures come in one size: finding out
    which narrower copies pay takes time. ``executor`` says where articles are analysed.
    """
    progress("parsing files", 0, 0)
    contents = read_contents(inputs.sources.files, inputs.settings, memo)
    ledger, damage = read_ledger(inputs.ledger)
    stop_at_errors((*inputs.remarks, *contents.diagnostics, *damage))
    site, diagnostics = _read(inputs, contents, edition, parser, memo, progress, executor)
    articles = [reading.article for reading in site.readings]
    texts = (*articles, *site.pages)
    files = static(inputs.theme)
    theme = theme_of(inputs, files, memo)
    stop_at_errors(tuple(missing_templates(texts, theme.names)))
    hidden = hidden_portraits(contents.records)
    shown = tuple(record for record in contents.records if not record.suppress)
    assets = {name: path for name, path in inputs.sources.assets.items() if name not in hidden}
    copies = dict(files.copies)
    open_ids = {article.id for article in articles}
    closed = (article for article in contents.articles if article.id not in open_ids)
    beside = copies_of(assets, articles, site.pages, closed)
    copies.update({name: assets[asset] for name, asset in beside.items()})

    def step() -> None:
        progress("composing", 0, 0)

    step()
    pictures, damaged = read_pictures(shown_pictures(texts, shown, assets), assets, memo, copies=draws)
    index = catalogue(
        site, assets, memo, pictures=pictures, glyphs=inputs.font.glyphs, had_page=ledger.with_page(), step=step
    )
    copies.update({name: assets[asset] for name, asset in portraits(index.records(), assets).items()})
    compared = bool(ledger.entries or accept)
    quotes = published_quotes(index, memo) if compared else ()
    remarks = (
        *diagnostics,
        *portrait_remarks(shown, assets),
        *uncovered(inputs.theme, inputs.sources.assets, contents.records, copies, memo),
        *dead_ends(index, memo),
        *damaged,
    )
    said = since_published(ledger, quotes) if compared else Differences()
    accepted = accept_in(ledger, quotes, accept, site.model.label, edition.today) if accept else ledger
    left = since_published(accepted, quotes) if accept else said
    found = fates(accepted, left, quotes)
    pages = recipes(index, found, memo, step)
    waiting = unaccepted(left.reattributed, accepted)
    drawn = _drawn(index, pages, assets, inputs.font, memo)
    return Plan(site, index, ledger, said, accepted, found, pages, theme, copies, drawn, contents, remarks, waiting)


def theme_of(inputs: Inputs, files: StaticFiles, memo: Memo) -> Theme:
    """Return the templates of a site, which name its static ``files``; a memo that holds themes has them compiled."""
    templates, own, trusted = inputs.theme.templates, inputs.theme.overrides, inputs.settings.templates.trusted
    names = () if files.names is None else tuple(sorted(files.names.items()))
    key = digest((tuple(sorted(templates.items())), tuple(sorted(own.items())), trusted, names))
    return memo.value_of("theme", key, lambda: Theme(templates, own, trusted=trusted, assets=files.names))


def _read(
    inputs: Inputs,
    contents: Contents,
    edition: Edition,
    parser: Parser,
    memo: Memo,
    progress: Progress,
    executor: Executor,
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Read and resolve the articles of an edition; returns the site and all that is to be said about it."""
    articles, left_out = published(contents.articles, edition)
    readings, resolution, found = read_together(
        articles, parser, contents.records, memo, progress, contents.annotations, executor
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


def _drawn(
    index: Catalogue, pages: Sequence[Recipe], assets: Mapping[str, Path], font: CardFont, memo: Memo
) -> dict[str, Made]:
    """Return the narrower copies of pictures and the social cards that ``pages`` name, by paths below the output."""
    copies = {name: copy_of(asset, width, assets, memo) for name, asset, width in narrower_copies(index)}
    return copies | {name: card_file(card, font) for name, card in social_cards_of(pages).items()}
