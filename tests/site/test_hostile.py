"""Names, titles, tags and addresses that try to be markup, scripts or properties of objects: they are shown as text."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from sitegen.build import build
from sitegen.checking import check_site
from tests.check.built import DAY, write
from tests.site.ways import on_disk, served
from tests.toy import ToyParser

HOSTILE = (
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(2)</script>",
    "${alert(3)}{{7*7}}{% raw %}",
    "javascript:alert(4)",
    "abc\u202edef\u2066x\u2028y",
    r"\input{/etc/passwd}%{}$#&_^~ --> <!-- ]]>",
    "=cmd|' /C calc'!A0",
    "__proto__",
    "constructor",
    "Page 2",
    "con",
    "A" * 400,
    "Ab " * 150,
)
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" onload="alert(6)"><script>alert(7)</script></svg>'
)


def article(number: int, name: str) -> str:
    keys = {
        "title": name,
        "date": f"{2020 + number % 5}-0{1 + number % 9}-01",
        "tags": [name, "harbour"],
        "authors": [name],
        "summary": name,
        "source": {"name": name},
        "people": [f"Per Son{number}"],
    }
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in keys.items())
    return (
        f"---\n{head}---\nMary Lee came.\n\n"
        f'"We won the harbour at last and nobody {name} will get it," said Mary Lee.\n\n'
        f'"Mary Lee is number {number}," said Tom Penn.\n\n'
        f"Nora Quill said that Mary Lee likes {name} and ships.\n\n![A picture](pic.svg)\n"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    title = json.dumps(f"T {HOSTILE[0]}{HOSTILE[1]}")
    write(folder, "sitegen.toml", f'title = {title}\nbase_url = "https://a.example/"\nauthor = {title}\n')
    write(folder, "content/pic.svg", PICTURE)
    for number, name in enumerate(HOSTILE):
        written = json.dumps(name)
        write(folder, f"content/a{number}.md", article(number, name))
        record = f"name: {written}\nid: p{number}\nvariants: [{json.dumps(name + ' Variant')}]\nroles: [{written}]\n"
        write(folder, f"content/people/p{number}.md", f"---\n{record}---\n{name}\n")
        decision = f'- exact: "Mary Lee is number {number},"\n  decision: correct\n  speaker: p{number}\n'
        write(folder, f"content/a{number}.annotations.yaml", f"{decision}  by: {written}\n  why: {written}\n")
    build(folder, today=DAY, parser=ToyParser(), accept=("all",))
    return folder


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with served(site / "_site") as address:
        yield address


def test_such_a_site_passes_its_check(site: Path) -> None:
    assert check_site(site, today=DAY).diagnostics == ()


def test_a_tag_or_an_author_never_takes_the_place_of_a_list(site: Path) -> None:
    folders = {path.name for name in ("tags", "authors") for path in (site / "_site" / name).iterdir()}
    assert not folders & {"page-2", "con", "index"}
    assert any(name.startswith("page-2-") for name in folders)


PAGES = (
    "",
    "articles/a0/",
    "articles/a8/",
    "people/p0/",
    "people/p7/",
    "people/mary-lee/",
    "people/",
    "tags/",
    "authors/",
    "quotes/",
    "compare/",
    "compare/harbour/",
    "timeline/",
    "network/",
    "search/",
    "corrections/",
)
ASKED = (
    "",
    "#%E0%",
    "?highlight=__proto__&left=constructor&right=__proto__&kind=__proto__&by=__proto__&from=toString",
    "?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&highlight=%22%5D&left=%3Cimg%20src%3Dx%3E&person=%3Cb%3E",
)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_and_nothing_fails(page: Page, host: str, path: str, asked: str) -> None:
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    page.goto(f"{host}{path}{asked}")
    page.wait_for_load_state("networkidle")
    assert opened == []
    assert page.locator("img[src='x'], [onerror], [onload]").count() == 0


@pytest.mark.parametrize("path", ["", "people/p0/"])
def test_nothing_runs_from_disk(page: Page, site: Path, path: str) -> None:
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    page.goto(f"{on_disk(site / '_site', path)}#%E0%")
    assert opened == []


def test_a_value_that_every_object_has_leaves_no_result(page: Page, host: str) -> None:
    page.goto(f"{host}search/?q=harbour&kind=constructor&kind=__proto__&year=toString")
    page.get_by_text("No results").wait_for()
    assert "native code" not in page.inner_text("main")
    assert "[object" not in page.inner_text("main")
    choices = page.locator(".choices label", has_text="constructor").all_text_contents()
    assert [" ".join(choice.split()) for choice in choices] == ["constructor 0"]


def test_reported_words_in_results_are_led_into(page: Page, host: str) -> None:
    page.goto(f"{host}search/?q=ships&kind=Reported+quotation")
    line = page.locator(".results .words-line").first
    line.wait_for()
    assert line.inner_text().startswith("said that Mary Lee likes")
