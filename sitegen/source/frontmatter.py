"""The block between ``---`` lines at the head of a file: where it ends, and what mapping it holds."""

import re
from dataclasses import dataclass

from sitegen.model.front_matter import LARGEST, begins_with_key
from sitegen.source.nodes import Mapping, YamlProblem, read_yaml
from sitegen.source.notes import Notes

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FORM = "begin the file with “---”, then lines such as “title: …”, then “---”"


@dataclass(frozen=True, slots=True)
class Head:
    """The front matter of a file, empty where there is none.

    ``body`` is the offset at which the body begins, ``body_line`` its 1-based line. ``lines`` is how many lines
    the front matter takes, its fences included; 0 where there is none.
    """

    mapping: Mapping
    body: int = 0
    body_line: int = 1

    @property
    def present(self) -> bool:
        """Whether the file has front matter at all."""
        return self.body_line > 1


NO_HEAD = Head(Mapping((), 1, 1))


def read_head(text: str, notes: Notes, *, optional: bool) -> Head | None:
    """Return the front matter of ``text``, or None with an error noted where it cannot be read.

    ``optional`` is for plain text: what opens with ``---`` but is not closed, or holds no ``key: value`` lines,
    is text and no mistake.
    """
    opening = _OPENING.match(text)
    if not opening:
        return NO_HEAD
    start = opening.end()
    if optional and not begins_with_key(text, start):
        return NO_HEAD
    closing = _CLOSING.search(text, start)
    if not closing:
        if optional:
            return NO_HEAD
        message = "the front matter is not closed"
        notes.error("front-matter-not-closed", message, "end it with a line “---”", 1, 1)
        return None
    yaml = text[start : closing.start()]
    if len(yaml.encode()) > LARGEST:
        message = f"the front matter is longer than {LARGEST // 1000} kB"
        notes.error("front-matter-too-long", message, "move text into the body, below the closing “---”", 1, 1)
        return None
    try:
        node = read_yaml(yaml, first_line=2)
    except YamlProblem as problem:
        notes.error(problem.code, problem.message, problem.hint, problem.line, problem.column)
        return None
    if node is not None and not isinstance(node, Mapping):
        message = "the front matter is not a list of “key: value” lines"
        hint = f"{_FORM}; if the “---” is meant as a rule, put a blank line before it"
        notes.error("front-matter-mapping", message, hint, node.line, node.column)
        return None
    return Head(node or NO_HEAD.mapping, closing.end(), 2 + text.count("\n", start, closing.end()))
