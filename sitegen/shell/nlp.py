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


class SpacyParser:
    """An installed spaCy pipeline, loaded at the first text that must be read."""

    def __init__(self, model: str) -> None:
        """Find the installed package ``model`` without loading it.

        Raises InputError (exit code 2) where no such package is installed.
        """
        spec = util.find_spec(model) if model.isidentifier() else None
        if spec is None or spec.origin is None:
            raise InputError(
                Diagnostic(
                    "model-missing",
                    "error",
                    "sitegen.toml",
                    None,
                    None,
                    f"nlp.model: no spaCy pipeline {model!r} is installed",
                    f"install it with pip (pip install {model.replace('_', '-')}), or leave nlp.model out",
                ),
                exit_code=2,
            )
        self._package = model
        self._language: Language | None = None
        self.identity = _identity(model, Path(spec.origin).parent)

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Read each text on its own and return its parse, in the order given."""
        language = self._load()
        docs = language.pipe((text.translate(_BREAKS) for text in texts), batch_size=_BATCH)
        return [_table(doc) for doc in docs]

    def _load(self) -> "Language":
        if self._language is None:
            import spacy  # noqa: PLC0415  importing spaCy costs a second: only a build that reads a new text pays

            self._language = spacy.load(self._package, exclude=_UNUSED)
        return self._language


def _identity(package: str, folder: Path) -> ModelIdentity:
    """Name the model and digest its files: everything but Python code, in the order of their paths."""
    weights = hashlib.blake2b(digest_size=16)
    version, language = "", "en"
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix not in {".py", ".pyc"}):
        weights.update(path.relative_to(folder).as_posix().encode() + b"\0")
        weights.update(path.read_bytes())
    for meta in folder.glob("meta.json"):
        described = json.loads(meta.read_text("utf-8"))
        version, language = str(described.get("version", "")), str(described.get("lang", "en"))
    return ModelIdentity(package, version, weights.hexdigest(), language)


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
