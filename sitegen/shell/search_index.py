"""The search index: Pagefind, a program of its own, makes it of records. Nothing else knows how.

Pagefind's Python package waits a tenth of a second for each answer, which is hours for a large site. Here only its
program is taken from it, and spoken to as the package does, all at once: requests are JSON in base64, parted by commas,
and so are the answers.
"""

import json
import subprocess
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pagefind.service import get_executable

from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.search_record import FoundInside, SearchRecord
from sitegen.pipeline.memo import Memo
from sitegen.shell.search_files import in_order

# Where the index stands below the root of a site.
FOLDER = "pagefind/"
# Seconds. A hundred thousand records take about twenty.
_PATIENCE = 900.0
# The interface that Pagefind brings along and this site does without.
_UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
_ANY_LANGUAGE = "wasm.unknown.pagefind"
# What is kept with a record among its filters: other than what else is said of it, that is not searched. No results are
# narrowed by it.
_PAGE, _INSIDE = "own", "inside"


class SearchUnavailableError(Exception):
    """Pagefind cannot be started, or failed; the message says why in words."""


def index_files(records: Iterable[SearchRecord], language: str) -> tuple[tuple[str, bytes], ...]:
    """Return the index of ``records``: paths below the root of the site, sorted, each with its content.

    All records are read as ``language``, the site's: Pagefind keeps languages apart, and a page would find those of
    its own alone. Equal records make equal files. Raises SearchUnavailableError.
    """
    begun = {"type": "NewIndex", "config": {"force_language": language}}
    added = (_request(record, language) for record in records)
    made = _ask([begun, *added, {"type": "GetFiles", "index_id": 0}])
    files = {file["path"]: b64decode(file["content"]) for file in made["files"]}
    kept = {path: content for path, content in files.items() if _is_used(path, files)}
    return tuple((FOLDER + path, content) for path, content in sorted(in_order(kept, {_PAGE, _INSIDE}).items()))


def _is_used(path: str, files: Mapping[str, bytes]) -> bool:
    """Tell whether the search loads a file: a language that Pagefind knows has a program of its own."""
    if path == _ANY_LANGUAGE:
        return not any(name.startswith("wasm.") for name in files if name != _ANY_LANGUAGE)
    return not path.startswith(_UNUSED)


def remembered_index(
    records: Sequence[SearchRecord], language: str, memo: Memo
) -> tuple[tuple[tuple[str, bytes], ...], tuple[Diagnostic, ...]]:
    """Return the files of an index as ``index_files`` does, and what is to be said where it cannot be made.

    Pagefind is started only where something else can be found than before.
    """

    def make() -> tuple[tuple[str, bytes], ...]:
        return index_files(records, language)

    try:
        kept = memo.remember("search", tuple[tuple[str, bytes], ...], (digest((records, language)),), make)
    except SearchUnavailableError as error:
        return (), (unavailable(error),)
    return kept.value, ()


def pagefind_version() -> str:
    """Return what Pagefind's program says of itself. Raises SearchUnavailableError where it cannot be started."""
    try:
        asked = subprocess.run([_program(), "--version"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise SearchUnavailableError(_reason(error)) from error
    return asked.stdout.strip()


def unavailable(error: SearchUnavailableError) -> Diagnostic:
    """Return what a user should know of a site without its index."""
    hint = "sitegen doctor looks at it; --no-search builds without an index and says nothing"
    message = f"there is no search index, for Pagefind failed: {error}. The search page lists names in its place"
    return Diagnostic("search-unavailable", "warning", FOLDER, None, None, message, hint)


def _request(record: SearchRecord, language: str) -> dict[str, Any]:
    meta = {"title": record.title, "names": "; ".join(record.names)}
    meta |= {"article": record.article, "day": record.day, "by": record.by, "lead": record.lead}
    inside = record.quotations
    kinds = [record.kind, *sorted({each.kind for each in inside})]
    filters = {"kind": kinds, "person": list(record.people), "year": [record.year] if record.year else []}
    if record.has_page:
        filters[_PAGE] = ["page"]
    if inside:
        filters[_INSIDE] = [json.dumps([*map(_inside, inside)], ensure_ascii=False, separators=(",", ":"))]
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": record.url,
        # Pagefind passes over what has no text.
        "content": record.text or record.title,
        "language": language,
        "meta": {name: value for name, value in meta.items() if value},
        "filters": {name: values for name, values in filters.items() if values},
    }


def _inside(quotation: FoundInside) -> tuple[object, ...]:
    """Return what the search page reads of a quotation inside an article, in this order."""
    shown = (quotation.speaker, quotation.person, quotation.lead, quotation.by)
    return (quotation.id, quotation.kind, quotation.parts, *shown)


def _ask(requests: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the answer to the last of several requests, all of which were granted."""
    try:
        program = subprocess.Popen(
            [_program(), "--service"],
            bufsize=1 << 20,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise SearchUnavailableError(_reason(error)) from error
    ending = threading.Timer(_PATIENCE, program.kill)
    ending.daemon = True
    ending.start()
    # Its answers would fill their pipe while it waits for the rest of the questions.
    asking = threading.Thread(target=_send, args=(program, requests), daemon=True)
    asking.start()
    try:
        answer: dict[str, Any] = {}
        for answer in _answers(program, len(requests)):
            if answer["type"] == "Error":
                raise SearchUnavailableError(str(answer.get("message"))[:200])
        return answer
    except (ValueError, KeyError) as error:
        raise SearchUnavailableError(f"its answer makes no sense ({_reason(error)})") from error
    finally:
        ending.cancel()
        program.kill()
        asking.join()
        program.wait()
        for pipe in (program.stdin, program.stdout):
            if pipe is not None:
                _close(pipe)


def _send(program: "subprocess.Popen[bytes]", requests: Iterable[dict[str, Any]]) -> None:
    assert program.stdin is not None
    try:
        for number, request in enumerate(requests, 1):
            message = json.dumps({"message_id": number, "payload": request}).encode()
            program.stdin.write(b64encode(message) + b",")
        # It leaves at once where nobody can ask any more: the pipe stays open until it has answered.
        program.stdin.flush()
    except (OSError, ValueError):
        return


def _answers(program: "subprocess.Popen[bytes]", number: int) -> Iterator[dict[str, Any]]:
    assert program.stdout is not None
    left: list[bytes] = []
    while number:
        got = program.stdout.read1(1 << 20)  # type: ignore[attr-defined]
        if not got:
            raise SearchUnavailableError(f"it ended before its time (exit code {program.wait()})")
        *whole, rest = got.split(b",")
        for part in whole:
            answer = json.loads(b64decode(b"".join((*left, part))))
            left = []
            number -= 1
            yield answer["payload"]
        left.append(rest)


def _program() -> str:
    found = get_executable()
    if found is None:
        raise SearchUnavailableError("its program is not installed")
    return str(found)


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:
        return


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)[:200]
