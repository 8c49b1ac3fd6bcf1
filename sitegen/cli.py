"""The command line: parses, calls, sets the exit code."""

import datetime
import difflib
import functools
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import click
from click.shell_completion import get_completion_class

from sitegen import __version__
from sitegen.codes import BY_CODE, CODES
from sitegen.codes import explain as explanation
from sitegen.diagnostics import InputError
from sitegen.model.progress import Progress, unwatched
from sitegen.shell.terminal import refused, report, say

Command = TypeVar("Command", bound=Callable[..., object])

_JSON = click.option("--json", "as_json", is_flag=True, help="Errors, warnings and progress as JSON lines.")


class _Commands(click.Group):
    """Lists commands in the order of a user's day, and knows both spellings of one."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, {"analyse": "analyze"}.get(cmd_name, cmd_name))


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


@contextmanager
def _watching(*, as_json: bool) -> Iterator[Progress]:
    """Show progress where somebody watches; nobody else pays for the import."""
    if as_json or not sys.stderr.isatty():
        yield unwatched
        return
    from sitegen.shell.progress_bar import ProgressBar  # noqa: PLC0415

    with ProgressBar() as bar:
        yield bar


def _for_a_site(output: str, edition: str) -> Callable[[Command], Command]:
    """Add the options of commands that work on a site and what was built of it; the arguments are help texts."""
    options = (
        click.argument("site_dir", type=click.Path(path_type=Path), default="."),
        click.option("--output", type=click.Path(path_type=Path), help=f"{output} Default: _site in the site."),
        click.option(
            "--today",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="DATE",
            help=f"{edition} the date that counts as today.",
        ),
        click.option("--drafts", is_flag=True, help=f"{edition} drafts as well."),
        click.option("--future", is_flag=True, help=f"{edition} articles dated in the future as well."),
        _JSON,
    )
    return lambda command: functools.reduce(lambda made, option: option(made), reversed(options), command)


@contextmanager
def _guarded(root: Path, *, as_json: bool, ending: str = "") -> Iterator[None]:
    """Report what ends a command, and leave with its exit code: a user's mistake, or what the system refuses.

    Paths of remarks are relative to ``root``; ``ending`` is said last.
    """
    try:
        yield
    except InputError as error:
        report(error.diagnostics, root=root, as_json=as_json)
        if ending:
            say(ending, as_json=as_json)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        raise
    except (OSError, RuntimeError) as error:
        # pathlib reports a loop of links as a RuntimeError; any other is a bug.
        if isinstance(error, RuntimeError) and "ymlink" not in str(error):
            raise
        report([refused(error)], as_json=as_json)
        sys.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Annotated articles as a static site about who said what."""
    # All values are frozen, and none leads back to itself: passes of the collector over them double the time.
    gc.set_threshold(100_000, 50, 100)


@main.command(epilog="Example: sitegen build my-site --output /tmp/site")
@_for_a_site("The folder to write to.", "Publish:")
@click.option(
    "--accept",
    multiple=True,
    metavar="ID|all",
    help="Take the present speaker of a published quotation into the ledger; all: the whole site as it stands.",
)
@click.option("--no-search", is_flag=True, help="Make no search index.")
def build(
    *,
    site_dir: Path,
    output: Path | None,
    today: datetime.datetime | None,
    drafts: bool,
    future: bool,
    accept: tuple[str, ...],
    no_search: bool,  # noqa: ARG001  a part of the fixed interface; there is no search index to leave out yet
    as_json: bool,
) -> None:
    """Build the site in SITE_DIR (default: here)."""
    from sitegen.build import build as build_site  # noqa: PLC0415  --help must not wait for the stages

    if accept and (drafts or future):
        raise click.UsageError("--accept is about what is published: do without --drafts and --future.")
    day = today.date() if today else None
    guard = _guarded(site_dir, as_json=as_json, ending="nothing was written")
    with guard, _watching(as_json=as_json) as progress:
        built = build_site(
            site_dir, output=output, today=day, drafts=drafts, future=future, accept=accept, progress=progress
        )
    made = built.outcome
    report(built.diagnostics, root=site_dir, as_json=as_json)
    say(
        f"{_count(made.articles, 'article')}, {_count(made.people, 'person', 'people')}, "
        f"{_count(made.quotes, 'quotation')}: {_count(made.pages, 'page')} in {built.output} "
        f"({_count(built.written, 'file')} written, {built.removed:,} removed)",
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
@_JSON
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
    with _guarded(site_dir, as_json=as_json), suppress(KeyboardInterrupt):
        from sitegen.serve import serve as preview  # noqa: PLC0415  --help must not wait for the stages

        preview(
            site_dir,
            port=port,
            host=host,
            today=day,
            published=published,
            open_browser=open_browser,
            as_json=as_json,
            watched=functools.partial(_watching, as_json=as_json),
        )
    # Ctrl-C is not to wait for the model: nothing on disk is half done by now.
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(0)


@main.command(epilog="Example: sitegen analyze article.txt | jq '.quotes[].speaker.name'")
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1)
@click.option("--format", "format_", type=click.Choice(["jsonl"]), default="jsonl", help="The form of the output.")
@click.option("--site", type=click.Path(path_type=Path), help="Analyse the articles of this site.")
@_JSON
def analyze(*, paths: tuple[Path, ...], format_: str, site: Path | None, as_json: bool) -> None:  # noqa: ARG001
    """Print who is named and who says what, one JSON object an article.

    PATH is a site, a folder of texts, or a single text; several are resolved together. Default: the site here.
    """
    from sitegen.analyzing import analyze as analyze_paths  # noqa: PLC0415

    try:
        with _guarded(site or Path(), as_json=as_json):
            for record in analyze_paths(paths, site=site):
                # JSON is UTF-8, whatever the terminal is.
                click.echo(json.dumps(record, ensure_ascii=False).encode())
    except BrokenPipeError:
        # The reader has seen enough ("| head").
        sys.stderr.close()


@main.command(epilog="Example: sitegen check my-site")
@_for_a_site("The built site.", "As given to the build:")
def check(
    *, site_dir: Path, output: Path | None, today: datetime.datetime | None, drafts: bool, future: bool, as_json: bool
) -> None:
    """Read the built site again and compare it with the articles of SITE_DIR (default: here), word for word."""
    from sitegen.checking import check_site  # noqa: PLC0415

    day = today.date() if today else None
    with _guarded(site_dir, as_json=as_json):
        found = check_site(site_dir, output=output, today=day, drafts=drafts, future=future)
    report(found.diagnostics, root=output or site_dir / "_site", as_json=as_json)
    for line in found.findings:
        verdict = "ok" if not line.problems else _count(line.problems, "problem")
        if as_json:
            click.echo(json.dumps({"check": line.name, "checked": line.checked, "problems": line.problems}))
        else:
            click.echo(f"{line.name:12} {line.checked:>9,} {line.what}: {verdict}")
    sys.exit(1 if found.diagnostics else 0)


def _codes(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    return [code for code in BY_CODE if code.startswith(incomplete)]


@main.command(epilog="Example: sitegen explain date-invalid")
@click.argument("code", required=False, shell_complete=_codes)
def explain(*, code: str | None) -> None:
    """Say what a remark means and what helps. Without CODE: list all of them."""
    if code is None:
        for known in CODES:
            click.echo(f"{known.code:28}{known.meaning}")
        return
    found = BY_CODE.get(code)
    if found is None:
        near = difflib.get_close_matches(code, BY_CODE, 1)
        hint = f"Did you mean {near[0]}?" if near else "sitegen explain lists all codes."
        raise click.UsageError(f"There is no remark {code!r}. {hint}")
    click.echo(explanation(found), nl=False)


@main.command(epilog="Example: sitegen completion bash >> ~/.bashrc")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, shell: str) -> None:
    """Print what makes SHELL complete commands, options and paths."""
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(main, {}, "sitegen", "_SITEGEN_COMPLETE").source())
