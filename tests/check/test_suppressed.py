"""A check of a site with a suppressed record: covered names pass, all else that differs fails, and so does a name."""

import datetime
import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import build
from sitegen.check import Expected, Report, check
from sitegen.check.covered import Coverage
from sitegen.checking import check_site
from sitegen.model.entity import AuthorityRecord
from tests.check.test_check import Captured
from tests.toy import ToyParser
from tests.withhold.leaky import write

DAY = datetime.date(2026, 5, 1)
PAGE = "articles/locks/index.html"
ROE = AuthorityRecord("jane-roe", "content/people/roe.md", "person", "Jane Roe", ("chair of the Board",), suppress=True)


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> Captured:
    folder = write(tmp_path_factory.mktemp("suppressed"))
    build(folder, today=DAY, parser=ToyParser())
    with pytest.MonkeyPatch.context() as monkeypatch:
        return Captured(folder, monkeypatch)


def codes(report: Report) -> set[str]:
    return {found.code for found in report.diagnostics}


def with_file(captured: Captured, path: str, content: bytes) -> Report:
    paths = tuple({*captured.paths, path})
    expected = captured.expected
    copied = Expected(
        **{
            **{name: getattr(expected, name) for name in expected.__dataclass_fields__},
            "copied": frozenset({*expected.copied, path}),
        }
    )
    return check(paths, {**captured.files, path: content}.items(), copied)


def test_what_was_checked(captured: Captured) -> None:
    report = check(captured.paths, captured.files.items(), captured.expected)
    assert report.diagnostics == ()
    assert report.findings[-1].name == "suppressed"
    assert report.findings[-1].checked == len(captured.files)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("came early to the quay", "████ early to the quay"),
        ("came early to the quay", "came early ██ the quay"),
        ("came early to the quay", "came early█to the quay"),
        ("The gates will hold", "█████████████ hold"),
        ("█████ █████████ came early", "██████████████ came early"),
        ("█████ █████████ came early", "████ █████████ came early"),
        ("█████ █████████ came early", "█████ ████████ came early"),
        ("█████ █████████ came early", "Zélie █████████ came late"),
        ("█████ █████████ came early", "█████ ███ came early"),
        ("Nora Penn", "████ ████"),
        ("water was high", "water was ███h"),
    ],
)
def test_nothing_else_is_covered(captured: Captured, old: str, new: str) -> None:
    text = captured.files[PAGE].decode()
    start = text.index('id="p2"')
    assert old in text[start:]
    changed = text[:start] + text[start:].replace(old, new)
    assert "check-text" in codes(captured.with_page(PAGE, changed))


def test_a_page_covers_what_the_article_shows_covered(captured: Captured) -> None:
    path = "people/orlo-quarnbeck/index.html"
    text = captured.files[path].decode()
    assert "Orlo Quarnbeck and █████ █████████" in text
    changed = text.replace("met Nora Penn", "met ████ Penn").replace(
        "Orlo Quarnbeck and █████", "████ Quarnbeck and █████"
    )
    assert codes(captured.with_page(path, changed)) == {"check-text"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_block_more_fails(captured: Captured, data: st.DataObject) -> None:
    text = captured.files[PAGE].decode()
    start = text.index("The lock was, according")
    place = data.draw(st.integers(start, start + len("The lock was, according")))
    changed = f"{text[:place]}█{text[place + 1 :]}"
    assert codes(captured.with_page(PAGE, changed)) & {"check-text", "check-html"}


WRITTEN = (
    "Zélie Quarnbeck",
    "ZELIE QUARNBECK",
    "zelie quarnbeck",
    "Zelie <b>Quarnbeck</b>",
    "Ze<i>lie</i> <bdi>Quarn<wbr>beck</bdi>",
    "Z&eacute;lie&nbsp;Quarnbeck",
    "Z&#xe9;lie &#81;uarnbeck",
    "Z&amp;eacute;lie Quarnbeck",
    "Ze\u0301lie Quarn\u00adbeck",
    "Quarnbeck, Zélie",
    "@ZelieQuarnbeck",
    '<a href="https://b.example/zelie-quarnbeck/">x</a>',
    '<a href="https://b.example/Z%C3%A9lie_Quarnbeck">x</a>',
    '<a href="https://b.example/?q=zelie+quarnbeck">x</a>',
    "<img alt='Zélie Quarnbeck' src=x>",
    "<!-- Zélie Quarnbeck -->",
    '<script type="application/json">{"name": "Z\\u00e9lie Quarnbeck"}</script>',
    "<script>var x = 'Z\\xe9lie Quarnbeck'</script>",
    "Zee\n    Quarnbeck",
    "the warden of the salt locks",
)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_name_is_found_however_it_is_written(captured: Captured, written: str) -> None:
    text = captured.files["about/index.html"].decode().replace("</main>", f"<p>{written}</p></main>")
    found = [
        each for each in captured.with_page("about/index.html", text).diagnostics if each.code == "check-suppressed"
    ]
    assert [each.path for each in found] == ["about/index.html"]
    assert "content/people/one.md" in found[0].message
    assert "uarnbeck" not in found[0].message


FILES = {
    "data/people.json": b'{"name": "Z\\u00e9lie Quarnbeck"}',
    "data/words.txt": "Zélie Quarnbeck".encode("utf-16"),
    "pagefind/one.pf_fragment": gzip.compress("Zélie Quarnbeck".encode()),
    "static/a.js": b"let zelie_quarnbeck",
    "people/zelie-quarnbeck/picture.png": b"\x89PNG",
    "photo.jpg": b"\xff\xd8\xff\x00Z\xc3\xa9lie Quarnbeck\x00\xff",
    "feed.xml": "<a><title>Zélie Quarnbeck</title></a>".encode(),
}


@pytest.mark.parametrize("path", FILES)
def test_a_name_is_found_in_any_file(captured: Captured, path: str) -> None:
    found = with_file(captured, path, FILES[path]).diagnostics
    assert [each.path for each in found if each.code == "check-suppressed"] == [path]


@pytest.mark.parametrize(
    "written",
    [
        "Orlo Quarnbeck",
        "Quarnbeck",
        "█████ █████████",
        '["Zélie", "Quarnbeck"]',
        "<ul><li>Zélie</li><li>Quarnbeck</li></ul>",
        "Zélie Quarnbecker",
        "wardens of the Salt Locks",
    ],
)
def test_what_is_no_name_of_theirs(captured: Captured, written: str) -> None:
    text = captured.files["about/index.html"].decode().replace("</main>", f"<div>{written}</div></main>")
    assert captured.with_page("about/index.html", text).diagnostics == ()


def test_a_site_that_was_built_before_fails(tmp_path: Path) -> None:
    folder = write(tmp_path, suppress=False)
    build(folder, today=DAY, parser=ToyParser())
    assert check_site(folder, today=DAY).diagnostics == ()
    write(tmp_path)
    found = {(each.code, each.path) for each in check_site(folder, today=DAY).diagnostics}
    assert ("check-suppressed", "people/zelie-quarnbeck/index.html") in found
    assert ("check-suppressed", PAGE) in found


def test_a_site_with_blocks_fails_once_nobody_is_suppressed(tmp_path: Path) -> None:
    folder = write(tmp_path)
    build(folder, today=DAY, parser=ToyParser())
    write(tmp_path, suppress=False)
    assert ("check-text", PAGE) in {(each.code, each.path) for each in check_site(folder, today=DAY).diagnostics}


@pytest.mark.parametrize(
    ("whole", "shown", "fits"),
    [
        ("Mayor Jane Roe came", "Mayor ████ ███ came", True),
        ("Mayor Jane Roe came", "█████ ████ ███ came", False),
        ("Jane Q. Roe came", "████ █. ███ came", True),
        ("Jane Maud Roe came", "████ ████ ███ came", True),
        ("Jane told Roe", "████ ████ ███", False),
        ("the chair of the Board left", "the █████ ██ ███ █████ left", True),
        ("the chair of the house", "the █████ of the house", False),
        ("the Board of Jane Roe", "the █████ of ████ ███", False),
        ("Roe’s roe", "███’s roe", True),
        ("Roe’s roe", "███’█ roe", False),
        ("Roe’s roes", "███’s ███s", False),
        ("Rose and Roe", "████ and ███", False),
        ("J. Roe, Jr.", "█. ███, ██.", True),
        ("Jane Roe", "████████", False),
    ],
)
def test_which_words_may_be_covered(whole: str, shown: str, fits: bool) -> None:
    assert (Coverage([ROE]).restored(shown, whole) == whole) == fits
