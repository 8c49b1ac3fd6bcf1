"""What readers copy from a page: an entry of BibTeX and a piece of HTML hold the words as the article has them."""

import re
from collections.abc import Iterator, Mapping

import turbohtml

from sitegen.check.original import MARKS, Original, flat
from sitegen.check.page import Page, Words
from sitegen.check.quotations import Quotation, before_excerpt
from sitegen.check.report import problem
from sitegen.diagnostics import Diagnostic

_HINT = "build the site again; if it stays, a template changes the words of a citation"
_FIELD = re.compile(r"^ *(\w+) = \{(.*)\},?$", re.MULTILINE)
_LATEX = re.compile(r"\\text[a-z]+\{\}|\\[#$%&_]|\{\}|---?|``|\'\'|,,|<<|>>|[?!]`")
# What is printed for it, where that is not its last letter.
_PRINTED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    "{}": "",
    "--": "–",
    "---": "—",
    "``": "“",
    "''": "”",
    ",,": "„",
    "<<": "«",
    ">>": "»",
    "?`": "¿",
    "!`": "¡",
}


def check_citations(
    page: Page, known: Mapping[str, Quotation], originals: Mapping[str, Original]
) -> Iterator[Diagnostic]:
    """Read what can be copied as whoever pastes it does, and compare it with the quotation and its article."""
    for words, read in (*((each, _bibtex) for each in page.bibtex), *((each, _embed) for each in page.embeds)):
        quotation = known.get(words.source)
        if quotation is None:
            yield problem("check-quotation", page.path, f"no article has the quotation {words.source!r}", _HINT, words)
            continue
        for message in read(words, quotation, originals[quotation.article]):
            yield problem("check-quotation", page.path, message, _HINT, words)


def _bibtex(words: Words, quotation: Quotation, original: Original) -> Iterator[str]:
    fields = {name: plain(value) for name, value in _FIELD.findall(words.text)}
    title = fields.get("title", "").removeprefix("{").removesuffix("}")
    # Reported words stand behind what leads into them: "denied that: he had taken the money".
    lead = before_excerpt(title, quotation)
    if lead is None or (lead and not original.leads(lead, quotation.parts[0])):
        yield f"the entry of BibTeX gives “{title}” for the words of the quotation {quotation.id}"
    if not original.title_in(fields.get("howpublished", "")):
        yield f"the entry of BibTeX does not name {original.path} by its title"


def plain(latex: str) -> str:
    """Return what LaTeX prints."""
    return _LATEX.sub(lambda found: _PRINTED.get(found[0], found[0][-1]), latex)


def _embed(words: Words, quotation: Quotation, original: Original) -> Iterator[str]:
    document = turbohtml.parse(words.text)
    said, source = document.select_one("blockquote > p"), document.select_one("a[href]")
    if said is None or source is None:
        yield f"the HTML to embed holds no quotation with a link to {original.path}"
        return
    lead = said.select_one("span")
    if lead is not None:
        if not original.leads(flat(lead.text), quotation.parts[0]):
            yield f"“{lead.text}” in the HTML to embed does not stand in {original.path}"
        lead.decompose()
    marks = f"[{re.escape(MARKS)}]{{0,2}}"
    wanted = " … ".join(f"{marks}{re.escape(part)}{marks}" for part in quotation.parts)
    if not re.fullmatch(f" ?{wanted}", said.text):
        yield f"the HTML to embed gives “{said.text.strip()}” for the words of the quotation {quotation.id}"
    if not original.title_in(flat(source.text)):
        yield f"the HTML to embed does not name {original.path} by its title"
