"""Pictures and social cards of whole sites: written, kept, removed, checked, and seen in a browser."""

import datetime
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen.build import Built, build
from sitegen.checking import check_site
from sitegen.model.edition import Edition
from sitegen.model.progress import unwatched
from sitegen.pipeline import Memo
from sitegen.pipeline.memo import MemoryStore
from sitegen.serve.assembly import assemble, preview_memo
from sitegen.serve.snapshot import Snapshot
from sitegen.serve.stage import Stage
from sitegen.shell.shelf import Shelf
from tests.drawing.pictures import SECRET, opened, photograph
from tests.incremental.edits import listed
from tests.site.conftest import ROOT
from tests.site.ways import box_of, on_disk
from tests.toy import ToyParser

DAY = datetime.date(2026, 5, 1)
ARTICLE = """---
title: The gate
date: 2026-03-14
---
Ann Lee came early. “We closed the gate at nine,” said Lee.

![The gate from the quay](pictures/gate.jpg "The gate, on Monday.")
"""
OTHER = "---\ntitle: The ferry\ndate: 2026-03-15\n---\nBob Roe came late. “It is gone,” said Roe.\n"
LEE = "---\nname: Ann Lee\nimage: lee.jpg\nimage_alt: A face.\n---\n"


def site(folder: Path, *, article: str = ARTICLE) -> Path:
    for name, content in (
        ("sitegen.toml", b'title = "T"\nbase_url = "https://a.example/b/"\ndescription = "Words."\n'),
        ("content/gate.md", article.encode()),
        ("content/ferry.md", OTHER.encode()),
        ("content/people/ann-lee.md", LEE.encode()),
        ("content/people/lee.jpg", photograph(1000, 1250)),
        ("content/pictures/gate.jpg", photograph(turned=6)),
        ("content/tides.csv", b"1,2\n"),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def built(folder: Path) -> Built:
    return build(folder, today=DAY, parser=ToyParser())


def codes(folder: Path) -> list[tuple[str, str]]:
    return [(found.code, found.path) for found in check_site(folder, today=DAY).diagnostics]


def page(folder: Path, path: str) -> str:
    return (folder / "_site" / path / "index.html").read_text("utf-8")


def test_what_a_site_with_pictures_is_made_of(tmp_path: Path) -> None:
    made = built(site(tmp_path))
    assert [d for d in made.diagnostics if d.severity != "info"] == []
    assert codes(tmp_path) == []
    files = listed(tmp_path / "_site")
    # A picture goes to the article that shows it; what nobody names goes to all.
    assert {name for name in files if name.endswith(".jpg")} == {
        "articles/gate/pictures/gate.jpg",
        "articles/gate/pictures/gate.480w.jpg",
        "articles/gate/pictures/gate.960w.jpg",
        "people/ann-lee/lee.jpg",
        "people/ann-lee/lee.480w.jpg",
    } | {name for name in files if name.endswith("lee.960w.jpg")}
    assert {"articles/gate/tides.csv", "articles/ferry/tides.csv"} <= files.keys()
    assert all(SECRET not in content for content in files.values())
    assert opened(files["articles/gate/pictures/gate.480w.jpg"]).size == (480, 720)
    text = page(tmp_path, "articles/gate")
    assert '<figure class="picture"><div id="p2"><img src="pictures/gate.960w.jpg"' in text
    assert 'width="1200" height="1800"' in text
    assert "<figcaption>The gate, on Monday.</figcaption>" in text
    assert 'loading="lazy"' not in text
    portrait = re.search(r'<p class="portrait">.*', page(tmp_path, "people/ann-lee"))
    assert portrait is not None
    assert 'srcset="../../people/ann-lee/lee.480w.jpg 480w' in portrait[0]
    assert 'sizes="230px"' in portrait[0]


def test_pictures_change_and_go_as_in_a_clean_build(tmp_path: Path) -> None:
    one = site(tmp_path / "one")
    built(one)
    steps = (
        lambda folder: (folder / "content/pictures/gate.jpg").write_bytes(photograph(1000, 700)),
        lambda folder: (folder / "content/gate.md").write_text(ARTICLE.replace("nine", "ten")),
        lambda folder: (folder / "content/pictures/gate.jpg").write_bytes(b"no picture"),
        lambda folder: (folder / "content/gate.md").write_text(ARTICLE.replace("“", "").replace("”", "")),
        lambda folder: (folder / "content/pictures/gate.jpg").unlink(),
        lambda folder: (folder / "content/people/lee.jpg").unlink(),
    )
    for number, _ in enumerate(steps, 1):
        two = site(tmp_path / f"clean {number}")
        for step in steps[:number]:
            step(two)
        steps[number - 1](one)
        built(one)
        built(two)
        assert listed(one / "_site") == listed(two / "_site"), number
        assert codes(one) == []
    assert not list((one / "_site").rglob("*.jpg"))


def test_a_build_that_draws_nothing_new_does_not_import_pillow(tmp_path: Path) -> None:
    built(site(tmp_path))
    (tmp_path / "content/ferry.md").write_text(OTHER + "\nNobody was hurt.\n")
    script = (
        "import sys, datetime, pathlib; from sitegen.build import build; from tests.toy import ToyParser; "
        f"made = build(pathlib.Path({str(tmp_path)!r}), today=datetime.date(2026, 5, 1), parser=ToyParser()); "
        "print(made.written, 'PIL' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    written, pillow = said.split()
    assert int(written) > 0
    assert pillow == "False"


HOSTILE = [
    (b"", "picture-broken"),
    (b"<svg onload=alert(1)>", "picture-broken"),
    (photograph()[:3000], "picture-broken"),
    (b"\x89PNG\r\n\x1a\n" + bytes(8) + b"\xff" * 8, "picture-broken"),
    (b"GIF89a\xff\xff\xff\xff\x80", "picture-large"),
]


@pytest.mark.parametrize(("content", "code"), HOSTILE)
def test_no_picture_stops_a_build(tmp_path: Path, content: bytes, code: str) -> None:
    site(tmp_path)
    (tmp_path / "content/pictures/gate.jpg").write_bytes(content)
    (tmp_path / "content/people/lee.jpg").write_bytes(content)
    made = built(tmp_path)
    remarks = [d for d in made.diagnostics if d.path == "content/pictures/gate.jpg"]
    assert code in {d.code for d in remarks}
    assert all(d.severity == "warning" and d.hint for d in remarks)
    assert codes(tmp_path) == []
    assert "gate.480w.jpg" not in page(tmp_path, "articles/gate")


def test_a_picture_without_words_is_told_with_its_line(tmp_path: Path) -> None:
    made = built(site(tmp_path, article=ARTICLE.replace("The gate from the quay", "")))
    (told,) = [d for d in made.diagnostics if d.code == "picture-alt"]
    assert (told.path, told.line, told.severity) == ("content/gate.md", 7, "warning")


def test_what_is_said_where_a_page_is_shared(tmp_path: Path) -> None:
    built(site(tmp_path))
    text = page(tmp_path, "articles/gate")
    said = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter|article):[^"]+)" content="([^"]*)"', text))
    assert said == {
        "og:title": "The gate",
        "og:type": "article",
        "og:url": "https://a.example/b/articles/gate/",
        "og:site_name": "T",
        "og:description": "Ann Lee came early. “We closed the gate at nine,” said Lee.",
        "og:locale": "en_US",
        "og:image": "https://a.example/b/cards/articles/gate.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "The gate",
        "article:published_time": "2026-03-14",
        "twitter:card": "summary_large_image",
    }
    for found in (tmp_path / "_site").rglob("*.html"):
        for image in re.findall(r'og:image" content="https://a.example/b/([^"]+)"', found.read_text("utf-8")):
            assert opened((tmp_path / "_site" / image).read_bytes()).size == (1200, 630)
    assert "og:" not in (tmp_path / "_site/404.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["og:title", "og:description", "og:image:alt"])
@pytest.mark.parametrize("path", ["articles/gate", "quotes/q-*"])
def test_a_changed_word_in_what_is_shared_is_found(tmp_path: Path, name: str, path: str) -> None:
    built(site(tmp_path))
    for file in (tmp_path / "_site").glob(f"{path}/index.html"):
        text = file.read_text("utf-8")
        wrong = re.sub(f'(<meta property="{name}" content="[^"]*)(gate|gone)', r"\1goat", text)
        assert wrong != text
        file.write_text(wrong, "utf-8")
    found = codes(tmp_path)
    assert found
    assert {code for code, _ in found} <= {"check-text", "check-quotation"}


def preview(folder: Path) -> tuple[Stage, Snapshot]:
    stage = Stage(folder, Shelf(folder))
    memo: Memo = preview_memo(MemoryStore(), {})
    edition = Edition(DAY, True, True)
    snapshot = assemble(folder, edition, memo, stage.shelf, {}, lambda _: ToyParser(), unwatched).snapshot
    return stage, snapshot


def test_a_preview_draws_a_card_when_it_is_asked_for_and_no_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sitegen.shell.drawing import card, copies

    drawn = []
    draw = card.draw
    monkeypatch.setattr(card, "draw", lambda *asked: drawn.append(asked[0].path) or draw(*asked))
    monkeypatch.setattr(copies, "narrower", lambda *_: pytest.fail("decoded"))
    stage, snapshot = preview(site(tmp_path))
    text = stage.content(snapshot, "articles/gate/index.html").decode()
    assert '<img src="pictures/gate.jpg" alt="The gate from the quay" width="1200" height="1800">' in text
    assert drawn == []
    assert opened(stage.content(snapshot, "cards/articles/gate.png")).size == (1200, 630)
    assert opened(stage.content(snapshot, "cards/articles/gate.png")).size == (1200, 630)
    assert drawn == ["cards/articles/gate.png"]


@pytest.mark.model
def test_the_pictures_of_the_demo(demo: Path, browser: Browser) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 800}, device_scale_factor=1)
    tab.goto(on_disk(demo, "articles/2026/first-ferry-from-the-long-arm"))
    image = tab.locator("figure img")
    assert image.evaluate("image => image.currentSrc").endswith("/kittiwake.480w.jpg")
    box = box_of(image)
    assert box["width"] <= 360
    assert box["height"] == pytest.approx(box["width"] * 1050 / 1680, abs=1)
    assert tab.locator("figcaption").inner_text() == "The Kittiwake leaves her new berth, four minutes late."
    assert tab.evaluate("document.documentElement.scrollWidth") == 360
    wide = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    wide.goto(on_disk(demo, "articles/2026/first-ferry-from-the-long-arm"))
    assert wide.locator("figure img").evaluate("image => image.currentSrc").endswith("/kittiwake.jpg")
    wide.goto(on_disk(demo, "people/samuel-tolley"))
    assert wide.locator(".portrait img").evaluate("image => [image.naturalWidth, image.width]") == [320, 230]
    tab.close()
    wide.close()


@pytest.mark.model
def test_every_picture_of_the_demo_has_size_and_words(demo: Path) -> None:
    images = [image for path in demo.rglob("*.html") for image in re.findall(r"<img[^>]*>", path.read_text("utf-8"))]
    assert len(images) >= 8
    for image in images:
        assert re.search(r' width="\d+" height="\d+"', image)
        assert re.search(r' alt="[^"]{20,}"', image)
    sizes = [len(path.read_bytes()) for path in (demo / "cards").rglob("*.png")]
    assert len(sizes) > 100
    assert max(sizes) <= 28_000
    assert sum(sizes) / len(sizes) <= 20_000
