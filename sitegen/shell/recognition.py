"""Names in documents, as a pipeline's own entity recogniser finds them, for a batch of documents at once.

spaCy's recogniser goes from token to token, and asks of every move at every token whether it may be made; that takes
two fifths of the time of a small pipeline. Nearly always no name is open, and then what is read of a token does not
depend on what was decided before: all such choices are made by one product of matrices, and the few tokens inside of
names follow in waves. What may follow what is the rule of spaCy's own moves (``BiluoPushDown``, version 3.8).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

_Floats = NDArray[np.float32]
_Bools = NDArray[np.bool_]
_Whole = NDArray[np.intp]

# What is read of a state: the next token, the first of the open name, and the token before the next one in it.
_NEXT, _FIRST, _BEFORE = range(3)


class UnknownRecognizerError(Exception):
    """A recogniser works in another way than is known here; spaCy's own code is the one to be used."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """The moves of a recogniser by their columns of scores.

    ``choices`` are those that may be made where no name is open, in their order, and ``begins`` and ``units`` tell
    which of them begin a name or are a name of one token; ``labels`` names the kind of each, and ``inside`` and
    ``last`` give the columns that lead on in a name that each begins, and that end it.
    """

    choices: _Whole
    begins: _Bools
    units: _Bools
    labels: tuple[str, ...]
    inside: _Whole
    last: _Whole


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of a batch in one row: where in it each document begins, and what may be done at each.

    ``goes_on`` tells of each token whether its sentence and its document do, so that a name may go on behind it.
    """

    offsets: _Whole
    blank: _Bools
    goes_on: _Bools


class Recognizer:
    """Finds what a pipeline's recogniser finds."""

    def __init__(self, recognizer: "EntityRecognizer") -> None:
        """Make ready. Raises UnknownRecognizerError where ``recognizer`` is of a kind that is not known here."""
        self._original = recognizer
        self._moves = _moves(_names_of_moves(recognizer))
        model = recognizer.model
        # Another kind of operations keeps its numbers elsewhere.
        if model.ops.xp is not np or recognizer.cfg["beam_width"] != 1:
            raise UnknownRecognizerError
        if not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
            raise UnknownRecognizerError
        self._embed, self._lower, upper = model.layers
        if (self._lower.name, upper.name) != ("precomputable_affine", "linear") or self._lower.get_dim("nF") != 3:
            raise UnknownRecognizerError
        self._weights: _Floats = upper.get_param("W").T
        self._bias: _Floats = upper.get_param("b")
        self._own_weights, self._own_bias = self._weights[:, self._moves.choices], self._bias[self._moves.choices]

    def recognize(self, docs: Sequence["Doc"]) -> None:
        """Set the entities of ``docs``, which have been parsed."""
        rows = [doc.to_array(["SENT_START", "IS_SPACE", "ENT_IOB"]) for doc in docs]
        tokens = np.concatenate([np.empty((0, 3), np.uint64), *rows])
        if tokens[:, 2].any():
            # Another part of the pipeline has set some already, which are to stay.
            for _ in self._original.pipe(iter(docs)):
                pass
        elif len(tokens):
            self._set(docs, _tokens([len(row) for row in rows], tokens))

    def _set(self, docs: Sequence["Doc"], tokens: _Tokens) -> None:
        from spacy.tokens import Span  # noqa: PLC0415

        # A row more than there are tokens: the first is what stands for none.
        features = self._lower.predict(self._embed.predict(docs))
        found = self._found(features, tokens)
        name = next(found, None)
        for doc, offset in zip(docs, tokens.offsets.tolist(), strict=True):
            spans = []
            while name is not None and name[0] < offset + len(doc):
                start, end, label = name
                spans.append(Span(doc, start - offset, end - offset, label=label))
                name = next(found, None)
            doc.set_ents(spans, default="outside")

    def _found(self, features: _Floats, tokens: _Tokens) -> Iterator[tuple[int, int, str]]:
        """Yield the names: their first token, that behind their last, and their kind."""
        choice = self._chosen(features, tokens)
        starts = np.flatnonzero(self._moves.begins[choice])
        ends = np.zeros(len(choice), np.intp)
        ends[starts] = self._ends(features, tokens, starts, choice[starts])
        units = np.flatnonzero(self._moves.units[choice])
        ends[units] = units + 1
        reached = 0
        for start in np.flatnonzero(ends).tolist():
            # What would have been chosen inside of a name, had it not been open, is of no account.
            if start >= reached:
                reached = int(ends[start])
                yield start, reached, self._moves.labels[choice[start]]

    def _chosen(self, features: _Floats, tokens: _Tokens) -> _Whole:
        """Return for each token which of the choices is made there where no name is open."""
        none = features[0]
        states = features[1:, _NEXT] + none[_FIRST] + none[_BEFORE]
        scores = self._hidden(states) @ self._own_weights + self._own_bias
        moves = self._moves
        scores[np.ix_(tokens.blank | ~tokens.goes_on, moves.begins)] = -np.inf
        scores[np.ix_(tokens.blank, moves.units)] = -np.inf
        chosen: _Whole = scores.argmax(axis=1)
        return chosen

    def _ends(self, features: _Floats, tokens: _Tokens, starts: _Whole, choice: _Whole) -> _Whole:
        """Return where the names end that begin at ``starts`` by the moves ``choice``: the token behind their last."""
        rows = features[1:]
        inside, last = self._moves.inside[choice], self._moves.last[choice]
        ends = starts + 1
        going = np.arange(len(starts))
        while len(going):
            at = ends[going]
            ends[going] += 1
            going, at = going[tokens.goes_on[at]], at[tokens.goes_on[at]]
            states = rows[at, _NEXT] + rows[starts[going], _FIRST] + rows[at - 1, _BEFORE]
            scores = self._hidden(states) @ self._weights + self._bias
            each = np.arange(len(going))
            on, off = scores[each, inside[going]], scores[each, last[going]]
            # Of two that are equal, the first counts.
            going = going[(on > off) | ((on == off) & (inside[going] < last[going]))]
        return ends

    def _hidden(self, states: _Floats) -> _Floats:
        states += self._lower.get_param("b")
        # numpy takes many times as long for the largest of so few along the last axis.
        hidden: _Floats = np.maximum.reduce([states[..., piece] for piece in range(states.shape[-1])])
        return hidden


def _names_of_moves(recognizer: "EntityRecognizer") -> list[str]:
    moves = recognizer.moves
    return [str(moves.get_class_name(number)) for number in range(moves.n_moves)]


def _moves(names: Sequence[str]) -> _Moves:
    column = {name: number for number, name in enumerate(names)}
    kinds: list[tuple[int, str, str]] = []
    for number, name in enumerate(names):
        move, _, label = name.partition("-")
        # A unit without a label is a token that was forbidden to be in a name before: here none is.
        if name == "O" or (move in {"B", "U"} and label):
            kinds.append((number, move, label))
        elif move not in {"I", "L"} and name != "U-":
            raise UnknownRecognizerError
    labels = {label for _, move, label in kinds if move == "B"}
    if "O" not in column or not all(f"{move}-{label}" in column for move in "IL" for label in labels):
        raise UnknownRecognizerError
    return _Moves(
        np.array([number for number, _, _ in kinds]),
        np.array([move == "B" for _, move, _ in kinds]),
        np.array([move == "U" for _, move, _ in kinds]),
        tuple(label for _, _, label in kinds),
        np.array([column.get(f"I-{label}", 0) for _, _, label in kinds]),
        np.array([column.get(f"L-{label}", 0) for _, _, label in kinds]),
    )


def _tokens(lengths: Sequence[int], rows: NDArray[Any]) -> _Tokens:
    offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.intp)
    # A name ends with its sentence, and with its document.
    begins = np.append(rows[:, 0] == 1, True)
    begins[offsets[offsets < len(rows)]] = True
    return _Tokens(offsets, rows[:, 1] == 1, ~begins[1:])
