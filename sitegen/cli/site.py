"""A site built, previewed, checked."""

import datetime
import functools
import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from sitegen.cli.executing import executing, executor_of
from sitegen.cli.group import BASE_URL, JSON, count, for_a_site, guarded, main, watching
from sitegen.shell.manifest import OUTPUT
from sitegen.shell.unchanged import unchanged


@main.command(epilog="Example: sitegen build my-site --output /tmp/site --workers 4")
@for_a_site("The folder to write to.", "Build with:")
@click.option(
    "--accept",
    multiple=True,
    metavar="ID|new|all",
    help="Take the present speaker of a published quotation into the ledger; all: the whole site as it stands; "
    "new: all but changed speakers.",
)
@BASE_URL
@click.option("--no-search", is_flag=True, help="Make no index of the full text; the search page lists names alone.")
@executing
def build(
    *,
    site_dir: Path,
    output: Path | None,
    today: datetime.datetime | None,
    drafts: bool,
    future: bool,
    accept: tuple[str, ...],
    base_url: str,
    no_search: bool,
    executor: str,
    workers: int | None,
    scheduler: str | None,
    as_json: bool,
) -> None:
    """Build the site in SITE_DIR (default: here)."""
    if accept and (drafts or future or today):
        raise click.UsageError("--accept is about what is published: do without --drafts, --future and --today.")
    day = today.date() if today else None
    target = site_dir / OUTPUT if output is None else output
    options = {"drafts": drafts, "future": future, "base_url": base_url, "search": not no_search}
    known = None if accept else unchanged(str(site_dir), str(target), day or datetime.date.today(), options)
    if known is not None:
        _report(known.remarks, root=site_dir, as_json=as_json)
        _say_built(known.figures, target, 0, 0, as_json=as_json)
        return
    from sitegen.build import build as build_site  # noqa: PLC0415  --help must not wait for the stages
    from sitegen.shell.terminal import report, say  # noqa: PLC0415

    guard = guarded(site_dir, as_json=as_json, ending="nothing was written")
    with guard, watching(as_json=as_json) as progress:
        built = build_site(
            site_dir,
            output=output,
            today=day,
            drafts=drafts,
            future=future,
            accept=accept,
            base_url=base_url,
            search=not no_search,
            executor=executor_of(executor, workers, scheduler),
            progress=progress,
        )
    report(built.diagnostics, root=site_dir, as_json=as_json)
    _say_built(built.outcome.figures, built.output, built.written, built.removed, as_json=as_json)
    if accept:
        say("accepted in ledger.jsonl; commit it: git add ledger.jsonl && git commit ledger.jsonl", as_json=as_json)


def _report(remarks: Sequence[Sequence[Any]], root: Path, *, as_json: bool) -> None:
    """Report remarks that come as the values of their fields."""
    if remarks:
        from sitegen.diagnostics import Diagnostic  # noqa: PLC0415  most sites have nothing to say
        from sitegen.shell.terminal import report  # noqa: PLC0415

        report([Diagnostic(*fields) for fields in remarks], root=root, as_json=as_json)


def _say_built(figures: Mapping[str, int], output: Path, written: int, removed: int, *, as_json: bool) -> None:
    from sitegen.shell.terminal import say  # noqa: PLC0415

    say(
        f"{count(figures['articles'], 'article')}, {count(figures['people'], 'person', 'people')}, "
        f"{count(figures['quotes'], 'quotation')}: {count(figures['pages'], 'page')} in {output} "
        f"({count(written, 'file')} written, {removed:,} removed)",
        as_json=as_json,
    )


@main.command(epilog="Example: sitegen serve my-site --open")
@click.argument("site_dir", type=click.Path(path_type=Path), default=".")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="If taken, the next free.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Let other machines in: their address, or 0.0.0.0."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in a browser.")
@click.option("--published", is_flag=True, help="Show what a build publishes: no drafts, nothing to come.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The date that counts as today.")
@JSON
def serve(
    *,
    site_dir: Path,
    port: int,
    host: str,
    open_browser: bool,
    today: datetime.datetime | None,
    published: bool,
    as_json: bool,
) -> None:
    """Preview the site in SITE_DIR (default: here), drafts and articles to come included, while you write.

    Pages that change reload by themselves; what is wrong is shown on the page. Nothing is written but .sitegen/.
    """
    day = today.date() if today else None
    with guarded(site_dir, as_json=as_json), suppress(KeyboardInterrupt):
        from sitegen.serve import serve as preview  # noqa: PLC0415  --help must not wait for the stages

        preview(
            site_dir,
            port=port,
            host=host,
            today=day,
            published=published,
            open_browser=open_browser,
            as_json=as_json,
            watched=functools.partial(watching, as_json=as_json),
        )
    # Ctrl-C is not to wait for the model: nothing on disk is half done by now.
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(0)


@main.command(epilog="Example: sitegen check my-site")
@for_a_site("The built site.", "As given to the build:")
def check(
    *, site_dir: Path, output: Path | None, today: datetime.datetime | None, drafts: bool, future: bool, as_json: bool
) -> None:
    """Read the built site again and compare it with the articles of SITE_DIR (default: here), word for word.

    Where the configuration sets rules under [policy], or a record says sensitive: true, the articles must meet them.
    """
    from sitegen.checking import check_site  # noqa: PLC0415
    from sitegen.shell.terminal import report  # noqa: PLC0415
    from sitegen.vetting import vet  # noqa: PLC0415

    day = today.date() if today else None
    with guarded(site_dir, as_json=as_json):
        found = check_site(site_dir, output=output, today=day, drafts=drafts, future=future)
    report(found.diagnostics, root=output or site_dir / OUTPUT, as_json=as_json)
    with guarded(site_dir, as_json=as_json), watching(as_json=as_json) as progress:
        vetted = vet(site_dir, today=day, drafts=drafts, future=future, progress=progress)
    report(vetted.diagnostics, root=site_dir, as_json=as_json)
    for line in (*found.findings, *vetted.findings):
        verdict = "ok" if not line.problems else count(line.problems, "problem")
        if as_json:
            click.echo(json.dumps({"check": line.name, "checked": line.checked, "problems": line.problems}))
        else:
            click.echo(f"{line.name:12} {line.checked:>9,} {line.what}: {verdict}")
    sys.exit(1 if found.diagnostics or vetted.diagnostics else 0)
