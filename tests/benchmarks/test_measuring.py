"""What the benchmarks say is worked out rightly; how long anything takes is nothing for a test."""

import re
import sys
from pathlib import Path

import pytest
from corpus import gather, make_site, newest, people_of, without_people
from preview import edited
from processes import run
from row import Row
from scale import Figures, Scale, Size, builds_table, growth, stages_table

ARTICLE = """---
title: "Ann Lee questions ruling"
date: {date}
author: "Sam Ellery"
people: ["Ann Lee", "Bo Roe"]
---

people: ["stays"]
"We won," Ann Lee said.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number, day in enumerate(("2020-01-02", "2021-03-04", "2019-05-06")):
        (folder / f"{number}.md").write_text(ARTICLE.format(date=f"{day}T00:00:00Z"), "utf-8")
    return folder


def test_people_are_taken_out_of_the_front_matter_alone() -> None:
    text = ARTICLE.format(date="2020-01-02")
    bare = without_people(text)
    assert people_of(text) == ("Ann Lee", "Bo Roe")
    assert people_of(bare) == ()
    assert bare == text.replace('people: ["Ann Lee", "Bo Roe"]\n', "")
    assert without_people("No front matter.\n") == "No front matter.\n"


def test_a_corpus_is_a_folder_or_a_program(articles: Path, tmp_path: Path) -> None:
    assert sorted(path.name for path in gather(articles, 2, tmp_path / "two").iterdir()) == ["0.md", "1.md"]
    program = tmp_path / "generator.py"
    program.write_text(
        "import pathlib, sys\n"
        "folder = pathlib.Path(sys.argv[2])\n"
        "folder.mkdir()\n"
        "[(folder / f'{number}.md').write_text('x') for number in range(int(sys.argv[1]))]\n",
        "utf-8",
    )
    assert len(list(gather(program, 3, tmp_path / "three").iterdir())) == 3
    with pytest.raises(SystemExit, match="has 3 articles, and 4 are needed"):
        gather(articles, 4, tmp_path / "four")


def test_the_newest_article_is_edited(articles: Path) -> None:
    assert newest(articles).name == "1.md"
    saved = edited(newest(articles).read_text("utf-8"), "Ann Lee", "mark7x")
    assert 'title: "Ann Lee questions ruling mark7x"\n' in saved
    assert saved.endswith('"We found mark7x in the ledger," Ann Lee said on Monday.\n')


def test_a_site_is_made_without_people(articles: Path, tmp_path: Path) -> None:
    site = make_site(articles, tmp_path / "site")
    assert (site / "sitegen.toml").is_file()
    assert [people_of(path.read_text("utf-8")) for path in (site / "content").iterdir()] == [()] * 3


def test_seconds_and_memory_of_all_processes_count() -> None:
    inner = "sum(range(3_000_000)); import time; time.sleep(0.3)"
    apart = "start_new_session=True"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}], {apart}); print('done')"
    done = run([sys.executable, "-c", outer], watched=True)
    alone = run([sys.executable, "-c", "pass"])
    assert done.out == "done\n"
    assert done.cpu > alone.cpu
    assert done.wall > 0.3
    assert len(done.peaks) == 2
    assert all(peak.bytes > 1_000_000 for peak in done.peaks)


def test_a_row_is_reached_by_its_ratio_and_by_what_must_hold() -> None:
    assert Row("build", 1.0, 2.0, "s", 0.5).reached
    assert not Row("build", 1.1, 2.0, "s", 0.5).reached
    assert not Row("build", 1.0, 2.0, "s", 0.5, holds=False).reached
    assert re.search(r" 0\.550 +0\.50 +NOT REACHED", str(Row("build", 1.1, 2.0, "s", 0.5)))


def test_growth_is_told_as_a_power() -> None:
    assert growth((1_000, 1.0), (2_000, 2.0)) == "1.00"
    assert growth((1_000, 1.0), (2_000, 4.0)) == "2.00"
    assert growth((1_000, 0.01), (2_000, 4.0)) == "–"


def test_tables_show_every_size_and_every_build() -> None:
    def scale(articles: int, seconds: float) -> Scale:
        stages = {"resolve": (seconds, seconds, 100.0)}
        figures = Figures(seconds, seconds, 100.0, 0.0, 4, stages, 1, 2, 3)
        return Scale(articles, "model", {"from nothing": figures}, Size(1, 2, 3), ())

    scales = [scale(1_000, 1.0), scale(2_000, 4.0)]
    assert "| 2,000, from nothing |    4.0 |" in builds_table(scales)
    assert "| resolve      |  1.00 |  4.00 |          2.00 |" in stages_table(scales, "from nothing", 1)
