"""References for LaTeX: entries of BibTeX, in which words of articles come out letter for letter."""

import re
from collections.abc import Iterable

# What LaTeX takes for a command. Braces get none of their own: BibTeX would count them.
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # Between two letters that fonts draw as one sign: two hyphens are no dash, two commas no quotation mark.
    "": "{}",
}
_SPECIAL = re.compile(r"[\\{}#$%&_~^]|(?<=([-,'`<>]))(?=\1)|(?<=[?!])(?=`)")


def escaped(text: str) -> str:
    """Return ``text`` on one line as LaTeX prints it letter for letter; letters beyond ASCII stay."""
    return _SPECIAL.sub(lambda found: _COMMANDS[found.group()], " ".join(text.split()))


def braced(latex: str) -> str:
    """Return ``latex`` as one value."""
    return f"{{{latex}}}"


def entry(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """Return an entry with those of ``fields`` that are not empty; their values are braced, or the names of months."""
    lines = [f"  {name} = {value}" for name, value in fields if value]
    return "\n".join([f"@{kind}{{{key},", ",\n".join(lines), "}"])
