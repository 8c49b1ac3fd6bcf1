"""The language model: texts in, parse tables out. spaCy is imported only when a text needs it."""

import gc
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from sitegen.model.parse import Parse
from sitegen.shell.matrices import prepare_matrices
from sitegen.shell.model_files import identify_model, problem

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

    from sitegen.shell.recognition import Recognizer

# No rule needs lemmas or coarse tags; leaving these components out saves a fifth of the time.
_UNUSED = ["lemmatizer", "attribute_ruler"]

# What the rules read of a token or a document; a pipeline that leaves one of them out is of no use.
_NEEDED = frozenset({"token.tag", "token.dep", "doc.sents", "doc.ents"})

# Documents are paragraphs. So many of them, of so many characters together, are read at a time, which keeps the peak
# memory low; what embeds words needs most of it, and takes fewer.
_MOST, _CHARACTERS, _EMBEDDED = 128, 30_000, 32

# Words that the model keeps in mind besides its own: about 20 MB of them.
_MOST_WORDS = 50_000

# What is read of every token; _HEAD and _BEGIN are the columns of numbers that may lie below zero.
_COLUMNS: list[int | str] = ["IDX", "LENGTH", "IS_SPACE", "TAG", "DEP", "ENT_IOB", "ENT_TYPE", "HEAD", "SENT_START"]
_HEAD, _BEGIN = 7, 8
# Where in an entity a token stands, as spaCy counts it.
_PLACES = ("", "I", "O", "B")

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
        self._weights = weights
        self._language: Language | None = None
        self._recognizer: Recognizer | None = None
        self._known = 0
        self.identity = identify_model(model, weights)

    def __reduce__(self) -> tuple[type["SpacyParser"], tuple[str, str]]:
        """Have another process load the model for itself."""
        return SpacyParser, (self._package, self._weights)

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Read each text on its own and return its parse, in the order given.

        Raises InputError (exit code 2) where the pipeline cannot be loaded.
        """
        language = self._load()
        words = language.vocab.strings
        tables = _Tables(words)
        # Words once read are read faster again. With enough of them known, those of a text are forgotten with it:
        # memory does not grow with what was read.
        with language.memory_zone() if len(words) > self._known + _MOST_WORDS else nullcontext():
            return [tables.table(doc) for batch in _batches(texts) for doc in self._read(language, batch)]

    def _read(self, language: "Language", batch: Sequence[str]) -> Sequence["Doc"]:
        # These two part what they are given into four, and are slow with few documents at a time.
        larger = {name: {"batch_size": _MOST} for name in ("parser", "ner")}
        left = [language.pipe_names[-1]] if self._recognizer else []
        docs = list(language.pipe(batch, batch_size=_EMBEDDED, component_cfg=larger, disable=left))
        if self._recognizer:
            self._recognizer.recognize(docs)
        return docs

    def _load(self) -> "Language":
        if self._language is None:
            self._language = _loaded(self._package)
            self._recognizer = _recognizer_of(self._language)
            self._known = len(self._language.vocab.strings)
            # The model stays as long as the process: the collector need not look at its objects again and again.
            gc.freeze()
        return self._language


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    length = 0
    for text in texts:
        length += len(text)
        if batch and (len(batch) == _MOST or length > _CHARACTERS):
            yield batch
            batch, length = [], len(text)
        batch.append(text.translate(_BREAKS))
    yield batch


def _loaded(package: str) -> "Language":
    prepare_matrices()
    try:
        # Importing spaCy costs a second: only a build that reads a new text pays. Its load() would also take a folder
        # or another installation of that name; this takes the package whose files were checked.
        from spacy.util import load_model_from_package  # noqa: PLC0415

        with _fast_matrices():
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


def _fast_matrices() -> AbstractContextManager[None]:
    """Have what is loaded multiply matrices with numpy, whose library knows the processor.

    The one that thinc brings along takes twice the time on processors that are newer than it is.
    """
    from thinc.api import NumpyOps, get_current_ops, use_ops  # noqa: PLC0415

    # Another kind of operations is for a machine of its own.
    return use_ops("numpy", use_blis=False) if type(get_current_ops()) is NumpyOps else nullcontext()


def _recognizer_of(language: "Language") -> "Recognizer | None":
    """Return what does the work of the pipeline's last component in a fraction of its time, where it can."""
    from spacy.pipeline import EntityRecognizer  # noqa: PLC0415

    from sitegen.shell.recognition import Recognizer, UnknownRecognizerError  # noqa: PLC0415

    last = language.pipeline[-1][1]
    # A class of its own may do more than the one that is known.
    if type(last) is not EntityRecognizer:
        return None
    try:
        return Recognizer(last)
    except UnknownRecognizerError:
        return None


def _split_where_blanks_lack(language: "Language") -> None:
    """Have the tokenizer part what typists run together: `paranoia,”Clinton said`, `said,“Look`, `-Ann Lee`."""
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    tokenizer = language.tokenizer
    if not isinstance(tokenizer, Tokenizer) or tokenizer.infix_finditer is None or tokenizer.prefix_search is None:
        return
    infixes, prefixes = tokenizer.infix_finditer.__self__.pattern, tokenizer.prefix_search.__self__.pattern
    tokenizer.infix_finditer = re.compile(f"{infixes}|{_BEHIND_MARKS}").finditer
    tokenizer.prefix_search = re.compile(f"{prefixes}|{_DASH_BEFORE_NAME}").search


class _Tables:
    """Makes tables of documents, column by column: to ask every token takes several times as long."""

    def __init__(self, strings: "StringStore") -> None:
        self._strings = strings
        # Labels are few: every table shares their strings.
        self._names: dict[int, str] = {}

    def table(self, doc: "Doc") -> Parse:
        """Return the table of ``doc``, without its white-space tokens."""
        rows = doc.to_array(_COLUMNS)
        # Heads are relative, and like the marks of sentences they may lie below zero.
        heads, begins = (rows[:, column].astype("int64").tolist() for column in (_HEAD, _BEGIN))
        starts, lengths, blank, tags, deps, places, types = rows[:, :_HEAD].T.tolist()
        kept = [token for token, is_blank in enumerate(blank) if not is_blank]
        index = {token: position for position, token in enumerate(kept)}
        # The first kept token of a sentence begins it; a sentence of blanks alone is none.
        sentences, due = [], True
        for token, begin in enumerate(begins):
            due = due or begin == 1
            if due and token in index:
                sentences.append(index[token])
                due = False
        return Parse(
            tuple([starts[token] for token in kept]),
            tuple([starts[token] + lengths[token] for token in kept]),
            tuple([self._name(tags[token]) for token in kept]),
            tuple([self._name(deps[token]) for token in kept]),
            tuple([index.get(token + heads[token], position) for position, token in enumerate(kept)]),
            tuple([self._label(places[token], types[token]) for token in kept]),
            tuple(sentences),
        )

    def _name(self, number: int) -> str:
        found = self._names.get(number)
        if found is None:
            found = self._names[number] = self._strings[number]
        return found

    def _label(self, place: int, kind: int) -> str:
        return sys.intern(f"{_PLACES[place]}-{self._name(kind)}") if kind else ""
