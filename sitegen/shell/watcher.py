"""What changed in a site folder, told when it has come to rest.

The file system's notices only tell the watcher where to look; what changed it sees for itself, by comparing name, size,
times and inode of a file with what was there before. Where notices are of files alone, it looks at these, however many
others there are; whatever else happens, and every now and then, it looks at all of them. So no notice needs to be
understood, none can be missed for long, and a folder may vanish and come back.
"""

import errno
import os
import threading
import time
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from sitegen.diagnostics import Diagnostic
from sitegen.model.leftover import is_leftover
from sitegen.shell.config import NAME, page_folders
from sitegen.shell.page_folders import leads_astray
from sitegen.shell.reader import FileState, state_of

# What a site is made of: files and folders in its own folder, and the folders of pages that its configuration names.
_FILES = (NAME, "ledger.jsonl")
_THEME = ("templates", "static")
FOLDERS = ("content", *_THEME)

# Seconds. A burst is over when nothing has changed for _QUIET, and is told after _LONGEST at the latest.
_QUIET = 0.025
_LONGEST = 0.5
# Without notices the folder is looked at this often, with notices that rarely, to make up for one that was lost; and
# on a site so large that looking takes long, never more than a fiftieth of the time.
_POLL = 0.4
_LOOK_ANYWAY = 2.0
_SHARE = 50

# With notices of more files than these it is as quick to look at all.
_FEW = 200

Look = dict[str, FileState]


class _Notices(FileSystemEventHandler):
    """Wakes the watcher at whatever happens, and tells where.

    ``gone`` are folders that were taken away, and their watches with them; ``files`` are those of which there was a
    notice, and ``elsewhere`` tells that there were notices of folders as well.
    """

    def __init__(self, wake: threading.Event) -> None:
        self._wake = wake
        self.gone: set[str] = set()
        self.files: set[str] = set()
        self.elsewhere = False

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Opening and closing without writing is what the watcher itself does.
        if event.event_type in {"opened", "closed_no_write"}:
            return
        if event.is_directory and event.event_type in {"deleted", "moved"}:
            self.gone.add(os.fsdecode(event.src_path))
        if not event.is_directory:
            self.files |= {os.fsdecode(path) for path in (event.src_path, event.dest_path) if path}
        elif event.event_type != "modified":
            # A folder is also said to be modified when a file in it comes or goes, of which there is a notice as well.
            self.elsewhere = True
        self._wake.set()

    def taken(self) -> set[str] | None:
        """Return the files of which there were notices since the last call, None where there was more than that."""
        files, self.files = self.files, set()
        elsewhere, self.elsewhere = self.elsewhere, False
        return None if elsewhere or not files or len(files) > _FEW else files


class Watcher:
    """Tells which files of a site changed; ``diagnostics`` says where it has to do without notices."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._wake = threading.Event()
        self._stopped = False
        self._handler = _Notices(self._wake)
        self._observer: BaseObserver | None = None
        self._watches: dict[str, tuple[ObservedWatch, tuple[int, int]]] = {}
        self._noticed = True
        self.diagnostics: list[Diagnostic] = []
        self._configured: FileState | None = None
        self._pages: tuple[str, ...] = ()
        self._state = self._look()
        self._start()

    def changes(self, *, idle: float = 1.0) -> Iterator[frozenset[str]]:
        """Yield the paths of the files that changed, relative to the site, burst by burst, until ``stop``.

        Yields an empty set whenever nothing has happened for ``idle`` seconds.
        """
        next_look = time.monotonic()
        last = time.monotonic()
        while not self._stopped:
            self._wake.wait(min(idle, max(0.0, next_look - time.monotonic())))
            if self._stopped:
                return
            woken = self._wake.is_set()
            if woken or time.monotonic() >= next_look:
                self._wake.clear()
                begun = time.monotonic()
                changed = self._burst(self._handler.taken() if woken else None)
                took = time.monotonic() - begun
                if changed:
                    last = time.monotonic()
                    yield changed
                next_look = time.monotonic() + max(
                    _LOOK_ANYWAY if self._noticed else _POLL, _SHARE * took * (not changed)
                )
            if time.monotonic() - last >= idle:
                last = time.monotonic()
                yield frozenset()

    def stop(self) -> None:
        """End ``changes``, from any thread."""
        self._stopped = True
        self._wake.set()
        if self._observer is not None:
            with suppress(RuntimeError):
                self._observer.stop()

    def _burst(self, files: set[str] | None) -> frozenset[str]:
        """Look until two looks in a row are equal; return what differs from before.

        ``files`` are the only ones of which there were notices, None for more than files.
        """
        begun = time.monotonic()
        found = self._look(files)
        while found != self._state:
            # Longer than a tick of the file system's clock: a file written twice within one is seen as well.
            time.sleep(_QUIET)
            if self._wake.is_set():
                self._wake.clear()
                more = self._handler.taken()
                files = None if files is None or more is None else files | more
            again = self._look(files)
            settled, found = again == found and not self._emptied(again), again
            if settled or time.monotonic() - begun > _LONGEST:
                break
        before, self._state = self._state, found
        self._follow()
        return frozenset(path for path in before.keys() | found.keys() if before.get(path) != found.get(path))

    def _look(self, files: set[str] | None = None) -> Look:
        """Look at all that the site is made of now, folders of pages that came or went with the configuration too.

        With ``files``, only these can differ from what is known.
        """
        alone = None if files is None else look_again(self._site, self._state, files, self._pages)
        if alone is not None:
            return alone
        found = look(self._site, self._pages)
        configured = found.get(NAME)
        if configured == self._configured:
            return found
        self._configured, before = configured, self._pages
        self._pages = page_folders(self._site, before)
        return found if self._pages == before else look(self._site, self._pages)

    def _emptied(self, found: Look) -> bool:
        """Tell whether a file lost all that it held: whoever saves is about to write it anew."""
        empty = ((path, state) for path, state in found.items() if state[2] == 0)
        return any(self._state.get(path, state)[2] > 0 for path, state in empty)

    def _start(self) -> None:
        # watchdog adds a new folder both by itself and because it is told of it, and wonders.
        warnings.filterwarnings("ignore", "Callback with id .* already exists", RuntimeWarning)
        try:
            self._observer = Observer()
            self._observer.start()
        except OSError as error:
            self._do_without(error)
        self._follow()

    def _follow(self) -> None:
        """Ask for notices of the folders that are there now, also where one was replaced by another."""
        if self._observer is None or not self._noticed:
            return
        gone, self._handler.gone = self._handler.gone, set()
        pages = [name for name in self._pages if not leads_astray(self._site, name)]
        # A folder of pages that is not there yet may come together with those above it.
        above = {str(parent) for name in pages for parent in PurePosixPath(name).parents} - {"."}
        alone = {".", *above} - {*FOLDERS, *pages}
        wanted = (*sorted(alone), *FOLDERS, *pages)
        for name in [name for name in self._watches if name not in wanted]:
            with suppress(OSError, KeyError):
                self._observer.unschedule(self._watches.pop(name)[0])
        for name in wanted:
            folder = self._site / name
            try:
                found = folder.stat()
                identity = (found.st_dev, found.st_ino)
            except OSError:
                identity = None
            known = self._watches.get(name)
            # A new folder may have the inode of the one whose place it took.
            replaced = str(folder) in gone
            if known is not None and (known[1] != identity or replaced):
                del self._watches[name]
                with suppress(OSError, KeyError):
                    self._observer.unschedule(known[0])
                known = None
            if known is None and identity is not None:
                try:
                    watch = self._observer.schedule(self._handler, str(folder), recursive=name not in alone)
                except FileNotFoundError:
                    continue
                except OSError as error:
                    self._do_without(error)
                    return
                self._watches[name] = (watch, identity)
                # What came before the watch did gave no notice.
                self._wake.set()

    def _do_without(self, error: OSError) -> None:
        self._noticed = False
        self._watches.clear()
        if self._observer is not None:
            with suppress(RuntimeError, OSError):
                self._observer.unschedule_all()
        reason = (error.strerror or str(error)).lower()
        hint = f"files are looked at every {_POLL} s instead, which takes more of the processor"
        if error.errno in {errno.ENOSPC, errno.EMFILE, errno.ENFILE}:
            hint += "; the system's limit can be raised: sysctl fs.inotify"
        message = f"the system sends no notices of changed files: {reason}"
        self.diagnostics.append(Diagnostic("watch-polling", "warning", ".", None, None, message, hint))


def look(site: Path, pages: Iterable[str] = ()) -> Look:
    """Return time of content, time of state (both ns), size and inode of every file that a build may read, by path.

    ``pages`` are folders of the site besides the usual ones.

    Paths are relative to ``site``, with ``/``; of the folders themselves it is only told that they are there. What
    cannot be looked at is not there.
    """
    found: Look = {}
    for name in _FILES:
        with suppress(OSError):
            found[name] = state_of((site / name).stat())
    for name in (*FOLDERS, *(name for name in pages if not leads_astray(site, name))):
        with suppress(OSError):
            if (site / name).is_dir():
                found[f"{name}/"] = (0, 0, 1, 0)
        _look(str(site / name), f"{name}/", found)
    return found


def look_again(site: Path, known: Look, files: Iterable[str], pages: Iterable[str] = ()) -> Look | None:
    """Return what ``look`` would return, where of all that is ``known`` only ``files`` can have changed.

    None where that cannot be told: one of them is the configuration, or a folder by now.
    """
    found = dict(known)
    tops = (*FOLDERS, *pages)
    for file in files:
        path = os.path.relpath(file, site).replace(os.sep, "/")
        top = next((top for top in tops if path.startswith(f"{top}/")), None)
        if path == NAME or Path(file).is_dir():
            return None
        if top is None and path not in _FILES:
            continue
        below = path.split("/") if top is None else path[len(top) + 1 :].split("/")
        if is_leftover(below[-1]) or (top not in _THEME and any(map(is_leftover, below[:-1]))):
            continue
        try:
            found[path] = state_of(Path(file).stat(follow_symlinks=top is None))
        except OSError:
            found.pop(path, None)
    return found


def _look(top: str, shown: str, found: Look) -> None:
    """Look at all that is below the folder ``top``: among texts, what is hidden is no part of the site."""
    theme = shown.rstrip("/") in _THEME
    waiting = [(top, shown)]
    while waiting:
        folder, prefix = waiting.pop()
        # A folder that is taken away while it is looked at ends the look.
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        if theme or not is_leftover(entry.name):
                            waiting.append((entry.path, f"{prefix}{entry.name}/"))
                    elif not is_leftover(entry.name):
                        found[prefix + entry.name] = state_of(entry.stat(follow_symlinks=False))
