"""Themes: the shipped templates on whole sites, a user's own, and mistakes in them."""

import re
from pathlib import Path

import pytest

from sitegen.compose import compose
from sitegen.diagnostics import InputError
from sitegen.model.view import ArticleView, Page, RobotsView
from sitegen.model.view_text import BlockView
from sitegen.render import Theme, note
from tests.compose.sites import harbour, nested, site
from tests.render.test_segments import read

FOLDER = Path(__file__).parents[2] / "templates"
SHIPPED = {p.relative_to(FOLDER).as_posix(): p.read_text("utf-8") for p in FOLDER.rglob("*") if p.is_file()}
ROBOTS = Page("robots.txt", "page.txt", RobotsView("A & B"))


@pytest.fixture(scope="module")
def rendered() -> dict[str, str]:
    theme = Theme(SHIPPED)
    return {recipe.path: theme.render(recipe.page()) for recipe in compose(site())}


def test_every_page_renders_without_inline_style_script_or_root_links(rendered: dict[str, str]) -> None:
    for path, html in rendered.items():
        assert not re.search(r'<script(?! type="application/ld\+json"|[^>]*src)|\sstyle=|\son\w+=', html), path
        if path.endswith(".html") and path != "404.html":
            assert not re.search(r'(?:href|src)="/', html), path
            assert html.startswith("<!doctype html>\n"), path
            assert html.count("<h1") == 1, path


def test_paragraphs_hold_their_own_characters_alone(rendered: dict[str, str]) -> None:
    for reading in (harbour(), nested()):
        html = rendered[f"articles/{reading.article.id}/index.html"]
        for number, leaf in enumerate(reading.article.leaves(), 1):
            if leaf.kind == "rule":
                continue
            found = re.search(rf'<(\w+)(?: scope="col")? id="p{number}"[^>]*>(.*?)</\1>', html, re.DOTALL)
            if found is None or found[1] == "span":
                found = re.search(rf'<(span) id="p{number}">(.*)</span></(?:li|td|th)>', html)
            assert found, f"p{number}"
            assert read(found[2]).text == leaf.span.of(reading.article.text)


def test_quotations_are_verbatim_in_the_html(rendered: dict[str, str]) -> None:
    reading = harbour()
    text = reading.article.text
    whole = {q.id: "".join(s.of(text) for s in q.spans) for q in reading.analysis.quotes}
    paragraphs = re.findall(r'<p id="p\d+">.*?</p>', rendered["articles/2024/berth/index.html"], re.DOTALL)
    assert read("".join(paragraphs)).parts == whole
    for id_, words in whole.items():
        large = re.search(r"<blockquote.*?</blockquote>", rendered[f"quotes/{id_}/index.html"], re.DOTALL)
        assert large
        assert read(large[0]).parts == {id_: words}


def test_labels_stand_outside_paragraphs(rendered: dict[str, str]) -> None:
    html = rendered["articles/2024/berth/index.html"]
    assert '<b class="voice unknown"><bdi>Unknown speaker</bdi></b>' in html
    assert not re.search(r"<p [^>]*>(?:(?!</p>).)*<aside", html, re.DOTALL)


def test_headings_skip_no_rank() -> None:
    def ranks(blocks: tuple[BlockView, ...]) -> list[int]:
        return [rank for b in blocks for rank in ([b.level] if b.kind == "heading" else ranks(b.children))]

    view = next(r.page().view for r in compose(site()) if r.path == "articles/notes/index.html")
    assert isinstance(view, ArticleView)
    assert ranks(view.blocks) == [2]


def test_a_users_template_replaces_the_shipped_one_and_can_extend_it() -> None:
    theme = Theme(
        {"page.txt": "{% block b %}x{% endblock %}"},
        {"page.txt": '{% extends "shipped/page.txt" %}{% block b %}{{ view.site_title }}{% endblock %}'},
    )
    assert theme.render(ROBOTS) == "A &amp; B"


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("a\n{% if %}", "template-syntax", 2),
        ("a\n\n{{ view.nothing }}", "template-undefined", 3),
        ("{{ nothing }}", "template-undefined", 1),
        ('\n{% include "gone.html" %}', "template-missing", 2),
        ("{{ ().__class__.__base__.__subclasses__() }}", "template-security", 1),
        ("\n{{ 1 / 0 }}", "template", 2),
        ("{% set a = view.site_title.nothing.more %}", "template-undefined", 1),
    ],
)
def test_a_mistake_names_file_and_line(source: str, code: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        Theme({}, {"page.txt": source}).render(ROBOTS)
    found = caught.value.diagnostics[0]
    assert (found.code, found.path, found.line) == (code, "templates/page.txt", line)
    assert found.hint


def test_a_mistake_in_an_included_template_names_that_one() -> None:
    theme = Theme({"page.txt": '{% include "part.txt" %}'}, {"part.txt": "\n{{ view.nothing }}"})
    with pytest.raises(InputError) as caught:
        theme.render(ROBOTS)
    assert (caught.value.diagnostics[0].path, caught.value.diagnostics[0].line) == ("templates/part.txt", 2)


def test_a_missing_template_is_an_error() -> None:
    with pytest.raises(InputError) as caught:
        Theme({}).render(ROBOTS)
    assert caught.value.diagnostics[0].code == "template-missing"


def test_a_bug_in_a_shipped_template_raises() -> None:
    with pytest.raises(ZeroDivisionError):
        Theme({"page.txt": "{{ 1 / 0 }}"}).render(ROBOTS)


def test_trusted_templates_leave_the_sandbox() -> None:
    source = "{{ ().__class__.__name__ }}"
    assert Theme({}, {"page.txt": source}, trusted=True).render(ROBOTS) == "tuple"


def test_the_digest_covers_all_that_a_template_uses() -> None:
    before = {"a.html": '{% extends "b.html" %}', "b.html": '{% from "c.html" import x %}', "c.html": "1", "d.html": ""}
    after = {**before, "c.html": "2"}
    assert Theme(before).closure_digest("a.html") != Theme(after).closure_digest("a.html")
    assert Theme(before).closure_digest("d.html") == Theme(after).closure_digest("d.html")
    assert Theme(before, {"c.html": "2"}).closure_digest("a.html") == Theme(after).closure_digest("a.html")


def test_the_digest_covers_where_static_files_lie() -> None:
    sources = {
        "a.html": '{% include "b.html" %}',
        "b.html": '{{ asset("x.css") }}',
        "c.html": "",
        "d.html": "{{ asset(view) }}",
    }

    def theme(**places: str) -> Theme:
        return Theme(sources, assets={f"{name}.css": place for name, place in places.items()})

    before, after, other = theme(x="1", y="1"), theme(x="2", y="1"), theme(x="1", y="2")
    assert before.closure_digest("a.html") != after.closure_digest("a.html")
    assert before.closure_digest("a.html") == other.closure_digest("a.html")
    assert before.closure_digest("c.html") == after.closure_digest("c.html")
    assert before.closure_digest("d.html") != other.closure_digest("d.html")


def test_a_static_file_that_is_not_there() -> None:
    with pytest.raises(InputError) as caught:
        Theme({}, {"page.txt": '\n{{ asset("stlye.css") }}'}, assets={"style.css": "static/style.css"}).render(ROBOTS)
    found = caught.value.diagnostics[0]
    assert (found.code, found.path, found.line) == ("template-missing", "templates/page.txt", 2)
    assert "stlye.css" in found.message


def test_a_computed_name_can_be_any_template() -> None:
    before = {"a.html": "{% include view.site_title %}", "d.html": "1"}
    assert Theme(before).closure_digest("a.html") != Theme({**before, "d.html": "2"}).closure_digest("a.html")


def test_notes_are_safe_and_lead_only_where_they_can() -> None:
    html = note("# Chair\n\n*board* [in](../a.md) [out](https://example.org/) <b>x</b> ![pic](a.png) [j](javascript:x)")
    assert "<h3>Chair</h3>" in html
    assert '<em>board</em> in <a href="https://example.org/">out</a> &lt;b&gt;x&lt;/b&gt; pic' in html
    assert 'href="javascript' not in html


@pytest.mark.parametrize("name", sorted(name for name in SHIPPED if name.endswith(".html")))
def test_each_template_can_be_replaced_alone_and_reach_the_shipped_one(name: str, rendered: dict[str, str]) -> None:
    macros = name.startswith("macros/")
    own = SHIPPED[name] if macros else f'{{% extends "shipped/{name}" %}}'
    theme = Theme(SHIPPED, {name: own})
    assert {recipe.path: theme.render(recipe.page()) for recipe in compose(site())} == rendered
    if not macros:
        elsewhere = Theme(SHIPPED, {"404.html": '{% extends "shipped/base.html" %}{% block main %}mine{% endblock %}'})
        assert any("mine" in elsewhere.render(recipe.page()) for recipe in compose(site()) if recipe.path == "404.html")
