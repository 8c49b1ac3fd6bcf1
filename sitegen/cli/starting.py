"""A site begun, an article begun, and whether all is well."""

import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.group import BRANCH, JSON, REMOTE, SITE, count, guarded, main
from sitegen.shell.terminal import report, say

if TYPE_CHECKING:
    from sitegen.adopt import Adoption

_MARKS = {"ok": "ok", "warning": "warning", "problem": "PROBLEM"}


@main.command(epilog="Example: sitegen init my-site")
@click.argument("directory", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option(
    "--from",
    "former",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Take over the texts of this folder, of Hugo, Jekyll, Pelican, Eleventy, or none.",
)
@JSON
def init(*, directory: Path, former: Path | None, as_json: bool) -> None:
    """Make a small site in DIR (default: here) that builds at once; what is there already stays.

    With --from, it says what became of each key and file; the former folder stays as it is.
    """
    from sitegen.starting import init as begin  # noqa: PLC0415  --help must not wait for the stages

    with guarded(directory, as_json=as_json):
        started = begin(directory, former=former, today=datetime.date.today())
    for name in started.made.written:
        click.echo((directory / name).as_posix())
    for name in started.made.kept:
        say(f"{name} was there already, and stays as it is", as_json=as_json)
    if started.adoption is not None:
        report((*started.diagnostics, *started.adoption.remarks), root=directory, as_json=as_json)
        for line in _account(started.adoption):
            say(line, as_json=as_json)
    for note in started.notes:
        say(note, as_json=as_json)
    where = "" if directory == Path() else f"cd {directory}; "
    say(f"next: {where}sitegen serve --open", as_json=as_json)


def _account(adoption: "Adoption") -> Iterator[str]:
    """Yield what was taken over and what was not, line by line."""
    taken = f"{count(len(adoption.texts), 'text')} and {count(len(adoption.copies), 'other file')} taken over"
    yield f"{taken}{f' from {adoption.generator}' if adoption.generator else ''}"
    if adoption.separators:
        yield f"{count(adoption.separators, 'line')} that only ended an excerpt left out"
    for key in adoption.keys:
        yield f"  {key.key} ({count(key.texts, 'text')}): {key.outcome}"
    for left in adoption.left_out:
        place = left.path if left.line is None else f"{left.path}:{left.line}"
        yield f"not taken: {place}: {left.reason}{f' ({left.hint})' if left.hint else ''}"


@main.command(epilog='Example: sitegen new "The clock stays late"')
@click.argument("title")
@SITE
@click.option("--draft", is_flag=True, help="Mark it as a draft: it is previewed, and not published.")
@JSON
def new(*, title: str, site: Path, draft: bool, as_json: bool) -> None:
    """Begin an article, dated today, in the folder of the year, and print the path of its file."""
    from sitegen.starting import new_article  # noqa: PLC0415  --help must not wait for the stages

    with guarded(site, as_json=as_json):
        path = new_article(site, title, today=datetime.date.today(), draft=draft)
    click.echo(path.as_posix())
    say("sitegen serve --open shows it while you write", as_json=as_json)


@main.command(epilog="Example: sitegen doctor --json | jq 'select(.status != \"ok\")'")
@SITE
@REMOTE
@BRANCH
@JSON
def doctor(*, site: Path, remote: str, branch: str, as_json: bool) -> None:
    """Look at all that a site stands on: Python, packages, model, cache, git, Pages, the system's limits.

    Exits with 1 where something keeps sitegen from its work.
    """
    from sitegen.doctor import examine  # noqa: PLC0415  --help must not wait for the stages

    worst = 0
    with guarded(site, as_json=as_json):
        for found in examine(site, remote=remote, branch=branch):
            worst |= found.status == "problem"
            if as_json:
                record = {"check": found.name, "status": found.status, "message": found.message, "hint": found.hint}
                click.echo(json.dumps(record, ensure_ascii=False))
                continue
            click.echo(f"{found.name:10} {_MARKS[found.status]:8} {found.message}")
            if found.hint:
                click.echo(f"{'':19} {found.hint}")
    sys.exit(worst)
