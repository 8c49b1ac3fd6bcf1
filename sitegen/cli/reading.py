"""What texts say, what remarks mean, and what completes a command."""

import difflib
import json
import sys
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from sitegen.cli.executing import executing, executor_of
from sitegen.cli.group import JSON, guarded, main
from sitegen.codes import BY_CODE, CODES
from sitegen.codes import explain as explanation


@main.command(epilog="Example: sitegen analyze article.txt | jq '.quotes[].speaker.name'")
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1)
@click.option("--format", "format_", type=click.Choice(["jsonl"]), default="jsonl", help="The form of the output.")
@click.option("--site", type=click.Path(path_type=Path), help="Analyse the articles of this site.")
@executing
@JSON
def analyze(
    *,
    paths: tuple[Path, ...],
    format_: str,  # noqa: ARG001
    site: Path | None,
    executor: str,
    workers: int | None,
    scheduler: str | None,
    as_json: bool,
) -> None:
    """Print who is named and who says what, one JSON object an article.

    PATH is a site, a folder of texts, or a single text; several are resolved together. Default: the site here.
    """
    from sitegen.analyzing import analyze as analyze_paths  # noqa: PLC0415

    try:
        with guarded(site or Path(), as_json=as_json):
            chosen = executor_of(executor, workers, scheduler)
            for record in analyze_paths(paths, site=site, executor=chosen):
                # JSON is UTF-8, whatever the terminal is.
                click.echo(json.dumps(record, ensure_ascii=False).encode())
    except BrokenPipeError:
        # The reader has seen enough ("| head").
        sys.stderr.close()


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
