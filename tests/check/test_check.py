"""A built site against its content: one changed character, one dead link, one leaked word is found."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import turbohtml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import build
from sitegen.check import Expected, Report, check
from sitegen.check.quotations import Quotation
from sitegen.checking import check_site
from sitegen.cli import main
from sitegen.diagnostics import InputError
from sitegen.shell.static_files import named_by_content
from sitegen.shell.theme import read_theme
from tests.check.built import DAY, codes, edit, write
from tests.incremental.edits import matter
from tests.toy import ToyParser

BODY = """Mary Lee came early to the quay.

"We won the harbour at last," said Mary Lee. "Nobody else in this town wants it, and nobody else will get it."

> Nothing of this is new.

Tom Penn told them that the ferry would "never leave the old pier" on Sundays.
"""
OTHER = """Mary Lee spoke again.

"Ships & boats of every flag are <welcome> here: always, day and night," Mary Lee said.
"""
STYLE = named_by_content(read_theme(Path(__file__).parent.parent.parent)).names["style.css"]
SECRET = "Nora Quill hid the harbour papers under seven floorboards of the mill."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checked")
    write(folder, "sitegen.toml", 'title = "The Record"\nbase_url = "https://a.example/records/"\n')
    write(folder, "content/first.md", matter(title="Harbour won", tags="[harbour]", date="2026-04-01") + BODY)
    write(folder, "content/second.md", matter(title="“We won”, says Lee", date="2026-04-02") + OTHER)
    write(folder, "content/draft.md", matter(title="The mill papers", draft="true") + SECRET)
    write(folder, "content/later.md", matter(title="A later day", date="2027-01-01") + SECRET.replace("mill", "inn"))
    write(folder, "content/people/lee.md", matter(name="Mary Lee") + "> A note of the desk.\n")
    write(folder, "content/pages/help.md", "# Help\n\n> Words of the desk.\n\n[First](../first.md)\n")
    write(folder, "content/picture.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    build(folder, today=DAY, parser=ToyParser())
    return folder


def test_a_good_site_and_what_was_checked(site: Path) -> None:
    report = check_site(site, today=DAY)
    assert report.diagnostics == ()
    counts = {finding.name: finding.checked for finding in report.findings}
    assert all(counts.values()), counts
    assert list(counts) == ["quotations", "articles", "passages", "data", "links", "reachable", "unpublished", "html"]


class Captured:
    """A built site in memory, so that many small changes can be checked quickly."""

    def __init__(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def capture(paths: tuple[str, ...], files: Iterator[tuple[str, bytes]], expected: Expected) -> Report:
            self.paths, self.files, self.expected = paths, dict(files), expected
            return check(paths, self.files.items(), expected)

        monkeypatch.setattr("sitegen.checking.check", capture)
        check_site(site, today=DAY)
        monkeypatch.undo()
        self.pages = sorted(path for path in self.files if path.endswith(".html"))

    def with_page(self, path: str, text: str) -> Report:
        return check(self.paths, {**self.files, path: text.encode()}.items(), self.expected)


@pytest.fixture(scope="module")
def captured(site: Path) -> Captured:
    with pytest.MonkeyPatch.context() as monkeypatch:
        return Captured(site, monkeypatch)


def words_of_quotations(captured: Captured) -> list[str]:
    """Return every four words in a row of every quotation, as they stand in HTML."""
    found = set()
    for path in captured.pages:
        for element in turbohtml.parse(captured.files[path].decode()).select("[data-quote]"):
            found.update(re.findall(r"(?=\b(\S+ \S+ \S+ \S+))", element.text))
    return sorted(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for words in found)


def places(captured: Captured) -> list[tuple[str, int, int]]:
    """Return where words of quotations stand, in any element or attribute of any page."""
    return [
        (path, match.start(), match.end())
        for path in captured.pages
        for words in words_of_quotations(captured)
        for match in re.finditer(re.escape(words), captured.files[path].decode())
    ]


def test_words_of_quotations_stand_in_every_kind_of_place(captured: Captured) -> None:
    texts = {path: captured.files[path].decode() for path in captured.pages}
    found = {(path.split("/")[0], kind_of_place(texts[path], start)) for path, start, _ in places(captured)}
    for wanted in (
        ("articles", "p"),
        ("articles", "meta"),
        ("people", "p"),
        ("quotes", "title"),
        ("quotes", "meta"),
        ("quotes", "bdi"),
        ("quotes", "blockquote"),
        ("index.html", "blockquote"),
    ):
        assert wanted in found, found


def kind_of_place(text: str, start: int) -> str:
    opened = re.findall(r"<(p|meta|title|bdi|blockquote)\b", text[:start])
    return str(opened[-1])


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_character_of_a_quotation_fails(captured: Captured, data: st.DataObject) -> None:
    path, start, end = data.draw(st.sampled_from(places(captured)))
    text = captured.files[path].decode()
    place = data.draw(st.integers(start, end - 1))
    change = data.draw(st.sampled_from(["", "x", "é", " ", ","]))
    keep = data.draw(st.booleans())
    inside = re.search(r"&\w*$", text[:place])
    if (inside and ";" in text[place : place + 5]) or text[place] == "&":
        place = start if text[start] != "&" else end - 1
    changed = text[:place] + change + (text[place] if keep else "") + text[place + 1 :]
    # Two blanks in a title or a description are shown as one.
    if " ".join(changed.split()) == " ".join(text.split()):
        return
    report = captured.with_page(path, changed)
    assert {found.path for found in report.diagnostics} & {path} or "articles/" in path, (
        path,
        changed[place - 30 : place + 30],
    )
    assert report.diagnostics


def test_marked_words_are_whole_in_structured_data(captured: Captured) -> None:
    """Words in marks inside a mixed quotation may lose none of their letters, the first and the last included."""
    marked = "never leave the old pier"
    pages = [(path, captured.files[path].decode()) for path in captured.pages]
    path, text = next((path, text) for path, text in pages if f'"text":"{marked}"' in text)
    start = text.index(f'"text":"{marked}"') + len('"text":"')
    for place in range(start, start + len(marked)):
        changed = text[:place] + text[place + 1 :]
        found = captured.with_page(path, changed).diagnostics
        assert any(each.path == path and "JSON-LD" in each.message for each in found), changed[place - 9 : place + 9]


def test_which_pieces_of_a_quotation_may_stand_alone() -> None:
    quotation = Quotation("q-1", "first", ("“I said ‘no, never.’ to them", "and I love it"))
    assert all(map(quotation.has_run, ("“I said ‘", "“I ", "to them", "and ", "I love it", "said ‘no, ")))
    assert not any(map(quotation.has_run, ("I said ‘", "aid ‘", "to the", "and", " love it", "", "them and ")))
    assert all(map(quotation.has_marked, ("no, never.", "I said ", " to them", "and I love it")))
    assert not any(map(quotation.has_marked, ("no, never", "o, never.", "and I", "", "never.")))


CHANGES: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "dead link": (
        lambda site: edit(site, "about/index.html", 'href="../people/"', 'href="../peple/"'),
        "check-link",
        "about/index.html",
    ),
    "link from the root": (
        lambda site: edit(site, "about/index.html", 'href="../people/"', 'href="/people/"'),
        "check-link",
        "about/index.html",
    ),
    "link out of the site": (
        lambda site: edit(site, "about/index.html", 'href="../people/"', 'href="../../people/"'),
        "check-link",
        "about/index.html",
    ),
    "link to a folder without its slash": (
        lambda site: edit(site, "about/index.html", 'href="../people/"', 'href="../people"'),
        "check-link",
        "about/index.html",
    ),
    "script in a link": (
        lambda site: edit(site, "about/index.html", 'href="../people/"', 'href="javascript:alert(1)"'),
        "check-link",
        "about/index.html",
    ),
    "missing style": (
        lambda site: (site / "_site" / STYLE).unlink(),
        "check-link",
        "index.html",
    ),
    "address in a style": (
        lambda site: write(site, f"_site/{STYLE}", "a { background: url('../no.png') }"),
        "check-link",
        STYLE,
    ),
    "dead anchor": (
        lambda site: edit(site, "articles/first/index.html", 'href="#inthis"', 'href="#nothere"'),
        "check-anchor",
        "articles/first/index.html",
    ),
    "page that nobody finds": (
        lambda site: write(site, "_site/lost/index.html", page("Lost")),
        "check-unreachable",
        "lost/index.html",
    ),
    "page that nobody finds, with a link that leads on": (
        lambda site: write(site, "_site/lost/index.html", page("Lost").replace("<body>", '<body><a href="../">x</a>')),
        "check-unreachable",
        "lost/index.html",
    ),
    "page that leads on to nowhere": (
        lambda site: write(site, "_site/moved/index.html", moved("../people/nobody/")),
        "check-link",
        "moved/index.html",
    ),
    "missing page": (
        lambda site: (site / "_site/articles/second/index.html").unlink(),
        "check-article",
        "articles/second/index.html",
    ),
    "paragraphs in another order": (
        lambda site: edit(site, "articles/second/index.html", '<p id="p1">', '<p id="p2">x</p><p id="p1">'),
        "check-text",
        "articles/second/index.html",
    ),
    "changed words of a plain page": (
        lambda site: edit(site, "pages/help/index.html", "Words of the desk.</p>", "Words of a desk.</p>"),
        "check-text",
        "pages/help/index.html",
    ),
    "draft in a comment": (
        lambda site: edit(site, "about/index.html", "</main>", f"<!-- {SECRET} --></main>"),
        "check-unpublished",
        "about/index.html",
    ),
    "draft word by word": (
        lambda site: edit(site, "about/index.html", "</main>", f"<p>{SECRET.replace(' ', '<br>')}</p></main>"),
        "check-unpublished",
        "about/index.html",
    ),
    "link in a link": (
        lambda site: edit(site, "about/index.html", "</main>", '<a href="./">x<a href="./">y</a></a></main>'),
        "check-html",
        "about/index.html",
    ),
    "block in a paragraph": (
        lambda site: edit(site, "about/index.html", "</main>", "<p><span><div>x</div></span></p></main>"),
        "check-html",
        "about/index.html",
    ),
    "picture in a style": (
        lambda site: edit(site, "about/index.html", "</main>", '<p style="background: url(no.png)"></p></main>'),
        "check-link",
        "about/index.html",
    ),
    "missing paragraph": (
        lambda site: edit(site, "articles/first/index.html", '<p id="p3">Nothing of this is new.</p>', ""),
        "check-text",
        "articles/first/index.html",
    ),
    "draft in a feed": (
        lambda site: write(site, "_site/feed.xml", f"<feed><p>{SECRET}</p></feed>"),
        "check-unpublished",
        "feed.xml",
    ),
    "draft in an escaped index": (
        lambda site: write(site, "_site/data/index.json", json.dumps({"t": SECRET.replace(" ", "\n")})),
        "check-unpublished",
        "data/index.json",
    ),
    "draft in a description": (
        lambda site: edit(
            site,
            "about/index.html",
            '<meta name="generator"',
            f'<meta name="x" content="{SECRET[5:60]}"><meta name="generator"',
        ),
        "check-unpublished",
        "about/index.html",
    ),
    "title of a draft": (
        lambda site: edit(site, "about/index.html", "</main>", "<p>The <b>mill</b> papers</p></main>"),
        "check-unpublished",
        "about/index.html",
    ),
    "address of a draft": (
        lambda site: write(site, "_site/sitemap.xml", "<urlset>https://a.example/records/articles/draft/</urlset>"),
        "check-unpublished",
        "sitemap.xml",
    ),
    "the future": (
        lambda site: edit(site, "about/index.html", "</main>", f"<p>{SECRET.replace('mill', 'inn')}</p></main>"),
        "check-unpublished",
        "about/index.html",
    ),
    "element that is not closed": (
        lambda site: edit(site, "about/index.html", "</main>", "<b>x</main>"),
        "check-html",
        "about/index.html",
    ),
    "attribute twice": (
        lambda site: edit(site, "about/index.html", "<html lang", '<html lang="en" lang'),
        "check-html",
        "about/index.html",
    ),
    "anchor twice": (
        lambda site: edit(site, "about/index.html", "</main>", '<p id="main"></p></main>'),
        "check-html",
        "about/index.html",
    ),
    "title twice": (
        lambda site: edit(site, "about/index.html", "<title>About | ", "<title>People | "),
        "check-html",
        "people/index.html",
    ),
    "broken data": (lambda site: write(site, "_site/data/x.json", "{"), "check-html", "data/x.json"),
    "broken feed": (lambda site: write(site, "_site/feed.xml", "<feed>"), "check-html", "feed.xml"),
    "quotation of nobody": (
        lambda site: edit(site, "about/index.html", "</main>", '<p data-quote="q-none">We won</p></main>'),
        "check-quotation",
        "about/index.html",
    ),
    "invented quotation in a template of one's own": (
        lambda site: edit(site, "about/index.html", "</main>", "<blockquote>We lost the harbour</blockquote></main>"),
        "check-quotation",
        "about/index.html",
    ),
}


def page(title: str) -> str:
    return f'<!doctype html>\n<html lang="en"><head><title>{title}</title></head><body><p>{title}</p></body></html>\n'


def moved(url: str) -> str:
    return page("Moved").replace("</head>", f'<meta http-equiv="refresh" content="0; url={url}"></head>')


def test_a_page_that_only_leads_on_need_not_be_found(copy: Path) -> None:
    write(copy, "_site/people/mary-leigh/index.html", moved("../../people/mary-lee/"))
    assert codes(copy) == set()


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_wrong_is_found_where_it_is(copy: Path, name: str) -> None:
    change, code, path = CHANGES[name]
    change(copy)
    assert (code, path) in codes(copy)


def test_a_true_quotation_in_a_template_of_ones_own(copy: Path) -> None:
    edit(copy, "about/index.html", "</main>", "<blockquote>“We won the harbour at last,”</blockquote></main>")
    assert codes(copy) == set()


def test_a_template_that_shouts(copy: Path) -> None:
    write(
        copy,
        "templates/quote.html",
        '{% extends "shipped/quote.html" %}{% block main %}'
        "<blockquote>{{ view.line.words.parts[0].text|upper }}</blockquote>{% endblock %}",
    )
    build(copy, today=DAY, parser=ToyParser())
    assert any(code == "check-quotation" and path.startswith("quotes/") for code, path in codes(copy))


def test_a_title_of_one_word_is_a_leak_but_not_where_it_is_the_themes(copy: Path) -> None:
    write(copy, "content/memo.md", matter(title="Whistleblower", draft="true") + "She is brave and right.\n")
    write(copy, "content/about.md", matter(title="About", draft="true") + "Soon.\n")
    assert codes(copy) == set()
    write(copy, "_site/feed.xml", "<feed><title>Whistleblower</title></feed>")
    assert codes(copy) == {("check-unpublished", "feed.xml")}
    write(copy, "_site/feed.xml", "<feed><p>She is brave and right.</p></feed>")
    assert codes(copy) == {("check-unpublished", "feed.xml")}


def test_words_that_only_a_page_puts_side_by_side_are_no_leak(copy: Path) -> None:
    """A quotation and its speaker's full name follow each other in a list, and in the draft's own sentence."""
    told = 'The report was "late", {} told the council.\n'
    before = 'Nora Quill came early.\n\n"We won," Nora Anne Quill said.\n\n'
    write(copy, "content/third.md", matter(title="Third") + before + told.format("Nora Quill"))
    write(copy, "content/told.md", matter(title="Told", draft="true") + told.format("Nora Anne Quill"))
    build(copy, today=DAY, parser=ToyParser())
    assert codes(copy) == set()
    edit(
        copy,
        "about/index.html",
        "</main>",
        '<p>The report was "late", <a href="#">Nora</a> Anne <b>Quill</b> told us</p></main>',
    )
    assert codes(copy) == {("check-unpublished", "about/index.html")}


def test_words_that_only_a_table_puts_side_by_side_are_no_leak(copy: Path) -> None:
    """A quotation, its speaker and its cue stand in neighbouring cells, and in the draft's own sentence."""
    write(copy, "content/told.md", matter(title="Told", draft="true") + 'It was "late", Sven Aaker told the council.\n')
    row = 'q-1,"It was late","Sven Aaker","told the council, at last"\n'
    write(copy, "_site/data/mine.csv", row)
    assert ("check-unpublished", "data/mine.csv") not in codes(copy)
    write(copy, "_site/data/mine.csv", row + '"It was ""late"", Sven Aaker\ntold the council.",none\n')
    assert ("check-unpublished", "data/mine.csv") in codes(copy)


def test_parts_of_a_quotation_side_by_side_are_no_leak(copy: Path) -> None:
    """Files list the parts of a quotation one after the other; a draft says the same without a break."""
    text = '"We own the harbour," Nora Quill said, "and the mill beside it."\n'
    write(copy, "content/third.md", matter(title="Third") + "Nora Quill came early.\n\n" + text)
    whole = "They say we own the harbour and the mill beside it now.\n"
    write(copy, "content/told.md", matter(title="Told", draft="true") + whole)
    build(copy, today=DAY, parser=ToyParser())
    assert '["We own the harbour,","and the mill beside it."]' in (copy / "_site/data/quotes.jsonl").read_text("utf-8")
    assert codes(copy) == set()
    write(copy, "_site/data/x.json", json.dumps({"t": whole}))
    assert codes(copy) == {("check-unpublished", "data/x.json")}


def test_an_ellipsis_gives_nothing_away(copy: Path) -> None:
    draft = "To be continued…\n\nThey all left the town at… dawn.\n\nNora hid… the papers of the mill.\n"
    write(copy, "content/told.md", matter(title="Told", draft="true") + draft)
    write(copy, "content/third.md", matter(title="Third") + "They all left the town at noon.\n")
    build(copy, today=DAY, parser=ToyParser())
    edit(copy, "about/index.html", "</main>", "<p>To be continued</p><p>They all left the town at…</p></main>")
    assert codes(copy) == set()
    edit(copy, "about/index.html", "</main>", "<p>Nora hid … the papers of the mill</p></main>")
    (leak,) = check_site(copy, today=DAY).diagnostics
    assert (leak.code, leak.path) == ("check-unpublished", "about/index.html")
    assert leak.message.isprintable()
    assert "nora hid … the papers" in leak.message


def test_what_an_author_may_do_rings_no_alarm(copy: Path) -> None:
    """Files beside articles and pages, links beside the site, drafts with words of the theme or of a record."""
    write(copy, "content/index.html", "<p>mine")
    write(copy, "static/google123.html", "google-site-verification")
    write(copy, "static/x.json", "{ // JSON5")
    write(copy, "content/pages/plan.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write(copy, "content/pages/plan.md", "# Plan\n\n![The plan](plan.svg)\n")
    source = "{name: Harbour Packet, url: https://a.example/records/packet}"
    write(copy, "content/sourced.md", matter(title="Sourced", source=source) + OTHER)
    write(copy, "content/people/lee.md", matter(name="Mary Lee") + "Harbourmaster of Portmere since the year 2019.\n")
    for number, title in enumerate(("The Record", "Harbour Packet", "Skip to content", "Confidence", "Alpha")):
        text = "Harbourmaster of Portmere since the year 2019.\n"
        write(copy, f"content/draft{number}.md", matter(title=title, draft="true") + text)
    build(copy, today=DAY, parser=ToyParser())
    assert check_site(copy, today=DAY).diagnostics == ()
    assert (copy / "_site/pages/plan/plan.svg").is_file()


def test_folders_of_pages(copy: Path) -> None:
    config = (copy / "sitegen.toml").read_text()
    write(copy, "sitegen.toml", config + '[pages]\nfolders = ["docs"]\n')
    links = "[one](one.md#second-part) [deep](deep/README.md) [all](../README.md) [no](one.md#none)"
    write(copy, "docs/README.md", f"# The manual\n\n{links}\n\n![Map](map.svg)\n")
    write(copy, "docs/one.md", "# One\n\nWords.\n\n## Second part\n\n[Lee](../content/first.md) ![Map](map.svg)\n")
    write(copy, "docs/deep/README.md", "# Deep\n\n[up](../README.md#the-manual)\n")
    write(copy, "docs/map.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>')
    # Of the same path below its own folder, and another file all the same.
    write(
        copy,
        "content/docs/map.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><title>other</title></svg>',
    )
    write(copy, "content/docs/article.md", matter(title="With a map") + OTHER + "\n![Map](map.svg)\n")
    built = build(copy, today=DAY, parser=ToyParser())
    assert check_site(copy, today=DAY).diagnostics == ()
    told = [(d.path, d.code) for d in built.diagnostics if d.path.startswith("docs")]
    assert told == [("docs/README.md", "link-broken")]
    manual = (copy / "_site/pages/docs/index.html").read_text()
    assert re.findall(r'<a href="([^"]*)">(one|deep|all|no)</a>', manual) == [
        ("../../pages/docs/one/#p3", "one"),
        ("../../pages/docs/deep/", "deep"),
        ("../../pages/docs/one/", "no"),
    ]
    assert ">The manual</a>" in (copy / "_site/index.html").read_text()
    assert ">One</a>" not in (copy / "_site/index.html").read_text()
    for page in ("pages/docs", "pages/docs/one"):
        assert "other" not in (copy / f"_site/{page}/map.svg").read_text()
    assert "other" in (copy / "_site/articles/docs/article/map.svg").read_text()
    assert '<a href="../../../pages/docs/#p1">up</a>' in (copy / "_site/pages/docs/deep/index.html").read_text()
    again = build(copy, today=DAY, parser=ToyParser())
    assert again.written == 0
    write(copy, "docs/one.md", "# One\n\nWords.\n\n[Lee](../content/first.md)\n\n## Second part\n\nMore.\n")
    build(copy, today=DAY, parser=ToyParser())
    assert 'one/#p4">one' in (copy / "_site/pages/docs/index.html").read_text()
    write(copy, "content/pages/docs/one.md", "# Another\n\nOne.\n")
    with pytest.raises(InputError, match="duplicate-id"):
        build(copy, today=DAY, parser=ToyParser())


def test_two_files_for_one_place_are_an_error(copy: Path) -> None:
    write(copy, "sitegen.toml", 'title = "x"\n[pages]\nfolders = ["docs"]\n')
    write(copy, "docs/README.md", "# The manual\n\n[One](one.md)\n")
    write(copy, "docs/one.md", "# One\n\nWords.\n")
    write(copy, "docs/map.svg", "<svg/>")
    write(copy, "docs/one/map.svg", "<svg/>")
    with pytest.raises(InputError, match="address-clash"):
        build(copy, today=DAY, parser=ToyParser())
    with pytest.raises(InputError, match="the output folder lies in docs/"):
        build(copy, today=DAY, parser=ToyParser(), output=copy / "docs" / "site")


def test_strangers_files_do_no_harm(copy: Path) -> None:
    write(copy, "_site/CNAME", "a.example")
    (copy / "_site" / "data.bin").write_bytes(bytes(range(256)))
    (copy / "_site" / "link").symlink_to("/etc")
    assert codes(copy) == set()


def test_drafts_are_checked_as_they_were_built(copy: Path) -> None:
    build(copy, today=DAY, drafts=True, future=True, parser=ToyParser())
    assert "check-unpublished" in {code for code, _ in codes(copy)}
    assert check_site(copy, today=DAY, drafts=True, future=True).diagnostics == ()


def test_the_command(copy: Path) -> None:
    run = CliRunner().invoke(main, ["check", str(copy), "--today", "2026-05-01"])
    assert run.exit_code == 0
    assert re.search(r"quotations +\d+ of 3 quotations in \d+ pages: .* ok", run.stdout)
    edit(copy, "articles/first/index.html", "harbour at last,</span>", "harbour at least,</span>")
    run = CliRunner().invoke(main, ["check", str(copy), "--today", "2026-05-01", "--json"])
    assert run.exit_code == 1
    assert {"check": "articles", "checked": 6, "problems": 1} in map(json.loads, run.stdout.splitlines())
    first = json.loads(run.stderr.splitlines()[0])
    assert {key: first[key] for key in ("code", "path")} == {"code": "check-quotation", "path": first["path"]}


def test_nothing_was_built(tmp_path: Path) -> None:
    write(tmp_path, "sitegen.toml", 'title = "T"\n')
    with pytest.raises(InputError) as error:
        check_site(tmp_path)
    assert error.value.exit_code == 2


def test_former_addresses_are_sound_and_their_notices_listed(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lasting"
    shutil.copytree(site, folder)
    build(folder, today=DAY, parser=ToyParser(), accept=("all",))
    first = folder / "content/first.md"
    kept = first.read_text("utf-8").replace("never leave the old pier", "x").replace("Nobody else in", "Nobody in")
    first.write_text(kept, "utf-8")
    second = folder / "content/second.md"
    second.write_text(second.read_text("utf-8").replace('"', ""), "utf-8")
    build(folder, today=DAY, parser=ToyParser())
    assert codes(folder) == set()
    notices = re.findall(
        r'href="\.\./(quotes/q-\w+/)"><bdi>', (folder / "_site/corrections/index.html").read_text("utf-8")
    )
    assert notices
    edit(folder, "corrections/index.html", f'href="../{notices[0]}"', 'href="../"')
    assert codes(folder) == {("check-unreachable", f"{notices[0]}index.html")}


@pytest.mark.parametrize("path", ["timeline/index.html", "timeline/2026/index.html"])
def test_a_changed_title_in_the_timeline_is_found(copy: Path, path: str) -> None:
    edit(copy, path, ">Harbour won<", ">Harbour won at last<")
    assert codes(copy) == {("check-text", path)}
