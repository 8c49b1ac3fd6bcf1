"""Whatever authors write, a fresh build passes its own check: an alarm that rings for nothing is soon switched off."""

import datetime
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.checking import check_site
from tests.incremental.edits import matter
from tests.toy import ToyParser

DAY = datetime.date(2026, 1, 1)
CONTENTS = (
    '"We won," said **Ann Lee**. "And *we* did."',
    "# “We won,” said Ann Lee",
    '- Ann Lee said "a list item is fine"\n- b',
    '| a | b |\n|---|---|\n| "We won," said Ann Lee. | x |',
    '> "We won," said Ann Lee.\n>\n> "Again," she said.',
    '`code "quoted," said Ann Lee`',
    '```\n"code," said Ann Lee.\n```',
    "Ann Lee said: “Multi\nline\nquote”",
    "“Para one,” said Ann Lee. “It goes on\n\n“and on and on.”",
    '<b>"raw," said Ann Lee</b> & more &amp; &lt;',
    "漢字 “引用” said Ann Lee",
    '😀 "Emoji 😀 here," said Ann Lee 😀',
    'العربية "quote," said Ann Lee',
    '[a "link," said Ann Lee](https://x.example/)',
    '![alt "x"](pic.png) "We won," said Ann Lee.',
    'She said "a" and "b" and "c".',
    "Ann Lee said “one…”, then “two … three”.",
    'Hard break  \n"We won," said Ann Lee.\\\nMore',
    '1. "One," said Ann Lee.\n2. "Two," she said.',
    '"',
    '""',
    'Ann Lee: "We: won: it"',
    '"We said: it is (articles) | The" said Ann Lee.',
    '\u00a0"nbsp\u00a0quote," said Ann Lee.\u2028x',
    'a\x00b "nul," said Ann Lee.\x0c',
    '"' + "very long word" * 60 + '," said Ann Lee.',
    '"' + "x" * 500 + '," said Ann Lee.',
    'Setext "head," said Ann Lee\n===\n\ntext',
    "&quot;Entity,&quot; said Ann Lee.",
    '"tab\there," said Ann Lee.',
    "About",
    "“We won,” said Ann Lee. " * 60,
)


@pytest.mark.parametrize("content", CONTENTS, ids=range(len(CONTENTS)))
@pytest.mark.parametrize("pages", ["auto", "none"])
def test_a_fresh_build_passes(tmp_path: Path, content: str, pages: str) -> None:
    texts = {
        "sitegen.toml": f'title = "T & <x> | y"\nbase_url = "https://a.example/b/"\n[quotes]\npages = "{pages}"\n',
        "content/plain.txt": content,
        "content/titled.md": matter(title="Title “We won”", date="2025-01-01") + content,
        "content/same/titled.md": matter(title="Title “We won”", summary="“We won” and a summary") + content,
        "content/draft.md": matter(title="About", draft="true") + "Nobody reads this paragraph before it is time.\n",
        "content/later.md": matter(title="Two", date="2030-01-01") + "Nobody reads that paragraph before its day.\n",
        "content/foreign.md": matter(title="Fremd", language="de") + "„Wir haben gewonnen“, sagte Ann Lee.\n",
        "content/pages/page.md": content,
        "content/people/lee.md": matter(name="Ann Lee") + content,
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    build(tmp_path, today=DAY, parser=ToyParser())
    report = check_site(tmp_path, today=DAY)
    assert report.diagnostics == ()
    assert all(finding.checked for finding in report.findings if finding.name != "quotations")
