"""Social cards and what is said beside them where a page is shared."""

import datetime
from dataclasses import replace

import pytest

from sitegen.compose import directory, entities, recipes, social_cards_of
from sitegen.compose.catalogue import catalogue
from sitegen.compose.social import locale
from sitegen.model.card import Card
from sitegen.model.settings import CardSettings
from sitegen.model.site import Reading, Site
from sitegen.model.view_social import Social
from tests.compose.sites import harbour, site

GLYPHS = frozenset(range(0x20, 0x250)) | frozenset(map(ord, "“”‘’–—…"))


def made(whole: Site, glyphs: frozenset[int] = GLYPHS) -> tuple[dict[str, Card], dict[str, Social | None]]:
    """Return the cards by their paths, and what each page says by its own."""
    pages = recipes(catalogue(whole, glyphs=glyphs))
    said = {page.path: page.page().view.frame.social for page in pages if hasattr(page.page().view, "frame")}  # type: ignore[union-attr]
    return social_cards_of(pages), said


def of(reading: Reading, *, pages: str = "all") -> tuple[dict[str, Card], dict[str, Social | None]]:
    whole = site(reading)
    return made(replace(whole, settings=replace(whole.settings, cards=CardSettings(pages))))


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("people/clara-wetherby/", "profile"),
        ("people/clara-wetherby/page-2/", "profile"),
        ("people/", "website"),
        ("people/page-2/", "website"),
        ("organisations/harbour-board/", "website"),
    ],
)
def test_pages_of_one_person_are_profiles(folder: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entities, "ON_A_PAGE", 1)
    monkeypatch.setattr(directory, "NAMES_ON_A_PAGE", 1)
    shared = of(harbour())[1][f"{folder}index.html"]
    assert shared is not None
    assert shared.kind == kind


def test_an_article_has_its_title_where_and_when_and_who_speaks() -> None:
    cards, said = of(harbour())
    assert cards["cards/articles/2024/berth.png"] == Card(
        "cards/articles/2024/berth.png",
        "plain",
        "Board lets pilots moor at Saltgate",
        "On the Record",
        lead="Portmere Packet, 9 September 2024",
        name=cards["cards/articles/2024/berth.png"].name,
    )
    assert "Clara Wetherby" in cards["cards/articles/2024/berth.png"].name
    social = said["articles/2024/berth/index.html"]
    assert social is not None
    assert social.image == "https://example.org/repo/cards/articles/2024/berth.png"
    assert (social.kind, social.title, social.alt) == ("article", "Board lets pilots moor at Saltgate", social.title)
    assert (social.published, social.tags) == ("2024-09-09", ("Harbour", "ferry"))


def test_a_quotation_has_its_very_words_its_speaker_and_its_status() -> None:
    cards, said = of(harbour())
    for utterance in catalogue(site(harbour())).all_utterances():
        card = cards[f"cards/quotes/{utterance.quote.id}.png"]
        assert card.words == " ".join(" … ".join(utterance.parts).split())
        assert card.kind == ("said" if utterance.quote.kind == "direct" else "told")
        assert card.name == utterance.speaker.name
        relayed = ", via Estuary Wire" if utterance.quote.attribution.via is not None else ""
        assert card.note.startswith(f"9 September 2024, Portmere Packet{relayed}. ")
        social = said[f"quotes/{utterance.quote.id}/index.html"]
        assert social is not None
        assert social.image.endswith(card.path)


def test_what_is_undated_says_nothing_of_days() -> None:
    article = replace(harbour().article, date=None, source=None)
    cards, _ = of(replace(harbour(), article=article))
    assert cards["cards/articles/2024/berth.png"].lead == ""
    assert all(card.note[:1].isupper() for path, card in cards.items() if path.startswith("cards/quotes/"))


def test_all_other_pages_share_the_card_of_the_site() -> None:
    cards, said = of(harbour())
    assert cards["cards/site.png"] == Card("cards/site.png", "plain", "On the Record", note="Who said what.")
    for path in ("index.html", "people/index.html", "about/index.html", "people/clara-wetherby/index.html"):
        social = said[path]
        assert social is not None
        assert (social.image, social.own_card) == ("https://example.org/repo/cards/site.png", False)
        assert social.alt == "On the Record"
    assert said["404.html"] is None


@pytest.mark.parametrize(
    ("pages", "kinds"), [("all", {"articles", "quotes", "site.png"}), ("articles", {"articles", "site.png"})]
)
def test_which_pages_have_cards_is_a_setting(pages: str, kinds: set[str]) -> None:
    assert {path.split("/")[1] for path in of(harbour(), pages=pages)[0]} == kinds


@pytest.mark.parametrize("title", ["港の壁", "سور الميناء", "กำแพง", "नाव", "Wall 🌊", "e\u0331"])
def test_no_card_has_boxes_in_place_of_letters(title: str) -> None:
    reading = replace(harbour(), article=replace(harbour().article, title=title))
    cards, said = of(reading)
    assert "cards/articles/2024/berth.png" not in cards
    social = said["articles/2024/berth/index.html"]
    assert social is not None
    assert social.image.endswith("/cards/site.png")
    assert social.title == title
    # Letters that run from right to left would come out backwards, whatever the font.
    everything = made(site(reading), frozenset(range(0x110000)))[0]
    assert ("cards/articles/2024/berth.png" in everything) == (title in {"港の壁", "Wall 🌊"})


def test_signs_without_a_shape_are_not_drawn_and_accents_are_joined() -> None:
    reading = replace(harbour(), article=replace(harbour().article, title="A bre\u00adak\u200bwater\n cafe\u0301"))
    assert of(reading)[0]["cards/articles/2024/berth.png"].words == "A breakwater café"


def test_without_an_address_or_a_font_there_is_no_card() -> None:
    assert made(site(harbour()), frozenset())[0] == {}
    social = made(site(harbour()), frozenset())[1]["index.html"]
    assert social is not None
    assert social.image == ""
    assert set(made(site(harbour(), base_url=""))[1].values()) == {None}


@pytest.mark.parametrize("state", ["draft", "future"])
def test_what_is_not_published_is_not_drawn(state: str) -> None:
    cards, said = of(replace(harbour(), state=state))  # type: ignore[arg-type]
    assert set(cards) == {"cards/site.png"}
    assert {page: social for page, social in said.items() if "2024/berth" in page or page.startswith("quotes/q")} == {
        page: None for page in said if "2024/berth" in page or page.startswith("quotes/q")
    }


def test_a_card_depends_on_its_page_alone() -> None:
    later = replace(harbour(), article=replace(harbour().article, id="b", title="B", date=datetime.date(2025, 1, 1)))
    later = replace(later, analysis=replace(later.analysis, quotes=()))
    one, two = of(harbour())[0], made(site(harbour(), later))[0]
    assert one["cards/articles/2024/berth.png"] == two["cards/articles/2024/berth.png"]


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("pt-BR", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("la", "")],
)
def test_languages_as_open_graph_writes_them(language: str, written: str) -> None:
    assert locale(language) == written
