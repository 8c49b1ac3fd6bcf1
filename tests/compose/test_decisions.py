"""What people decided and noted, on the pages: reasons, notes beside their words, corrections and their feed."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
import turbohtml

from sitegen.compose import compose
from sitegen.compose.catalogue import catalogue
from sitegen.compose.paged_quotes import paged_quotes
from sitegen.model.site import Site
from sitegen.model.view import ArticleView, HomeView, LinesView, Page
from sitegen.model.view_feeds import FeedView
from sitegen.model.view_former import CorrectionsView
from sitegen.model.view_quotations import QuoteView
from sitegen.render import Theme
from sitegen.shell.theme import read_theme
from tests.compose.decided import MAY, annotated, applied, corrected
from tests.compose.sites import harbour, nested, site

BERTH = "articles/2024/berth/index.html"
FEED = "corrections/feed.xml"
ATOM = "{http://www.w3.org/2005/Atom}"


def pages(made: Site) -> dict[str, Page]:
    return {recipe.path: recipe.page() for recipe in compose(made)}


@pytest.fixture(scope="module")
def made() -> dict[str, Page]:
    return pages(site(corrected(), nested()))


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    return Theme(read_theme(tmp_path_factory.mktemp("site")).templates)


def quote(made: dict[str, Page], id_: str) -> QuoteView:
    view = made[f"quotes/{id_}/index.html"].view
    assert isinstance(view, QuoteView)
    return view


def article(made: dict[str, Page]) -> ArticleView:
    view = made[BERTH].view
    assert isinstance(view, ArticleView)
    return view


def test_a_corrected_quotation_says_what_by_whom_when_and_why(made: dict[str, Page]) -> None:
    view = quote(made, "q-5")
    assert view.status.words == "corrected on 1 May 2026"
    (line,) = view.decisions
    assert (line.what, line.was, line.now) == ("Speaker corrected", "Clara Wetherby", "Edgar Pendrake")
    assert (line.why, line.source) == ("The minutes, page 12", "https://example.org/minutes")
    assert (line.signature.by, line.signature.day, line.signature.iso) == ("M. Hale", "1 May 2026", "2026-05-01")
    facts = {fact.label: fact.text for fact in view.facts}
    assert facts["Speaker"] == "Edgar Pendrake, as a person decided"
    assert "Confidence" not in facts


def test_a_misattributed_quotation_keeps_its_words_and_names_nobody(made: dict[str, Page]) -> None:
    view = quote(made, "q-6")
    assert (view.status.status, view.status.words) == ("rejected", "misattributed, corrected on 1 June 2026")
    assert (view.line.speaker.text, view.line.speaker.href) == ("Unknown speaker", "")
    assert view.why == "Why these words are given to nobody"
    assert [text.text for text in view.line.words.parts] == ["Enough,"]
    assert {overlay.kind for overlay in view.passage.overlays}.isdisjoint({"speaker", "cue", "via"})
    assert (view.decisions[0].what, view.decisions[0].was, view.decisions[0].now) == (
        "Misattributed",
        "Edgar Pendrake",
        "nobody",
    )
    assert "Cue" not in {fact.label for fact in view.facts}


def test_every_list_of_quotations_says_the_status_in_a_word(made: dict[str, Page], theme: Theme) -> None:
    beside = [(near.speaker, near.disc.words) for near in quote(made, "q-5").others]
    assert ("Unknown speaker", "misattributed") in beside
    for path in ("quotes/index.html", BERTH, "people/clara-wetherby/index.html", "quotes/q-5/index.html"):
        document = turbohtml.parse(theme.render(made[path]))
        found = document.select(".st")
        assert found, path
        assert all(each.text.strip() for each in found), path
    home = made["index.html"].view
    assert isinstance(home, HomeView)
    shown = turbohtml.parse(theme.render(made["index.html"]))
    assert len(shown.select(".front .lead .st")) == 1 + len(home.others)


def test_what_is_unsigned_is_the_authors_in_the_text_and_an_editors_beside_it() -> None:
    one = harbour()
    inline = applied(one, "More.", "speaker", quote="q-7", decision="confirm", by="", origin="inline")
    beside = applied(one, "Enough,", "speaker", quote="q-6", decision="confirm", by="")
    found = pages(site(annotated(one, inline, beside)))
    assert quote(found, "q-7").decisions[0].signature.by == "the author"
    assert quote(found, "q-6").decisions[0].signature.by == "an editor"


def test_notes_stand_behind_the_paragraph_of_their_words(made: dict[str, Page], theme: Theme) -> None:
    view = article(made)
    notes = [(note.number, note.words) for note in view.heading_notes]
    notes += [(note.number, note.words) for block in view.blocks for note in block.notes]
    assert notes == [(1, "Saltgate"), (2, "I have told the builders"), (3, "“Nobody asked us.”")]
    document = turbohtml.parse(theme.render(made[BERTH]))
    aside = document.select_one("aside#note-2")
    assert aside is not None
    words = document.select_one("#note-2-words")
    assert words is not None
    assert words.text == "I have told the builders"
    assert [str(link.attrs["href"]) for link in aside.select(".about a")] == ["#note-2-words"]
    (reference,) = document.select('a.ref[href="#note-2"]')
    assert reference.text == ""
    # Inside the paragraph stand its own characters alone.
    paragraph = document.select_one("#p3")
    assert paragraph is not None
    assert paragraph.text == harbour().article.text.split("\n")[2]
    assert aside.select_one("#p3") is None


def test_a_note_is_markdown_that_needs_no_trust(made: dict[str, Page], theme: Theme) -> None:
    aside = turbohtml.parse(theme.render(made[BERTH])).select_one("aside#note-2")
    assert aside is not None
    assert "We closed <it>" in aside.text
    assert "<b>no</b>" in aside.text
    assert not aside.select("h1, h2, h3, img, it, b:not(.about b)")
    assert [str(link.attrs["href"]) for link in aside.select(".remark a")] == ["https://example.org/"]


def test_day_translation_and_recording(made: dict[str, Page], theme: Theme) -> None:
    view = quote(made, "q-5")
    told = {remark.kind: (remark.label, remark.text, remark.href, remark.language) for remark in view.remarks}
    assert told == {
        "translation": ("Translation into German", "Niemand fragte uns.", "", "de"),
        "recording": ("Recording at media.example.org", "", "https://media.example.org/3", ""),
        "said": ("Said in September 2024", "Minutes, page 1.", "", ""),
    }
    document = turbohtml.parse(theme.render(made["quotes/q-5/index.html"]))
    (translated,) = document.select("[lang=de]")
    assert (translated.text, translated.attrs["dir"]) == ("Niemand fragte uns.", "ltr")
    assert "Minutes, page 1." in document.text
    assert "Minutes, page 1." not in turbohtml.parse(theme.render(made[BERTH])).text


def test_only_addresses_of_the_web_are_recordings() -> None:
    one = harbour()
    bad = applied(one, "More.", "recording", "javascript:alert(1)", quote="q-7")
    assert quote(pages(site(annotated(one, bad))), "q-7").remarks == ()


def test_a_note_on_some_words_of_a_quotation_names_them() -> None:
    one = harbour()
    found = pages(site(annotated(one, applied(one, "no appetite", "note", "Sic.", quote="q-2"))))
    assert quote(found, "q-2").remarks[0].words == "no appetite"
    whole = pages(site(annotated(one, applied(one, "More.", "note", "Sic.", quote="q-7"))))
    assert quote(whole, "q-7").remarks[0].words == ""
    assert article(whole).blocks[-1].notes[0].excerpt_of == "q-7"


def test_corrections_list_the_newest_first_and_those_without_a_day_last(made: dict[str, Page]) -> None:
    view = made["corrections/index.html"].view
    assert isinstance(view, CorrectionsView)
    told = [(line.what, line.day.text, line.quotation.excerpt_of) for line in view.corrections]
    assert told == [
        ("Misattributed", "1 June 2026", "q-6"),
        ("Taken for a quotation by mistake", "1 May 2026", ""),
        ("Speaker corrected", "1 May 2026", "q-5"),
        ("Name corrected", "no day", ""),
    ]
    mistaken, named = view.corrections[1], view.corrections[3]
    assert mistaken.passage is not None
    assert "a heap with manners" in mistaken.passage.text
    assert named.decision is not None
    assert (named.decision.was, named.decision.now) == ("Quay Ltd", "Estuary Wire")
    assert named.place is not None
    assert named.place.href == "../articles/2024/berth/#p3"
    assert len({line.id for line in view.corrections}) == 4
    assert view.feed == "../corrections/feed.xml"


def test_what_the_author_marks_up_without_a_day_corrects_nothing() -> None:
    one = harbour()
    inline = applied(one, "Town Quay", "entity", "x", decision="correct", former="Quay Ltd", origin="inline")
    assert "corrections/index.html" not in pages(site(annotated(one, inline)))
    dated = applied(one, "Town Quay", "entity", "x", decision="correct", origin="inline", date=MAY)
    assert "corrections/index.html" in pages(site(annotated(one, dated)))


def test_confirming_and_adding_correct_nothing() -> None:
    one = harbour()
    found = [applied(one, "More.", "speaker", quote="q-7", decision=d, date=MAY) for d in ("confirm", "add")]
    assert "corrections/index.html" not in pages(site(annotated(one, *found)))


def test_the_feed_is_as_new_as_its_newest_entry(made: dict[str, Page], theme: Theme) -> None:
    root = ElementTree.fromstring(theme.render(made[FEED]))
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2026-06-01T00:00:00+00:00",
        "2026-05-01T00:00:00+00:00",
        "2026-05-01T00:00:00+00:00",
    ]
    assert root.findtext(f"{ATOM}updated") == "2026-06-01T00:00:00+00:00"
    base = "https://example.org/repo/"
    (own,) = (link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert own == f"{base}corrections/feed.xml"
    links = [link.get("href") for entry in entries for link in entry.findall(f"{ATOM}link")]
    assert links == [f"{base}quotes/q-6/", f"{base}articles/2024/berth/#p5", f"{base}quotes/q-5/"]
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith(f"{base}corrections/#c-") for id_ in ids)
    summary = entries[0].findtext(f"{ATOM}summary")
    assert summary == (
        "Misattributed: was Edgar Pendrake, now nobody. He denies it. Decided by M. Hale. Words: “Enough,”"
    )


def test_an_entry_keeps_its_id_when_its_words_move(made: dict[str, Page]) -> None:
    def ids(found: dict[str, Page]) -> set[str]:
        view = found[FEED].view
        assert isinstance(view, FeedView)
        return {entry.id for entry in view.entries}

    one = corrected()
    moved = tuple(
        replace(each, placed=replace(each.placed, span=each.placed.span.shift(-1))) for each in one.analysis.annotations
    )
    assert ids(pages(site(annotated(one, *moved), nested()))) == ids(made)


def test_there_is_no_feed_without_an_address_or_a_day() -> None:
    assert FEED not in pages(site(corrected(), base_url=""))
    one = harbour()
    undated = applied(one, "Town Quay", "entity", "x", decision="correct", former="Quay Ltd")
    found = pages(site(annotated(one, undated)))
    assert FEED not in found
    view = found["corrections/index.html"].view
    assert isinstance(view, CorrectionsView)
    assert view.feed == ""


def test_structured_data_of_an_article_has_its_corrections(made: dict[str, Page]) -> None:
    node = json.loads(article(made).frame.schema)
    assert [(each["@type"], each["datePublished"]) for each in node["correction"]] == [
        ("CorrectionComment", "2026-06-01"),
        ("CorrectionComment", "2026-05-01"),
        ("CorrectionComment", "2026-05-01"),
    ]
    shown = [line.what for line in article(made).corrections]
    assert all(each["text"].startswith(what) for each, what in zip(node["correction"], shown, strict=False))
    parts = {part["identifier"]: part for part in node["hasPart"]}
    assert "creator" not in parts["q-6"]
    assert parts["q-5"]["creator"]["name"] == "Edgar Pendrake"
    assert parts["q-5"]["dateCreated"] == "2024-09"
    assert parts["q-5"]["workTranslation"][0]["text"] == "Niemand fragte uns."
    assert parts["q-5"]["associatedMedia"] == [{"@type": "MediaObject", "url": "https://media.example.org/3"}]
    assert "correction" not in json.loads(pages(site())[BERTH].view.frame.schema)  # type: ignore[union-attr]


def test_data_say_who_decided_and_when_the_words_were_said(made: dict[str, Page]) -> None:
    view = made["data/quotes.jsonl"].view
    assert isinstance(view, LinesView)
    lines = {line["id"]: line for chunk in view.lines for line in map(json.loads, chunk.split("\n"))}
    fields = ("status", "decided_by", "decided_on", "said", "speaker_id")
    assert [lines["q-5"][name] for name in fields] == [
        "corrected",
        "M. Hale",
        "2026-05-01",
        "2024-09",
        "edgar-pendrake",
    ]
    assert [lines["q-6"][name] for name in fields] == ["rejected", "M. Hale", "2026-06-01", None, None]
    assert [lines["q-1"][name] for name in fields[:4]] == ["machine", None, None, None]


def test_what_people_looked_at_or_noted_has_a_page_in_a_large_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.compose.paged_quotes.MOST", 1)
    found = paged_quotes(site(corrected()), ())(corrected())
    assert found == {"q-1", "q-2", "q-3", "q-5", "q-6"}


def test_other_articles_are_not_made_again_for_an_annotation() -> None:
    def keys(made: Site) -> dict[str, str]:
        return {recipe.path: recipe.key() for recipe in compose(made)}

    one, other = corrected(), nested()
    before = keys(site(one, other))
    last = one.analysis.annotations[-1]
    changed = replace(last.placed, annotation=replace(last.placed.annotation, why="Another reason."))
    after = keys(site(annotated(one, *one.analysis.annotations[:-1], replace(last, placed=changed)), other))
    assert before["articles/notes/index.html"] == after["articles/notes/index.html"]
    assert before["quotes/q-8/index.html"] == after["quotes/q-8/index.html"]
    assert before[BERTH] != after[BERTH]


def test_the_index_knows_annotations_by_their_quotations() -> None:
    index = catalogue(site(corrected()))
    assert [each.placed.annotation.facet for each in index.quotes["q-6"].annotations] == ["speaker"]
