"""Which output folders are refused: those that hold somebody's own files, or that a build reads."""

from collections.abc import Iterable
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.shell.manifest import MANIFEST
from sitegen.shell.staging import STAGING


def check_output(output: Path, site: Path, pages: Iterable[str] = ()) -> None:
    """Refuse an output folder that is, or holds, the content, the project, the home folder or ``/``.

    What is written among the ``pages``, folders of the site, would be read by the next build.

    Raises InputError (exit code 2); also for a folder with files that no build of sitegen wrote.
    """
    target = output.resolve()
    guarded = {
        "the content folder": (site / "content").resolve(),
        "the project": site.resolve(),
        "the home folder": Path.home().resolve(),
    }
    for name, folder in guarded.items():
        if target == folder or target in folder.parents:
            raise _refused(output, f"the output folder is or holds {name}", "name another: --output _site")
    if guarded["the content folder"] in target.parents:
        raise _refused(output, "the output folder lies inside the content folder", "name another: --output _site")
    for name in ("templates", "static", "seeds", ".git", ".sitegen", *pages):
        folder = (site / name).resolve()
        if target == folder or folder in target.parents:
            raise _refused(output, f"the output folder lies in {name}/ of the site", "name another: --output _site")
    if output.exists() and not output.is_dir():
        raise _refused(output, "the output is a file, not a folder", "name another, or move the file")
    if output.is_dir() and not (output / MANIFEST).is_file() and any(p.name != STAGING for p in output.iterdir()):
        hint = "empty it, or name another folder with --output"
        raise _refused(output, "the output folder holds files that sitegen did not write", hint)


def in_the_way(path: Path) -> InputError:
    """Return the error that a stranger's file stands where one of the site must go (exit code 2)."""
    hint = "move it away, or name another folder with --output"
    return _refused(path, "something that sitegen did not write stands where a page must go", hint)


def _refused(output: Path, message: str, hint: str) -> InputError:
    return InputError(Diagnostic("output-refused", "error", str(output), None, None, message, hint), exit_code=2)
