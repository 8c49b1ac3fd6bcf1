"""What a site says otherwise than before."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from sitegen.cli.group import BRANCH, JSON, REMOTE, SITE, guarded, main, watching
from sitegen.shell.terminal import harmless, report, say


@main.command(epilog="Example: sitegen diff --against v1.0 --html changes.html")
@SITE
@click.option("--against", default="", metavar="REF|DIR", help="A git revision, a site, or a built site.")
@REMOTE
@BRANCH
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write a report to this file as well.")
@click.option("--check", is_flag=True, help="Exit with 1 where a speaker changed that nobody has accepted.")
@JSON
def diff(*, site: Path, against: str, remote: str, branch: str, html: Path | None, check: bool, as_json: bool) -> None:
    """List quotations that are new, gone, edited, or given to somebody else, and names that lead elsewhere.

    Without --against: since the site was last published. With --json: one JSON object a change, a line each.
    """
    from sitegen.differing import differences, report_page  # noqa: PLC0415  --help must not wait for the stages
    from sitegen.ledger import report_lines, report_records  # noqa: PLC0415

    with guarded(site, as_json=as_json), watching(as_json=as_json) as progress:
        found = differences(site, against=against, remote=remote, branch=branch, progress=progress)
        if html is not None:
            _write(html, report_page(found))
    form = report_records if as_json else report_lines
    for line in form(found.differences, found.since, found.model):
        click.echo(harmless(line) if isinstance(line, str) else json.dumps(line, ensure_ascii=False))
    waiting = tuple(replace(remark, severity="error") for remark in found.waiting) if check else found.waiting
    report(waiting, root=site, as_json=as_json)
    for note in found.notes:
        say(note, as_json=as_json)
    sys.exit(1 if check and found.waiting else 0)


def _write(path: Path, content: bytes) -> None:
    """Write the report whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
