"""What holds for every folder, however odd: nothing raises, nothing is lost, and the site reads what comes out."""

import datetime
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.adopt import Adoption, Found, adopt, skipped_folder, wants
from sitegen.model.article import Article
from sitegen.source import read_article
from tests.adopt.test_adopt_cases import TODAY, check

TEXT = st.text(max_size=60)
SNIPPETS = st.sampled_from(
    [
        *"""title: A b|title = "A"|"title": "A",|Title: A|date: 2024-05-31|Date: 2024-05-31|date = 2024-05-31""".split(
            "|"
        ),
        *"draft: true|status: draft|published: false|slug: a/b|slug: page-2|slug: a|tags: [a, b]|tags: a b".split("|"),
        *"people:|- {name: Ann Lee}|author: {name: Ann}|source: {url: x}|canonical: https://a.b|lang: de_DE".split("|"),
        *"url: /a/|[params]|summary: |excerpt: true|expiryDate: 2020-01-01|key:|x: \\|    more|? a|1: 2|- item".split(
            "|"
        ),
        *"headless: true|build: {render: never}|permalink: false|cascade: {draft: true}|_posts/".split("|"),
        *"exclude: [a, posts, '*.txt']|exclude: {a: b}|defaults: [{values: {published: false}}]|defaults: 1".split("|"),
        *"ARTICLE_EXCLUDES = ['posts']|DEFAULT_METADATA = {1: 2}|ignoreFiles = ['a']".split("|"),
        *"---|...|+++|---json|---toml|---js|{|}|[|- -|&a y|*a|!!str b|\"|'|\\ud800|\\|%YAML 1.1|# Heading".split("|"),
        *"```|~~~|<!--more-->|{{< a >}}|{% b %}|<b>|\t|\n |\u2028|\u0085|\x00|\ufeff|é|🙂|\r|\r\n|\n\n".split("|"),
    ]
)
PIECES = st.lists(st.one_of(SNIPPETS, st.text(max_size=12)), max_size=30)
TEXTS = st.builds(lambda pieces, joint: joint.join(pieces), PIECES, st.sampled_from(["", "\n", "\n", "\r\n", " "]))
FENCES = st.sampled_from(
    [
        ("", ""),
        ("---\n", "\n---\n"),
        ("+++\n", "\n+++\n"),
        ("---json\n", "\n---\n"),
        ("---toml\n", "\n---\n"),
        ("{", "}\n"),
        ("Title: A\n", "\n\n"),
        ("---\r\n", "\r\n---\r\n"),
        ("\ufeff---\r", "\r...\r"),
    ]
)
NAMES = st.sampled_from(
    "a.md b.txt _index.md index.md index.de.md 2020-01-02-a.md 2020-99-02-a.md a.de.md x.png page-2.md posts.json "
    "posts.11tydata.js posts.11tydata.json .eleventyignore .hidden a.md~ config.toml "
    "_config.yml hugo.toml pelicanconf.py eleventy.config.js A.MD a.mkd b.html 🙂.md ???.md ....md README.md".split()
)
FOLDERS = st.sampled_from(
    "|content/|content/post/|content/post/a/|content/pages/|_posts/|news/_posts/|_drafts/|people/|pages/|page/|posts/|"
    "a/b/|_data/|vendor/".split("|")
)


def _adopt(*files: Found) -> Adoption:
    adoption = adopt(files, today=TODAY)
    check(adoption, files)
    return adoption


def _article(adoption: Adoption) -> Article:
    (text,) = adoption.texts
    article, notes = read_article(text.target, "x", text.content, language="en", timezone="UTC")
    assert article is not None, notes
    return article


@settings(deadline=None)
@given(st.binary(max_size=200), FENCES, st.sampled_from(["a.md", "a.txt", "_posts/2020-01-02-a.md"]))
def test_no_bytes_raise(content: bytes, fence: tuple[str, str], name: str) -> None:
    _adopt(Found(name, fence[0].encode() + content + fence[1].encode() + b"Text."))
    _adopt(Found(name, content))


@settings(deadline=None, max_examples=300)
@given(TEXTS, FENCES, TEXTS, st.sampled_from(["a.md", "a.txt", "_drafts/a.md", "content/_index.md"]))
def test_no_head_raises(head: str, fence: tuple[str, str], body: str, name: str) -> None:
    content = (fence[0] + head + fence[1] + body).encode("utf-8", "replace")
    _adopt(Found(name, content), Found("b.md", b"+++\ntitle = 'B'\n+++\nWords."))


@settings(deadline=None, max_examples=100)
@given(st.dictionaries(st.tuples(FOLDERS, NAMES), st.tuples(FENCES, TEXTS), max_size=12))
def test_no_folder_raises(tree: dict[tuple[str, str], tuple[tuple[str, str], str]]) -> None:
    files = []
    for (folder, name), (fence, text) in tree.items():
        content = (fence[0] + text + fence[1] + text).encode("utf-8", "replace")
        files.append(Found(folder + name, content if wants(folder + name) else None))
    adoption = _adopt(*files)
    assert adopt(files[::-1], today=TODAY) == adoption


@settings(deadline=None)
@given(st.one_of(TEXTS, st.lists(SNIPPETS, max_size=4).map("\n".join)))
@pytest.mark.parametrize(
    "name", [".eleventyignore", "_config.yml", "hugo.toml", "config.yaml", "pelicanconf.py", "posts/posts.json"]
)
def test_no_configuration_raises(name: str, content: str) -> None:
    text = b"---\ntitle: A\n---\nWords."
    others = ("posts/a.md", "posts/b.txt", "content/posts/c.md", "_posts/2020-01-02-d.md", "content/posts/_index.md")
    _adopt(Found(name, content.encode("utf-8", "replace")), *(Found(path, text) for path in others), Found("a.njk"))


@settings(deadline=None)
@given(st.one_of(TEXT, SNIPPETS))
@pytest.mark.parametrize("form", ["yaml", "json", "toml"])
def test_titles_come_back(form: str, title: str) -> None:
    said = json.dumps(title).replace("\x7f", "\\u007f")
    head = {
        "yaml": f"---\ntitle: {said}\nsummary: {said}\ntags: [{said}]\nmood: {said}\n---\n",
        "json": f'{{"title": {said}, "summary": {said}, "tags": [{said}], "mood": {said}}}\n',
        # JSON writes what lies beyond the first plane as two halves, which TOML does not take.
        "toml": f"+++\ntitle = {said}\nsummary = {said}\ntags = [{said}]\nmood = {said}\n+++\n",
    }[form]
    if "\\ud8" in said or "\\ud9" in said or "\\uda" in said or "\\udb" in said:
        return
    article = _article(_adopt(Found("a.md", (head + "Some words").encode())))
    wanted = " ".join(title.split())
    assert article.summary == wanted
    assert article.tags == ((wanted,) if wanted else ())
    assert article.title == (wanted or "Some words")


@settings(deadline=None)
@given(TEXT.filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)))
def test_emoji_and_all_else_come_back(title: str) -> None:
    said = json.dumps({"title": title}, ensure_ascii=False)
    article = _article(_adopt(Found("a.md", f"---json\n{said}\n---\nSome words".encode())))
    assert article.title == (" ".join(title.split()) or "Some words")


@settings(deadline=None)
@given(TEXT)
@example("page")
@example("page-2")
def test_slugs_are_taken_or_kept(slug: str) -> None:
    content = f"---json\n{json.dumps({'title': 'A', 'slug': slug})}\n---\nWords.".encode()
    _adopt(Found("a.md", content), Found("b.md", content), Found("c.md", content))


@settings(deadline=None)
@given(TEXTS, FENCES)
def test_bodies_stay_as_they_are(body: str, fence: tuple[str, str]) -> None:
    body = "Words." + body.replace("<!--more-->", "").replace("\x00", "")
    content = f"---\ntitle: A\n---\n{body}".encode("utf-8", "replace")
    (text,) = _adopt(Found("a.md", content)).texts
    assert text.content.endswith(body.encode("utf-8", "replace"))
    headless = body.encode("utf-8", "replace")
    (text,) = _adopt(Found("a.md", headless)).texts
    assert text.content == headless


@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=30),
        st.dates().map(str),
        st.datetimes(timezones=st.sampled_from([None, datetime.UTC])).map(str),
        st.from_regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ]\d\d?:\d\d(:\d\d)?( ?[+-]\d\d:?\d\d)?)?", fullmatch=True),
    )
)
def test_dates_are_taken_or_kept(date: str) -> None:
    content = f"---json\n{json.dumps({'title': 'A', 'date': date})}\n---\nWords.".encode()
    adoption = _adopt(Found("a.md", content))
    if adoption.texts:
        taken = any(note.outcome.startswith("taken") for note in adoption.keys if note.key == "date")
        assert (_article(adoption).date is not None) == taken


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2020-01-02", "2020-01-02"),
        ("2020-1-2", "2020-01-02"),
        ("2020/01/02 9:05", "2020-01-02T09:05"),
        ("2020-01-02 10:00:00 +0100", "2020-01-02T10:00:00+01:00"),
        ("2010-12-03 10:20", "2010-12-03T10:20"),
        ("2020-01-02T10:00:00.123456789Z", "2020-01-02T10:00:00.123456789Z"),
        ("Jan 2, 2020", "2020-01-02"),
        ("January 2nd, 2020 9:30", "2020-01-02T09:30"),
        ("2 January 2020", "2020-01-02"),
        ("Thu, 02 Jan 2020 10:00:00 +0000", "2020-01-02T10:00:00+00:00"),
        ("2020-01-02 10:00 PM", "2020-01-02"),
        ("2020-01-02 10:00:00 CET", "2020-01-02"),
        ("31/12/2020", "2020-12-31"),
        ("05/05/2020", "2020-05-05"),
        ("03/04/2020", ""),
        ("2020-02-30", ""),
        ("2020-01-02T10:00:00+25:00", "2020-01-02"),
        ("2020", ""),
        ("Last Modified", ""),
        ("0000-01-01", ""),
    ],
)
def test_dates(date: str, written: str) -> None:
    (text,) = _adopt(Found("a.md", f"---\ntitle: A\ndate: {date}\n---\nWords.".encode())).texts
    lines = text.content.decode().split("\n")
    assert [line for line in lines if line.startswith("date:")] == ([f"date: {written}"] if written else [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("head", ["---|title: A|---|", "+++|title = 'A'|+++|", '{|"title": "A"|}|', "Title: A||"])
def test_line_ends_and_byte_order_marks(end: str, mark: str, head: str) -> None:
    content = f"{mark}{head}One.|<!--more-->|Two.|".replace("|", end).encode()
    (text,) = _adopt(Found("a.md", content)).texts
    assert text.content == "---|title: A|---|One.||Two.|".replace("|", end).encode()
    plain = f"{mark}One.{end}Two.".encode()
    assert _adopt(Found("b.txt", plain)).texts[0].content == plain


@pytest.mark.parametrize(
    "head", ["---\na: " + "[" * 5000, "---\n" + "a: {" * 5000, '{"a": ' + "[" * 99_000, "+++\na = " + "[" * 5000]
)
def test_hostile_nesting_is_left_out(head: str) -> None:
    fence = head[:3] if head[0] in "-+" else "}"
    adoption = _adopt(Found("a.md", f"{head}\n{fence}\nWords.".encode()))
    assert adoption.texts == ()


@pytest.mark.parametrize(
    "content",
    [
        b"x" * 1_000_001,
        "Grüße".encode("latin-1"),
        "Words.".encode("utf-16"),
        b"---\n" + b"a: b\n" * 30_000 + b"---\nWords.",
        b"---\nnote: |\n" + b"  a\n" * 24_000 + b"---\nWords.",
        b'{"a": ' + b"9" * 5_000 + b"}\nWords.",
    ],
)
def test_what_is_too_much_is_left_out(content: bytes) -> None:
    assert _adopt(Found("a.md", content)).texts == ()


def test_many_texts_may_want_one_place() -> None:
    files = [Found(f"{number}.md", b"---\ntitle: A\nslug: ferry\n---\nWords.") for number in range(2000)]
    assert len(_adopt(*files).texts) == 2000


def test_long_names_are_told_apart() -> None:
    long = "ferry-" * 20
    adoption = _adopt(*(Found(f"{long}{letter}.md", b"Words.") for letter in "abc"))
    assert len(adoption.texts) == 3


@pytest.mark.parametrize(
    "source", ["`" * 50_000, "{:" * 50_000, "<a " * 50_000, "{{<" * 50_000, "<!--more-->\n" * 50_000]
)
def test_hostile_bodies_take_no_time(source: str) -> None:
    _adopt(Found("a.md", f"---\ntitle: A\n---\n{source}".encode()))


def test_configurations_are_read_and_never_run() -> None:
    python = b"raise SystemExit\nSITENAME = 'Harbour'\nDEFAULT_LANG = exec('1/0')\nX = '\\d'\n"
    adoption = _adopt(Found("pelicanconf.py", python), Found("content/a.md", b"Title: A\n\nWords."))
    assert (adoption.generator, adoption.title, adoption.language) == ("Pelican", "Harbour", "")
    adoption = _adopt(Found("pelicanconf.py", b"SITENAME = ("), Found("content/a.md", b"Title: A\n\nWords."))
    assert (adoption.title, [one.line for one in adoption.left_out]) == ("", [1])
    adoption = _adopt(Found("_config.yml", b"title: [\n"), Found("a.md", b"---\ntitle: A\n---\nWords."))
    assert (adoption.generator, [one.path for one in adoption.left_out]) == ("Jekyll", ["_config.yml"])


@pytest.mark.parametrize("configuration", [None, b"exclude: [a*\n", b"\xffexclude: b"])
def test_what_an_unread_configuration_may_withhold_is_a_draft(configuration: bytes | None) -> None:
    adoption = _adopt(Found("_config.yml", configuration), Found("a.md", b"---\ntitle: A\n---\nWords."))
    assert _article(adoption).draft
    assert {remark.path for remark in adoption.remarks if "cannot be read" in remark.message} == {"_config.yml"}


@pytest.mark.parametrize("name", [".git", "node_modules", "_site", "_layouts", "_includes", "venv", "__pycache__"])
def test_folders_without_content_are_skipped(name: str) -> None:
    assert skipped_folder(name)


@pytest.mark.parametrize("name", ["public", "themes", "layouts", "resources", "output", "_posts", "_drafts", "content"])
def test_folders_that_may_hold_content_are_walked(name: str) -> None:
    assert not skipped_folder(name)
