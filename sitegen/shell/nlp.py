"""The language model: texts in, parse tables out. spaCy is imported here alone, and only when a text needs it."""

import gc
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sitegen.model.parse import Parse
from sitegen.shell.model_files import identify_model, problem

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# No rule needs lemmas or coarse tags; leaving these components out saves a fifth of the time.
_UNUSED = ["lemmatizer", "attribute_ruler"]

# What the rules read of a token or a document; a pipeline that leaves one of them out is of no use.
_NEEDED = frozenset({"token.tag", "token.dep", "doc.sents", "doc.ents"})

# Documents are paragraphs. Small batches keep the peak memory low at no cost in speed.
_BATCH = 64

# The model reads a line break as a token that upsets its syntax; a blank of the same length does not.
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x85\u2028\u2029", " "))
# A mark, or what stands before it, with a word right behind: where marks close, and where they open.
_BEHIND_MARKS = r"""[,.!?…:;)](?=["“”‘’'][A-Za-z])|(?<=[,.!?…:;)])["“”‘’'](?=[A-Za-z])"""
_DASH_BEFORE_NAME = r"^--?(?=[A-Z][a-z])"


class SpacyParser:
    """An installed spaCy pipeline, loaded at the first text that must be read."""

    def __init__(self, model: str, weights: str = "") -> None:
        """Find the installed package ``model`` without loading it, and check its files; see ``identify_model``.

        Raises InputError (exit code 2) where it cannot be used.
        """
        self._package = model
        self._language: Language | None = None
        self.identity = identify_model(model, weights)

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Read each text on its own and return its parse, in the order given.

        Raises InputError (exit code 2) where the pipeline cannot be loaded.
        """
        language = self._load()
        docs = language.pipe((text.translate(_BREAKS) for text in texts), batch_size=_BATCH)
        return [_table(doc) for doc in docs]

    def _load(self) -> "Language":
        if self._language is None:
            self._language = _loaded(self._package)
            # The model stays as long as the process: the collector need not look at its objects again and again.
            gc.freeze()
        return self._language


def _loaded(package: str) -> "Language":
    try:
        # Importing spaCy costs a second: only a build that reads a new text pays. Its load() would also take a folder
        # or another installation of that name; this takes the package whose files were checked.
        from spacy.util import load_model_from_package  # noqa: PLC0415

        language = load_model_from_package(package, exclude=_UNUSED)
    except Exception as error:
        # A pipeline is a package with code of its own: it may fail in any way.
        reason = " ".join(str(error).split())[:300] or type(error).__name__
        hint = "install a pipeline that fits the installed spaCy (python -m spacy validate), or leave nlp.model out"
        raise problem("model-unloadable", package, reason, hint) from error
    lacking = _NEEDED.difference(*(language.get_pipe_meta(name).assigns for name in language.pipe_names))
    if lacking:
        hint = "name a pipeline with a tagger, a parser and an entity recogniser, such as en_core_web_sm"
        raise problem("model-unloadable", package, f"it does not set {', '.join(sorted(lacking))}", hint)
    _split_where_blanks_lack(language)
    return language


def _split_where_blanks_lack(language: "Language") -> None:
    """Have the tokenizer part what typists run together: `paranoia,”Clinton said`, `said,“Look`, `-Ann Lee`."""
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    tokenizer = language.tokenizer
    if not isinstance(tokenizer, Tokenizer) or tokenizer.infix_finditer is None or tokenizer.prefix_search is None:
        return
    infixes, prefixes = tokenizer.infix_finditer.__self__.pattern, tokenizer.prefix_search.__self__.pattern
    tokenizer.infix_finditer = re.compile(f"{infixes}|{_BEHIND_MARKS}").finditer
    tokenizer.prefix_search = re.compile(f"{prefixes}|{_DASH_BEFORE_NAME}").search


def _table(doc: "Doc") -> Parse:
    kept = [token for token in doc if not token.is_space]
    index = {token.i: position for position, token in enumerate(kept)}
    starts: list[int] = []
    heads: list[int] = []
    sentences: list[int] = []
    labels: list[str] = []
    # A token's own sentence would be looked for anew for every token.
    sentence_of = [number for number, sentence in enumerate(doc.sents) for _ in range(len(sentence))]
    last = -1
    for position, token in enumerate(kept):
        starts.append(token.idx)
        heads.append(index.get(token.head.i, position))
        labels.append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "")
        if sentence_of[token.i] != last:
            last = sentence_of[token.i]
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
