"""Builds, one after the other, in a thread of its own: the only one that touches the memo and the model."""

import datetime
import gc
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.edition import Edition
from sitegen.model.progress import Progress
from sitegen.model.settings import Settings
from sitegen.pipeline import Memo
from sitegen.serve.assembly import HOLDING, assemble
from sitegen.serve.changes import News, changed_names, copied, moved
from sitegen.serve.inbox import Inbox
from sitegen.serve.pace import Pace, Superseded
from sitegen.serve.snapshot import Snapshot
from sitegen.serve.stage import Problem, Stage
from sitegen.serve.telling import Telling
from sitegen.shell.cache import Cache
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.reader import Seen
from sitegen.shell.snippet import Snippets
from sitegen.shell.versions import code_versions

# Seconds without a change after which the pages that nobody has asked for yet are made.
_PAUSE = 0.5


class Worker(threading.Thread):
    """Takes what changed from ``inbox``, builds, and puts the outcome on the ``stage``.

    ``publish`` is told the news; ``opened`` returns the names of pages that somebody has open.
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
        today: datetime.date | None = None,
        progress: Progress,
    ) -> None:
        super().__init__(name="sitegen-worker", daemon=True)
        self._site = site
        self._stage = stage
        self._inbox = inbox
        self._telling = telling
        self._publish = publish
        self._opened = opened
        self._today = today
        self._progress = progress
        self._parser: tuple[tuple[str, str], SpacyParser] | None = None
        self._given_up: Snapshot | None = None
        self._seen: dict[Path, Seen] = {}

    def run(self) -> None:
        """Build until the inbox is closed."""
        with Cache(self._site) as cache:
            memo = Memo(cache, code_versions(), holding=HOLDING)
            self._guarded(memo, frozenset())
            cache.commit()
            self._telling.remarks(cache.diagnostics)
            # What is here now stays: the collector need not look at it again.
            gc.collect()
            gc.freeze()
            if self._parser is not None and not self._inbox.has_news:
                self._warm(self._parser[1])
            while not self._inbox.closed:
                waits = self._stage.shown is not self._stage.good and self._stage.shown is not self._given_up
                if self._inbox.wait(_PAUSE if waits else 3600.0):
                    changed = self._inbox.take()
                    if changed:
                        self._guarded(memo, changed)
                        cache.commit()
                elif waits:
                    self._finish()

    def _guarded(self, memo: Memo, changed: frozenset[str]) -> None:
        """Build; what is wrong with the content is shown, and so is a mistake of the program's own."""
        pace = Pace(self._inbox, self._progress)
        try:
            self._build(memo, changed, pace)
        except Superseded:
            return
        except InputError as error:
            self._fail(error.diagnostics, changed)
        except OSError as error:
            self._fail([_refused(error)], changed)
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            message = f"sitegen failed: {type(error).__name__}: {error}"
            hint = "the terminal shows where; please report it. The preview goes on at the next change"
            self._fail([Diagnostic("internal", "error", ".", None, None, message, hint)], changed)
        self._inbox.done()
        self._stage.settled.set()

    def _build(self, memo: Memo, changed: frozenset[str], pace: Pace) -> None:
        edition = Edition(self._today or datetime.date.today(), drafts=True, future=True)
        made, snapshot = assemble(self._site, edition, memo, self._stage.shelf, self._seen, self._parser_of, pace)
        before = self._stage.shown
        names = changed_names(before, snapshot)
        pace("rendering", 0, 0)
        for name in self._first(snapshot, names, changed):
            self._stage.content(snapshot, name)
        memo.turn()
        mended = bool(self._stage.problems)
        self._stage.problems = ()
        self._stage.shown = snapshot
        self._tell(before, names)
        pace.end()
        self._telling.built(made, names, changed, pace, mended=mended)

    def _first(self, snapshot: Snapshot, names: frozenset[str], changed: frozenset[str]) -> Iterable[str]:
        """Return the pages that are made before a build is shown, so that what is wrong with it shows first.

        These are the changed ones of the pages that somebody has open and of articles that were edited, and one page
        of each template.
        """
        edited = {snapshot.articles[path][0] for path in changed if path in snapshot.articles}
        first = {name for name in (*self._opened(), *edited) if name in names and name in snapshot.pieces}
        templates: set[str] = set()
        for name, piece in snapshot.pieces.items():
            if name in names and piece.recipe is not None and piece.recipe.template not in templates:
                templates.add(piece.recipe.template)
                first.add(name)
        return sorted(first)

    def _tell(self, before: Snapshot | None, names: frozenset[str]) -> None:
        """Tell those who have a page open what is on the stage now; ``names`` are the files that differ from before."""
        shown = self._stage.shown
        files = tuple(copied(names, before, shown)) if shown is not None else ()
        styles = tuple(name for name in files if name.endswith(".css"))
        self._stage.number += 1
        self._publish(
            News(
                self._stage.number,
                self._stage.problems,
                etags=self._stage.etags(self._opened()),
                styles=styles,
                files=tuple(name for name in files if name not in styles),
                moved=moved(before, shown) if shown is not None else {},
            )
        )

    def _fail(self, diagnostics: Iterable[Diagnostic], changed: frozenset[str]) -> None:
        """Say what is wrong, on the terminal and on the pages; what was shown stays."""
        snippets = Snippets(self._site)
        found = tuple(Problem(d, snippets.of(d)) for d in snippets.located(diagnostics) if d.severity == "error")
        self._stage.problems = found
        self._tell(self._stage.shown, frozenset())
        self._telling.failed(diagnostics, changed, stays=self._stage.shown is not None)

    def _finish(self) -> None:
        """Make the pages that nobody has asked for yet; if one cannot be made, go back to the last good build."""
        shown = self._stage.shown
        if shown is None:
            return
        try:
            for name, piece in shown.pieces.items():
                if self._inbox.has_news or self._inbox.closed:
                    return
                if not self._stage.shelf.has(piece.key):
                    self._stage.content(shown, name)
        except (InputError, OSError) as error:
            self._given_up = shown
            self._stage.shown = self._stage.good or shown
            self._fail(error.diagnostics if isinstance(error, InputError) else [_refused(error)], frozenset())
            return
        former, self._stage.good = self._stage.good, shown
        keys = {piece.key for snapshot in (former, shown) if snapshot is not None for piece in snapshot.pieces.values()}
        self._stage.shelf.keep(keys)

    def _parser_of(self, settings: Settings) -> SpacyParser:
        wanted = (settings.nlp.model, settings.nlp.weights)
        if self._parser is None or self._parser[0] != wanted:
            self._parser = (wanted, SpacyParser(*wanted))
        return self._parser[1]

    def _warm(self, parser: SpacyParser) -> None:
        """Load the model, so that the first save need not wait for it."""
        try:
            parser.parse(["She said so."])
        except InputError as error:
            self._telling.remarks(error.diagnostics)


def _refused(error: OSError) -> Diagnostic:
    reason = (error.strerror or str(error)).lower()
    hint = "check the path and its permissions, and that there is room on the disk"
    return Diagnostic("system", "error", str(error.filename or "."), None, None, reason, hint)
