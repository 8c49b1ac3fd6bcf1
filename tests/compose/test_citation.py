"""How to cite a quotation: entries of BibTeX that any LaTeX prints letter for letter, and words for other pages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.check.citations import plain
from sitegen.compose import compose
from sitegen.compose.bibtex import entry, escaped
from sitegen.model.view_quotations import Citation, QuoteView
from tests.compose.sites import site


def citations(base_url: str = "https://example.org/repo/") -> dict[str, Citation]:
    made = (recipe.page().view for recipe in compose(site(base_url=base_url)) if recipe.template == "quote.html")
    return {view.citation.quote: view.citation for view in made if isinstance(view, QuoteView)}


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("50 % of Smith & Sons, #1_a", r"50 \% of Smith \& Sons, \#1\_a"),
        (
            "{a} \\ ~ ^ $",
            r"\textbraceleft{}a\textbraceright{} \textbackslash{} \textasciitilde{} \textasciicircum{} \$",
        ),
        ("Zażółć “gęślą” – «jaźń» דנה", "Zażółć “gęślą” – «jaźń» דנה"),
        ("no -- dash, no ``mark'', ?`", "no -{}- dash, no `{}`mark'{}', ?{}`"),
        ("on\ntwo  lines", "on two lines"),
    ],
)
def test_latex_prints_it_letter_for_letter(text: str, latex: str) -> None:
    assert escaped(text) == latex


@given(st.text())
def test_what_is_escaped_reads_as_it_was_and_its_braces_match(text: str) -> None:
    latex = escaped(text)
    assert plain(latex) == " ".join(text.split())
    depth = 0
    for brace in re.findall(r"[{}]", latex):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


def test_an_entry_has_no_empty_fields() -> None:
    assert entry("misc", "q-1", [("author", "{{A}}"), ("year", ""), ("month", "jan")]) == (
        "@misc{q-1,\n  author = {{A}},\n  month = jan\n}"
    )


def test_words_with_their_source_and_the_key_is_the_id() -> None:
    assert citations()["q-1"].bibtex == (
        "@misc{q-1,\n"
        "  author = {{Clara Wetherby}},\n"
        "  title = {{“I have told the builders to start again,”}},\n"
        "  howpublished = {Quoted in “Board lets pilots moor at Saltgate”, Portmere Packet, 9 September 2024,"
        " paragraph 3},\n"
        "  year = {2024},\n"
        "  month = sep,\n"
        "  url = {https://example.org/repo/quotes/q-1/},\n"
        "  note = {Quotation q-1, speaker found by a program, not checked by a person}\n"
        "}"
    )


def test_reported_words_never_stand_without_what_leads_into_them() -> None:
    reported = citations()["q-4"]
    assert "title = {{said that: the mole would be mended by May}}" in reported.bibtex
    assert (reported.how, reported.lead, reported.parts) == (
        "reported",
        "said that",
        ("the mole would be mended by May",),
    )
    mixed = citations()["q-2"]
    assert mixed.parts == ('she had "no appetite for a second survey."',)
    assert "note = {Quotation q-2}" in mixed.bibtex


def test_an_unknown_speaker_is_no_author() -> None:
    assert "author" not in citations()["q-5"].bibtex


def test_without_an_address_of_the_site_none_is_given() -> None:
    found = citations(base_url="")["q-1"]
    assert found.address == ""
    assert "url" not in found.bibtex
