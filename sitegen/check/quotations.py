"""Every word that a page takes from an article is the article's: quotations, passages, titles, excerpts, blocks."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.check.original import CUT, MARKS, Original, flat, shortened, stands_in
from sitegen.check.page import Page, Words
from sitegen.check.report import problem
from sitegen.diagnostics import Diagnostic

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_HINT = "build the site again; if it stays, a template changes the words of an article"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as it stands in its article's page: part after part, each a slice of the article."""

    id: str
    article: str
    parts: tuple[str, ...]

    @property
    def whole(self) -> str:
        """All its words, without what stands between the parts."""
        return "".join(self.parts)

    def has_run(self, words: str) -> bool:
        """Tell whether ``words`` are some whole words of one part; what stands before the first one goes with it."""
        return any(_between(words, part, *_word_bounds(part)) for part in self.parts)

    def has_marked(self, words: str) -> bool:
        """Tell whether ``words`` stand between marks inside one part, or from its edge to a mark, or are all of it."""
        return any(_between(words, part, *_mark_bounds(part)) for part in self.parts)


def _between(words: str, part: str, starts: frozenset[int], ends: frozenset[int]) -> bool:
    """Tell whether ``words`` stand in ``part`` from one of ``starts`` to one of ``ends``."""
    return bool(words) and any(part.startswith(words, start) and start + len(words) in ends for start in starts)


def _word_bounds(part: str) -> tuple[frozenset[int], frozenset[int]]:
    later = [found.start() for found in _WORD.finditer(part)][1:]
    return frozenset((0, *later)), frozenset((*later, len(part)))


def _mark_bounds(part: str) -> tuple[frozenset[int], frozenset[int]]:
    marks = [place for place, char in enumerate(part) if char in MARKS]
    return frozenset((0, *(place + 1 for place in marks))), frozenset((*marks, len(part)))


def article_page(path: str) -> str:
    """Return the id of the article whose page lies at ``path``, "" for other pages; lists of articles have none."""
    id_ = path.removeprefix("articles/").removesuffix("/index.html")
    return id_ if path == f"articles/{id_}/index.html" else ""


def quotations(pages: Iterable[Page], originals: Mapping[str, Original]) -> dict[str, Quotation]:
    """Return the quotations by id, as the pages of the articles give them; later findings are compared with them."""
    found: dict[str, Quotation] = {}
    for page in pages:
        article = article_page(page.path)
        if article in originals:
            right = _unchanged(page, originals[article])
            pieces: dict[str, list[Words]] = {}
            for words in page.quotes:
                pieces.setdefault(words.source, []).append(right(words))
            found.update({id_: Quotation(id_, article, _joined(own)) for id_, own in pieces.items()})
    return found


def _unchanged(page: Page, original: Original) -> Callable[[Words], Words]:
    """Return what takes the words of a piece from the article itself, where its block is as long as there.

    A changed letter is then found in its own page alone, and not in all others that have the right one.
    """
    leaves = {f"p{number}": (start, end) for number, start, end in original.leaves}
    lengths = {words.source: len(words.text) for words in page.blocks}

    def right(words: Words) -> Words:
        start, end = leaves.get(words.block, (0, 0))
        if lengths.get(words.block) != end - start or start == end:
            return words
        return replace(words, text=original.text[start + words.start : start + words.start + len(words.text)])

    return right


def _joined(pieces: Iterable[Words]) -> tuple[str, ...]:
    """Put pieces together that touch each other: a mark that crosses a quotation divides it in the page."""
    parts: list[str] = []
    block, end = "", -1
    for piece in pieces:
        if parts and piece.block and piece.block == block and piece.start == end:
            parts[-1] += piece.text
        else:
            parts.append(piece.text)
        block, end = piece.block, piece.start + len(piece.text)
    return tuple(parts)


def check_blocks(page: Page, original: Original) -> Iterator[Diagnostic]:
    """Compare the page of an article with the article, block by block."""
    shown = {words.source: words for words in reversed(page.blocks)}
    for number, start, end in original.leaves:
        text = original.text[start:end]
        words = shown.pop(f"p{number}", None)
        if words is None:
            if text:
                message = f"paragraph {number} of {original.path} is missing"
                yield problem("check-text", page.path, message, _HINT)
        elif words.text != text:
            message = f"paragraph {number} is not as in {original.path}: {_difference(words.text, text)}"
            yield problem("check-text", page.path, message, _HINT, words)
    order = [int(words.source.removeprefix("p")) for words in page.blocks]
    # The headline stands before everything, wherever the file has it.
    if order[1:] != sorted(order[1:]):
        yield problem("check-text", page.path, f"the paragraphs are not in the order of {original.path}", _HINT)
    for anchor, words in shown.items():
        message = f"{original.path} has no paragraph {anchor.removeprefix('p')}"
        yield problem("check-text", page.path, message, _HINT, words)


def check_quotations(page: Page, known: Mapping[str, Quotation]) -> Iterator[Diagnostic]:
    """Compare the quotations of a page with those of the articles' pages: every one whole, and word for word."""
    shown: dict[str, list[Words]] = {}
    for words in page.quotes:
        shown.setdefault(words.source, []).append(words)
    for id_, pieces in shown.items():
        quotation = known.get(id_)
        if quotation is None:
            yield _foreign(page, id_, pieces[0])
            continue
        text, whole = "".join(piece.text for piece in pieces), quotation.whole
        if not whole or len(text) % len(whole) or text != whole * (len(text) // len(whole)):
            message = f"the quotation {id_} is not as in the article {quotation.article}: {_difference(text, whole)}"
            yield problem("check-quotation", page.path, message, _HINT, pieces[0])
    for words in page.verbatim:
        quotation = known.get(words.source)
        if quotation is None:
            yield _foreign(page, words.source, words)
        elif not quotation.has_run(words.text) and not quotation.has_marked(words.text):
            message = f"“{words.text}” is no part of the quotation {words.source}"
            yield problem("check-quotation", page.path, message, _HINT, words)
    own = page.path.removeprefix("quotes/").removesuffix("/index.html")
    if page.path == f"quotes/{own}/index.html" and own in known and own not in shown:
        message = f"the page of the quotation {own} does not hold its words"
        yield problem("check-quotation", page.path, message, _HINT)


def check_surroundings(
    page: Page, known: Mapping[str, Quotation], originals: Mapping[str, Original]
) -> Iterator[Diagnostic]:
    """Compare what leads into the quotations of a page, and what interrupts them, with the articles."""
    for words in page.leads:
        quotation, lead = known.get(words.source), flat(words.text)
        # Of a quotation that no article has, its own words tell already.
        if quotation is not None and not originals[quotation.article].leads(lead, quotation.parts[0]):
            message = f"“{lead}” does not lead into the quotation {words.source} in {originals[quotation.article].path}"
            yield problem("check-quotation", page.path, message, _HINT, words)
    for words in page.stages:
        quotation, stage = known.get(words.source), flat(words.text)
        if quotation is not None and not originals[quotation.article].holds(stage):
            message = f"“{stage}” does not stand between the parts of the quotation {words.source}"
            yield problem("check-quotation", page.path, message, _HINT, words)


def _foreign(page: Page, id_: str, words: Words) -> Diagnostic:
    message = f"no article has the quotation {id_!r}"
    return problem("check-quotation", page.path, message, _HINT, words)


def check_excerpts(
    page: Page, known: Mapping[str, Quotation], originals: Mapping[str, Original], site_title: str
) -> Iterator[Diagnostic]:
    """Compare the excerpts of a page: its title and description, and links that show first words."""
    for words in page.excerpts:
        quotation = known.get(words.source)
        if quotation is None:
            yield _foreign(page, words.source, words)
            continue
        before = before_excerpt(_bare(words.text, page, site_title), quotation)
        led = not (words.named and before) or originals[quotation.article].leads(before, quotation.parts[0])
        if before is None or not led:
            message = f"“{flat(words.text)}” is no excerpt of the quotation {words.source}: “{flat(quotation.whole)}”"
            yield problem("check-quotation", page.path, message, _HINT, words)


def ends_in_excerpt(text: str, quotation: Quotation) -> bool:
    """Tell whether ``text``, on one line, is an excerpt of a quotation, or has it behind a colon: "Ann Lee: We won"."""
    return before_excerpt(text, quotation) is not None


def before_excerpt(text: str, quotation: Quotation) -> str | None:
    """Return what stands before the colon behind which ``text`` has an excerpt, "" for nothing; None for no excerpt."""
    if _is_excerpt(text, quotation):
        return ""
    colons = (place for place in range(len(text)) if text.startswith(": ", place))
    return next((text[:place] for place in colons if _is_excerpt(text[place + 2 :], quotation)), None)


def quotation_at(path: str, fragment: str, known: Mapping[str, Quotation]) -> Quotation | None:
    """Return the quotation that lives at an address: on a page of its own, or at its place in an article."""
    return known.get(fragment) or known.get(path.removeprefix("quotes/").removesuffix("/index.html"))


def _bare(text: str, page: Page, site_title: str) -> str:
    """Return a title or description without the site's name, and without the address that tells equal ones apart."""
    folder = page.path.removesuffix("index.html").strip("/")
    text = flat(text).removesuffix(f" ({folder})")
    return text.removesuffix(f" | {flat(site_title)}").removesuffix(f" ({folder})")


def _is_excerpt(text: str, quotation: Quotation) -> bool:
    words = text.strip(MARKS)
    cut = words.endswith(CUT)
    # The mark before an ellipsis that cuts is inside; the one after it is gone already.
    parts = [flat(part).strip(MARKS) for part in quotation.parts]
    wholes = (parts[0], f" {CUT} ".join(map(flat, quotation.parts)).strip(MARKS))
    return any(words == whole or (cut and shortened(words, whole)) for whole in wholes)


def check_passages(page: Page, originals: Mapping[str, Original]) -> Iterator[Diagnostic]:
    """Compare passages, summaries and titles with the articles that they name."""
    for words in page.passages:
        original = originals.get(words.source)
        if original is None:
            yield _unknown(page, words)
            continue
        line = _bare(words.text, page, "")
        passage = original.holds_passage(words.text, cut_before=words.cut_before, cut_after=words.cut_after)
        if not passage and not original.describes(line):
            message = f"these words do not stand in {original.path}: “{_short(line)}”"
            yield problem("check-text", page.path, message, _HINT, words)
    for words, alone in (*((words, True) for words in page.titles), *((words, False) for words in page.cites)):
        original, line = originals.get(words.source), flat(words.text)
        if original is None:
            yield _unknown(page, words)
        elif not original.is_titled(line) and (alone or not original.title_in(line)):
            message = f"the title of {original.path} is not as there: “{_short(line)}”"
            yield problem("check-text", page.path, message, _HINT, words)


def _unknown(page: Page, words: Words) -> Diagnostic:
    message = f"there is no article {words.source!r}"
    return problem("check-text", page.path, message, _HINT, words)


def check_loose(page: Page, originals: Mapping[str, Original], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Look for the quotations of a site's own templates in the articles, first in those that the page links to.

    ``texts`` are all published texts on one line, by the address of their page.
    """
    if not page.loose:
        return
    linked = {article for link in page.links for article in _articles(link.url, originals)}
    near = [texts[article] for article in linked if article in texts]
    for words in page.loose:
        line = flat(words.text).strip(MARKS)
        if not any(stands_in(line, text) for text in (*near, *texts.values())):
            message = f"these words stand in no published text: “{_short(line)}”"
            yield problem("check-quotation", page.path, message, _HINT, words)


def _articles(url: str, originals: Mapping[str, Original]) -> Iterator[str]:
    _, found, rest = url.partition("articles/")
    id_ = rest.split("#")[0].removesuffix("index.html").strip("/")
    if found and id_ in originals:
        yield id_


def _difference(shown: str, wanted: str) -> str:
    """Show where two texts part."""
    place = next(
        (n for n, (a, b) in enumerate(zip(shown, wanted, strict=False)) if a != b), min(len(shown), len(wanted))
    )
    start = max(0, place - 12)
    return f"“…{shown[start : place + 12]}…” for “…{wanted[start : place + 12]}…”"


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + CUT
