"""Data on standard output: lines for a reader, or a JSON object a line."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.diagnostics import Diagnostic
from sitegen.shell.terminal import harmless, report, say

if TYPE_CHECKING:
    from sitegen.curate import Amendment

# The colours of a diff, by the first sign of a line.
_DIFF = {"+": "green", "-": "red", "@": "cyan"}


def print_lines(lines: Iterable[str], colours: dict[str, str] | None = None) -> None:
    """Print lines, on a terminal in colours by their first sign, without what would control one."""
    try:
        for line in lines:
            # Off a terminal, click leaves colours out.
            colour = (colours or {}).get(line[:1])
            click.echo(click.style(harmless(line), fg=colour) if colour else harmless(line))
    except BrokenPipeError:
        # The reader has seen enough ("| head").
        sys.stderr.close()


def print_records(records: Iterable[dict[str, Any]]) -> None:
    """Print one JSON object a line."""
    try:
        for record in records:
            # JSON is UTF-8, whatever the terminal is.
            click.echo(json.dumps(record, ensure_ascii=False).encode())
    except BrokenPipeError:
        sys.stderr.close()


def tell(
    remarks: Iterable[Diagnostic],
    amendments: Sequence["Amendment"],
    root: Path,
    *,
    dry_run: bool,
    as_json: bool,
    otherwise: str = "nothing changes",
) -> None:
    """Print the remarks and what changed in files, or ``otherwise`` where nothing did."""
    from sitegen.curate.report import amendment_record, diff_lines  # noqa: PLC0415

    report(remarks, root=root, as_json=as_json)
    if as_json:
        print_records(map(amendment_record, amendments))
    for change in amendments:
        if not as_json:
            print_lines(diff_lines(change), colours=_DIFF)
        made = "removed" if change.after is None else "written"
        say(f"{change.path} {'would be ' if dry_run else ''}{made}", as_json=as_json)
    if not amendments and otherwise:
        say(otherwise, as_json=as_json)
