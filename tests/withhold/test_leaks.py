"""After a build nobody finds a suppressed name in any file of the site, however it is written there."""

import datetime
import gzip
import html
import io
import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo

from sitegen.build import Built, build
from sitegen.checking import check_site
from sitegen.compose import social_cards_of
from sitegen.diagnostics import InputError
from sitegen.model.parse import Parser
from tests.parses import live_parser
from tests.toy import ToyParser
from tests.withhold.leaky import ALONE, FILES, write

DAY = datetime.date(2026, 5, 1)
# The name, each of its words, run together and as slugs.
FORBIDDEN = re.compile(r"zelie|\bzee\b|warden\W+of\W+the\W+salt|quarnbeck")
# What stays of the surname: the brother's full name, and his address.
BROTHER = re.compile(r"orlo[\s-]+quarnbeck|quarnbeck, orlo")


def built(folder: Path, parser: Parser | None = None) -> Built:
    return build(folder, today=DAY, parser=parser or ToyParser())


def plain(text: str) -> str:
    """Return ``text`` without accents and case, and without what no reader sees."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(c for c in letters if unicodedata.category(c) not in {"Mn", "Cf"}).casefold()


def unpacked(content: bytes) -> bytes:
    """Return what a file of the search index holds, and of a picture also what is written beside it."""
    if content.startswith(b"\x1f\x8b"):
        return gzip.decompress(content)
    try:
        with Image.open(io.BytesIO(content)) as picture:
            beside = (picture.info, dict(picture.getexif()), getattr(picture, "text", {}))
            return repr(beside).encode()
    except UnidentifiedImageError:
        return content


def readings(content: bytes) -> list[str]:
    text = html.unescape(unpacked(content).decode("utf-8", "replace"))
    escaped = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    forms = (text, unquote(text), escaped)
    return [
        plain(each) for form in forms for each in (form, re.sub(r"<[^>]*>", "", form), re.sub(r"<[^>]*>", " ", form))
    ]


def leaks(site: Path) -> list[str]:
    found = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        # The index holds each word by itself: there the surname can be the brother's.
        texts = [plain(name), *(readings(path.read_bytes()) if path.is_file() else ())]
        if path.suffix in {".pf_index", ".pf_meta"}:
            texts = [text.replace("quarnbeck", "") for text in texts]
        for text in texts:
            rest = BROTHER.sub("", text)
            for match in FORBIDDEN.finditer(rest):
                found.append(f"{name}: {rest[max(0, match.start() - 40) : match.end() + 40]!r}")
    return found


@pytest.fixture(scope="module", params=["toy", pytest.param("model", marks=pytest.mark.model)])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("leaky"))
    built(folder, live_parser() if request.param == "model" else ToyParser())
    return folder


def test_no_file_holds_the_name(site: Path) -> None:
    assert leaks(site / "_site") == []


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    folder = write(tmp_path, suppress=False)
    built(folder)
    found = {leak.split(":")[0] for leak in leaks(folder / "_site")}
    assert len(found) > 10
    files = {f"data/{name}.{form}" for name in ("quotes", "people", "mentions") for form in ("jsonl", "csv")}
    assert files | {"articles/locks/annotations.jsonld"} <= found


def test_such_a_site_passes_its_check(site: Path) -> None:
    assert check_site(site, today=DAY).diagnostics == ()


def test_words_and_context_stay(site: Path) -> None:
    page = (site / "_site/articles/locks/index.html").read_text("utf-8")
    assert "█████ █████████ came early to the quay." in page
    assert "The gates will hold all winter long," in page
    assert "the ██████████ kept them. █████████-led crews came." in page
    assert "data-title" in page or "█████████ warns: “█████ █████████ speaks”" in page
    assert 'alt="█████ █████████ at the gate"' in page


def test_the_words_are_nobodys_quotation(site: Path) -> None:
    for path in (site / "_site").glob("quotes/**/*.html"):
        assert "The gates will hold" not in path.read_text("utf-8")
    page = (site / "_site/articles/locks/index.html").read_text("utf-8")
    assert not re.search(r"data-quote=[^>]*>The gates will hold", page)
    assert "The tide is mine," in page
    assert not re.search(r"data-quote=[^>]*>The tide is mine", page)


def test_the_brother_stays(site: Path) -> None:
    page = (site / "_site/people/orlo-quarnbeck/index.html").read_text("utf-8")
    assert "My boat is older than the harbour wall," in page
    assert "Orlo Quarnbeck and █████ █████████" in page
    assert "said Orlo Quarnbeck." in re.sub(r"<[^>]*>", "", page)


def test_the_surname_is_the_brothers_where_he_alone_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, **{"content/alone.md": ALONE})
    built(folder)
    page = (folder / "_site/articles/alone/index.html").read_text("utf-8")
    assert '"The sea is calm today at last," Quarnbeck said.' in html.unescape(re.sub(r"<[^>]*>", "", page))
    assert check_site(folder, today=DAY).diagnostics == ()


def test_the_portrait_is_not_copied(site: Path) -> None:
    assert not list((site / "_site").rglob("portrait.png"))


def test_the_sources_stay(site: Path) -> None:
    assert "Zélie Quarnbeck came early" in (site / "content/locks.md").read_text("utf-8")


ADDRESSES = {
    "content/zelie-quarnbeck-arrested.md": "---\ntitle: Arrest\n---\nNobody came.\n",
    "content/trial.md": "---\ntitle: Trial\nslug: zelie-quarnbeck\n---\nNobody came.\n",
    "content/linked.md": "---\ntitle: Linked\n---\nSee [this](https://b.example/Z%C3%A9lie-Quarnbeck).\n",
    "content/pictured.md": "---\ntitle: Pictured\n---\n![A gate](zelie-quarnbeck.png)\n",
    "content/zelie-quarnbeck.png": "a picture",
    "content/figures.csv": "who,what\nnobody,1\nZelie Quarnbeck,2\n",
    "static/own.js": "const who = 'zelie_quarnbeck'\n",
    "templates/about.html": '{% extends "shipped/about.html" %}{% block head %}<!-- Zelie Quarnbeck -->{% endblock %}',
    "content/sourced.md": "---\ntitle: Sourced\nsource: {name: B, url: 'https://b.example/zelie-quarnbeck'}\n---\nNo.\n",
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_what_cannot_be_covered_is_told_and_fails_the_check(tmp_path: Path, name: str) -> None:
    more = {name: ADDRESSES[name]}
    if name.endswith("pictured.md"):
        more["content/zelie-quarnbeck.png"] = "a picture"
    folder = write(tmp_path, **more)
    remarks = [remark for remark in built(folder).diagnostics if remark.code == "suppressed-name"]
    assert name in {remark.path for remark in remarks}
    if name.endswith("figures.csv"):
        assert {remark.line for remark in remarks} == {3}
    assert all(remark.severity == "warning" and remark.hint for remark in remarks)
    assert "check-suppressed" in {found.code for found in check_site(folder, today=DAY).diagnostics}


def test_a_namesake_goes_with_a_warning(tmp_path: Path) -> None:
    more = {
        "content/people/son.md": "---\nname: Zélie Quarnbeck Jr.\nid: the-son\n---\nA child.\n",
        "content/son.md": "---\ntitle: Son\n---\nZélie Quarnbeck Jr. came. Nora Penn met Zélie Quarnbeck Jr. there.\n",
    }
    folder = write(tmp_path, **more)
    assert "suppressed-namesake" in {remark.code for remark in built(folder).diagnostics}
    assert leaks(folder / "_site") == []
    assert check_site(folder, today=DAY).diagnostics == ()


def test_what_else_a_namesake_is_called_stays(tmp_path: Path) -> None:
    more = {
        "content/people/son.md": "---\nname: Zélie Quarnbeck Jr.\nid: the-son\nvariants: [Bobo Vole]\n---\nA child.\n",
        "content/son.md": '---\ntitle: Son\n---\nBobo Vole came there. "I am here for the fair," said Bobo Vole.\n',
    }
    folder = write(tmp_path, **more)
    built(folder)
    assert "Bobo Vole came there" in (folder / "_site/articles/son/index.html").read_text("utf-8")
    assert not (folder / "_site/people/the-son").exists()
    assert check_site(folder, today=DAY).diagnostics == ()


@pytest.mark.model
def test_a_nickname(tmp_path: Path) -> None:
    text = "Zélie “Zaza” Quarnbeck came. “The gates will hold all winter,” Zaza said. Quarnbeck smiled."
    folder = write(tmp_path, **{"content/nick.md": f"---\ntitle: Zaza comes\n---\n{text}\n"})
    built(folder, live_parser())
    assert leaks(folder / "_site") == []
    assert check_site(folder, today=DAY).diagnostics == ()


def test_organisations_and_places(tmp_path: Path) -> None:
    more = {
        "content/organisations/works.md": "---\nname: Vexholm Works\nsuppress: true\n---\nA note.\n",
        "content/places/town.md": "---\nname: Quillhaven\nsuppress: true\n---\nA note.\n",
        "content/town.md": "---\ntitle: Vexholm Works in Quillhaven\n---\n"
        "The Vexholm Works of Quillhaven closed. QUILLHAVEN waits; vexholm-works.example is gone.\n",
    }
    folder = write(tmp_path, **more)
    built(folder)
    for path in (folder / "_site").rglob("*"):
        assert not re.search(r"vexholm|quillhaven", plain(path.name))
        assert not path.is_file() or not re.search(r"vexholm|quillhaven", plain(path.read_text("utf-8", "replace")))
    assert check_site(folder, today=DAY).diagnostics == ()


def test_switched_off_and_on_again(tmp_path: Path) -> None:
    folder = write(tmp_path)
    built(folder)
    first = {path: path.read_bytes() for path in (folder / "_site").rglob("*") if path.is_file()}
    write(tmp_path, suppress=False)
    built(folder)
    assert (folder / "_site/people/zelie-quarnbeck/index.html").is_file()
    write(tmp_path)
    built(folder)
    assert {path: path.read_bytes() for path in (folder / "_site").rglob("*") if path.is_file()} == first


def test_analyze(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sitegen import analyzing

    monkeypatch.setattr(analyzing, "SpacyParser", lambda *_: ToyParser())
    folder = write(tmp_path)
    records = {record["id"]: record for record in analyzing.analyze([], site=folder)}
    locks = records["locks"]
    assert "Zélie Quarnbeck came early" in locks["text"]
    assert "zelie-quarnbeck" not in {entity["id"] for record in records.values() for entity in record["entities"]}
    named = [mention for mention in locks["mentions"] if mention["text"] == "Zélie Quarnbeck"]
    assert named
    assert all(mention["entity"] is None for mention in named)
    assert "The tide is mine," not in {quote["text"] for quote in locks["quotes"]}
    assert '"entity": "zelie-quarnbeck"' not in json.dumps(locks)
    write(tmp_path, suppress=False)
    shown = {record["id"]: record for record in analyzing.analyze([], site=folder)}
    assert "zelie-quarnbeck" in {entity["id"] for entity in shown["locks"]["entities"]}
    assert shown["locks"]["text"] == locks["text"]


def test_an_error_elsewhere_still_stops(tmp_path: Path) -> None:
    folder = write(tmp_path, **{"content/bad.md": "---\ntitle: x\ndate: 2024-13-40\n---\nNo.\n"})
    with pytest.raises(InputError):
        built(folder)


@pytest.mark.model
def test_a_given_name_alone_is_covered_unless_it_is_somebody_elses(tmp_path: Path) -> None:
    text = "Zélie Quarnbeck sat. Zélie slept. Zélie Jones sat, and the Quarnbecks wept. “I am glad of it,” said Zélie."
    folder = write(tmp_path, **{"content/given.md": f"---\ntitle: The long night\n---\n{text}\n"})
    built(folder, live_parser())
    page = (folder / "_site/articles/given/index.html").read_text("utf-8")
    assert re.findall(r"Zélie(?: Jones)?", page) in (["Zélie Jones"] * n for n in range(1, 9))
    assert "█████ slept" in re.sub(r"<[^>]*>", "", page)
    assert "Quarnbeck" not in page


def test_the_index_of_the_search_is_looked_into(tmp_path: Path) -> None:
    folder = write(tmp_path, suppress=False)
    built(folder)
    found = {leak.split(":")[0] for leak in leaks(folder / "_site")}
    assert {".pf_fragment", ".pf_filter", ".pf_index"} <= {Path(name).suffix for name in found}


@pytest.mark.parametrize("parser", [ToyParser, pytest.param(live_parser, marks=pytest.mark.model)])
def test_quotations_that_are_found_inside_their_articles_hold_no_name(
    tmp_path: Path, parser: Callable[[], Parser]
) -> None:
    settings = FILES["sitegen.toml"] + '[quotes]\npages = "none"\n[search]\nquotations = "pages"\n'
    folder = write(tmp_path, **{"sitegen.toml": settings})
    built(folder, parser())
    found = [unpacked(path.read_bytes()) for path in (folder / "_site" / "pagefind" / "fragment").iterdir()]
    assert any(b'"inside"' in each for each in found)
    assert leaks(folder / "_site") == []
    assert check_site(folder, today=DAY).diagnostics == ()


def pictured(folder: Path) -> Path:
    """Write a site whose pictures are large enough for copies, and say who is in them where nobody sees it."""
    text = "---\ntitle: Walls\ndate: 2026-04-03\n---\n![Zélie Quarnbeck](wall.jpg)\n\n![A gate](closed.png)\n"
    write(folder, **{"content/walls.md": text, "sitegen.toml": 'title = "T"\nbase_url = "https://a.example/"\n'})
    picture = Image.effect_noise((1600, 900), 80)
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = "Zelie Quarnbeck"
    picture.save(folder / "content/wall.jpg", exif=exif, comment=b"Zelie Quarnbeck")
    said = PngInfo()
    said.add_text("Title", "Zelie Quarnbeck")
    said.add_text("Author", "Zelie Quarnbeck", zip=True)
    said.add_itxt("Description", "Zélie Quarnbeck")
    picture.save(folder / "content/closed.png", pnginfo=said)
    return folder


def test_pictures_and_cards_tell_nothing(tmp_path: Path) -> None:
    folder = pictured(tmp_path)
    remarks = built(folder).diagnostics
    site = folder / "_site"
    assert leaks(site) == []
    assert list(site.rglob("wall.*w.jpg"))
    assert list(site.rglob("closed.*w.png"))
    assert list(site.glob("cards/**/*.png"))
    # Nothing is told of what does not come out.
    assert [remark.path for remark in remarks if remark.path.endswith((".jpg", ".png"))] == []
    assert check_site(folder, today=DAY).diagnostics == ()


def test_cards_say_nothing_of_the_words_either(tmp_path: Path) -> None:
    folder = pictured(tmp_path)
    plan = built(folder).plan
    assert plan is not None
    texts = [plain(text) for card in social_cards_of(plan.recipes).values() for text in (card.path, *card.texts)]
    assert texts
    assert not [text for text in texts if FORBIDDEN.search(BROTHER.sub("", text))]


HIDDEN = {
    "content/draft.md": "---\ntitle: Zzdraft\ndraft: true\ntags: [zztag]\nauthors: [Zzauthor Lee]\n"
    "source: {name: Zzsource}\n---\nZzname Penn came.\n\n“Zzwords are mine,” said Zzname Penn.\n\n"
    "![Zzalt](zzdraft.svg)\n",
    "content/later.md": "---\ntitle: Zzlater\ndate: 2027-01-01\ntags: [zztag]\npeople: [Zzlisted Lee]\n---\n"
    "Zzname Penn came.\n\n[Zzlink](zzlater.pdf) and ![](shared.svg)\n",
    "content/open.md": "---\ntitle: Open\n---\nNora Penn came. ![A shared one](shared.svg)\n",
    "content/zzdraft.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "content/zzlater.pdf": "figures",
    "content/shared.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}


def test_nothing_of_drafts_and_of_articles_to_come(tmp_path: Path) -> None:
    """Neither their words and names nor the files that they alone name, though others lie in their folder."""
    folder = write(tmp_path, **HIDDEN)
    built(folder)
    found = []
    for path in (folder / "_site").rglob("*"):
        text = path.name + (unpacked(path.read_bytes()).decode("utf-8", "replace") if path.is_file() else "")
        found += [path.name] if re.search(r"zz\w{3}", text, re.IGNORECASE) else []
    assert found == []
    assert (folder / "_site/articles/open/shared.svg").is_file()
    assert check_site(folder, today=DAY).diagnostics == ()
    build(folder, today=DAY, parser=ToyParser(), drafts=True, future=True)
    assert (folder / "_site/articles/draft/zzdraft.svg").is_file()
    assert (folder / "_site/articles/later/zzlater.pdf").is_file()
    assert not (folder / "_site/articles/open/zzlater.pdf").exists()
