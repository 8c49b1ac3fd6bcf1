"""Static files under names that tell their content: a browser may keep each for ever, and never shows an old one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.digest import digest_bytes
from sitegen.render import asset_names
from sitegen.shell.theme import ThemeFiles

# Bytes of the digest in a name: two versions of one file never share it.
_SIZE = 5


@dataclass(frozen=True, slots=True)
class StaticFiles:
    """``names`` maps files below ``static/`` to where templates find them, ``copies`` those places to the files.

    Places are paths below the root of the site.
    """

    names: Mapping[str, str]
    copies: Mapping[str, Path]


def plainly_named(theme: ThemeFiles) -> StaticFiles:
    """Return the static files of ``theme`` under their own names: a changed style sheet then changes no page."""
    names = {name: f"static/{name}" for name in theme.static}
    return StaticFiles(names, {names[name]: path for name, path in theme.static.items()})


def named_by_content(theme: ThemeFiles) -> StaticFiles:
    """Return the static files of ``theme``; what templates name by ``asset`` is named by its content.

    A file of the shipped theme stands under that name alone. One of the site's own stands under its plain name as well,
    and so does any that the site's own templates write out: style sheets, texts and other sites may lead there.
    Raises InputError where a file cannot be read.
    """
    # A shipped template can be reached where it is replaced, too.
    sources = (*theme.templates.values(), *theme.overrides.values())
    wanted: set[str | None] = {name for source in sources for name in asset_names(source)}
    chosen = theme.static if None in wanted else [name for name in theme.static if name in wanted]
    names = {name: f"static/{name}" for name in theme.static}
    names |= {name: f"static/{_by_content(name, theme.static[name])}" for name in chosen}
    copies = {names[name]: path for name, path in theme.static.items()}
    written = "\n".join(theme.overrides.values())
    for name, path in theme.static.items():
        if name in theme.own_static or f"static/{name}" in written:
            copies[f"static/{name}"] = path
    return StaticFiles(names, copies)


def _by_content(name: str, file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "make the file readable, or take it out"
        raise InputError(Diagnostic("unreadable", "error", f"static/{name}", None, None, reason, hint)) from error
    path = PurePosixPath(name)
    return path.with_name(f"{path.stem}.{digest_bytes(content, size=_SIZE)}{path.suffix}").as_posix()
