"""The link by which readers report a quotation: where it leads, what it holds, and when it changes."""

import json
import re
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.compose import compose
from sitegen.model.article import Block
from sitegen.model.quote import Attribution, Quote
from sitegen.model.settings import ReportSettings
from sitegen.model.site import Reading, Site
from sitegen.model.span import Span
from sitegen.model.view import ArticleView
from sitegen.model.view_quotations import QuoteView
from tests.compose.sites import harbour, nested, site

GITHUB = "https://github.com/user/repo/issues/new"


def reporting(to: str, made: Site) -> Site:
    return replace(made, settings=replace(made.settings, reports=ReportSettings(to)))


def report(to: str, made: Site | None = None, id_: str = "q-1") -> str:
    path = f"quotes/{id_}/index.html"
    (found,) = (each for each in compose(reporting(to, made or site())) if each.path == path)
    view = found.page().view
    assert isinstance(view, QuoteView)
    return view.report


def annotation(body: str) -> dict[str, object]:
    found = re.search(r"^\{.*\}\r?$", body, re.MULTILINE)
    assert found is not None
    told = json.loads(found[0])
    assert isinstance(told, dict)
    return told


def test_without_a_place_to_report_to_there_is_no_link() -> None:
    assert report("") == ""


def test_an_issue_is_filled_in() -> None:
    fields = parse_qs(urlsplit(report(GITHUB)).query)
    assert fields["title"] == ["Report on quotation q-1"]
    (body,) = fields["body"]
    assert body.startswith("What is wrong with this quotation")
    assert "https://example.org/repo/quotes/q-1/" in body
    told = annotation(body)
    text = harbour().article.text
    target = told["target"]
    assert isinstance(target, dict)
    words, position = target["selector"]
    assert text[position["start"] : position["end"]] == words["exact"]
    assert words["exact"].startswith("I have told the builders")
    assert words["exact"].endswith("Pendrake twice.")
    assert text[: position["start"]].endswith(words["prefix"])
    assert text[position["end"] :].startswith(words["suffix"])
    assert target["source"] == "https://example.org/repo/articles/2024/berth/"
    assert (told["type"], told["motivation"]) == ("Annotation", "questioning")
    assert (told["sitegen:article"], told["sitegen:quotation"]) == ("2024/berth", "q-1")
    assert re.fullmatch("[0-9a-f]{32}", str(told["sitegen:build"]))


def test_gitlab_calls_the_fields_otherwise() -> None:
    query = urlsplit(report("https://gitlab.com/group/repo/-/issues/new?labels=report")).query
    assert query.startswith("labels=report&issue%5Btitle%5D=Report%20on")
    assert "issue%5Bdescription%5D=" in query


def test_a_mail_has_lines_of_its_own_kind() -> None:
    url = report("mailto:desk@example.org")
    assert url.startswith("mailto:desk@example.org?subject=Report%20on%20quotation%20q-1&body=")
    body = unquote(url.partition("&body=")[2])
    assert "\n" not in body.replace("\r\n", "")
    assert "```" not in body
    assert annotation(body)["sitegen:quotation"] == "q-1"


def test_a_site_without_an_address_names_its_folders() -> None:
    fields = parse_qs(urlsplit(report(GITHUB, site(base_url=""))).query)
    assert "Quotation: quotes/q-1/" in fields["body"][0]


def test_quotations_without_a_page_are_reported_from_the_article() -> None:
    made = reporting(GITHUB, site(pages="none"))
    (found,) = (each for each in compose(made) if each.path == "articles/2024/berth/index.html")
    view = found.page().view
    assert isinstance(view, ArticleView)
    discs = [disc for block in view.blocks for label in block.labels for disc in label.discs]
    assert len(discs) == 7
    assert all(disc.report.startswith(GITHUB) for disc in discs)
    with_pages = next(r for r in compose(reporting(GITHUB, site())) if r.path == found.path).page().view
    assert isinstance(with_pages, ArticleView)
    assert not any(disc.report for block in with_pages.blocks for label in block.labels for disc in label.discs)


def test_a_report_changes_with_its_own_article_alone() -> None:
    one, other = harbour(), nested()
    alone = report(GITHUB, site(one, other))
    changed = replace(other, article=replace(other.article, summary="Something else."))
    assert report(GITHUB, site(one, changed)) == alone
    edited = replace(one, article=replace(one.article, summary="Something else."))
    assert report(GITHUB, site(edited, other)) != alone
    assert report(GITHUB, replace(site(one, other), generator="sitegen 9.10")) != alone


def long(text: str, parts: int) -> Reading:
    """Return an article with one quotation in so many parts, all of ``text`` each."""
    whole = " said Lee ".join([text] * parts)
    spans = tuple(Span(n * (len(text) + 10), n * (len(text) + 10) + len(text)) for n in range(parts))
    quote = Quote("q-9", "direct", spans, spans, Attribution("unknown", 0.1))
    one = nested()
    block = Block("paragraph", Span(0, len(whole)))
    article = replace(one.article, text=whole, blocks=(block,), marks=(), headline=None)
    analysis = replace(one.analysis, clusters=(), mentions=(), quotes=(quote,))
    return Reading(article, analysis, ())


@pytest.mark.parametrize("to", [GITHUB, "mailto:desk@example.org"])
@given(text=st.text('ab 字😀"\\é', min_size=1, max_size=9000).filter(str.strip), parts=st.integers(1, 3))
def test_no_address_is_too_long(to: str, text: str, parts: int) -> None:
    url = report(to, site(long(text, parts)), "q-9")
    assert len(url) < 6200
    assert url.isascii()
    body = unquote(url.partition("body=")[2])
    told = annotation(body)
    target = told["target"]
    assert isinstance(target, dict)
    words, position = target["selector"]
    assert " said Lee ".join([text] * parts)[position["start"] : position["end"]] == words["exact"]


def test_what_is_too_long_keeps_its_first_part_and_then_its_beginning() -> None:
    def exact(reading: Reading) -> tuple[str, str]:
        fields = parse_qs(urlsplit(report(GITHUB, site(reading), "q-9")).query)
        target = annotation(fields["body"][0])["target"]
        assert isinstance(target, dict)
        return target["selector"][0]["exact"], target["selector"][0]["suffix"]

    first = "We closed the gate. " * 100
    assert exact(long(first, 3)) == (first, " said Lee We closed the gate. We"[:32])
    words, suffix = exact(long("We closed the gate. " * 400, 1))
    assert words.startswith("We closed the gate.")
    assert len(words) <= 500
    assert words[-1] != " "
    assert len(suffix) == 32
