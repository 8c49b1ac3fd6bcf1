"""What is shown ahead of a whole build is what that build shows, and where it cannot be, nothing is shown ahead."""

import datetime
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.edition import Edition
from sitegen.model.progress import unwatched
from sitegen.pipeline.memo import MemoryStore
from sitegen.serve.assembly import Assembled, amend_assembled, assemble, preview_memo
from sitegen.serve.snapshot import Snapshot
from sitegen.serve.stage import Stage
from sitegen.shell.shelf import Shelf
from tests.incremental.edits import SENTENCES, matter, text
from tests.toy import ToyParser

EDITION = Edition(datetime.date(2026, 5, 1), drafts=True, future=True)
# Which organisations and places are named often enough for a page is for the whole build to tell.
CONFIG = """title = "T"
base_url = "https://a.example/"
[organisations]
pages = "none"
[places]
pages = "none"
"""
ARTICLES = ("a", "b", "c", "d")


class Preview:
    """A site in a folder, its memo, and what stands."""

    def __init__(self, folder: Path, shelf: Shelf) -> None:
        self.folder = folder
        self.parser = ToyParser()
        self.stage = Stage(folder, shelf)
        self.memo = preview_memo(MemoryStore(), {})
        (folder / "content").mkdir()
        (folder / "sitegen.toml").write_text(CONFIG, "utf-8")

    def write(self, name: str, words: str, **front: object) -> str:
        front = {"title": name, "date": f"2026-04-0{1 + ARTICLES.index(name)}", "tags": "[x]"} | front
        path = f"content/{name}.md"
        (self.folder / path).write_text(matter(**front) + words, "utf-8")
        return path

    def build(self) -> Assembled:
        standing = assemble(self.folder, EDITION, self.memo, self.stage.shelf, {}, lambda _: self.parser, unwatched)
        self.memo.turn()
        return standing

    def ahead(self, standing: Assembled, *changed: str) -> Assembled | None:
        return amend_assembled(self.folder, standing, frozenset(changed), self.memo, self.parser)

    def body(self, snapshot: Snapshot, name: str) -> str:
        """Return a file of the site; of a page what stands between its head and its foot, which are the site's."""
        content = self.stage.content(snapshot, name).decode()
        return re.sub(r"(?s).*<main|</main>.*", "", content) if name.endswith(".html") else content


@contextmanager
def preview() -> Iterator[Preview]:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        with Shelf(folder) as shelf:
            yield Preview(folder, shelf)


sentences = st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=4).map(tuple)
people = st.tuples(st.integers(0, 5), st.integers(0, 5))
edits = st.lists(st.tuples(st.sampled_from(ARTICLES), sentences, people, st.booleans()), min_size=1, max_size=4)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(sentences, people), min_size=4, max_size=4), st.lists(edits, min_size=1, max_size=3))
def test_it_is_what_the_whole_build_shows(before, saves) -> None:
    with preview() as site:
        for name, words in zip(ARTICLES, before, strict=True):
            site.write(name, text(*words))
        standing = first = site.build()
        for save in saves:
            changed = {
                site.write(name, text(said, whom), title=f"{name} anew" if renamed else name)
                for name, said, whom, renamed in save
            }
            ahead = site.ahead(standing, *changed)
            assert ahead is not None
            standing = ahead
        whole = site.build()
        edited = {name for save in saves for name, *_ in save}
        folders = {f"articles/{name}/" for name in edited}
        folders |= {f"people/{id_}/" for built in (first, whole) for id_ in named_in(built, edited)}
        for name in sorted(whole.snapshot.pieces):
            if "/".join(name.split("/")[:2]) + "/" in folders:
                assert site.body(standing.snapshot, name) == site.body(whole.snapshot, name)


def named_in(standing: Assembled, articles: set[str]) -> set[str]:
    """Return the ids of those with a page whom some articles name or quote."""
    entries = [e for e in standing.plan.index.entries if e.record.reading.article.id in articles]
    named = {id_ for entry in entries for id_, _ in entry.namings}
    return named | {u.speaker.entity.id for e in entries for u in e.utterances if u.speaker.entity is not None}


def test_the_pages_of_an_article_and_of_whom_it_names_come_ahead() -> None:
    with preview() as site:
        for name in ARTICLES:
            site.write(name, text((0, 1), (4, 4)))
        standing = site.build()
        changed = site.write("b", text((0, 1, 2), (4, 5)), title="b anew")
        ahead = site.ahead(standing, changed)
        assert ahead is not None
        whole = site.build().snapshot
        for name in (
            "articles/b/index.html",
            "articles/b/annotations.jsonld",
            "people/olga-penn/index.html",
            "people/olga-penn/card.js",
            "people/olga-penn/feed.xml",
            "people/sven-aaker/index.html",
        ):
            assert site.body(ahead.snapshot, name) == site.body(whole, name)
        assert "b anew" in site.body(ahead.snapshot, "people/olga-penn/index.html")
        assert "people/sven-aaker/index.html" not in standing.snapshot.pieces


def test_whole_builds_are_for_what_a_list_shows() -> None:
    with preview() as site:
        for name in ARTICLES:
            site.write(name, text((0, 1), (4, 4)))
        standing = site.build()
        words = text((0, 1), (4, 4))
        assert site.ahead(standing, site.write("a", words, date="2026-04-09")) is None
        assert site.ahead(standing, site.write("b", words, tags="[y]")) is None
        assert site.ahead(standing, site.write("c", words, authors="[Jan Roe]")) is None
        assert site.ahead(standing, site.write("d", words, date="never")) is None
        (site.folder / "content" / "e.md").write_text("New.\n", "utf-8")
        assert site.ahead(standing, "content/e.md") is None
        (site.folder / "content" / "a.md").unlink()
        assert site.ahead(standing, "content/a.md") is None


def test_nothing_comes_ahead_where_somebody_is_withheld() -> None:
    with preview() as site:
        (site.folder / "content" / "people").mkdir()
        (site.folder / "content" / "people" / "olga-penn.md").write_text("---\nname: Olga Penn\nsuppress: true\n---\n")
        for name in ARTICLES:
            site.write(name, text((0, 1), (4, 4)))
        standing = site.build()
        assert site.ahead(standing, site.write("a", text((1, 0), (4, 4)))) is None


def test_whoever_is_named_no_more_has_no_page_ahead_either() -> None:
    with preview() as site:
        for name in ARTICLES:
            site.write(name, text((0, 1), (4, 4) if name != "b" else (5, 5)))
        standing = site.build()
        assert "people/sven-aaker/index.html" in standing.snapshot.pieces
        ahead = site.ahead(standing, site.write("b", text((0, 1), (4, 4))))
        assert ahead is not None
        assert "sven-aaker" not in ahead.plan.index.people
        assert "sven-aaker" not in site.build().plan.index.people
