"""What the language model says of a text: a table of tokens, detached from the library that made it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Parse:
    """A table of tokens, one column a field, one entry a token; white-space tokens are left out.

    ``starts`` and ``ends`` are code-point offsets into the text; ``tags`` fine-grained Penn Treebank tags;
    ``deps`` ClearNLP dependency labels; ``heads`` indices of head tokens (a root is its own head);
    ``labels`` OntoNotes entity labels, prefixed ``B-`` or ``I-``, or empty; ``sentences`` the indices of
    the tokens that begin a sentence, ascending.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    deps: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    sentences: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def part(self, run: range) -> "Parse":
        """Return the table of the tokens in ``run`` alone; the offsets stay. A head outside makes a token a root."""
        rows, begins = slice(run.start, run.stop), self.sentences
        cut = [head not in run for head in self.heads[rows]]
        inner = begins[bisect_right(begins, run.start) : bisect_left(begins, run.stop)]
        return Parse(
            self.starts[rows],
            self.ends[rows],
            self.tags[rows],
            tuple("ROOT" if out else dep for dep, out in zip(self.deps[rows], cut, strict=True)),
            tuple(
                index if out else head - run.start
                for index, (head, out) in enumerate(zip(self.heads[rows], cut, strict=True))
            ),
            self.labels[rows],
            (0, *(begin - run.start for begin in inner)) if run else (),
        )


def join(parts: Iterable[tuple[int, Parse]]) -> Parse:
    """Lay parses of parts of a text one after another; each comes with the offset of its part in the text."""
    starts: list[int] = []
    ends: list[int] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    labels: list[str] = []
    sentences: list[int] = []
    for offset, part in parts:
        first = len(starts)
        starts.extend(start + offset for start in part.starts)
        ends.extend(end + offset for end in part.ends)
        tags.extend(part.tags)
        deps.extend(part.deps)
        heads.extend(head + first for head in part.heads)
        labels.extend(part.labels)
        sentences.extend(index + first for index in part.sentences)
    return Parse(tuple(starts), tuple(ends), tuple(tags), tuple(deps), tuple(heads), tuple(labels), tuple(sentences))


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which model reads the texts: a part of every key of the parse stage, named on the about page.

    ``weights`` is a digest of the model's files, ``language`` the code of the one language that it reads.
    """

    name: str
    version: str
    weights: str
    language: str = "en"

    @property
    def label(self) -> str:
        """The model in one line, as the ledger names it."""
        return f"{self.name} {self.version} {self.weights}"


class Parser(Protocol):
    """A language model as the stages see it."""

    @property
    def identity(self) -> ModelIdentity:
        """Name, version and digest of the weights."""

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Read each text on its own; the result runs parallel to ``texts``."""
