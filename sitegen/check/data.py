"""Every word of an article in files of data is the article's, and stands where the file says so."""

from collections.abc import Callable, Iterator, Mapping

from sitegen.check.data_rows import Row, Slice
from sitegen.check.original import Original, flat
from sitegen.check.page import Words
from sitegen.check.quotations import Quotation
from sitegen.check.report import problem
from sitegen.diagnostics import Diagnostic

_HINT = "build the site again; if it stays, a template of your own changes the file"
# Between the parts of a quotation in one cell.
_JOINT = " … "


def check_row(
    path: str, row: Row | int, originals: Mapping[str, Original], known: Mapping[str, Quotation]
) -> Iterator[Diagnostic]:
    """Compare one line of the file at ``path`` with the article that it names, and with the quotation."""
    if isinstance(row, int):
        yield problem("check-data", path, "this line is not what the page on data says of it", _HINT, _at(row))
        return
    original = originals.get(row.article)
    if original is None:
        yield problem("check-text", path, f"there is no article {row.article!r}", _HINT, _at(row.line))
        return
    complaint = (
        _of_slices(row, original)
        or _of_cell(row, original)
        or (_of_quotation(row, known) if row.quote else "")
        or _of_title(row, original)
    )
    if complaint:
        code = "check-quotation" if row.quote else "check-text"
        yield problem(code, path, complaint, _HINT, _at(row.line))


def _at(line: int) -> Words:
    return Words("", "", line, 1)


def _of_slices(row: Row, original: Original) -> str:
    """Return what is wrong with the words of a line, "" for nothing."""
    for each in row.slices:
        if not 0 <= each.start < each.end <= len(original.text):
            return f"the text of {original.path} has no characters from {each.start} to {each.end}"
        words = original.text[each.start : each.end]
        if each.text is not None and each.text != words:
            return f"{original.path} does not have “{flat(each.text)}” there, but “{flat(words)}”"
        if not _stands_round(each, row, original.text):
            return f"round “{flat(words)}” stands something else in {original.path}"
    return ""


def _stands_round(words: Slice, row: Row, text: str) -> bool:
    return _is(row, words.prefix, lambda shown: text.endswith(shown, 0, words.start)) and _is(
        row, words.suffix, lambda shown: text.startswith(shown, words.end)
    )


def _is(row: Row, shown: str, fits: Callable[[str], bool]) -> bool:
    """Tell whether what a line shows fits, in CSV also without an apostrophe that guards it."""
    return fits(shown) or (row.joined is not None and shown.startswith("'") and fits(shown[1:]))


def _of_cell(row: Row, original: Original) -> str:
    if row.joined is None:
        return ""
    parts = row.slices[:-1] if row.quote else row.slices
    words = _JOINT.join(original.text[part.start : part.end] for part in parts)
    return "" if _is(row, row.joined, words.__eq__) else f"{original.path} does not have “{flat(row.joined)}” there"


def _of_quotation(row: Row, known: Mapping[str, Quotation]) -> str:
    quotation = known.get(row.quote)
    if quotation is None:
        return f"no article has the quotation {row.quote!r}"
    if quotation.article != row.article:
        return f"the quotation {row.quote} stands in the article {quotation.article}"
    if row.joined is not None:
        whole, shown = _JOINT.join(quotation.parts), row.joined
        return "" if _is(row, shown, whole.__eq__) else f"the quotation {row.quote} has other words: “{flat(whole)}”"
    if not all(map(quotation.has_marked, row.marked)):
        return f"the quotation {row.quote} has no such words in marks: “{flat(' … '.join(row.marked))}”"
    shown = "".join(each.text for each in row.slices if each.text is not None)
    # Between two targets of one part may stand what separates blocks.
    if "".join(shown.split()) != "".join(quotation.whole.split()):
        return f"the quotation {row.quote} has other words: “{flat(quotation.whole)}”"
    return ""


def _of_title(row: Row, original: Original) -> str:
    if row.title is None or _is(row, row.title, lambda title: original.is_titled(flat(title))):
        return ""
    return f"the title of {original.path} is not as there: “{flat(row.title)}”"
