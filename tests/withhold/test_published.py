"""What was published of somebody before they were suppressed: the ledger keeps it, and nothing else tells of it."""

import datetime
import json
from pathlib import Path

import pytest

from sitegen.build import Built, build
from sitegen.checking import check_site
from sitegen.differing import differences, report_page
from sitegen.ledger import compare, report_lines, report_records, unaccepted, updated
from sitegen.model.ledger import Ledger
from sitegen.model.publication import PublishedQuote, PublishedSpeaker
from tests.toy import ToyParser
from tests.withhold.leaky import write
from tests.withhold.test_leaks import leaks

DAY = datetime.date(2026, 5, 1)


def built(folder: Path, accept: tuple[str, ...] = ()) -> Built:
    return build(folder, today=DAY, parser=ToyParser(), accept=accept)


def lines(folder: Path) -> dict[str, dict[str, object]]:
    found = map(json.loads, (folder / "ledger.jsonl").read_text("utf-8").splitlines()[1:])
    return {line["id"]: line for line in found}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write(tmp_path, suppress=False)
    built(folder, ("all",))
    return folder


def test_nothing_waits_and_nothing_leaves_the_ledger(folder: Path) -> None:
    before = lines(folder)
    theirs = {
        id_ for id_, line in before.items() if "Quarnbeck" in json.dumps(line["speaker"]) and "Orlo" not in str(line)
    }
    assert theirs
    write(folder)
    assert "speaker-changed" not in {remark.code for remark in built(folder).diagnostics}
    assert lines(folder) == before
    built(folder, ("all",))
    after = lines(folder)
    assert after.keys() == before.keys()
    assert {id_ for id_, line in after.items() if line.get("removed")} >= theirs
    for id_, line in after.items():
        # What is published with a name covered is what the article says.
        assert line["selector"] == before[id_]["selector"]
        assert line["speaker"] == before[id_]["speaker"]


def test_shown_again(folder: Path) -> None:
    before = lines(folder)
    write(folder)
    built(folder, ("all",))
    write(folder, suppress=False)
    assert "speaker-changed" not in {remark.code for remark in built(folder).diagnostics}
    built(folder, ("all",))
    assert lines(folder) == before


def test_the_report_does_not_name_them(folder: Path, tmp_path: Path) -> None:
    write(folder)
    for against in ("", str(folder / "_site")):
        found = differences(folder, against=against, today=DAY, parser=ToyParser())
        assert found.waiting == ()
        assert found.differences.lost
        assert not found.differences.reattributed
        told = [
            *report_lines(found.differences, "then", None),
            json.dumps([*report_records(found.differences, "then", None)], ensure_ascii=False),
            report_page(found).decode(),
        ]
        for text in told:
            assert "Zélie" not in text
            assert "zelie" not in text


@pytest.mark.parametrize("accept", [(), ("all",)], ids=["waiting", "accepted"])
def test_their_addresses_tell_nothing(folder: Path, accept: tuple[str, ...]) -> None:
    before = lines(folder)
    write(folder)
    built(folder, accept)
    site = folder / "_site"
    theirs = {id_ for id_, line in before.items() if "Zélie Quarnbeck" in json.dumps(line, ensure_ascii=False)}
    gone = {id_ for id_ in theirs if not (site / f"quotes/{id_}/index.html").read_text("utf-8").count("data-quote")}
    assert gone
    listed = (site / "corrections/index.html").read_text("utf-8")
    for id_ in gone:
        page = (site / f"quotes/{id_}/index.html").read_text("utf-8")
        assert "no longer on this site" in page
        assert '<meta name="robots" content="noindex">' in page
        assert f"quotes/{id_}/" in listed
        for part in before[id_]["selector"]["exact"]:  # type: ignore[index]
            assert part not in page
            assert part not in listed
    assert leaks(site) == []
    assert check_site(folder, today=DAY).diagnostics == ()


def test_an_article_that_is_withdrawn_tells_nothing(folder: Path) -> None:
    """It is a draft again: neither its address nor its title stands where its quotations did."""
    text = (folder / "content/brothers.md").read_text("utf-8")
    (folder / "content/brothers.md").write_text(text.replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    (id_,) = (id_ for id_, line in lines(folder).items() if line["article"] == "brothers")
    for accept in ((), ("all",), ()):
        built(folder, accept)
        page = (folder / f"_site/quotes/{id_}/index.html").read_text("utf-8")
        assert "no longer on this site" in page
        assert "It stood in" not in page
        assert "brothers" not in page + (folder / "_site/corrections/index.html").read_text("utf-8")
        assert check_site(folder, today=DAY).diagnostics == ()


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("Jane Roe's lawyer", "████ ███'s lawyer", False),
        ("████ ███'s lawyer", "Jane Roe's lawyer", False),
        ("Jane Roe's lawyer", "████ ███'s doctor", True),
        ("Jane Roe's lawyer", "███ ███'s lawyer", True),
        ("A lawyer", "A doctor", True),
    ],
)
def test_a_covered_speaker_is_the_same(before: str, after: str, changed: bool) -> None:
    one, two = (PublishedQuote("q-1", "a", ("We won",), PublishedSpeaker(name)) for name in (before, after))
    ledger = updated(Ledger(), [one], "toy")
    assert bool(unaccepted(compare([one], [two]).reattributed, ledger)) == changed
    (entry,) = updated(ledger, [two], "toy").entries
    assert entry.quote.speaker == PublishedSpeaker(before if "█" in after and not changed else after)
