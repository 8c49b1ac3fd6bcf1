"""Builds, one after the other, in a thread of its own: the only one that touches the memo and the model."""

import gc
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError, errors
from sitegen.model.edition import Edition
from sitegen.model.progress import Progress
from sitegen.model.settings import Settings
from sitegen.pipeline import Memo
from sitegen.pipeline.warming import warm_up
from sitegen.serve.assembly import Assembled, amend_assembled, assemble, preview_memo
from sitegen.serve.changes import Change, News, change_of, changed_names, differing
from sitegen.serve.inbox import Inbox
from sitegen.serve.pace import Pace, Superseded
from sitegen.serve.problem import problems_of
from sitegen.serve.snapshot import Snapshot, settled
from sitegen.serve.stage import Stage
from sitegen.serve.telling import Telling
from sitegen.shell.cache import Cache
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.reader import Seen
from sitegen.shell.terminal import refused
from sitegen.shell.versions import code_versions

# Seconds without a change after which the pages that nobody has asked for yet are made.
_PAUSE = 0.5
# Seconds that a build may take before what changed is shown ahead of it, and that it waits for more changes then.
_LONG_BUILD = 0.3
_REST = 0.25
_LONG = 3600.0


class Worker(threading.Thread):
    """Takes what changed from ``inbox``, builds, and puts the outcome on the ``stage``.

    ``publish`` is told the news; ``opened`` returns the names of pages that somebody has open; ``edition``
    returns which articles are shown today; ``watched`` shows how far a build has come.
    """

    def __init__(
        self,
        site: Path,
        stage: Stage,
        inbox: Inbox,
        telling: Telling,
        *,
        publish: Callable[[News], None],
        opened: Callable[[], frozenset[str]],
        edition: Callable[[], Edition],
        watched: Callable[[], AbstractContextManager[Progress]],
    ) -> None:
        super().__init__(name="sitegen-worker", daemon=True)
        self._site = site
        self._stage = stage
        self._inbox = inbox
        self._telling = telling
        self._publish = publish
        self._opened = opened
        self._edition = edition
        self._watched = watched
        self._parser: tuple[tuple[str, str], SpacyParser] | None = None
        self._given_up: Snapshot | None = None
        self._failed: set[str] = set()
        self._bars = ExitStack()
        self._seen: dict[Path, Seen] = {}
        self._assembled: Assembled | None = None
        self._slow = False

    def run(self) -> None:
        """Build until the inbox is closed."""
        self._safely(self._work, frozenset())

    def _work(self) -> None:
        with Cache(self._site) as cache:
            memo = preview_memo(cache, code_versions())
            self._safely(partial(self._build, memo, cache, frozenset()), frozenset())
            self._safely(partial(self._settle, cache), frozenset())
            while not self._inbox.closed:
                shown = self._stage.shown
                waits = shown is not None and shown is not self._stage.good and shown is not self._given_up
                if self._inbox.wait(_PAUSE if waits else _LONG):
                    changed = self._inbox.take()
                    ahead = self._ahead(memo, changed) if changed else False
                    if changed and not (ahead and self._inbox.wait(_REST)):
                        self._safely(partial(self._build, memo, cache, changed), changed)
                        cache.commit()
                elif waits and shown is not None:
                    self._given_up = shown
                    self._safely(partial(self._finish, shown), frozenset())

    def _settle(self, cache: Cache) -> None:
        """Get ready for many builds: nothing is lost, the collector has less to look at, the model is loaded."""
        cache.commit()
        self._telling.remarks(cache.diagnostics)
        gc.collect()
        gc.freeze()
        if self._parser is not None and not self._inbox.has_news:
            # So the first save need not wait for it.
            warm_up(self._parser[1])

    def _safely(self, action: Callable[[], None], changed: frozenset[str]) -> None:
        """Do something; what is wrong with the content is shown, and so is a mistake of the program's own.

        The thread lives on, whatever happens: without it no edit would be shown again.
        """
        try:
            action()
        except Superseded:
            return
        except InputError as error:
            self._fail(error.diagnostics, changed)
        except OSError as error:
            self._fail([refused(error)], changed)
        except Exception as error:
            self._telling.mistake(error)
            message = f"sitegen failed: {type(error).__name__}: {error}"
            hint = "the terminal shows where; please report it. The preview goes on at the next change"
            self._fail([Diagnostic("internal", "error", ".", None, None, message, hint)], changed)
        self._inbox.done()

    def abandon(self) -> None:
        """Take down what shows how far a build has come; for the end of the process, from any thread."""
        self._bars.close()

    def _ahead(self, memo: Memo, changed: frozenset[str]) -> bool:
        """Show what changed ahead of the build that follows, where that takes long; tell whether that could be done."""
        assembled, begun = self._assembled, time.perf_counter()
        if assembled is None or not self._slow or self._stage.problems or assembled.snapshot is not self._stage.shown:
            return False
        try:
            parser = self._parser_of(assembled.plan.site.settings)
            made = amend_assembled(self._site, assembled, changed, memo, parser)
            if made is None:
                return False
            edited = {made.snapshot.texts[path][0] for path in changed}
            for name in sorted(edited | (self._opened() & made.snapshot.pieces.keys())):
                self._stage.content(made.snapshot, name)
        except Exception as error:
            # The build that follows may fare better; if not, it tells on the pages as well.
            self._telling.mistake(error)
            self._assembled = None
            return False
        self._assembled = made
        self._stage.put_on(made.snapshot, Change())
        self._inbox.shown()
        self._tell()
        self._telling.amended(changed, time.perf_counter() - begun)
        return True

    def _build(self, memo: Memo, cache: Cache, changed: frozenset[str]) -> None:
        edition = self._edition()
        shelf = self._stage.shelf
        with ExitStack() as self._bars:
            pace = Pace(self._inbox, self._bars.enter_context(self._watched()), cache.commit)
            assembled = assemble(self._site, edition, memo, shelf, self._seen, self._parser_of, pace)
            made, snapshot = assembled.plan, assembled.snapshot
            before = None if self._stage.shown is None else settled(self._stage.shown)
            names = changed_names(before, snapshot)
            pace("rendering", 0, 0)
            for name in self._first(snapshot, names, changed):
                self._stage.content(snapshot, name)
            memo.turn()
            mended = bool(self._stage.problems)
            self._stage.put_on(snapshot, change_of(names, before, snapshot))
            self._tell()
            pace.end()
        self._assembled, self._slow = assembled, pace.seconds > _LONG_BUILD
        self._telling.built(made, differing(names, before, snapshot), changed, pace, mended=mended)

    def _first(self, snapshot: Snapshot, names: frozenset[str], changed: frozenset[str]) -> Iterable[str]:
        """Return the pages that are made before a build is shown, so that what is wrong with it shows first.

        These are the changed ones of the pages that somebody has open and of articles that were edited, one page of
        each template, and what failed before.
        """
        edited = {snapshot.texts[path][0] for path in changed if path in snapshot.texts}
        first = {name for name in (*self._opened(), *edited) if name in names and name in snapshot.pieces}
        # What could not be made the last time is the first to be tried again.
        first |= self._failed & snapshot.pieces.keys()
        templates: set[str] = set()
        for name, piece in snapshot.pieces.items():
            if name in names and piece.recipe is not None and piece.recipe.template not in templates:
                templates.add(piece.recipe.template)
                first.add(name)
        return sorted(first)

    def _tell(self) -> None:
        """Tell those who have a page open what is on the stage now."""
        stage = self._stage
        opened = self._opened()
        remarks = {name: stage.remarks(name) for name in opened}
        self._publish(News(stage.build, stage.history[-1], stage.problems, stage.etags(opened), remarks))

    def _fail(self, diagnostics: Sequence[Diagnostic], changed: frozenset[str]) -> None:
        """Say what is wrong, on the terminal and on the pages; what was shown stays."""
        self._stage.fail(problems_of(errors(diagnostics), self._site))
        self._tell()
        self._telling.failed(diagnostics, changed, self._stage.outcome)

    def _finish(self, shown: Snapshot) -> None:
        """Make the pages that nobody has asked for yet; if one cannot be made, the last good build comes back."""
        for name, piece in shown.pieces.items():
            if self._inbox.has_news or self._inbox.closed:
                self._given_up = None
                raise Superseded
            # What is drawn waits until somebody asks for it: no template can be wrong with it.
            if piece.drawn is None and not self._stage.shelf.has(piece.key):
                try:
                    self._stage.content(shown, name)
                except Exception:
                    # Whatever it is, whoever called tells of it; what is shown must be whole again first.
                    self._failed.add(name)
                    self._stage.take_back()
                    raise
        self._failed.clear()
        former, self._stage.good = self._stage.good, shown
        keys = {piece.key for snapshot in (former, shown) if snapshot is not None for piece in snapshot.pieces.values()}
        self._stage.shelf.keep(keys)
        if former is None or former.theme is not shown.theme:
            # Templates lead back to themselves, and with few passes of the collector they would pile up.
            gc.collect()

    def _parser_of(self, settings: Settings) -> SpacyParser:
        wanted = (settings.nlp.model, settings.nlp.weights)
        if self._parser is None or self._parser[0] != wanted:
            self._parser = (wanted, SpacyParser(*wanted))
        return self._parser[1]
