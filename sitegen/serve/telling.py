"""What the terminal says while a preview runs: what was rebuilt, why, and how long each stage took."""

import datetime
import json
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.diagnostics import Diagnostic
from sitegen.planning import Plan
from sitegen.serve.changes import Differing
from sitegen.serve.inbox import NEW_DAY
from sitegen.serve.pace import Pace
from sitegen.shell.terminal import report, say

_MOST_PATHS = 3
# A dossier of thousands of articles has hundreds of remarks, most of them known.
_MOST_REMARKS = 10


class Telling:
    """Tells what happens, and each remark once: what the last build had already is not told again."""

    def __init__(self, site: Path, *, as_json: bool = False) -> None:
        self._site = site
        self._as_json = as_json
        self._known: frozenset[Diagnostic] = frozenset()

    def serving(self, addresses: Sequence[str]) -> None:
        """Tell where the preview is."""
        if self._as_json:
            self._line({"event": "serving", "site": str(self._site), "urls": list(addresses)})
            return
        self.say(f"preview of {self._site.resolve()} at {' and '.join(addresses)} (Ctrl-C ends it)")

    def built(self, made: Plan, files: Differing, changed: frozenset[str], pace: Pace, *, mended: bool) -> None:
        """Tell of a build that is shown: ``files`` are those that differ, ``changed`` the paths that made it so."""
        self.remarks(d for d in made.diagnostics if d not in self._known)
        self._known = frozenset(made.diagnostics)
        if self._as_json:
            self._line(
                {
                    "event": "built",
                    "changed": sorted(changed - NEW_DAY),
                    "files": files.new + files.other + files.gone,
                    "seconds": round(pace.seconds, 3),
                    "stages": {name: round(seconds, 3) for name, seconds in pace.stages},
                }
            )
            return
        stages = ", ".join(f"{name} {seconds:.2f}" for name, seconds in pace.stages if seconds >= 0.005)
        took = f"{pace.seconds:.2f} s{f' ({stages})' if stages else ''}"
        self.say(f"{'mended; ' if mended else ''}{self._why(changed)}: {files}, {took}")

    def amended(self, changed: frozenset[str], seconds: float) -> None:
        """Tell that the pages of changed articles are there, and those of whom they name."""
        if self._as_json:
            self._line({"event": "amended", "changed": sorted(changed), "seconds": round(seconds, 3)})
            return
        self.say(f"{self._why(changed)}: shown after {seconds:.2f} s, and whoever is named there; the rest follows")

    def failed(self, diagnostics: Iterable[Diagnostic], changed: frozenset[str], outcome: str) -> None:
        """Tell what is wrong, and what is shown all the same."""
        wrong = [found for found in diagnostics if found.severity == "error"]
        with _perhaps():
            report(wrong, root=self._site, as_json=self._as_json)
        self.say(f"{self._why(changed)}: {outcome}")

    def mistake(self, error: Exception) -> None:
        """Tell of a mistake of the program's own, and where it happened."""
        with _perhaps():
            traceback.print_exception(error, file=sys.stderr)

    def remarks(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Tell the first of some remarks, and how many there are."""
        found = list(diagnostics)
        with _perhaps():
            report(found if self._as_json else found[:_MOST_REMARKS], root=self._site, as_json=self._as_json)
        if len(found) > _MOST_REMARKS and not self._as_json:
            self.say(f"and {len(found) - _MOST_REMARKS:,} more remarks; sitegen build shows them all")

    def say(self, message: str) -> None:
        """Print a line with the time."""
        with _perhaps():
            say(message if self._as_json else f"{datetime.datetime.now():%H:%M:%S} {message}", as_json=self._as_json)
            sys.stderr.flush()

    def _line(self, found: dict[str, object]) -> None:
        with _perhaps():
            print(json.dumps(found, ensure_ascii=False), file=sys.stderr, flush=True)

    def _why(self, changed: frozenset[str]) -> str:
        if not changed:
            return "site"
        paths = sorted(changed)
        shown = ", ".join(
            path if (self._site / path).exists() or "/" not in path else f"{path} (gone)"
            for path in paths[:_MOST_PATHS]
        )
        return shown if len(paths) <= _MOST_PATHS else f"{shown} and {len(paths) - _MOST_PATHS:,} more"


@contextmanager
def _perhaps() -> Iterator[None]:
    """Speak if anybody listens: a terminal that was closed, or a full disk under a log, ends no preview."""
    with suppress(OSError, ValueError):
        yield
