"""The versions of the code of stages: digests of their modules and weights, so that nobody needs to count them up."""

import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from sitegen.digest import digest

PACKAGE = Path(__file__).resolve().parent.parent
# What each stage is made of: parts of this package, and the libraries whose output it hands on. The language model is
# versioned apart from all else: a changed rule never pays for it again.
_VALUES = ("digest.py", "diagnostics.py", "model")
_PAGEFIND = ("pagefind", "pagefind_bin")
_PARTS = {
    "article": ((*_VALUES, "source"), ("anyascii", "markdown-it-py", "mdit-py-plugins", "ruamel.yaml")),
    "page": ((*_VALUES, "source"), ("anyascii", "markdown-it-py", "mdit-py-plugins", "ruamel.yaml")),
    "record": ((*_VALUES, "source"), ("anyascii", "ruamel.yaml")),
    "annotations": ((*_VALUES, "source"), ("ruamel.yaml",)),
    "annotate": ((*_VALUES, "annotate"), ("rapidfuzz",)),
    "parse": (("digest.py", "model/parse.py", "shell/model_files.py", "shell/nlp.py"), ("numpy", "spacy", "thinc")),
    "analyse": ((*_VALUES, "source", "analyse"), ()),
    "compose": ((*_VALUES, "compose"), ()),
    "render": ((*_VALUES, "render"), ("jinja2", "markupsafe", "markdown-it-py")),
    "view": (("digest.py", "model"), ()),
    "made": (_VALUES, ()),
    "picture-seen": (("digest.py",), ()),
    "picture": (("model/picture.py", "source", "shell/picture_files.py", "shell/drawing/copies.py"), ("pillow",)),
    "card": (("model/card.py", "shell/drawing"), ("pillow",)),
    "picture-copy": (("shell/picture_files.py", "shell/drawing/copies.py"), ("pillow",)),
    "search": (("digest.py", "model/search_record.py", "shell/search_index.py", "shell/search_files.py"), _PAGEFIND),
    "site": (
        ("",),
        (
            "anyascii",
            "jinja2",
            "markupsafe",
            "markdown-it-py",
            "mdit-py-plugins",
            "pillow",
            "rapidfuzz",
            "ruamel.yaml",
            *_PAGEFIND,
        ),
    ),
}


@cache
def code_versions() -> dict[str, str]:
    """Return the version of the code of every stage, for a memo."""
    python = sys.version.split()[0]
    kinds = ("*.py", "weights.json", "given_names.txt", "surnames.txt")
    parts_of_code = sorted(path for kind in kinds for path in PACKAGE.rglob(kind))
    files = {path.relative_to(PACKAGE).as_posix(): path.read_bytes() for path in parts_of_code}
    versions = {}
    for stage, (parts, libraries) in _PARTS.items():
        code = tuple((name, content) for name, content in files.items() if _belongs(name, parts))
        versions[stage] = digest((python, code, tuple((name, metadata.version(name)) for name in libraries)))
    return versions


def installed_files() -> tuple[str, ...]:
    """Return files that are replaced when a library is whose output the site shows: what is said of each of them.

    Raises LookupError where that cannot be told of one.
    """
    found = []
    for name in _PARTS["site"][1]:
        where = metadata.distribution(name)
        folder = getattr(where, "_path", None)
        if not isinstance(folder, Path):
            raise LookupError(name)
        found.append(str(folder.resolve() / "METADATA"))
    return tuple(found)


def _belongs(name: str, parts: tuple[str, ...]) -> bool:
    return any(name == part or name.startswith(f"{part}/" if part else "") for part in parts)
