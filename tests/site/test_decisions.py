"""An editor decides, builds, edits the article, builds again: what was decided holds, or is reported."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Built, build
from tests.toy import ToyParser

ARTICLE = """---
title: The ferry
date: 2026-03-14
---
The ferry to the island was late again on Monday, and the queue reached the fish hall by noon.

“The ferry sails at noon whatever the weather,” said Mary Lane. Nora Quill shook her head at that and went home.

“Nobody asked the crab boats about any of this,” said Mary Lane. The lights were put out soon after ten o'clock.

On the wall somebody had painted “a harbour for all of us” in white letters that nobody has washed away since.

Nora Quill came back in the morning with Olga Penn, who had her own opinion of the matter and kept it to herself.
"""
SIDECAR = """# Kept.
- exact: The ferry sails at noon whatever the weather,
  suffix: "” said Mary Lane. Nora Quill shook her head"
  decision: confirm
  speaker: mary-lane
  by: M. Hale
  date: 2026-03-15
- exact: Nobody asked the crab boats about any of this,
  prefix: "Nora Quill shook her head at that and went home. “"
  suffix: "” said Mary Lane. The lights were put out"
  decision: correct
  speaker: nora-quill
  by: M. Hale
  date: 2026-03-16
  why: She told me so.
- exact: a harbour for all of us
  prefix: "On the wall somebody had painted “"
  suffix: "” in white letters that nobody has washed"
  decision: add
  quote: direct
  speaker: olga-penn
  date: 2026-03-17
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "sitegen.toml").write_text('title = "T"\nbase_url = "https://a.example/"\n', "utf-8")
    (tmp_path / "content" / "ferry.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "content" / "ferry.annotations.yaml").write_text(SIDECAR, "utf-8")
    return tmp_path


def built(site: Path) -> tuple[Built, dict[str, tuple[str | None, str]]]:
    """Return what a build did, and the entity and the status of each quotation by its first words."""
    done = build(site, parser=ToyParser(), today=date(2026, 4, 1))
    assert done.plan is not None
    (reading,) = done.plan.site.readings
    found = {}
    for quote in reading.analysis.quotes:
        voice = quote.attribution.voice
        entity = None if voice is None or voice.cluster is None else reading.entities[voice.cluster]
        words = " ".join(quote.spans[0].of(reading.article.text).split()[:3])
        found[words] = (entity, quote.attribution.status)
    return done, found


def edit(site: Path, old: str, new: str) -> None:
    path = site / "content" / "ferry.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


DECIDED = {
    "The ferry sails": ("mary-lane", "confirmed"),
    "Nobody asked the": ("nora-quill", "corrected"),
    "a harbour for": ("olga-penn", "confirmed"),
}


def test_what_was_decided_is_shown(site: Path) -> None:
    _, found = built(site)
    assert found == DECIDED
    corrections = (site / "_site" / "corrections" / "index.html").read_text("utf-8")
    assert "She told me so." in corrections
    assert "Mary Lane" in corrections
    feed = (site / "_site" / "corrections" / "feed.xml").read_text("utf-8")
    assert "She told me so." in feed


def test_it_holds_when_the_article_changes_round_it(site: Path) -> None:
    built(site)
    edit(site, "The ferry to the island", "It rained.\n\nThe ferry to the island")
    assert built(site)[1] == DECIDED
    paragraph = "On the wall somebody had painted “a harbour for all of us” in white letters"
    rest = " that nobody has washed away since."
    edit(site, f"{paragraph}{rest}\n\n", "")
    edit(site, "The ferry to the island", f"{paragraph}{rest}\n\nThe ferry to the island")
    assert built(site)[1] == DECIDED
    edit(site, "“The ferry", '"The ferry')
    edit(site, "weather,”", 'weather,"')
    assert built(site)[1] == DECIDED


def test_it_follows_words_that_changed_a_little(site: Path) -> None:
    built(site)
    edit(site, "Nobody asked the crab boats", "Nobody asked the fishing boats")
    done, found = built(site)
    assert found == DECIDED
    assert "annotation-reworded" in {remark.code for remark in done.diagnostics}


def test_it_is_reported_when_its_words_are_gone(site: Path) -> None:
    built(site)
    edit(site, "“Nobody asked the crab boats about any of this,” said Mary Lane. ", "")
    done, found = built(site)
    assert "Nobody asked the" not in found
    (remark,) = (remark for remark in done.diagnostics if remark.code == "annotation-lapsed")
    assert (remark.path, remark.line) == ("content/ferry.annotations.yaml", 8)


def test_a_copy_stays_the_programs(site: Path) -> None:
    """What stands round the words tells the original from its copy."""
    built(site)
    paragraph = (
        "“Nobody asked the crab boats about any of this,” said Mary Lane. The lights were put out soon after ten"
    )
    edit(site, "Nora Quill came back", f"{paragraph} o'clock.\n\nNora Quill came back")
    done, _ = built(site)
    (reading,) = done.plan.site.readings
    quotes = [quote for quote in reading.analysis.quotes if "crab" in quote.spans[0].of(reading.article.text)]
    assert [quote.attribution.status for quote in quotes] == ["corrected", "machine"]


def test_nothing_is_put_where_nobody_can_tell(site: Path) -> None:
    path = site / "content" / "ferry.annotations.yaml"
    bare = "- exact: Nobody asked the crab boats about any of this,\n  decision: correct\n  speaker: nora-quill\n"
    path.write_text(bare, "utf-8")
    _, found = built(site)
    assert found["Nobody asked the"] == ("nora-quill", "corrected")
    edit(site, "On the wall", "“Nobody asked the crab boats about any of this,” said Mary Lane.\n\nOn the wall")
    done, found = built(site)
    assert "annotation-lapsed" in {remark.code for remark in done.diagnostics}
    assert found["Nobody asked the"] == ("mary-lane", "machine")


def test_the_file_itself_is_never_touched(site: Path) -> None:
    built(site)
    edit(site, "crab", "herring")
    built(site)
    assert (site / "content" / "ferry.annotations.yaml").read_text("utf-8") == SIDECAR


def test_a_day_in_the_future_is_a_warning_until_it_comes(site: Path) -> None:
    path = site / "content" / "ferry.annotations.yaml"
    path.write_text(SIDECAR.replace("2026-03-16", "2026-04-03"), "utf-8")
    days = [(date(2026, 4, 1), True), (date(2026, 4, 2), True), (date(2026, 4, 3), False), (date(2026, 4, 4), False)]
    for day, warned in days:
        done = build(site, parser=ToyParser(), today=day)
        codes = {remark.code for remark in done.diagnostics}
        assert ("annotation-date" in codes) == warned
