"""The YAML of a file of annotations; what is wrong with it is told in words for those who never saw YAML."""

import re
from collections.abc import Sequence

from sitegen.source.annotation_keys import KEYS
from sitegen.source.nodes import Mapping, Node, Scalar, YamlProblem, read_yaml
from sitegen.source.nodes import Sequence as NodeList
from sitegen.source.notes import Notes

_KEYS = tuple(key.name for key in KEYS)
HOLDER = "the file of annotations"
_MARKS = "put the whole value in quotation marks"
_COLUMN = "begin each annotation with “- ”, and write all of its keys below one another, two blanks from the edge"
_BLOCK = (
    "write “|-” behind the colon and the words on the lines below, four blanks from the edge: there all signs may stand"
)
# A line of two keys, as YAML sees it, and one whose value goes on behind quotation marks.
_TWO_COLONS = re.compile(r"\s*(?:- +)?[\w-]+ *:\s.*:(?:\s|$)")
_BEHIND_MARKS = re.compile(r"\s*(?:- +)?[\w-]+ *: *([\"'\[{])")
# A hyphen, or a key, and what follows it without the blank that makes it one; a tab is none.
_ONE_KEY = f"(?:{'|'.join(_KEYS)}):"
_GLUED = re.compile(rf"-\t|- *{_ONE_KEY}(?=[^\s/])|-{_ONE_KEY}| +{_ONE_KEY}(?=[^\s/])")
# What ruamel says, what it means, and what helps; the first that fits.
_WORDS = (
    (
        "could not find expected",
        "this line, or the one above, is no “key: value”",
        f"write a blank behind the colon; where these are words of the value, {_BLOCK}",
    ),
    ("unexpected end of stream", "a quotation mark opens here and does not close", f"close it; or {_BLOCK}"),
    ("cannot start any token", "a value begins with a sign that means something else", _MARKS),
    ("expected the node content", "a value begins with a sign that means something else", _MARKS),
    ("are not allowed here", "a value begins with a sign that means something else", _MARKS),
    ("expected a comment or a line break", "“|” and “>” stand alone behind a colon", f"{_MARKS}; or {_BLOCK}"),
    ("but got", "a bracket opens here and does not close", f"{_MARKS} where the bracket belongs to the words"),
    ("escape", "a backslash inside double quotation marks stands before a letter", "write the backslash twice"),
    ("expected <block end>", "the keys of the annotation do not stand below one another", _COLUMN),
)
# A document of its own begins or ends: what follows would not be read.
_DOCUMENT = re.compile(r"^(---|\.\.\.)(?=\s|$)", re.MULTILINE)
_SILENT_LINES = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n|%[^\n]*\n)*(?:---(?=\s|\Z))?")
# A comment is set off from its sign; "#12" hardly is one.
_NUMBER_SIGN = re.compile(r"[ \t]+#[^\s#]")


def read_members(text: str, notes: Notes) -> tuple[Node, ...]:
    """Return the members of the list in ``text``; none where it is empty and, with an error noted, where it is none."""
    lines = text.split("\n")
    silent = _SILENT_LINES.match(text)
    if document := _DOCUMENT.search(text, silent.end() if silent else 0):
        line = text.count("\n", 0, document.start()) + 1
        if text[document.end() :].strip():
            notes.error("annotation-yaml", f"“{document[1]}” ends the list here", "delete the line", line, 1)
    try:
        node = read_yaml(text, first_line=1, holder=HOLDER)
    except YamlProblem as problem:
        glued = next((number for number, line in enumerate(lines[: problem.line], 1) if _GLUED.match(line)), 0)
        if glued:
            message, hint = "a blank is missing behind the hyphen or the colon", "write “- exact: We closed the gate”"
            notes.error("annotation-yaml", message, hint, glued, 1)
            return ()
        message, hint = _plain_words(problem, lines[problem.line - 1] if problem.line <= len(lines) else "")
        notes.error("annotation-yaml", message, hint, problem.line, problem.column)
        return ()
    if node is None or (isinstance(node, Scalar) and node.empty):
        return ()
    if not isinstance(node, NodeList):
        hint = "begin each annotation with “- ”: “- exact: …”, and its other keys below, two blanks from the edge"
        notes.error("annotation-list", f"{HOLDER} is no list", hint, node.line, node.column)
        return ()
    return node.members


def cut_short(member: Node, lines: Sequence[str], notes: Notes) -> bool:
    """Tell whether words are lost behind a number sign, which begins a comment; an error is noted for each value."""
    entries = member.entries if isinstance(member, Mapping) else ()
    cut = [value for _key, value in entries if isinstance(value, Scalar) and _is_cut(value, lines)]
    for value in cut:
        message = f"everything behind “{value.text[-40:]}” is taken for a comment"
        hint = f"{_MARKS} where “#” belongs to it; write a blank behind “#” where a comment is meant"
        notes.error("annotation-comment", message, hint, value.line, value.column)
    return bool(cut)


def _is_cut(value: Scalar, lines: Sequence[str]) -> bool:
    # YAML counts a few rare signs as ends of lines as well, and then there are fewer lines than it says.
    if not value.plain or not value.text or value.line > len(lines):
        return False
    written = lines[value.line - 1][value.column - 1 :]
    return written.startswith(value.text) and _NUMBER_SIGN.match(written, len(value.text)) is not None


def _plain_words(problem: YamlProblem, line: str) -> tuple[str, str]:
    """Return message and hint for a problem on ``line``."""
    words = problem.reason
    if "mapping values" in words:
        if _TWO_COLONS.match(line):
            return "the value holds a colon, which begins another value", f"{_MARKS}; or {_BLOCK}"
        return "this key does not stand below those before it", _COLUMN
    if "found '<scalar>'" in words and (opening := _BEHIND_MARKS.match(line)):
        if opening[1] in "[{":
            return "the value begins with a bracket, which is taken for that of a list", _MARKS
        if line.count(opening[1], 0, (problem.column or 1) - 1) % 2:
            return "a quotation mark opens on a line above and closes only here", f"close it there; or {_BLOCK}"
        message = f"the value begins with {opening[1]}, and words stand behind the next {opening[1]}"
        return message, f"{_MARKS} of the other sort; or {_BLOCK}"
    for sign, message, hint in _WORDS:
        if sign in words:
            return message, hint
    return problem.message, problem.hint
