"""A file of annotations that were made elsewhere: whatever its form, what it offers. Nothing is run or fetched."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.intake.hypothesis_rows import is_row, row_proposals
from sitegen.intake.json_text import read_json
from sitegen.intake.letters import Letter, Report, is_mail, read_mail, reports
from sitegen.intake.makers import address_of, day_of, name_of
from sitegen.intake.proposal import Offered, Proposal, whole
from sitegen.intake.web import is_own, is_report, report_proposal, web_proposals

# Bytes. A file of this size holds tens of thousands of annotations.
LARGEST = 20_000_000
_MOST = 20_000
_DEEPEST = 8
_JSON = frozenset({".json", ".jsonld", ".jsonl", ".ndjson"})
# Where containers of annotations hold them.
_HOLDERS = ("rows", "annotations", "items", "@graph", "first", "next", "hits")
_READER = "a reader"


def read_offered(path: str, content: bytes) -> Offered:
    """Return what the file at ``path`` offers, each proposed and with the place in the file that says so.

    It holds Web Annotations (one, a page, a collection, a list, or one a line), what Hypothesis exports, or a mail or
    an issue with a reader's report. Raises InputError, with line and column, where it is none of these.
    """
    if len(content) > LARGEST:
        message, hint = f"the file is larger than {LARGEST // 1_000_000} MB", "export fewer annotations at a time"
        raise InputError(Diagnostic("import-too-large", "error", path, None, None, message, hint))
    suffix = PurePosixPath(path).suffix.lower()
    text = _text(content)
    if suffix in _JSON or (suffix != ".eml" and text.lstrip()[:1] in {"{", "["} and not is_mail(text)):
        return _from_json(path, text)
    letter = read_mail(content) if suffix == ".eml" or is_mail(text) else Letter(text)
    found = tuple(_from_letter(path, letter))
    if not found:
        message = "the file holds no annotation"
        hint = "save the whole mail or issue, with the lines of signs at its end, or a JSON file of annotations"
        raise InputError(Diagnostic("import-nothing", "error", path, None, None, message, hint))
    return Offered(found)


def _text(content: bytes) -> str:
    encoding = json.detect_encoding(content)
    return content.decode("utf-8" if encoding == "utf-8-sig" else encoding, "replace").removeprefix("\ufeff")


def _from_json(path: str, text: str) -> Offered:
    every = list(_annotations(read_json(path, text)))
    if not every:
        message = "the JSON holds no annotation: nothing in it has a target"
        hint = "a file of Web Annotations, or what Hypothesis exports, is wanted"
        raise InputError(Diagnostic("import-nothing", "error", path, None, None, message, hint))
    remarks = []
    if len(every) > _MOST:
        message, hint = f"only the first {_MOST:,} annotations are taken", "export fewer annotations at a time"
        remarks.append(Diagnostic("import-too-large", "error", path, None, None, message, hint))
    rows = {str(each.get("id")): each for each in every if is_row(each)}
    lines = _Lines(text)
    made: list[Proposal] = []
    silent = own = 0
    for each in every[:_MOST]:
        found = _proposals(each, rows, path, lines.of(each.get("id")))
        made += found
        own += is_own(each)
        silent += not found and not is_own(each)
    if own:
        message = (
            f"{own:,} say what the program itself found and are left out: they would confirm what nobody looked at"
        )
        hint = "sitegen annotations add … --confirm says that somebody did"
        remarks.append(Diagnostic("import-own", "info", path, None, None, message, hint))
    if silent:
        message = f"{silent:,} say nothing and are left out, such as mere highlights"
        hint = "write a comment or a tag, such as speaker:judith-ellery, and export again"
        remarks.append(Diagnostic("import-silent", "info", path, None, None, message, hint))
    return Offered(tuple(made), tuple(remarks))


def _proposals(
    each: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]], path: str, line: int
) -> tuple[Proposal, ...]:
    if is_own(each):
        return ()
    if "target" not in each:
        # An issue, as the programs of code forges give it.
        sender = each.get("author", each.get("user"))
        times = (each.get("created_at"), each.get("createdAt"))
        address = address_of(each.get(key) for key in ("html_url", "web_url", "url"))
        text = whole(each.get("body")) or whole(each.get("description"))
        letter = Letter(text, name_of(sender), next((time for time in times if isinstance(time, str)), ""), address)
        return tuple(_moved(found, line) for found in _from_letter(path, letter))
    if is_row(each):
        return row_proposals(each, rows, path, line)
    if is_report(each):
        found = report_proposal(each, "", path, line, _READER)
        return () if found is None else (found,)
    return web_proposals(each, path, line)


def _moved(proposal: Proposal, line: int) -> Proposal:
    return replace(proposal, annotation=replace(proposal.annotation, line=line))


def _from_letter(path: str, letter: Letter) -> Iterator[Proposal]:
    for report in reports(letter):
        if is_report(report.annotation):
            yield from _from_report(path, letter, report)
        elif not is_own(report.annotation):
            yield from web_proposals(report.annotation, path, report.line)


def _from_report(path: str, letter: Letter, report: Report) -> Iterator[Proposal]:
    found = report_proposal(report.annotation, report.told, path, report.line, letter.by or _READER)
    if found is not None:
        said = found.annotation
        known = replace(said, date=said.date or day_of((letter.sent,)), source=said.source or letter.source)
        yield replace(found, annotation=known)


def _annotations(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield the annotations in a value, and the issues that hold one."""
    if isinstance(value, list):
        for member in value:
            yield from _annotations(member, depth)
    elif isinstance(value, Mapping) and depth < _DEEPEST:
        if "target" in value or any("sitegen:article" in whole(value.get(key)) for key in ("body", "description")):
            yield value
        else:
            for key in _HOLDERS:
                yield from _annotations(value.get(key), depth + 1)


class _Lines:
    """Finds the line on which an annotation stands, by its id."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def of(self, id_: Any) -> int:
        """Return the 1-based line of the next place with this id; that of the last one where there is none."""
        found = self._text.find(json.dumps(id_, ensure_ascii=False), self._at) if isinstance(id_, str) and id_ else -1
        if found >= 0:
            self._line += self._text.count("\n", self._at, found)
            self._at = found
        return self._line
