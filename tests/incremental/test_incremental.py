"""After any sequence of edits the site is byte for byte what a clean build makes.

``SITEGEN_SEQUENCES=2000 pytest tests/incremental`` tries more sequences than the usual thirty.
"""

import os
import random
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from sitegen.model.parse import Parser
from sitegen.shell import forks
from tests.incremental.edits import ANNOTATIONS, NAMES, TEMPLATES, EditedSite, matter, text
from tests.parses import live_parser
from tests.toy import ToyParser

numbers = st.integers(0, 1_000_000)
sentences = st.lists(st.integers(0, 13), min_size=1, max_size=4).map(tuple)
people = st.tuples(st.integers(0, 5), st.integers(0, 5))
words = st.sampled_from(["ferry", "harbour", "quay-2", "First", "ferry/again"])


class Editing(RuleBasedStateMachine):
    """Edits a site as people and programs do."""

    parser: Parser = ToyParser()
    search = False

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="sitegen-"))
        self.site = EditedSite(self.home, self.parser, search=self.search)

    def teardown(self) -> None:
        self.site.preview.close()
        shutil.rmtree(self.home)

    def pick(self, pattern: str, number: int) -> Path | None:
        files = self.site.files(pattern)
        return files[number % len(files)] if files else None

    @rule(name=words, sentences=sentences, people=people, day=st.integers(1, 28), plain=st.booleans(), tag=words)
    def add_or_replace_an_article(self, name, sentences, people, day, plain, tag) -> None:
        if plain:
            self.site.write(f"content/{name}.txt", text(sentences, people))
        else:
            head = matter(title=name, date=f"2026-05-{day:02}", tags=f"[{tag}]")
            self.site.write(f"content/{name}.md", head + text(sentences, people))

    @rule(number=numbers, sentences=sentences, people=people)
    def add_a_paragraph(self, number, sentences, people) -> None:
        if path := self.pick("content/**/*.md", number):
            path.write_text(path.read_text("utf-8") + "\n\n" + text(sentences, people), "utf-8")

    @rule(number=numbers, change=words)
    def edit_a_quotation(self, number, change) -> None:
        if path := self.pick("content/**/*.*", number):
            kept = (
                path.read_text("utf-8").replace("harbour is", f"harbour {change} is").replace("We won", f"We {change}")
            )
            path.write_text(kept, "utf-8")

    @rule(
        number=numbers,
        words=st.sampled_from(["We won", "The harbour is ours", "Mary Lee", "leave at noon", "was late", "noon"]),
        said=st.lists(st.sampled_from(ANNOTATIONS), min_size=1, max_size=2, unique=True),
        whom=st.sampled_from(["mary-lee", "Tom Lee", "one", "two", "unknown"]),
        day=st.integers(1, 28),
    )
    def annotate(self, number, words, said, whom, day) -> None:
        path = self.pick("content/*.*", number)
        if path and words in path.read_text("utf-8"):
            members = (f"- exact: {words}\n  {each.format(whom)}\n  date: 2026-04-{day:02}\n" for each in said)
            self.site.write(f"content/{path.name.split('.')[0]}.annotations.yaml", "".join(members))

    @rule(what=st.sampled_from(["all", "new"]))
    def accept(self, what) -> None:
        self.site.accept(what)

    @rule(
        number=numbers,
        key=st.sampled_from(["draft: true", "language: de", "people: [Mary Lee]", "slug: other", "date:"]),
    )
    def add_a_key(self, number, key) -> None:
        path = self.pick("content/*.md", number)
        if path and path.read_text("utf-8").startswith("---\n") and key not in path.read_text("utf-8"):
            path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{key}\n", 1), "utf-8")

    @rule(number=numbers, name=words)
    def rename(self, number, name) -> None:
        if path := self.pick("content/**/*.*", number):
            target = self.site.folder / "content" / f"{name}-renamed{path.suffix}"
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)

    @rule(number=numbers)
    def delete(self, number) -> None:
        if path := self.pick("content/**/*.*", number):
            path.unlink()

    @rule(id_=st.sampled_from(["one", "two"]), names=st.permutations(NAMES[:4]), note=words, suppress=st.booleans())
    def write_a_record(self, id_, names, note, suppress) -> None:
        head = matter(name=names[0], variants=f"[{names[1]}]", id=id_, suppress=str(suppress).lower())
        self.site.write(f"content/people/{id_}.md", f"{head}\n> {note} {names[2]}\n")

    @rule(number=numbers)
    def suppress_or_show_somebody(self, number) -> None:
        if path := self.pick("content/people/*.md", number):
            text = path.read_text("utf-8")
            change = ("true", "false") if "suppress: true" in text else ("false", "true")
            path.write_text(text.replace(f"suppress: {change[0]}", f"suppress: {change[1]}"), "utf-8")

    @rule(
        kind=st.sampled_from([("organisations", "Quaycorp"), ("places", "Saltmere"), ("people", "Mary Lee")]),
        former=st.sampled_from(["quaycorp", "one", "old", "page-2"]),
        noindex=st.booleans(),
        size=st.integers(0, 300),
    )
    def write_a_record_that_says_more(self, kind, former, noindex, size) -> None:
        folder, name = kind
        roles = "[{title: mayor, organisation: Quaycorp, from: 2016}]"
        keys = {
            "former_ids": f"[{former}]",
            "noindex": str(noindex).lower(),
            "image": "seal.svg",
            "image_alt": "A seal",
        }
        self.site.write(f"content/{folder}/more.md", matter(name=name, id="more", born=1961, roles=roles, **keys))
        if size:
            self.site.write(f"content/{folder}/seal.svg", f'<svg width="{size}" height="9">x</svg>')

    @rule(name=st.sampled_from(sorted(TEMPLATES)), change=words, own=st.booleans())
    def change_a_template(self, name, change, own) -> None:
        if own:
            self.site.write(f"templates/{name}", TEMPLATES[name].replace("CHANGE", change))
        else:
            (self.site.folder / "templates" / name).unlink(missing_ok=True)

    @rule(change=words, broken=st.booleans())
    def write_a_template_that_may_fail(self, change, broken) -> None:
        content = "{{ view.no_such_field }}" if broken else f'{{% extends "shipped/person.html" %}}{change}'
        self.site.write("templates/person.html", content)

    @rule(name=st.sampled_from(["style.css", "own/extra.js"]), change=words)
    def write_a_static_file(self, name, change) -> None:
        self.site.write(f"static/{name}", f"/* {change} */")

    @rule(
        title=words,
        pages=st.sampled_from(["auto", "none"]),
        url=st.booleans(),
        docs=st.booleans(),
        organisations=st.sampled_from(["auto", "records", "none"]),
        mentions=st.integers(1, 3),
    )
    def change_the_configuration(self, title, pages, url, docs, organisations, mentions) -> None:
        address = 'base_url = "https://a.example/"\n' if url else ""
        folders = '[pages]\nfolders = ["docs"]\n' if docs else ""
        entities = f'[organisations]\npages = "{organisations}"\n[places]\nmentions = {mentions}\n'
        quotes = f'[quotes]\npages = "{pages}"\n'
        self.site.write("sitegen.toml", f'title = "{title}"\n{address}{folders}{entities}{quotes}')

    @rule(
        name=st.sampled_from(["content/pages/help.md", "content/picture.png", "content/ferry/picture.png"]),
        change=words,
    )
    def write_a_page_or_an_asset(self, name, change) -> None:
        self.site.write(name, f"# Help\n\n{change} [first](../first.md)\n" if name.endswith("md") else change)

    @rule(name=st.sampled_from(["README.md", "ferry.md", "picture.png", "ferry/picture.png"]), change=words)
    def write_in_a_folder_of_pages(self, name, change) -> None:
        links = "[a](ferry.md#ferry) [b](README.md) [c](../content/first.md#harbour) ![d](picture.png)"
        self.site.write("docs/README.md", f"# Help\n\n{links}\n")
        self.site.write(f"docs/{name}", f"# {change}\n\n{links}\n" if name.endswith("md") else change)

    @rule(number=numbers)
    def delete_from_a_folder_of_pages(self, number) -> None:
        """Delete anything but what leads to all others: without it they could not be reached."""
        if path := self.pick("docs/**/[!R]*.*", number):
            path.unlink()

    @rule(day=st.integers(1, 28), drafts=st.booleans(), future=st.booleans())
    def build_with_other_options(self, day, drafts, future) -> None:
        self.site.options = {"today": date(2026, 5, day), "drafts": drafts, "future": future}

    @rule(day=st.integers(1, 28))
    def build_on_another_day(self, day) -> None:
        self.site.options = {**self.site.options, "today": date(2026, 5, day)}

    @rule(after=st.integers(0, 90), number=numbers, sentences=sentences)
    def edit_and_kill_the_build(self, after, number, sentences) -> None:
        self.add_a_paragraph(number, sentences, (number % 6, 1))
        self.site.build_and_die(after)

    @rule(after=st.integers(30, 90), sentences=sentences, people=people)
    def kill_the_build_and_take_the_edit_back(self, after, sentences, people) -> None:
        self.site.write("content/hasty.txt", text(sentences, people))
        self.site.build_and_die(after)
        (self.site.folder / "content" / "hasty.txt").unlink()

    @rule(number=numbers)
    def harm_the_output(self, number) -> None:
        path = self.pick("_site/**/*.html", number)
        if path and number % 2:
            path.write_text("harmed")
        elif path:
            path.unlink()

    @rule(seed=numbers, whole=st.booleans())
    def harm_the_cache(self, seed, whole) -> None:
        if whole:
            shutil.rmtree(self.site.folder / ".sitegen", ignore_errors=True)
        for path in self.site.files(".sitegen/*.sqlite"):
            content = bytearray(path.read_bytes())
            for place in random.Random(seed).sample(range(len(content)), min(len(content), 5)):
                content[place] ^= 255
            path.write_bytes(bytes(content))

    @rule(name=words)
    def leave_a_strangers_file(self, name) -> None:
        if self.site.output.is_dir():
            path = self.site.output / "stranger" / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("mine")

    @invariant()
    def the_site_is_what_a_clean_build_makes(self) -> None:
        self.site.check()
        strangers = self.site.files("_site/stranger/**/*")
        assert all(path.read_text() == "mine" for path in strangers)


def test_any_sequence_of_edits() -> None:
    sequences = int(os.environ.get("SITEGEN_SEQUENCES", "30"))
    health = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Editing,
        settings=settings(max_examples=sequences, stateful_step_count=10, deadline=None, suppress_health_check=health),
    )


def test_any_sequence_of_edits_with_the_index_of_the_search() -> None:
    class WithIndex(Editing):
        search = True

    run_state_machine_as_test(
        WithIndex,
        settings=settings(
            max_examples=6, stateful_step_count=5, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )


def test_any_sequence_of_edits_on_all_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are made by copies of the process, even where there are few."""
    monkeypatch.setattr(forks, "_WORTH_FORKING", 1)
    monkeypatch.setattr(forks, "cores", lambda: 3)
    health = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Editing, settings=settings(max_examples=6, stateful_step_count=6, deadline=None, suppress_health_check=health)
    )


@pytest.mark.model
def test_any_sequence_of_edits_with_the_model() -> None:
    class WithModel(Editing):
        parser = live_parser()

    run_state_machine_as_test(
        WithModel,
        settings=settings(
            max_examples=8, stateful_step_count=6, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )


def test_a_day_passes(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, ToyParser(), search=True)
    site.write("content/later.md", matter(title="Later", date="2026-05-10") + text((0, 1), (0, 1)))
    for day in (1, 15, 9, 10, 28, 1):
        site.options = {"today": date(2026, 5, day)}
        site.check()


def test_a_record_changes_the_name_that_it_prefers(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, ToyParser())
    site.write("content/people/one.md", matter(name="Mary Lee", variants="[Mary Anne Lee]", id="one"))
    site.check()
    site.write("content/people/one.md", matter(name="Mary Anne Lee", variants="[Mary Lee]", id="one"))
    site.check()
    (site.folder / "content/people/one.md").unlink()
    site.check()


def test_a_mention_more_gives_a_place_its_page_and_its_links(tmp_path: Path) -> None:
    """What one article says decides whether another links: its page is made again."""
    site = EditedSite(tmp_path, ToyParser())
    page = site.output / "articles" / "first" / "index.html"
    for number in range(1, 4):
        site.write(f"content/saltmere-{number}.txt", "Saltmere is far from here.\n")
        if number == 1:
            site.write("content/first.md", matter(title="First") + "It is late in Saltmere, and in Saltmere alone.\n")
        site.check()
        assert ("../../places/saltmere/" in page.read_text("utf-8")) == (number >= 1)
    for number in range(1, 4):
        (site.folder / f"content/saltmere-{number}.txt").unlink()
        site.check()
        assert ("../../places/saltmere/" in page.read_text("utf-8")) == (number <= 2)


def test_somebody_is_suppressed_and_shown_again(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, ToyParser())
    site.write("content/second.md", matter(title="Mary Lee", tags="[Mary Lee]") + text((0, 1, 2), (0, 2)))
    site.write("content/other.md", matter(title="Other") + text((1, 3), (3, 4)))
    for suppress in ("false", "true", "false", "true"):
        site.write("content/people/one.md", matter(name="Mary Lee", id="one", suppress=suppress))
        site.check()
        shown = "".join(path.read_text("utf-8") for path in site.files("_site/**/*.html"))
        assert ("Mary Lee" in shown) == (suppress == "false")
    (site.folder / "content/people/one.md").unlink()
    site.check()


@pytest.mark.parametrize("after", range(0, 60, 3))
def test_a_build_is_killed_at_every_point(tmp_path: Path, after: int) -> None:
    site = EditedSite(tmp_path, ToyParser())
    site.check()
    site.write("content/second.md", matter(title="Second", tags="[x]") + text((2, 3, 4), (2, 3)))
    (site.folder / "content/first.md").unlink()
    site.build_and_die(after)
    site.write("content/second.md", matter(title="Second, again") + text((2, 5), (2, 3)))
    site.check()


@pytest.mark.parametrize("after", range(0, 60, 6))
def test_a_build_on_all_cores_is_killed_at_every_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(forks, "_WORTH_FORKING", 1)
    monkeypatch.setattr(forks, "cores", lambda: 2)
    test_a_build_is_killed_at_every_point(tmp_path, after)


def test_a_changed_template_changes_its_pages_alone(tmp_path: Path) -> None:
    """Nothing is planned, and no other page is rendered: what they show is known."""
    site = EditedSite(tmp_path, ToyParser(), search=True)
    site.write("content/second.md", matter(title="Second", tags="[x]") + text((2, 3, 4), (2, 3)))
    site.check()
    for change in ("one", "two"):
        site.write("templates/article.html", TEMPLATES["article.html"].replace("CHANGE", change))
        built = site.built()
        assert built.plan is None
        assert built.written == 2
        assert all(change in path.read_text("utf-8") for path in site.files("_site/articles/*/index.html"))
        site.check()
    # A page that somebody harmed meanwhile is mended, whatever its template.
    harmed = site.output / "index.html"
    harmed.write_text("harmed")
    site.write("templates/article.html", TEMPLATES["article.html"].replace("CHANGE", "three"))
    assert site.built().written == 3
    site.check()
    # A style sheet is named by its content, on every page.
    site.write("static/style.css", "a { color: tan }")
    assert site.built().plan is None
    site.check()
    (site.folder / "templates" / "article.html").unlink()
    site.write("templates/person.html", "{{ view.no_such_field }}")
    site.check()
    (site.folder / "templates" / "person.html").unlink()
    site.check()


def test_what_pages_showed_is_lost(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, ToyParser())
    site.check()
    for path in site.files(".sitegen/memo.sqlite"):
        with closing(sqlite3.connect(path)) as cache, cache:
            # MessagePack's bytes: what was packed before it came into the cache.
            cache.execute("DELETE FROM memo WHERE hex(substr(content, 1, 2)) IN ('2DC4', '2DC5')")
    site.write("templates/article.html", TEMPLATES["article.html"])
    site.check()
    site.write("templates/article.html", TEMPLATES["article.html"].replace("CHANGE", "again"))
    assert site.built().plan is None
    site.check()


def test_what_is_accepted_and_edited_again(tmp_path: Path) -> None:
    """Pages of ``--accept`` are those of the next build, and former ids are among what an article's is made from."""
    site = EditedSite(tmp_path, ToyParser())
    page = site.output / "articles" / "first" / "index.html"
    words = '"We won the whole of it at last," Mary Lee said.\n'
    former: set[str] = set()
    for change in ("whole", "most", "rest", "most"):
        site.write("content/first.md", matter(title="First") + words.replace("whole", change))
        site.check()
        (id_,) = re.findall(r'id="(q-[^"]+)" data-quote', page.read_text("utf-8"))
        former.add(id_)
        site.accept("all")
        made = page.read_text("utf-8")
        site.check()
        assert page.read_text("utf-8") == made
        assert {*re.findall(r' id="(q-[^"]+)"', made)} == former
    site.write("content/first.md", matter(title="First") + "Nobody came.\n")
    site.check()
    assert all((site.output / "quotes" / id_ / "index.html").is_file() for id_ in former)
    (site.folder / "ledger.jsonl").unlink()
    site.check()
    assert not (site.output / "corrections").exists()
