"""The search index of a preview: made when a page asks for it, so that nothing that was saved waits for it."""

import threading
from collections.abc import Callable

from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.serve.snapshot import Snapshot
from sitegen.shell.search_index import FOLDER, SearchUnavailableError, index_files, unavailable

# What a page loads first of an index. All other files are named by their content: those of the index before are kept
# for pages that still use it.
_FIRST = frozenset({f"{FOLDER}pagefind.js", f"{FOLDER}pagefind-entry.json"})


class SearchIndex:
    """Files of the index of what is shown; safe to use from several threads. ``remark`` tells what is wrong with it."""

    def __init__(self, remark: Callable[[Diagnostic], None]) -> None:
        self._remark = remark
        self._making = threading.Lock()
        self._shown: Snapshot | None = None
        self._key = ""
        self._files: dict[str, bytes] = {}
        self._older: dict[str, bytes] = {}

    @staticmethod
    def has(name: str) -> bool:
        """Tell whether ``name``, a path below the root of the site, is that of a file of the index."""
        return name.startswith(FOLDER)

    def content(self, snapshot: Snapshot, name: str) -> bytes | None:
        """Return a file of the index of ``snapshot``, None for one that it does not have."""
        with self._making:
            if name in _FIRST and snapshot is not self._shown:
                self._make(snapshot)
            found = self._files.get(name)
            return self._older.get(name) if found is None else found

    def _make(self, snapshot: Snapshot) -> None:
        records, language = snapshot.searched(), snapshot.language
        key = digest((records, language))
        if key != self._key:
            try:
                made = index_files(records, language)
            except SearchUnavailableError as error:
                self._remark(unavailable(error))
                made = ()
            self._older, self._files, self._key = self._files, dict(made), key
        self._shown = snapshot
