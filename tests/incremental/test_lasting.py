"""Whatever becomes of a site, every id that was published names the words that it always named, or leads somewhere.

``SITEGEN_SEQUENCES=2000 pytest tests/incremental`` tries more sequences.
"""

import datetime
import os
import posixpath
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.edition import Edition
from sitegen.model.publication import PublishedQuote
from sitegen.model.view_former import CorrectionsView, DepartedView, RedirectView
from sitegen.model.view_quotations import QuoteView
from sitegen.pipeline.memo import MemoryStore
from sitegen.planning import Plan, plan, read_inputs
from sitegen.serve.assembly import preview_memo
from sitegen.shell.ledger_file import write_ledger
from tests.toy import ToyParser

DAY = datetime.date(2026, 5, 1)
PEOPLE = ("Mary Lee", "Nora Quill", "Olga Penn")
WORDS = "ferry tables harbour wrong late hold hour board clock quay never again mend light storm mole".split()
SAID = (
    "The tables are wrong by an hour and nobody told us",
    "The tables are wrong by a day and nobody told us",
    "We have mended the mole in every year since the war",
    "It will hold",
    "Never",
)
Article = list[str]
Content = dict[str, Article]


class LastingSite:
    """A site folder whose articles are lists of paragraphs, and what its ids have named so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.memo = preview_memo(MemoryStore(), {})
        self.content: Content = {name: [said(number) for number in numbers] for name, numbers in FIRST.items()}
        self.named: dict[str, str] = {}
        self.day = DAY
        (folder / "content").mkdir()

    def build(self, accept: tuple[str, ...], pages: str) -> Plan:
        self.day += datetime.timedelta(days=1)
        (self.folder / "sitegen.toml").write_text(
            f'base_url = "https://a.example/"\n[quotes]\npages = "{pages}"\n', "utf-8"
        )
        for path in self.folder.glob("content/*.md"):
            path.unlink()
        for name, paragraphs in self.content.items():
            text = "\n\n".join(("Nobody came.", *paragraphs))
            (self.folder / f"content/{name}.md").write_text(f"---\ntitle: {name}\n---\n{text}\n", "utf-8")
        made = plan(read_inputs(self.folder), Edition(self.day), ToyParser(), self.memo, accept=accept)
        self.memo.turn()
        if accept:
            write_ledger(self.folder, made.accepted)
        return made


FIRST = {"ferry": (0, 2, 4), "mole": (1, 3)}


def said(number: int) -> str:
    return f'"{SAID[number % len(SAID)]}," said {PEOPLE[number % len(PEOPLE)]}.'


# Edits, each of the article and the paragraph that two numbers choose.


def insert(content: Content, name: str, place: int, number: int) -> None:
    content[name].insert(place, said(number))


def delete(content: Content, name: str, place: int, number: int) -> None:
    content[name][place : place + 1] = []


def move(content: Content, name: str, place: int, number: int) -> None:
    taken = content[name][place : place + 1]
    delete(content, name, place, number)
    target = content[sorted(content)[number % len(content)]]
    target[number % (len(target) + 1) : 0] = taken


def duplicate(content: Content, name: str, place: int, number: int) -> None:
    content[name][place:place] = content[name][place : place + 1]


def change_a_word(content: Content, name: str, place: int, number: int) -> None:
    for paragraph in content[name][place : place + 1]:
        words = paragraph.partition(',"')[0].removeprefix('"').split()
        words[number % len(words)] = WORDS[number % len(WORDS)]
        content[name][place] = f'"{" ".join(words)},"{paragraph.partition(chr(44) + chr(34))[2]}'


def swap(content: Content, name: str, place: int, number: int) -> None:
    content[name][place : place + 2] = reversed(content[name][place : place + 2])


def change_the_speaker(content: Content, name: str, place: int, number: int) -> None:
    for paragraph in content[name][place : place + 1]:
        content[name][place] = re.sub(r"said .*\.", f"said {PEOPLE[number % len(PEOPLE)]}.", paragraph)


def rename_the_article(content: Content, name: str, place: int, number: int) -> None:
    content[f"{name.partition('-')[0]}-{number % 3}"] = content.pop(name)


def delete_the_article(content: Content, name: str, place: int, number: int) -> None:
    if len(content) > 1:
        del content[name]


def start_an_article(content: Content, name: str, place: int, number: int) -> None:
    content.setdefault(("ferry", "mole", "quay")[number % 3], [said(number)])


Edit = Callable[[Content, str, int, int], None]
EDITS: list[Edit] = [
    insert,
    delete,
    move,
    duplicate,
    change_a_word,
    change_a_word,
    change_a_word,
    swap,
    change_the_speaker,
    rename_the_article,
    delete_the_article,
    start_an_article,
]
numbers = st.integers(0, 50)
steps = st.tuples(
    st.lists(st.tuples(st.sampled_from(EDITS), numbers, numbers, numbers), min_size=1, max_size=3),
    st.sampled_from([(), (), ("all",), ("new",)]),
    st.sampled_from(["auto", "auto", "none"]),
)


@settings(max_examples=int(os.environ.get("SITEGEN_SEQUENCES", "40")), deadline=None)
@given(st.lists(steps, min_size=1, max_size=8))
def test_every_id_lasts(steps) -> None:
    with tempfile.TemporaryDirectory(prefix="sitegen-") as name:
        site = LastingSite(Path(name))
        check(site, site.build(("all",), "auto"))
        for edits, accept, pages in steps:
            for edit, article, place, number in edits:
                names = sorted(site.content)
                title = names[article % len(names)]
                edit(site.content, title, place % (len(site.content[title]) + 1), number)
            check(site, site.build(accept, pages))


def normal(quote: PublishedQuote) -> str:
    return " ".join(" ".join(quote.exact).casefold().split())


def check(site: LastingSite, made: Plan) -> None:
    """Look up every id that was ever in the ledger, as a reader who wrote it down would."""
    for quote in made.quotes:
        assert site.named.setdefault(quote.id, normal(quote)) == normal(quote)
    for entry in made.accepted.entries:
        assert site.named[entry.quote.id] == normal(entry.quote)
    living = {quote.id: quote for quote in made.quotes}
    pages = {recipe.path: recipe.page() for recipe in made.recipes}
    lists = [page.view for page in pages.values() if isinstance(page.view, CorrectionsView)]
    lines = [line for view in lists for line in view.corrections]
    listed = {link.href for line in lines for link in (line.quotation, *line.former)}
    anchors: dict[str, list[str]] = {}
    for path, page in pages.items():
        if page.template == "article.html":
            anchors[path] = re.findall(r' id="(q-[^"]+)"', made.theme.render(page))
            assert len(anchors[path]) == len({*anchors[path]})
    for id_ in (entry.quote.id for entry in made.accepted.entries):
        path = f"quotes/{id_}/index.html"
        view = pages[path].view if path in pages else None
        if id_ in living:
            assert id_ in anchors[f"articles/{living[id_].article}/index.html"]
            assert view is None or (isinstance(view, QuoteView) and view.line.words.quote == id_)
        elif isinstance(view, RedirectView):
            at, _, anchor = view.target.href.partition("#")
            at = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(at), "index.html"))
            assert isinstance(pages[at].view, QuoteView) or anchor in living.keys() & {*anchors[at]}
        else:
            assert isinstance(view, DepartedView)
            assert f"../quotes/{id_}/" in listed
            assert view.frame.noindex
            assert site.named[id_] not in made.theme.render(pages[path]).casefold()
    former = {link.text for line in lines for link in line.former}
    assert not former & living.keys()
    # Whoever had a page keeps an address below quotes/.
    had = {entry.quote.id for entry in made.ledger.entries if entry.quote.page}
    assert all(f"quotes/{id_}/index.html" in pages for id_ in had)
