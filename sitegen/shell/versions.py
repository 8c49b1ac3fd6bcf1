"""The versions of the code of stages: digests of their modules, so that nobody needs to count them up."""

import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from sitegen.digest import digest

_PACKAGE = Path(__file__).resolve().parent.parent
# What each stage is made of: parts of this package, and the libraries whose output it hands on. A reader of texts is
# versioned apart: a changed rule never pays for the language model again.
_PARTS = {
    "article": (("source", "model"), ("markdown-it-py", "ruamel.yaml")),
    "page": (("source", "model"), ("markdown-it-py", "ruamel.yaml")),
    "record": (("source", "model"), ("ruamel.yaml",)),
    "parse": (("shell/nlp.py", "model/parse.py"), ("spacy", "thinc")),
    "analyse": (("analyse", "source", "model"), ()),
    "resolve": (("resolve", "model"), ()),
    "render": (("render", "model"), ("jinja2", "markupsafe", "markdown-it-py")),
    "site": (("",), ("jinja2", "markupsafe", "markdown-it-py", "ruamel.yaml", "anyascii")),
}


@cache
def code_versions() -> dict[str, str]:
    """Return the version of the code of every stage, for a memo."""
    python = sys.version.split()[0]
    files = {path.relative_to(_PACKAGE).as_posix(): path.read_bytes() for path in sorted(_PACKAGE.rglob("*.py"))}
    versions = {}
    for stage, (parts, libraries) in _PARTS.items():
        code = tuple((name, content) for name, content in files.items() if _belongs(name, parts))
        versions[stage] = digest((python, code, tuple((name, metadata.version(name)) for name in libraries)))
    return versions


def _belongs(name: str, parts: tuple[str, ...]) -> bool:
    shared = name in {"digest.py", "diagnostics.py"}
    return shared or any(name == part or name.startswith(f"{part}/" if part else "") for part in parts)
