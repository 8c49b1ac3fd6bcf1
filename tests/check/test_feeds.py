"""Feeds, maps of the site, corrections and breadcrumbs against the articles: every changed letter is found."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import build
from sitegen.check import check
from tests.check.built import DAY, Captured, codes, edit, write
from tests.incremental.edits import matter
from tests.toy import ToyParser

BODY = """Mary Lee came early to the quay with Tom Penn.

"We won the harbour at last," said Mary Lee. "Nobody else in this town wants it, and nobody else will get it."

Tom Penn told them that the ferry would "never leave the old pier" on Sundays.

Tom Penn said that the mole would be mended by May.
"""
NOTES = """
- exact: We won the harbour at last,
  decision: correct
  speaker: Tom Penn
  by: The desk
  date: 2026-04-20
  why: The minutes have him speak.
- exact: early to the quay
  decision: correct
  entity: Tom Penn
  date: 2026-04-21
"""
TITLE, SUMMARY = "Harbour won & lost", "Who won the harbour, and who <did> not."
SITE, PERSON, CORRECTIONS = "feed.xml", "people/tom-penn/feed.xml", "corrections/feed.xml"
ARTICLE = "articles/first/index.html"
# What an entry says in words of its own: whose words they are, where they stand, what was decided.
OWN = {
    SITE: (
        r"<title>(Harbour won &amp; lost)</title>",
        r"<summary>(.*)</summary>",
        r'"summary">(.*)</p>',
        r"<span>(.*?)</span>",
    ),
    PERSON: (
        r"<title>.*?: “?([^|]*?)”?</title>",
        r"“(Harbour won &amp; lost)”",
        r"<span>(.*?)</span>",
        r'title="(.*?)"',
    ),
    CORRECTIONS: (r"Words: “(.*?)”", r"<title>.*?: “(.*?)”</title>"),
    ARTICLE: (r'"CorrectionComment",[^{]*?Words: “(.*?)”"', r'"position":3,"name":"(.*?)"'),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("feeds")
    write(folder, "sitegen.toml", 'title = "The Record"\nbase_url = "https://a.example/records/"\n')
    head = matter(title=f'"{TITLE}"', date="2026-04-01", summary=f'"{SUMMARY}"')
    write(folder, "content/first.md", head + BODY)
    write(folder, "content/first.annotations.yaml", NOTES)
    write(folder, "content/second.md", matter(title="Undated") + '"It is late in the day for all this," said Tom Penn.')
    build(folder, today=DAY, parser=ToyParser())
    return folder


@pytest.fixture(scope="module")
def captured(site: Path) -> Captured:
    return Captured(site)


def words(captured: Captured) -> Iterator[tuple[str, int, int]]:
    """Yield where words of the article stand: file, start and end."""
    for path, patterns in OWN.items():
        text = captured.files[path].decode()
        for pattern in patterns:
            found = list(re.finditer(pattern, text))
            assert found, (path, pattern, text)
            yield from ((path, *each.span(1)) for each in found)


def test_a_good_site(site: Path) -> None:
    assert codes(site) == set()


def test_every_word_of_the_article_is_looked_at(captured: Captured) -> None:
    shown = " ".join(captured.files[path].decode()[start:end] for path, start, end in words(captured))
    for part in (
        "We won the harbour at last,",
        "never leave the old pier",
        "the mole would be mended by May",
        "early to",
    ):
        assert part in shown


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_letter_is_found(captured: Captured, data: st.DataObject) -> None:
    path, start, end = data.draw(st.sampled_from(list(words(captured))))
    text = captured.files[path].decode()
    letters = [place for place in range(start, end) if text[place].isalpha() and text[place - 1] not in "&u\\"]
    place = data.draw(st.sampled_from(letters))
    change = data.draw(st.sampled_from(["", "q", "é"]))
    if "&" in text[place - 5 : place] or change == text[place]:
        return
    changed = text[:place] + change + text[place + 1 :]
    report = check(captured.paths, {**captured.files, path: changed.encode()}.items(), captured.expected)
    assert any(each.path == path for each in report.diagnostics), changed[start - 40 : end + 40]


def test_a_changed_word_is_named_by_its_line(copy: Path) -> None:
    line = edit(copy, PERSON, "<span>We won the harbour", "<span>We lost the harbour")
    (found,) = Captured(copy).report.diagnostics
    assert (found.code, found.path, found.line) == ("check-quotation", PERSON, line)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (SITE, 'href="https://a.example/records/articles/first', 'href="https://a.example/records/third', "check-link"),
        (PERSON, "/people/tom-penn/feed.xml", "/people/tim-penn/feed.xml", "check-link"),
        ("sitemap.xml", "articles/first/", "articles/third/", "check-link"),
        (CORRECTIONS, "#p1", "#p11", "check-anchor"),
        (SITE, 'cite="https://a.example/records/quotes/', 'cite="https://a.example/records/q/', "check-quotation"),
        (PERSON, "“<span>", "Never: “<span>", "check-quotation"),
        (SITE, "</feed>", "", "check-html"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_or_is_not_the_articles(copy: Path, path: str, old: str, new: str, code: str) -> None:
    edit(copy, path, old, new)
    assert (code, path) in codes(copy)


def test_a_feed_of_the_users_own_may_hold_what_it_likes(copy: Path) -> None:
    write(copy, "_site/own.xml", '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Hello</title></entry></feed>')
    assert codes(copy) == set()


def test_nothing_undated_stands_in_a_feed(captured: Captured) -> None:
    for path, content in captured.files.items():
        if path.endswith("feed.xml"):
            assert "late in the day" not in content.decode(), path
    assert "articles/second/" in captured.files["sitemap.xml"].decode()
