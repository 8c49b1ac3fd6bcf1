"""Plan a site, make its files, write them."""

import datetime
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from sitegen.compose import search_records
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.digest import digest, digest_bytes
from sitegen.making import Making
from sitegen.model.edition import Edition
from sitegen.model.origin import LastBuild
from sitegen.model.outcome import Outcome
from sitegen.model.parse import Parser
from sitegen.model.progress import unwatched
from sitegen.pipeline import Memo, Progress
from sitegen.pipeline.made import ViewLostError
from sitegen.pipeline.memo import Store
from sitegen.pipeline.parsing import parse_keys
from sitegen.pipeline.published import unchanged_days
from sitegen.pipeline.tasks import IN_PROCESS, Executor
from sitegen.planning import Inputs, Plan, plan, read_inputs, theme_of
from sitegen.shell.cache import Cache
from sitegen.shell.ledger_file import write_ledger
from sitegen.shell.manifest import MANIFEST
from sitegen.shell.model_files import model_folder
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.output import OUTPUT
from sitegen.shell.reader import states_of
from sitegen.shell.refusals import check_output
from sitegen.shell.search_index import FOLDER as SEARCH
from sitegen.shell.search_index import remembered_index
from sitegen.shell.staging import STAGING
from sitegen.shell.standing import as_left, holds, looks_in_order, standing
from sitegen.shell.static_files import named_by_content
from sitegen.shell.theme import shipped_theme
from sitegen.shell.unchanged import Watch
from sitegen.shell.versions import PACKAGE, code_versions, installed_files
from sitegen.shell.writer import Written

_NEVER = LastBuild("", "", Outcome(0, 0, 0, 0, (), ()), b"")


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
    watch = Watch(str(folder)) if store is None and parser is None and not accept else None
    inputs = read_inputs(folder, base_url=base_url)
    check_output(target, folder, inputs.settings.pages.folders)
    with ExitStack() as stack:
        cache = stack.enter_context(Cache(folder)) if store is None else None
        memo = Memo(store if cache is None else cache, code_versions())
        parser = parser or SpacyParser(inputs.settings.nlp.model, inputs.settings.nlp.weights)
        edition = Edition(today or datetime.date.today(), drafts, future)
        task = _Task(folder, target, inputs, edition, parser, memo, progress, search=search)
        built = None if accept else task.nothing() or task.pages_alone()
        if built is None:
            if task.last is _NEVER:
                # Nothing is known of the site: all that there is will be read.
                stack.enter_context(executor.expecting(len(inputs.sources.of("article")), parser))
            made = plan(inputs, edition, parser, memo, progress, accept=accept, draws=True, executor=executor)
            built = task.all(made, lasts=not accept)
            if accept and writes_ledger:
                write_ledger(folder, made.accepted)
            if cache is not None:
                cache.prune(lambda: (*parse_keys(made.contents.articles, parser, memo), *task.view_keys()))
    if cache is None:
        return built
    if watch is not None and not cache.diagnostics and task.last.inputs:
        options = {"drafts": drafts, "future": future, "base_url": base_url, "search": search}
        _keep(watch, target, options, inputs, task.last)
    return replace(built, diagnostics=(*built.diagnostics, *cache.diagnostics))


def _keep(watch: Watch, target: Path, options: Mapping[str, Any], inputs: Inputs, last: LastBuild) -> None:
    """Write down how all looks that ``last`` was made from."""
    outcome, theme = last.outcome, shipped_theme()
    known = {
        "figures": outcome.figures,
        "remarks": [astuple(remark) for remark in outcome.diagnostics],
        "since": outcome.since and outcome.since.isoformat(),
        "until": outcome.until and outcome.until.isoformat(),
        "manifest": MANIFEST,
        "staging": STAGING,
    }
    model = model_folder(inputs.settings.nlp.model)
    trees = [PACKAGE, theme / "templates", theme / "static", model.resolve()]
    fonts = [inputs.font.path] if inputs.font.path else []
    with suppress(LookupError, OSError):
        watch.keep(
            str(target),
            options,
            [name for name, _ in outcome.files],
            last.looks,
            known,
            (*inputs.settings.pages.folders, *map(str, trees)),
            (*installed_files(), *(str(Path(font).resolve()) for font in fonts)),
        )


class _Task:
    """One build into ``target``: as much of it as must be done after the last one into that folder."""

    def __init__(
        self,
        folder: Path,
        target: Path,
        inputs: Inputs,
        edition: Edition,
        parser: Parser,
        memo: Memo,
        progress: Progress,
        *,
        search: bool,
    ) -> None:
        self._target = target
        self._inputs = inputs
        self._edition = edition
        self._memo = memo
        self._progress = progress
        self._search = search
        # A folder that is moved with its site is still the same.
        self._place = (os.path.relpath(target.resolve(), folder.resolve()),)
        self._content = memo.key("site", (_content_key(inputs, parser, edition, search=search),))
        self._key = digest((self._content, _theme_key(inputs)))
        found = memo.recall("made", LastBuild, self._place)
        self.last = _NEVER if found is None else found.value

    def nothing(self) -> Built | None:
        """Return what the last build came to, where this one would come to the same and the folder holds it."""
        last, outcome = self.last, self.last.outcome
        if last.inputs != self._key or not outcome.holds_on(self._edition.today):
            return None
        stands = standing(self._target, as_left(outcome.files, last.looks))
        if not holds(self._target, outcome.files, stands):
            return None
        looks = looks_in_order(stands, outcome.files)
        if looks != last.looks:
            self._keep(replace(last, looks=looks))
        return Built(self._target, outcome, 0, 0, outcome.diagnostics)

    def pages_alone(self) -> Built | None:
        """Make pages again where the theme alone changed since the last build; None where that is not all."""
        last, theme_files = self.last, self._inputs.theme
        if last.content != self._content or not last.outcome.holds_on(self._edition.today):
            return None
        static = named_by_content(theme_files)
        theme = theme_of(self._inputs, static, self._memo)
        if not {origin.template for origin in last.origins.values()} <= {"", *theme.names}:
            return None
        assets = self._inputs.sources.assets
        copies = dict(static.copies) | {name: assets[asset] for name, asset in last.copies.items()}
        searched = [name for name, _ in last.outcome.files if name.startswith(SEARCH)]
        making = Making(self._target, theme, last, self._memo, self._progress)
        try:
            written = making.again(copies, searched)
        except ViewLostError:
            # All is made anew, and kept anew.
            self.last = replace(last, origins={})
            return None
        except InputError:
            # Of several templates at fault, a build of all tells of that of the first page.
            return None
        outcome = replace(last.outcome, files=written.files)
        self._keep(replace(last, inputs=self._key, outcome=outcome, looks=written.looks, styles=making.styles()))
        return Built(self._target, outcome, written.written, written.removed, outcome.diagnostics)

    def all(self, made: Plan, *, lasts: bool) -> Built:
        """Make and write all that is planned; unless it ``lasts``, the next build does so again."""
        language = made.site.settings.language
        index = remembered_index(search_records(made.index), language, self._memo) if self._search else ((), ())
        searched, failed = index
        making = Making(self._target, made.theme, self.last, self._memo, self._progress)
        written = making.all(made, searched)
        outcome = _outcome(made, written, self._edition)
        # What failed for want of a program is tried again by the next build.
        lasts = lasts and not failed
        paths = {path: name for name, path in self._inputs.sources.assets.items()}
        last = LastBuild(
            self._key if lasts else "",
            # A name that is withheld is looked for in the theme as well.
            self._content if lasts and not any(record.suppress for record in made.contents.records) else "",
            outcome,
            written.looks,
            making.origins,
            making.styles(),
            {name: paths[path] for name, path in made.copies.items() if path in paths},
        )
        self._keep(last)
        said = (*outcome.diagnostics, *failed)
        return Built(self._target, outcome, written.written, written.removed, said, made)

    def view_keys(self) -> Iterator[str]:
        """Return the keys of what the pages show."""
        return (self._memo.key("view", (origin.view,)) for origin in self.last.origins.values() if origin.view)

    def _keep(self, last: LastBuild) -> None:
        self.last = last
        self._memo.keep("made", self._place, last)


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


def _content_key(inputs: Inputs, parser: Parser, edition: Edition, *, search: bool) -> str:
    """Return the digest of all that decides what a build makes, the day and the theme aside."""
    sources = inputs.sources
    return digest(
        (
            inputs.settings,
            inputs.remarks,
            tuple((file.path, file.relative, file.role, digest_bytes(file.content)) for file in sources.files),
            digest_bytes(inputs.ledger),
            states_of(sources.assets),
            parser.identity,
            inputs.font.digest,
            edition.drafts,
            edition.future,
            search,
        )
    )


def _theme_key(inputs: Inputs) -> str:
    theme = inputs.theme
    return digest(
        (tuple(sorted(theme.templates.items())), tuple(sorted(theme.overrides.items())), states_of(theme.static))
    )
