"""Values as CSV: RFC 4180, but that lines end in a line feed alone; no cell is a formula for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable

from sitegen.compose.data.fields import Value
from sitegen.compose.json_text import json_text

# What makes a spreadsheet compute a cell, also full width, behind blanks and what nobody sees (OWASP, "CSV Injection").
# Apostrophes before it are part of the pattern, so that the guard can be taken off again without a doubt.
_FORMULA = re.compile("'*(?:[\t\r]|[\\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠])")


def guarded(text: str) -> str:
    """Return ``text`` with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def cell(value: Value, joint: str) -> str:
    """Return a value as the text of a cell, guarded; ``joint`` stands between the texts of a list."""
    if isinstance(value, str):
        # What begins with a letter or a digit is no formula, as most cells are none.
        return value if value[:1].isalnum() else guarded(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if value and not isinstance(value[0], str):
        return json_text(value)
    return guarded(joint.join(map(str, value)))


def csv_lines(rows: Iterable[Iterable[str]]) -> str:
    """Return rows of cells as lines, without the last line feed."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().removesuffix("\n")
