"""The pages of docs/ that the code writes are current, and what they show as an example is right."""

import re
import textwrap
import tomllib
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.analyse import analyse
from sitegen.cli import main
from sitegen.compose.wording import RULES
from sitegen.model.described import described
from sitegen.model.settings import NlpSettings, PageSettings, QuoteSettings, Settings, TemplateSettings
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all
from sitegen.reference import PAGES
from sitegen.shell.config import parse_settings
from sitegen.shell.configuration_file import configuration_file
from sitegen.source import read_annotations, read_article, read_record
from sitegen.source.annotation_keys import KEYS as ANNOTATION_KEYS
from sitegen.source.inline_spans import CLASSES
from tests.parses import live_parser

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_current(name: str) -> None:
    path = DOCS / name
    assert path.is_file(), "run: make reference"
    assert path.read_text("utf-8") == PAGES[name](), f"docs/{name} is not what the code says; run: make reference"


def test_every_setting_is_described() -> None:
    tables = {table.name: table for table in described(Settings())}
    for field in fields(Settings):
        value = getattr(Settings(), field.name)
        if is_dataclass(value):
            assert tables[field.name].description.endswith(".")
            assert [key.name for key in tables[field.name].keys] == [inner.name for inner in fields(value)]
        else:
            assert field.name in {key.name for key in tables[""].keys}
    for key in (key for table in tables.values() for key in table.keys):
        assert key.description.endswith("."), key.name
        assert key.default or key.example or key.default is False, key.name


def test_every_command_and_option_is_in_the_reference() -> None:
    page = PAGES["commands.md"]()
    for name in main.list_commands(click.Context(main)):
        command = main.get_command(click.Context(main), name)
        assert f"\n## sitegen {name}\n" in page
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"sitegen {name} {parameter.opts[-1]} has no help"
                assert parameter.opts[-1] in page


def test_a_configuration_file_reads_as_what_it_was_made_from() -> None:
    made = configuration_file(Settings())
    assert parse_settings(made)[0] == Settings()
    # Uncommented, every example is one that can be used.
    whole = re.sub(r"^# (\w+ = )", r"\1", made, flags=re.MULTILINE)
    settings, remarks = parse_settings(whole)
    assert not remarks
    assert settings.pages.folders == ("docs",)
    table = tomllib.loads(whole)
    assert table.keys() == {field.name for field in fields(Settings)}


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(
    st.builds(
        Settings,
        title=words.map(lambda text: f"x{text}"),
        description=words,
        author=words,
        nlp=st.builds(NlpSettings, model=words, max_chars=st.integers(1, 10**9)),
        templates=st.builds(TemplateSettings, trusted=st.booleans()),
        quotes=st.builds(QuoteSettings, pages=st.sampled_from(["auto", "all", "none"])),
        pages=st.builds(PageSettings, folders=st.sampled_from([(), ("docs",), ("a/b", 'c "d"')])),
    )
)
def test_any_settings_come_back(settings: Settings) -> None:
    assert parse_settings(configuration_file(settings))[0] == settings


def test_a_title_is_always_set() -> None:
    assert 'title = "Articles"\n' in configuration_file(Settings())
    assert '\n# base_url = "https://example.org/archive/"\n' in configuration_file(Settings())
    assert '\nbase_url = "https://a.example/"\n' in configuration_file(
        replace(Settings(), base_url="https://a.example/")
    )


def test_examples_of_front_matter_are_right() -> None:
    article, record = re.findall(r"```yaml\n(.*?)```", PAGES["front-matter.md"](), re.DOTALL)
    read, notes = read_article("content/a.md", "a", f"{article}\nText.\n".encode(), language="en", timezone="UTC")
    assert read is not None
    assert not notes
    assert (read.id, read.date is not None, len(read.authors), len(read.people)) == ("ferry-leaves", True, 2, 2)
    kept, notes = read_record("content/people/a.md", "person", record.encode())
    assert kept is not None
    assert not notes


def test_examples_of_annotations_are_right() -> None:
    page = PAGES["annotation-keys.md"]()
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    read, notes = read_annotations("content/a.annotations.yaml", example.encode())
    assert not notes
    assert [one.facet for one in read] == ["speaker", "mention", "note"]
    # Every key has an example, which stands by itself or with the key that it needs.
    needs = {
        "decision": "speaker: x",
        "evidence": "said: 2026",
        "translation": "language: de",
        "language": "translation: x",
        **dict.fromkeys(("entity", "kind", "extent", "speaker", "via"), "decision: correct"),
        **dict.fromkeys(("mention", "quote"), "decision: add"),
        **dict.fromkeys(("note", "said", "recording"), "by: M. Hale"),
    }
    for key in ANNOTATION_KEYS:
        lines = [key.example, needs.get(key.name, "note: x")]
        if key.name != "exact":
            lines.append("exact: gate")
        member = "\n  ".join(lines)
        read, notes = read_annotations("a.annotations.yaml", f"- {member}\n".encode())
        assert (len(read), notes) == (1, ()), key.name
        assert f"| `{key.name}` |" in page
    for name, own in CLASSES.items():
        keys = "".join(f" {key}=direct" for key in own)
        content = f"---\ntitle: A\n---\n[We left]{{.{name}{keys}}}"
        article, notes = read_article("a.md", "a", content.encode(), language="en", timezone="UTC")
        assert article is not None
        assert (len(article.annotations), notes) == (1, ())


def test_the_rules_are_explained_as_the_site_explains_them() -> None:
    page = " ".join((DOCS / "attribution.md").read_text("utf-8").split())
    missing = [rule for rule, words in RULES.items() if f"`{rule}`" not in page or words not in page]
    assert not missing, "docs/attribution.md explains other rules than sitegen/compose/wording.py"


def examples() -> list[tuple[str, str]]:
    page = (DOCS / "attribution.md").read_text("utf-8")
    return re.findall(r"^\| `([a-z.-]+)` \| [^|]+ \| ([^|]+) \|", page, re.MULTILINE)


@pytest.mark.model
@pytest.mark.parametrize(("rule", "example"), examples())
def test_each_example_of_a_rule_is_one(rule: str, example: str) -> None:
    text = example.replace(" ¶ ", "\n")
    article, _ = read_article("content/a.txt", "a", text.encode(), language="en", timezone="UTC")
    assert article is not None
    ((parse, blocks),) = parse_all([article], live_parser(), Memo())
    found = analyse(article, parse, blocks)
    assert found.quotes[-1].attribution.rule == rule
    assert rule == "unknown" or found.clusters[0].name == "Judith Ellery"


def test_the_examples_for_editors_are_read_without_a_remark() -> None:
    page = (DOCS / "annotations.md").read_text("utf-8")
    blocks = re.findall(r"^( *)```yaml\n(.*?)^ *```", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 5
    for _, block in blocks:
        found, remarks = read_annotations("content/a.annotations.yaml", textwrap.dedent(block).encode())
        assert found
        assert not remarks, block
    (article,) = re.findall(r"```markdown\n(.*?)```", page, re.DOTALL)
    made, remarks = read_article(
        "content/a.md", "a", f"---\ntitle: T\n---\n{article}".encode(), **{"language": "en", "timezone": "UTC"}
    )
    assert made is not None
    assert len(made.annotations) == 6
    assert not remarks
