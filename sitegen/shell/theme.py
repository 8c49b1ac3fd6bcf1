"""Templates and static files: the shipped theme, and a site's own, which override it file by file."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """``templates`` and ``overrides`` map names to sources; ``static`` maps names to the files to copy."""

    templates: dict[str, str]
    overrides: dict[str, str]
    static: dict[str, Path]


def read_theme(site: Path) -> ThemeFiles:
    """Read the shipped theme and the ``templates/`` and ``static/`` of the site in ``site``."""
    shipped = _shipped()
    own_templates, own_static = site / "templates", site / "static"
    overrides = {}
    if own_templates.is_dir() and not own_templates.samefile(shipped / "templates"):
        overrides = _sources(own_templates)
    static = _files(shipped / "static")
    if own_static.is_dir() and not own_static.samefile(shipped / "static"):
        static |= _files(own_static)
    return ThemeFiles(_sources(shipped / "templates"), overrides, static)


def _shipped() -> Path:
    """Return the folder of the shipped theme: inside the installed package, or the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "theme"
    return installed if installed.is_dir() else package.parent


def _sources(folder: Path) -> dict[str, str]:
    return {
        name: path.read_text("utf-8")
        for name, path in _files(folder).items()
        if path.suffix in {".html", ".txt", ".xml"}
    }


def _files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
    }
