"""The group of all commands, and what they share."""

import functools
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from sitegen import __version__
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.progress import Progress, unwatched
from sitegen.shell.collector import collect_rarely

Command = TypeVar("Command", bound=Callable[..., object])

# In the order of a user's day, each with the modules that hold it: nobody waits for the import of another.
_MODULES = {
    "init": ("starting",),
    "new": ("starting",),
    "build": ("site",),
    "serve": ("site",),
    "check": ("site",),
    "diff": ("differences",),
    "people": ("people",),
    "annotations": ("annotations", "annotation_add"),
    "publish": ("publishing",),
    "doctor": ("starting",),
    "analyze": ("reading",),
    "explain": ("reading",),
    "completion": ("reading",),
}

SITE = click.option("--site", type=click.Path(path_type=Path), default=".", help="The site. Default: here.")
REMOTE = click.option(
    "--remote", default="origin", show_default=True, help="The git remote that the site is published on."
)
BRANCH = click.option("--branch", default="gh-pages", show_default=True, help="The branch that is shown.")
BASE_URL = click.option(
    "--base-url", default="", metavar="URL", help="The address of the site, where sitegen.toml names none."
)
# What a command that writes says last where it could not.
NOTHING = "nothing was written"
DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
JSON = click.option("--json", "as_json", is_flag=True, help="Errors, warnings and progress as JSON lines.")


class _Commands(click.Group):
    """Lists commands in the order of a user's day, and knows both spellings of one."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = {"analyse": "analyze"}.get(cmd_name, cmd_name)
        for module in _MODULES.get(name, ()):
            import_module(f"sitegen.cli.{module}")
        return super().get_command(ctx, name)

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> Any:  # type: ignore[override]
        """Run a command; with --json, a mistake in the command line is a JSON line as well."""
        words = sys.argv[1:] if args is None else list(args)
        if "--json" not in words:
            return super().main(args, **extra)
        try:
            code = super().main(args, **{**extra, "standalone_mode": False})
        except click.ClickException as error:
            from sitegen.shell.terminal import report  # noqa: PLC0415

            hint = "sitegen --help lists the commands, and each has a --help of its own"
            report([Diagnostic("usage", "error", ".", None, None, error.format_message(), hint)], as_json=True)
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


def in_order(names: str) -> type[click.Group]:
    """Return a kind of group that lists its commands in the order of ``names``, in which they are used."""
    order = names.split()

    class Ordered(click.Group):
        def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
            return sorted(self.commands, key=order.index)

    return Ordered


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a figure with its noun: "1,204 pages"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


@contextmanager
def watching(*, as_json: bool) -> Iterator[Progress]:
    """Show progress where somebody watches; nobody else pays for the import."""
    if as_json or not sys.stderr.isatty():
        yield unwatched
        return
    from sitegen.shell.progress_bar import ProgressBar  # noqa: PLC0415

    with ProgressBar() as bar:
        yield bar


def for_a_site(output: str, edition: str) -> Callable[[Command], Command]:
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
        JSON,
    )
    return lambda command: functools.reduce(lambda made, option: option(made), reversed(options), command)


@contextmanager
def guarded(root: Path, *, as_json: bool, ending: str = "") -> Iterator[None]:
    """Report what ends a command, and leave with its exit code: a user's mistake, or what the system refuses.

    Paths of remarks are relative to ``root``; ``ending`` is said last.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except Exception as error:
        # Imported here: a command that ends well and has nothing to say does not wait for it.
        from sitegen.shell.git import GitError  # noqa: PLC0415
        from sitegen.shell.terminal import refused, report, say  # noqa: PLC0415

        if isinstance(error, InputError):
            report(error.diagnostics, root=root, as_json=as_json)
            if ending:
                say(ending, as_json=as_json)
            sys.exit(error.exit_code)
        if isinstance(error, GitError):
            hint = "git status says how the repository is"
            report([Diagnostic("system", "error", ".", None, None, f"git refused: {error}", hint)], as_json=as_json)
            sys.exit(2)
        # pathlib reports a loop of links as a RuntimeError; any other is a bug.
        if isinstance(error, OSError) or (isinstance(error, RuntimeError) and "ymlink" in str(error)):
            report([refused(error)], as_json=as_json)
            sys.exit(2)
        raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Annotated articles as a static site about who said what."""
    collect_rarely()
