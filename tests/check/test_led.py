"""What leads into reported words, and what the search and the annotations say of them: each is the article's."""

import gzip
import json
import re
from collections.abc import Iterator

import pytest

from sitegen.build import build
from sitegen.check import check
from tests.check.built import DAY, Captured, write
from tests.incremental.edits import matter
from tests.toy import ToyParser

TEXT = """Nora Quill came early to the quay, and Mary Lee was there.

Nora Quill said that Mary Lee had sold the old pier.

Nora Quill told them that the ferry would "never leave the old pier" on Sundays.

"We won," said Mary Lee of the ferry. "Nobody else wants it."
"""


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> Captured:
    folder = tmp_path_factory.mktemp("led")
    write(folder, "sitegen.toml", 'title = "The Record"\nbase_url = "https://a.example/"\n')
    write(folder, "content/first.md", matter(title="Harbour won", tags="[pier]", date="2026-04-01") + TEXT)
    build(folder, today=DAY, parser=ToyParser())
    return Captured(folder)


def text_of(captured: Captured, path: str) -> str:
    content = captured.files[path]
    return (gzip.decompress(content) if path.endswith(".pf_fragment") else content).decode()


def changed(captured: Captured, path: str, text: str) -> list[str]:
    content = gzip.compress(text.encode()) if path.endswith(".pf_fragment") else text.encode()
    found = check(captured.paths, {**captured.files, path: content}.items(), captured.expected)
    return [each.path for each in found.diagnostics]


def places(captured: Captured, pattern: str, files: str) -> Iterator[tuple[str, str, int, int]]:
    for path in captured.files:
        if re.search(files, path):
            text = text_of(captured, path)
            for match in re.finditer(pattern, text):
                yield path, text, match.start(1), match.end(1)


WORDS: dict[str, tuple[str, str]] = {
    "what leads into words in lists": (r'class="lead-in">([^<]+)<', r"\.html$"),
    "what interrupts them": (r'class="stage">([^<]+)<', r"\.html$"),
    "what leads into words in links": (r"data-excerpt=\"q-\w+\">(said that): Mary", r"^quotes/q-.*\.html$"),
    "what leads into words in BibTeX": (r"title = \{\{(said that): ", r"^quotes/q-.*\.html$"),
    "what leads into words to embed": (r"&lt;span&gt;(said that)&lt;/span&gt;", r"^quotes/q-.*\.html$"),
    "what leads into words on cards": (r'"lead":"([^"]+)"', r"card\.js$"),
    "results of the search": (r'"content":"([^"]*old pier[^"]*)"', r"pf_fragment$"),
    "titles in results of the search": (r'"article":"([^"]+)"', r"pf_fragment$"),
    "titles of results of the search": (r'"title":"(Harbour won)"', r"pf_fragment$"),
    "what leads into results of the search": (r'"lead":"([^"]+)"', r"pf_fragment$"),
    "marked words of annotations": (r'"sitegen:verbatim":\["([^"]+)"', r"annotations\.jsonld$"),
}


@pytest.mark.parametrize("what", WORDS)
def test_one_letter_less_is_found(captured: Captured, what: str) -> None:
    found = list(places(captured, *WORDS[what]))
    assert found
    assert captured.report.diagnostics == ()
    missed = [
        f"{path}: {text[start:place]}[{text[place]}]{text[place + 1 : end]}"
        for path, text, start, end in found
        for place in sorted({start, (start + end) // 2, end - 1})
        if text[place].isalnum() and path not in changed(captured, path, text[:place] + text[place + 1 :])
    ]
    assert missed == []


def test_words_that_are_reported_are_never_without_what_leads_into_them(captured: Captured) -> None:
    """Without it, what somebody denies reads as what they say."""
    words = "Mary Lee had sold the old pier"
    for path in captured.files:
        # In the article, and in its data, they stand in their sentence.
        if path.endswith((".html", ".xml", ".js", "pf_fragment")) and not path.startswith(("articles/first/", "data/")):
            text = re.sub(r'"@type": ?"Quotation".*?\}', "", text_of(captured, path))
            shown = re.sub(r"\s+", " ", re.sub(r"<rt>.*?</rt>|<[^>]*>|&lt;/?span&gt;|[{}\"]", "", text))
            for match in re.finditer(words, shown):
                before = shown[: match.start()]
                assert "said that" in before[-40:] or '"lead":"said that"' in text, (path, before[-80:])


def test_the_search_has_all_that_leads_into_words(captured: Captured) -> None:
    for path in captured.files:
        if path.endswith("pf_fragment"):
            found = json.loads(text_of(captured, path).removeprefix("pagefind_dcd"))
            if found["content"].startswith("Mary Lee had sold"):
                assert found["meta"]["lead"] == "said that"
                break
    else:
        raise AssertionError("the quotation is not found")
