"""Which folders of a site may hold plain pages: its own ones, and none that plays another part."""

import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

# What lies here is the content, the theme, the output, or remembered.
_TAKEN = ("content", "templates", "static", "_site", ".sitegen", ".git")
_FORM = 'write the path of a folder inside the site, like folders = ["docs"]'

Mistake = tuple[str, str]


def normal(name: str) -> str:
    """Return the one spelling of a path: ``./docs/`` and ``docs`` are one folder."""
    return posixpath.normpath(name) if name else name


def mistakes(folders: Sequence[str]) -> Iterator[Mistake]:
    """Yield message and hint for each of ``folders``, as ``normal`` spells them, that cannot be one of pages."""
    for number, name in enumerate(folders):
        parts = PurePosixPath(name).parts
        if not name.strip() or not name.isprintable():
            yield f"{name!r} is no path", _FORM
        elif "\\" in name or PureWindowsPath(name).drive or name.startswith(("/", "~")):
            yield f"{name!r} is no path inside the site", f"{_FORM}, with / between folders"
        elif parts[:1] == ("..",):
            yield f"{name!r} leads out of the site", _FORM
        elif name == ".":
            yield "“.” is the site itself", _FORM
        elif parts[0] in _TAKEN:
            yield f"{name!r} lies in {parts[0]}/, which has another part to play", f"{_FORM}; {_moved(parts[0])}"
        else:
            for other in folders[:number]:
                if name == other:
                    yield f"{name!r} is named twice", "name each folder once"
                elif other.startswith(f"{name}/") or name.startswith(f"{other}/"):
                    yield (
                        f"{name!r} and {other!r} lie in each other",
                        "name the outer one alone: it holds the inner one",
                    )


def _moved(part: str) -> str:
    return "plain pages in the content folder belong in content/pages/" if part == "content" else "or move the files"


def mistakes_on_disk(site: Path, folders: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield code, message and hint for each of ``folders`` that is not there, or is not what its name says."""
    for name in folders:
        folder = site / name
        way = _way(site, name)
        linked = next((step for step in way if step.is_symlink()), None)
        if linked is not None:
            message = f"{linked.relative_to(site).as_posix()!r} is a symbolic link, which could lead out of the site"
            yield "pages-folder", message, "name the folder itself, inside the site"
        elif not folder.is_dir():
            what = "is a file, not a folder" if folder.exists() else "does not exist"
            code = "pages-folder-missing"
            yield code, f"the folder {name!r} {what}", "make the folder, or take it out of the list"
        else:
            # Where the system ignores case, Content is content.
            taken = next((other for other in _TAKEN for step in way if _same(step, site / other)), None)
            if taken is not None:
                message = f"{name!r} lies in {taken}/, which has another part to play"
                yield "pages-folder", message, f"{_FORM}; {_moved(taken)}"


def leads_astray(site: Path, name: str) -> bool:
    """Tell whether a link stands in the way to a folder: what lies behind it is not looked at."""
    return any(step.is_symlink() for step in _way(site, name))


def _way(site: Path, name: str) -> list[Path]:
    return [site / part for part in (PurePosixPath(name), *PurePosixPath(name).parents[:-1])]


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
