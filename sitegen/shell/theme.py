"""Templates and static files: the shipped theme, and a site's own, which override it file by file."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError, line_and_column
from sitegen.model.leftover import is_leftover

_TEMPLATES = frozenset({".html", ".txt", ".xml"})


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """``templates`` and ``overrides`` map names to sources; ``static`` maps names to the files to copy.

    ``own_static`` are the names of those that are the site's own.
    """

    templates: dict[str, str]
    overrides: dict[str, str]
    static: dict[str, Path]
    own_static: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_theme(site: Path) -> ThemeFiles:
    """Read the shipped theme and the ``templates/`` and ``static/`` of the site in ``site``.

    Links are not followed, and warned about. Raises InputError where a template cannot be read or is not UTF-8.
    """
    shipped = shipped_theme()
    remarks: list[Diagnostic] = []
    overrides: dict[str, str] = {}
    static = _shipped_files(shipped / "static")
    own_static: dict[str, Path] = {}
    if not _is_shipped(site / "templates", shipped / "templates"):
        overrides = _sources(_own(site, "templates", remarks))
    if not _is_shipped(site / "static", shipped / "static"):
        own_static = _own(site, "static", remarks)
    templates = _sources(_shipped_files(shipped / "templates"))
    return ThemeFiles(templates, overrides, static | own_static, frozenset(own_static), tuple(remarks))


def shipped_theme() -> Path:
    """Return the folder of the shipped theme: inside the installed package, or the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "theme"
    return installed if installed.is_dir() else package.parent


def _is_shipped(folder: Path, shipped: Path) -> bool:
    """Tell whether a site's folder is the theme's own: the repository of sitegen is itself a site."""
    return folder.is_dir() and folder.samefile(shipped)


def _own(site: Path, name: str, remarks: list[Diagnostic]) -> dict[str, Path]:
    folder = site / name
    for path in sorted(folder.rglob("*")):
        if any("\ud800" <= character <= "\udfff" for character in path.name):
            shown = f"{name}/{path.name.encode('utf-8', 'replace').decode()}"
            message, hint = "a file name that cannot be read", "rename the file: its name is not valid UTF-8"
            remarks.append(Diagnostic("file-name", "warning", shown, None, None, message, hint))
    links = [folder] if folder.is_symlink() else [path for path in sorted(folder.rglob("*")) if path.is_symlink()]
    for link in links:
        shown = link.relative_to(site).as_posix()
        message, hint = "a symbolic link is not followed", "copy the file to its place"
        remarks.append(Diagnostic("symlink", "warning", shown, None, None, message, hint))
    return {} if folder.is_symlink() else _files(folder)


def _shipped_files(folder: Path) -> dict[str, Path]:
    """Return the theme's own files; an installer may have made links of them, which are followed."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and not is_leftover(path.name) and _is_text(path, folder)
    }


def _is_text(path: Path, folder: Path) -> bool:
    """Tell whether a name below ``folder`` is UTF-8; bytes that are not come as surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in str(path.relative_to(folder)))


def _sources(files: dict[str, Path]) -> dict[str, str]:
    return {name: _source(name, path) for name, path in files.items() if path.suffix in _TEMPLATES}


def _source(name: str, path: Path) -> str:
    shown = f"templates/{name}"
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "make the file readable, or take it out"
        raise InputError(Diagnostic("unreadable", "error", shown, None, None, reason, hint)) from error
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = line_and_column(before, len(before))
        message = f"the template is not UTF-8: byte 0x{content[error.start]:02X} cannot be decoded"
        diagnostic = Diagnostic("not-utf-8", "error", shown, line, column, message, "save the file as UTF-8")
        raise InputError(diagnostic) from error
